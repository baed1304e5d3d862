// Acts with parts in doubt, and how they become a reading: whole ones are proposed, doubts are asked one after another.
import type { Money } from '../kernel/money.ts';
import { act as actSchema, type Act, type ActName, type Question } from './acts.ts';
import type { Asked, Draft, Hole, Option, Reading, Unread } from './reading.ts';

/** A part that is one of several, or missing when there is nothing to choose from. */
export interface Doubt {
  readonly doubt: Asked;
  readonly among: readonly Candidate[];
}

export interface Candidate {
  readonly value: string | Money;
  readonly label: string;
}

export type Part = string | boolean | Money | readonly string[] | Doubt | undefined;

export interface OpenAct {
  readonly act: ActName;
  readonly parts: Readonly<Record<string, Part>>;
}

/** One thing that may be any of these acts. */
export interface Either {
  readonly either: readonly OpenAct[];
}

export type Move = OpenAct | Either;

export type Outcome =
  | { readonly moves: readonly Move[] }
  | { readonly asks: Question }
  | { readonly doubted: Doubt; readonly asked: (value: string) => Question }
  | { readonly refused: Unread | null };

export const open = (act: ActName, parts: Readonly<Record<string, Part>>): OpenAct => ({ act, parts });

export const isDoubt = (part: Part): part is Doubt => typeof part === 'object' && 'doubt' in part;

/**
 * Ends of one reading, every way of answering being worked out beforehand: each doubt more multiplies them. A message in which so
 * much is doubtful is better said in two.
 */
const MOST_ENDS = 500;

/** Acts in their order; of several doubts those with something to choose from are asked first. */
export const readingOf = (moves: readonly Move[]): Reading =>
  endsOf(moves) > MOST_ENDS ? { unread: true } : endingIn(moves);

const endsOf = (moves: readonly Move[]): number => {
  const doubts = new Set(
    moves
      .flatMap((move) => ('either' in move ? move.either : [move]))
      .flatMap(({ parts }) => Object.values(parts).filter(isDoubt)),
  );
  const choices = [
    ...moves.map((move) => ('either' in move ? move.either.length : 1)),
    ...[...doubts].map(({ among }) => Math.max(among.length, 1)),
  ];
  return choices.reduce((ends, many) => ends * many, 1);
};

const endingIn = (moves: readonly Move[]): Reading => {
  const either = moves.findIndex((move) => 'either' in move);
  const choice = moves[either];
  if (choice !== undefined && 'either' in choice) {
    const options = choice.either.map((one): Option => ({
      value: one.act,
      label: '',
      means: endingIn(moves.with(either, one)),
    }));
    return { choose: { what: 'intent', options, pending: { drafts: [], holes: [] } } };
  }
  const acts = moves.filter((move) => 'act' in move);
  const doubt = acts
    .flatMap(({ parts }) => Object.values(parts))
    .find((part) => isDoubt(part) && part.among.length > 0);
  if (doubt !== undefined && isDoubt(doubt)) {
    const options = doubt.among.map(({ value, label }): Option => ({
      value,
      label,
      means: endingIn(acts.map((each) => settled(each, doubt, value))),
    }));
    return { choose: { what: doubt.doubt, options, pending: { drafts: [], holes: [] } } };
  }
  const drafts = acts.map(draftOf);
  const holes = acts.flatMap(({ parts }, at) =>
    Object.entries(parts).flatMap(([field, part]): Hole[] => (isDoubt(part) ? [{ what: part.doubt, at, field }] : [])),
  );
  const [hole] = holes;
  if (hole !== undefined) return { choose: { what: hole.what, options: [], pending: { drafts, holes } } };
  const whole = wholeActs(drafts);
  return whole === null || whole.length === 0 ? { unread: true } : { does: whole };
};

const settled = (move: OpenAct, doubt: Doubt, value: string | Money): OpenAct => ({
  act: move.act,
  parts: Object.fromEntries(Object.entries(move.parts).map(([field, part]) => [field, part === doubt ? value : part])),
});

const draftOf = ({ act, parts }: OpenAct): Draft => ({
  act,
  ...Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined && !isDoubt(part))),
});

/** The drafts as acts, or null when one of them still lacks something. */
export const wholeActs = (drafts: readonly Draft[]): readonly Act[] | null => {
  const parsed = drafts.map((draft) => actSchema.safeParse(draft));
  return parsed.every((each) => each.success) ? parsed.map((each) => each.data) : null;
};
