// Journeys: a new one from a template, with its name, budget and first day; and opening one that is there.
import { type Doubt, open, type Part } from '../draft.ts';
import type { Key } from '../house.ts';
import { best, SURE, SYNONYM } from '../names.ts';
import { has, isDay, isSum, isWord, type Pieces, seek, strip, textOf, trimStart, wordOf, words } from '../pieces.ts';
import { contentOf } from '../resolve.ts';
import { cue, cues, dayPart, daysOf, doubtOf, type Frame, refused, type Said } from '../said.ts';
import { meaningsOf } from '../../words/concepts.ts';
import { amountIn } from './amounts.ts';
import { isNewCost } from './cost-words.ts';
import { phrasesOf } from '../words/lexicon.ts';

/** Ideas that stand for a template; one whose id is none of these goes by its own name. */
const TEMPLATE_IDEAS: Readonly<Record<string, readonly string[]>> = {
  kitchen: ['kitchen'],
  bathroom: ['bathroom', 'bathtub', 'shower'],
};

export const journeyStarted: Frame = (said) => {
  if (said.isQuestion || isNewCost(said)) return null;
  const { pieces } = said;
  const repaint = seek(pieces, cue(said, 'repaint'));
  const renovate = seek(pieces, cue(said, 'renovate'));
  const project = seek(pieces, cue(said, 'project'));
  const want = seek(pieces, cue(said, 'want'));
  const isNew = seek(pieces, cue(said, 'new'));
  const name = nameIn(said);
  const isStart = want !== null || isNew !== null || has(pieces, cue(said, 'begin'));
  const room = roomIn(said, name.rest);
  const isCalledFor =
    (renovate !== null && (room !== null || isStart)) ||
    (project !== null && isStart) ||
    // "painting can start again" is a step; "we want to paint the hall" is a project.
    (repaint !== null && (isNew !== null || (isStart && has(pieces, cue(said, 'room'))))) ||
    (repaint !== null && isRepaintVerb(said, repaint.at)) ||
    (room !== null && isStart && isBareNew(said));
  if (!isCalledFor || said.pieces.some((piece) => isDay(piece) && piece.span.until !== null)) return null;
  const template = repaint !== null && said.known.house.templates.some(({ id }) => id === 'repaint') ? 'repaint' : room;
  const amount = amountIn(said, name.rest);
  const day = name.rest.find(isDay) ?? null;
  const left = strip(
    (amount?.rest ?? name.rest).filter((piece) => !isDay(piece)),
    ...cues(
      said,
      'repaint',
      'renovate',
      'project',
      'want',
      'new',
      'begin',
      'room',
      'budget',
      'polite',
      'set',
      'inside',
      'plan',
      'costs',
      'toAmount',
      'add',
    ),
  );
  const unknown = contentOf(said, left).filter((word) => !isRoom(word) && !isTemplateWord(said, word));
  if (unknown.length > 0) return null;
  if (amount?.isNegative === true) return refused('impossible');
  const starts = day === null ? undefined : daysOf(said, day, 'future');
  if (starts?.length === 0) return refused('impossible');
  const chosen: Part =
    template ??
    doubtOf(
      said,
      'journey',
      said.known.house.templates.map(({ id }) => id),
    );
  return {
    outcome: {
      moves: [
        open('journey.start', {
          template: chosen,
          name: name.name === '' ? undefined : name.name,
          budget: amount?.part,
          starts: starts === undefined ? undefined : dayPart(starts),
        }),
      ],
    },
  };
};

/** "repaint the hall" is a project; "start painting" is a step. */
const isRepaintVerb = (said: Said, at: number): boolean =>
  (wordOf(said.pieces[at]) ?? '').startsWith('re') ||
  ['neu', 'volver', 'neuer', 'neuen', 'neuanstrich'].includes(wordOf(said.pieces[at]) ?? '');

/** "a new kitchen, 20k": wanted, and new; "open the kitchen" is not. */
const isBareNew = (said: Said): boolean =>
  has(said.pieces, NEW[said.lang]) && seek(said.pieces, cue(said, 'want')) !== null;

const NEW = {
  en: phrasesOf('new,start a,begin a,plan a,create a'),
  de: phrasesOf('neues,neue,neuen,neu'),
  es: phrasesOf('nuevo,nueva'),
} as const;

