// One part of a message as the frames see it, and what the parts before it left to be understood.
import type { CalendarDate } from '../kernel/time.ts';
import type { StepState } from '../records/step.ts';
import { daysMeant, type DaySaid, type Tense } from './day-said.ts';
import { type Candidate, type Doubt, type Outcome, type Part } from './draft.ts';
import type { JourneyThere, Key } from './house.ts';
import type { Lang } from '../words/languages.ts';
import type { Known } from './known.ts';
import type { DayPiece, Pieces } from './pieces.ts';
import type { Asked } from './reading.ts';
import type { Cue } from './words/cues.ts';
import type { Lexicon, Phrases } from './words/lexicon.ts';

/** What "it", "him" and what is left out stand for. */
export interface Context {
  readonly journey: Key | null;
  readonly step: Key | null;
  readonly person: Key | null;
  /** The words for the thing that was named last. */
  readonly thing: readonly string[];
  /** The budget was named last. */
  readonly budget: boolean;
  /** Cues of the part before, for one that leaves them out: "bought sockets for 64 and switches for 38". */
  readonly carry: Pieces;
  /** States that steps have after the parts before. */
  readonly states: ReadonlyMap<Key, StepState>;
}

export interface Said {
  readonly known: Known;
  readonly lang: Lang;
  readonly lexicon: Lexicon;
  readonly text: string;
  readonly pieces: Pieces;
  readonly context: Context;
  readonly isQuestion: boolean;
  /** The whole message, not one part of several. */
  readonly isAlone: boolean;
}

export interface Heard {
  readonly outcome: Outcome;
  /** What the next part may refer to. */
  readonly leaves?: Partial<Context>;
  /** Read without any verb: what the part before was about says more. */
  readonly isBare?: boolean;
}

/** Reads one kind of deed or question; null when the part is of another kind. */
export type Frame = (said: Said) => Heard | null;

export const cue = (said: Said, name: Cue): Phrases => said.lexicon(name);

export const cues = (said: Said, ...names: readonly Cue[]): readonly Phrases[] =>
  names.map((name) => said.lexicon(name));

export const openJourney = ({ known, context }: Said): JourneyThere | null =>
  context.journey === null ? null : (known.journeyByKey.get(context.journey) ?? null);

export const doubtOf = (said: Said, doubt: Asked, keys: readonly Key[]): Doubt => ({
  doubt,
  among: [...new Set(keys)].map((key): Candidate => ({ value: key, label: said.known.labelByKey.get(key) ?? key })),
});

/** One key, or the question which of several; undefined of none. */
export const oneOf = (said: Said, doubt: Asked, keys: readonly Key[]): Part =>
  keys.length === 1 ? keys[0] : keys.length === 0 ? undefined : doubtOf(said, doubt, keys);

export const missing = (doubt: Asked): Doubt => ({ doubt, among: [] });

/** The days that it may be; "or" and doubtful figures give several, what is no day gives none. */
export const daysOf = (said: Said, { span }: DayPiece, tense: Tense): readonly CalendarDate[] => {
  const at = { today: said.known.house.today, lang: said.lang };
  return [...new Set([span.said, ...span.or].flatMap((each) => daysMeant(each, tense, at)))];
};

/** Last days of a range, not before its first. */
export const untilOf = (said: Said, until: DaySaid, from: CalendarDate): readonly CalendarDate[] => {
  const at = { today: until.is === 'weekday' ? from : said.known.house.today, lang: said.lang };
  return daysMeant(until, 'future', at);
};

export const dayPart = (days: readonly CalendarDate[]): Part =>
  days.length === 1 ? days[0] : { doubt: 'date', among: days.map((value) => ({ value, label: '' })) };

export const refused = (why: Extract<Outcome, { refused: unknown }>['refused']): Heard => ({
  outcome: { refused: why },
});
