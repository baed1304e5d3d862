// A message as a row of pieces (words, signs, days, amounts), and how cues are found in it and taken out.
import type { CalendarDate } from '../kernel/time.ts';
import { type DaySpan, daysIn } from './days.ts';
import type { Lang } from '../words/languages.ts';
import type { Tools } from './reading.ts';
import { type SumSpan, sumsIn } from './sums.ts';
import type { Phrases } from './words/lexicon.ts';
import type { NameSpan } from './whole-names.ts';
import { type Token, tokensOf } from './words/tokens.ts';

interface Placed {
  /** Its place among the pieces of the message. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}
export type WordPiece = Placed & { readonly is: 'word' | 'number' | 'sign'; readonly token: Token };
export type DayPiece = Placed & { readonly is: 'day'; readonly span: DaySpan };
export type SumPiece = Placed & { readonly is: 'sum'; readonly span: SumSpan };
export type Piece = WordPiece | DayPiece | SumPiece;
export type Pieces = readonly Piece[];

interface Place {
  readonly today: CalendarDate;
  readonly lang: Lang;
  readonly currency: string;
  /** Names of the house that stand whole in the text. */
  readonly names?: readonly NameSpan[];
}

export const piecesOf = (text: string, at: Place, tools: Tools): Pieces => {
  const foundDays = daysIn(text, at, tools);
  const foundSums = sumsIn(text, at, foundDays);
  // A number within a name is no amount; a day that only overlaps one shows that no name is meant.
  const within = (span: { from: number; to: number }): boolean =>
    names.some((name) => name.from <= span.from && span.to <= name.to);
  const names = (at.names ?? []).filter((name) =>
    [...foundDays, ...foundSums].every(
      (span) => span.to <= name.from || name.to <= span.from || (name.from <= span.from && span.to <= name.to),
    ),
  );
  const days = foundDays.filter((span) => !within(span));
  const sums = foundSums.filter((span) => !within(span));
  const spans = [...days, ...sums, ...names];
  const isCovered = ({ from, to }: Token): boolean => spans.some((span) => from < span.to && to > span.from);
  const tokens = tokensOf(text).filter((token) => !isCovered(token));
  return [
    ...days.map((span): Loose => ({ is: 'day', span, from: span.from, to: span.to })),
    ...sums.map((span): Loose => ({ is: 'sum', span, from: span.from, to: span.to })),
    ...names.map(({ from, to, word }): Loose => {
      const token: Token = { raw: text.slice(from, to), word, own: false, kind: 'word', from, to };
      return { is: 'word', token, from, to };
    }),
    ...tokens.map((token): Loose => ({ is: token.kind, token, from: token.from, to: token.to })),
  ]
    .toSorted((a, b) => a.from - b.from)
    .map((piece, place): Piece => Object.assign(piece, { at: place }));
};

type Loose = Omit<WordPiece, 'at'> | Omit<DayPiece, 'at'> | Omit<SumPiece, 'at'>;

export const wordOf = (piece: Piece | undefined): string | null => (piece?.is === 'word' ? piece.token.word : null);

export interface Match {
  readonly at: number;
  readonly length: number;
}

/** The longest phrase that stands at `at`, or 0. Signs and amounts part a phrase. */
export const lengthAt = (pieces: Pieces, at: number, phrases: Phrases): number => {
  const first = wordOf(pieces[at]);
  if (first === null) return 0;
  const found = phrases.get(first)?.find((phrase) => phrase.every((word, step) => wordOf(pieces[at + step]) === word));
  return found?.length ?? 0;
};

export const seek = (pieces: Pieces, phrases: Phrases): Match | null => {
  let best: Match | null = null;
  for (let at = 0; at < pieces.length; at += 1) {
    const length = lengthAt(pieces, at, phrases);
    if (length > (best?.length ?? 0)) best = { at, length };
  }
  return best;
};

export const has = (pieces: Pieces, phrases: Phrases): boolean => seek(pieces, phrases) !== null;

/** Begins with it, whatever fills the front. */
export const startsWith = (pieces: Pieces, phrases: Phrases): boolean => lengthAt(pieces, 0, phrases) > 0;

export const without = (pieces: Pieces, { at, length }: Match): Pieces => [
  ...pieces.slice(0, at),
  ...pieces.slice(at + length),
];

/** All without any of the phrases. */
export const strip = (pieces: Pieces, ...cues: readonly Phrases[]): Pieces => {
  const kept: Piece[] = [];
  for (let at = 0; at < pieces.length;) {
    const length = Math.max(0, ...cues.map((phrases) => lengthAt(pieces, at, phrases)));
    const piece = pieces[at];
    if (length === 0 && piece !== undefined) kept.push(piece);
    at += Math.max(1, length);
  }
  return kept;
};

/** Without what fills the front, and the signs there. */
export const trimStart = (pieces: Pieces, ...cues: readonly Phrases[]): Pieces => {
  let at = 0;
  while (at < pieces.length) {
    const length = Math.max(0, ...cues.map((phrases) => lengthAt(pieces, at, phrases)));
    if (length === 0 && pieces[at]?.is !== 'sign') break;
    at += Math.max(1, length);
  }
  return pieces.slice(at);
};

export const trimEnd = (pieces: Pieces, ...cues: readonly Phrases[]): Pieces => {
  let end = pieces.length;
  while (end > 0) {
    const stop = end;
    const length = Math.max(
      0,
      ...[1, 2, 3].map((count) =>
        stop >= count && cues.some((phrases) => lengthAt(pieces.slice(0, stop), stop - count, phrases) === count)
          ? count
          : 0,
      ),
    );
    if (length === 0 && pieces[end - 1]?.is !== 'sign') break;
    end -= Math.max(1, length);
  }
  return pieces.slice(0, end);
};

export const isDay = (piece: Piece): piece is DayPiece => piece.is === 'day';
export const isSum = (piece: Piece): piece is SumPiece => piece.is === 'sum';
/** "10 %": a part of something, and no amount. */
export const isPercentage = (piece: Piece): boolean => piece.is === 'number' && piece.token.raw.endsWith('%');
export const isSign = (piece: Piece): boolean => piece.is === 'sign';
export const isWord = (piece: Piece): piece is WordPiece => piece.is === 'word';
export const words = (pieces: Pieces): readonly string[] => pieces.filter(isWord).map(({ token }) => token.word);

/** "oven (10%)": what opens within and was closed by what is cut off. */
const closed = (text: string): string => (text.lastIndexOf('(') > text.lastIndexOf(')') ? `${text})` : text);

const EDGE = /^[\s.,;:!?¿¡"'“”„«»()–—-]+|[\s.,;:!?¿¡"'“”„«»(–—-]+$/gu;

/** As typed, pieces that stood together kept together. */
export const textOf = (pieces: Pieces, text: string): string => {
  const runs: { from: number; to: number; at: number }[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last !== undefined && last.at + 1 === piece.at) {
      last.to = piece.to;
      last.at = piece.at;
    } else runs.push({ from: piece.from, to: piece.to, at: piece.at });
  }
  const joined = runs
    .map(({ from, to }) => text.slice(from, to).trim())
    .filter((part) => part !== '')
    .join(' ');
  return closed(joined.replaceAll(EDGE, ''))
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([,.;:!?])/g, '$1')
    .replaceAll(/,\s*,/g, ',');
};