const isRoom = (word: string): boolean => meaningsOf(word).some(({ concept }) => concept.kind === 'room');

const isTemplateWord = (said: Said, word: string): boolean =>
  said.known.house.templates.some(({ id, name }) => id === word || name.toLowerCase().split(/\s+/).includes(word)) ||
  meaningsOf(word).some(({ concept }) => Object.values(TEMPLATE_IDEAS).flat().includes(concept.id));

const roomIn = (said: Said, pieces: Pieces): string | null => {
  const ideas = new Set(words(pieces).flatMap((word) => meaningsOf(word).map(({ concept }) => concept.id)));
  const compound = words(pieces);
  const byIdea = said.known.house.templates.find(
    ({ id }) => TEMPLATE_IDEAS[id]?.some((idea) => ideas.has(idea)) ?? compound.includes(id),
  );
  if (byIdea !== undefined) return byIdea.id;
  // "Küchenumbau", "Badsanierung".
  const isKitchen = compound.some((word) => /^(?:kuchen|kuechen)/.test(word));
  const isBathroom = compound.some((word) => /^bad./.test(word));
  if (said.lang !== 'de' || (!isKitchen && !isBathroom)) return null;
  const id = isKitchen ? 'kitchen' : 'bathroom';
  return said.known.house.templates.some((template) => template.id === id) ? id : null;
};

/** What it is called: behind "called", up to a sign, a day or an amount; or what stands in quotation marks. */
const nameIn = (said: Said): { readonly name: string; readonly rest: Pieces } => {
  const found = seek(said.pieces, cue(said, 'called'));
  if (found === null) return { name: '', rest: said.pieces };
  const behind = trimStart(said.pieces.slice(found.at + found.length));
  const stop = behind.findIndex(
    (piece, at) =>
      isDay(piece) ||
      isSum(piece) ||
      (piece.is === 'sign' && piece.token.raw === ',') ||
      (isWord(piece) && at > 0 && isStop(said, behind, at)),
  );
  const own = stop < 0 ? behind : behind.slice(0, stop);
  const rest = [...said.pieces.slice(0, found.at), ...(stop < 0 ? [] : behind.slice(stop))];
  return { name: textOf(own, said.text), rest };
};

const isStop = (said: Said, pieces: Pieces, at: number): boolean => {
  const here = pieces.slice(at, at + 1);
  return has(here, cue(said, 'budget')) || has(here, STOP[said.lang]);
};

const STOP = {
  en: phrasesOf('with,for,starting,and,from,about,around'),
  de: phrasesOf('mit,für,fur,fuer,ab,und'),
  es: phrasesOf('con,para,desde,y'),
} as const;

export const journeyOpened: Frame = (said) => {
  if (said.isQuestion || said.pieces.some(isSum) || said.pieces.some(isDay)) return null;
  const front = trimStart(said.pieces, ...cues(said, 'fill', 'polite'));
  const verb = seek(front, cue(said, 'open'));
  if (verb === null || verb.at > 1) return null;
  const rest = [...front.slice(0, verb.at), ...front.slice(verb.at + verb.length)];
  const project = seek(rest, cue(said, 'project'));
  const called = contentOf(said, strip(rest, ...cues(said, 'project', 'open', 'inside', 'for')));
  if (called.length === 0) {
    if (project === null) return null;
    return { outcome: { moves: [open('journey.open', { journey: all(said) })] } };
  }
  const fits = best(said.known.journeys.fits(called).filter(({ level }) => level >= SURE));
  const isOr = fits.length === 0 && has(rest, cue(said, 'or'));
  const either = isOr
    ? called.flatMap((word) => best(said.known.journeys.fits([word]).filter(({ level }) => level >= SURE)))
    : [];
  if (either.length > 1)
    return {
      outcome: {
        moves: [
          open('journey.open', {
            journey: doubtOf(
              said,
              'journey',
              either.map(({ key }) => key),
            ),
          }),
        ],
      },
    };
  const ideas = fits.length > 0 ? fits.map(({ key }) => key) : byRoom(said, called);
  const [one, ...others] = ideas;
  if (one === undefined) return null;
  const part: Part = others.length === 0 ? one : doubtOf(said, 'journey', ideas);
  return {
    outcome: { moves: [open('journey.open', { journey: part })] },
    leaves: others.length === 0 ? { journey: one, step: null } : {},
  };
};

