// What the reader makes of a message: acts to propose, a question to answer, a question back, or nothing it can read.
import type { Money } from '../kernel/money.ts';
import type { CalendarDate } from '../kernel/time.ts';
import type { Act, ActName, Question } from './acts.ts';
import type { Lang } from '../words/languages.ts';

export type Reading =
  | { readonly does: readonly Act[] }
  | { readonly asks: Question }
  | { readonly choose: Choice }
  | { readonly unread: true; readonly why?: Unread };

/** Why nothing is proposed, where that can be said. */
export type Unread =
  /** "don't start plumbing" */
  | 'negated'
  /** "if the tiles come" */
  | 'conditional'
  /** "Tom said finish the plumbing" */
  | 'reported'
  /** "should I finish demolition?" */
  | 'advice'
  /** Sharing, sending and inviting are for the buttons. */
  | 'sharing'
  | 'deleting'
  /** 31 June, a negative budget, an end before its start. */
  | 'impossible'
  /** "never mind" to a question. */
  | 'dropped'
  /** It reads like something to do, with something that is not in the house. */
  | 'unknown';

/** What is asked. `cost` with no options asks for the name of a new cost. */
export type Asked =
  | 'step'
  | 'cost'
  | 'person'
  | 'journey'
  | 'task'
  | 'quote'
  | 'decision'
  | 'amount'
  | 'date'
  /** Why a step can't go on: the next words are it. */
  | 'reason'
  | 'intent';

export interface Choice {
  readonly what: Asked;
  /** Empty when there is nothing to choose from. Either way the next message may give it (`readAnswer`). */
  readonly options: readonly Option[];
  readonly pending: Pending;
}

export interface Option {
  /** Key of a record, id of a template, amount, day, or name of an act, as `what` says. */
  readonly value: string | Money;
  /** The name of a record as the house has it; '' for amounts, days and acts, for which the window has words. */
  readonly label: string;
  /** What is read once this is chosen: the whole proposal, or the next thing in doubt. */
  readonly means: Reading;
}

/** An act that still lacks something. */
export type Draft = { [A in Act as A['act']]: Pick<A, 'act'> & Partial<Omit<A, 'act'>> }[ActName];

/** What waits for an answer; plain data, so that it may be kept with the message. */
export interface Pending {
  /** The acts of the message in their order; the rest of them is whole. */
  readonly drafts: readonly Draft[];
  /** What they lack, in the order in which it is asked. */
  readonly holes: readonly Hole[];
}

export interface Hole {
  readonly what: Asked;
  /** Which of the drafts. */
  readonly at: number;
  readonly field: string;
}

/** A day, or days, found in a text by whoever reads dates (chrono-node in the app). */
export interface DayFound {
  /** Where it stands, in UTF-16 units. */
  readonly index: number;
  readonly length: number;
  readonly day: CalendarDate;
  /** The last day, when a range is said. */
  readonly until: CalendarDate | null;
}

export interface Tools {
  /** Days that `text` names, with `today` as today; none for what is no day. */
  readonly dates: (text: string, today: CalendarDate, lang: Lang) => readonly DayFound[];
}
