// What questions share: fields of which only the known ones stand, and steps that are named or meant.
import { type Question, question as questionSchema } from '../acts.ts';
import type { Doubt } from '../draft.ts';
import type { Key } from '../house.ts';
import { isVeryName, SURE } from '../names.ts';
import { has, type Pieces, startsWith, strip, trimEnd, trimStart } from '../pieces.ts';
import { contentOf, stepsCalled } from '../resolve.ts';
import { cue, cues, doubtOf, type Heard, type Said } from '../said.ts';

/** A question with those of its fields that are known. */
export const questionOf = (fields: Readonly<Record<string, string | undefined>>): Question =>
  questionSchema.parse(
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')),
  );

const asks = (question: Question): Heard => ({ outcome: { asks: question } });

export const told = (fields: Readonly<Record<string, string | undefined>>): Heard => asks(questionOf(fields));

interface About {
  readonly person?: Key | undefined;
  readonly step?: Key | undefined;
}

/** A question about one person and one step at most: which of several is asked first. */
export const toldOf = (
  said: Said,
  { people, steps = [] }: { readonly people: readonly Key[]; readonly steps?: readonly Key[] },
  fields: (about: About) => Readonly<Record<string, string | undefined>>,
): Heard => {
  const [person] = people;
  const [step] = steps;
  const ask = (about: About): Question => questionOf(fields({ person, step, ...about }));
  if (people.length > 1)
    return { outcome: { doubted: doubtOf(said, 'person', people), asked: (key) => ask({ person: key }) } };
  if (steps.length > 1)
    return { outcome: { doubted: doubtOf(said, 'step', steps), asked: (key) => ask({ step: key }) } };
  return asks(ask({}));
};

/** A question, or an order to show. */
export const isLed = (said: Said): boolean =>
  said.isQuestion || startsWith(trimStart(said.pieces, ...cues(said, 'fill', 'polite')), cue(said, 'show'));

/** A step only by its very name; two that fit are asked. */
export interface NamedStep {
  readonly step: Key | Doubt | undefined;
  readonly rest: Pieces;
}

export const namedStep = (said: Said, pieces: Pieces): NamedStep => {
  const bare = strip(pieces, cue(said, 'stepNoun'));
  const called = contentOf(said, bare);
  if (called.length === 0) return { step: undefined, rest: pieces };
  const fits = stepsCalled(said, called).filter(({ key }) =>
    isVeryName(called, said.known.labelByKey.get(key) ?? '', said.lang),
  );
  const [one, ...others] = fits;
  if (one === undefined) return { step: undefined, rest: pieces };
  return {
    step:
      others.length === 0
        ? one.key
        : doubtOf(
            said,
            'step',
            fits.map(({ key }) => key),
          ),
    rest: [],
  };
};

/** Asks with the step once it is known which. */
export const withStep = (step: NamedStep['step'], ask: (step: Key | undefined) => Question): Heard =>
  typeof step === 'object' ? { outcome: { doubted: step, asked: ask } } : asks(ask(step));

/** What a question is about, without the words that only lead there. */
export const bareOf = (said: Said, pieces: Pieces): Pieces => {
  const leads = cues(said, 'about', 'fill', 'be', 'inside', 'of', 'me', 'my', 'qWord', 'qVerb', 'too');
  return trimEnd(trimStart(pieces, ...leads), ...cues(said, 'fill', 'be', 'me', 'about', 'too', 'status', 'polite'));
};

/** A step by its name, or the open journey as a whole; null when it is about something else. */
export const stepOrAll = (said: Said, pieces: Pieces, ask: (step: Key | undefined) => Question): Heard | null => {
  const called = contentOf(said, pieces).filter((word) => !isOpenJourney(said, word));
  if (called.length === 0) {
    const it = said.context.step;
    return asks(ask(!said.isAlone && it !== null && has(said.pieces, cue(said, 'it')) ? it : undefined));
  }
  const fits = stepsCalled(said, called);
  const [one, ...others] = fits;
  if (one === undefined) return null;
  return withStep(
    others.length === 0
      ? one.key
      : doubtOf(
          said,
          'step',
          fits.map(({ key }) => key),
        ),
    ask,
  );
};

export const isOpenJourney = (said: Said, word: string): boolean =>
  said.known.journeys.fits([word]).some(({ key, level }) => key === said.context.journey && level >= SURE);