const all = (said: Said): Part | Doubt => {
  const keys = said.known.house.journeys.map(({ key }) => key);
  return keys.length === 1 ? keys[0] : doubtOf(said, 'journey', keys);
};

/** "the bath" for a journey from the bathroom template, whatever it is called. */
const byRoom = (said: Said, called: readonly string[]): readonly Key[] =>
  said.known.house.journeys
    .filter(({ template }) => {
      const ideas = template === null ? [] : (TEMPLATE_IDEAS[template] ?? []);
      return (
        ideas.length > 0 && called.every((word) => meaningsOf(word).some(({ concept }) => ideas.includes(concept.id)))
      );
    })
    .map(({ key }) => key);

export const stepAdded: Frame = (said) => {
  if (said.isQuestion || said.pieces.some(isSum)) return null;
  const noun = seek(said.pieces, cue(said, 'stepNoun'));
  if (noun === null) return null;
  const before = said.pieces.slice(0, noun.at);
  const isLast = said.lang === 'de' && has(said.pieces.slice(noun.at), cue(said, 'add'));
  const isNew = isLast || has(before, cue(said, 'new')) || has(before, cue(said, 'add'));
  const lead = strip(before, ...cues(said, 'new', 'add', 'polite', 'want', 'weMust', 'must'));
  const isAs = has(lead, AS[said.lang]);
  const named = isAs ? strip(lead, AS[said.lang]) : [];
  if (!isNew || (!isAs && contentOf(said, lead).length > 0)) return null;
  const behind = trimStart(said.pieces.slice(noun.at + noun.length), ...cues(said, 'called', 'of'));
  const after = seek(behind, cue(said, 'after'));
  const ahead = seek(behind, cue(said, 'beforeStep'));
  const cut = after ?? ahead;
  const head = cut === null ? behind : behind.slice(0, cut.at);
  const anchor = cut === null ? null : neighbour(said, behind.slice(cut.at + cut.length), after === null);
  if (cut !== null && anchor === null) return null;
  const called = isAs ? named : head.length > 0 || cut === null ? head : afterAnchor(said, behind);
  const name = textOf(trimStart(called, ...cues(said, 'called', 'for')), said.text);
  return name === '' ? null : { outcome: { moves: [open('step.add', { name, after: anchor ?? undefined })] } };
};

/** "add Sealing as a step". */
const AS = { en: phrasesOf('as a,as an,as another,as new,as'), de: phrasesOf('als'), es: phrasesOf('como') } as const;

/** "a step after plumbing called Insulation": the name stands last. */
const afterAnchor = (said: Said, behind: Pieces): Pieces => {
  const found = seek(behind, cue(said, 'called'));
  const colon = behind.findIndex((piece) => piece.is === 'sign' && piece.token.raw === ':');
  if (found !== null) return behind.slice(found.at + found.length);
  return colon < 0 ? [] : behind.slice(colon + 1);
};

/** The step that the new one comes after; of "before tiling" it is the one before Tiling. */
const neighbour = (said: Said, pieces: Pieces, isBefore: boolean): Part | null => {
  const stop = pieces.findIndex(
    (piece) => (piece.is === 'sign' && [',', ':'].includes(piece.token.raw)) || has([piece], cue(said, 'called')),
  );
  const called = contentOf(said, strip(stop < 0 ? pieces : pieces.slice(0, stop), ...cues(said, 'stepNoun', 'add')));
  const journey = said.context.journey === null ? null : said.known.journeyByKey.get(said.context.journey);
  if (journey === null || journey === undefined || called.length === 0) return null;
  const fits = best(
    (said.known.stepsByJourney.get(journey.key)?.fits(called) ?? []).filter(
      ({ level }) => level >= 2 || level === SYNONYM,
    ),
  );
  if (!isBefore)
    return fits.length === 0
      ? null
      : fits.length === 1
        ? (fits[0]?.key ?? null)
        : doubtOf(
            said,
            'step',
            fits.map(({ key }) => key),
          );
  const at = journey.steps.findIndex(({ key }) => key === fits[0]?.key);
  return fits.length === 1 && at > 0 ? (journey.steps[at - 1]?.key ?? null) : null;
};
