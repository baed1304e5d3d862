// Cuts a message into parts that are each understood, and puts together what they ask for.
import type { Money } from '../kernel/money.ts';
import { type Move, type Outcome, type Part, open, readingOf } from './draft.ts';
import type { Question } from './acts.ts';
import { isQuestionIn } from './guards.ts';
import type { House } from './house.ts';
import type { Lang } from '../words/languages.ts';
import type { Known } from './known.ts';
import { isWord, lengthAt, type Pieces, seek, startsWith, strip, trimStart } from './pieces.ts';
import { readPart } from './part.ts';
import type { Option, Reading, Unread } from './reading.ts';
import { type Context, cue, cues, type Heard, type Said } from './said.ts';
import { LEXICON } from './words/lexicon.ts';

export interface Message {
  readonly known: Known;
  readonly lang: Lang;
  readonly text: string;
  readonly pieces: Pieces;
}

/** The best way to read the first so many segments. */
interface Path {
  readonly moves: readonly Move[];
  readonly asks: readonly Outcome[];
  readonly refusals: readonly (Unread | null)[];
  /** What is only told, and sentences that had to be taken together. */
  readonly remarks: number;
  readonly groups: number;
  readonly context: Context;
}

/** More parts than anyone asks for in one message; what is longer is a letter, and is kept as it is. */
const MOST_SEGMENTS = 14;

export const readWhole = (message: Message, house: House): Reading => {
  const segments = segmentsOf(message);
  if (segments.length === 0 || segments.length > MOST_SEGMENTS) return { unread: true };
  const context: Context = {
    journey: house.journey,
    step: null,
    person: null,
    thing: [],
    budget: false,
    carry: [],
    states: new Map(),
  };
  const paths: (Path | undefined)[] = [{ moves: [], asks: [], refusals: [], remarks: 0, groups: 0, context }];
  for (let end = 1; end <= segments.length; end += 1) {
    for (let start = 0; start < end; start += 1) {
      const before = paths[start];
      if (before === undefined) continue;
      const isAlone = start === 0 && end === segments.length;
      const group = segments.slice(start, end);
      const path = extended(before, {
        message,
        pieces: group.flat(),
        crossings: group.slice(0, -1).filter(isSentence).length,
        isAlone,
        isFirst: start === 0,
      });
      const known = paths[end];
      // Of equally good ones that with the shorter last part.
      if (known === undefined || !isBetter(known, path)) paths[end] = path;
    }
  }
  return concluded(paths[segments.length]);
};

/** Fewer parts that are not understood, then fewer that only tell something or lack something, then more parts. */
const isBetter = (one: Path, other: Path): boolean => {
  const rank = (path: Path): readonly number[] => [
    path.refusals.length,
    path.remarks + holesIn(path.moves),
    -path.groups,
  ];
  const [a, b] = [rank(one), rank(other)];
  const at = a.findIndex((value, place) => value !== b[place]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
};

const holesIn = (moves: readonly Move[]): number =>
  moves.filter(
    (move) =>
      'act' in move &&
      Object.values(move.parts).some((part) => typeof part === 'object' && 'doubt' in part && part.among.length === 0),
  ).length;

interface Group {
  readonly message: Message;
  readonly pieces: Pieces;
  readonly isAlone: boolean;
  readonly isFirst: boolean;
  /** Ends of sentences within. */
  readonly crossings: number;
}

const isSentence = (segment: Pieces): boolean => {
  const last = segment.at(-1);
  return last?.is === 'sign' && ['.', ';', '!', '?'].includes(last.token.raw);
};

const extended = (before: Path, { message, pieces, isAlone, isFirst, crossings }: Group): Path => {
  const path = { ...before, remarks: before.remarks + crossings };
  const lexicon = LEXICON[message.lang];
  const make = (own: Pieces): Said => {
    const bare = { ...message, lexicon, pieces: own, context: path.context, isAlone };
    return { ...bare, isQuestion: isQuestionIn(bare) };
  };
  const front = trimStart(pieces, lexicon('and'));
  const said = make(front);
  // "no, 24k" puts right what was said before; by itself it is nothing.
  const opening = trimStart(pieces);
  const isCorrection =
    !isFirst &&
    (startsWith(opening, cue(said, 'or')) ||
      startsWith(opening, cue(said, 'because')) ||
      startsWith(opening, cue(said, 'waiting')) ||
      isOfNewJourney(path, said));
  const own = isCorrection ? null : readPart(said);
  const isWeak = own === null || own.is === 'remark' || own.heard.isBare === true || 'refused' in own.heard.outcome;
  const carried =
    isWeak && !isFirst && !isCorrection && path.context.carry.length > 0
      ? readPart({ ...make([...path.context.carry, ...front]), isQuestion: false })
      : null;
  const isCarried = carried?.is === 'heard' && !('refused' in carried.heard.outcome);
  const read = isCarried ? carried : own;
  if (read === null) return { ...path, refusals: [...path.refusals, 'unknown'], groups: path.groups + 1 };
  if (read.is === 'remark' && !isAlone && !isTold(said))
    return { ...path, refusals: [...path.refusals, 'unknown'], groups: path.groups + 1 };
  if (read.is === 'remark') return { ...path, remarks: path.remarks + 1, groups: path.groups + 1 };
  return withHeard(path, read.heard);
};

/** "the plaster is dry", "thanks": something that is told beside what is asked for. A few names, or a bare verb, are a part that was not understood. */
const isTold = (said: Said): boolean => {
  const left = strip(said.pieces, ...cues(said, 'nice', 'fill')).filter((piece) => piece.is !== 'sign');
  return (
    left.length === 0 || (seek(said.pieces, cue(said, 'be')) !== null && !startsWith(said.pieces, cue(said, 'be')))
  );
};

/** Behind a journey that is begun an amount or a name is that journey's own, and belongs into the same part. */
const isOfNewJourney = ({ moves }: Path, said: Said): boolean => {
  const last = moves.at(-1);
  if (last === undefined || !('act' in last) || last.act !== 'journey.start') return false;
  const front = trimStart(said.pieces, ...cues(said, 'fill', 'want', 'set'));
  return (
    startsWith(front, cue(said, 'budget')) ||
    startsWith(front, cue(said, 'called')) ||
    front[0]?.is === 'sum' ||
    front[0]?.is === 'day'
  );
};

const withHeard = (path: Path, { outcome, leaves }: Heard): Path => {
  const next = { ...path, groups: path.groups + 1, context: { ...path.context, budget: false, carry: [], ...leaves } };
  if ('refused' in outcome) return { ...next, refusals: [...path.refusals, outcome.refused] };
  if ('moves' in outcome) return { ...next, moves: [...path.moves, ...outcome.moves] };
  return { ...next, asks: [...path.asks, outcome] };
};

const concluded = (path: Path | undefined): Reading => {
  if (path === undefined) return { unread: true };
  if (path.refusals.length > 0) {
    const why = path.refusals.find((each) => each !== null);
    return why === undefined || why === null ? { unread: true } : { unread: true, why };
  }
  if (path.moves.length > 0) return readingOf(oneBudget(path.moves));
  const [ask] = path.asks;
  return ask === undefined ? { unread: true } : answering(ask);
};

/** Two amounts for one thing are asked: "budget 22k, no, 24k". */
const oneBudget = (moves: readonly Move[]): readonly Move[] => {
  const kept: Move[] = [];
  for (const move of moves) {
    const last = kept.at(-1);
    const both = last === undefined ? null : asOneBudget(last, move);
    if (both === null) kept.push(move);
    else kept[kept.length - 1] = both;
  }
  return kept;
};

const asOneBudget = (one: Move, other: Move): Move | null => {
  if (!('act' in one) || !('act' in other) || one.act !== 'budget.set' || other.act !== 'budget.set') return null;
  const [a, b] = [one.parts['money'], other.parts['money']];
  if (one.parts['step'] !== other.parts['step'] || !isAmount(a) || !isAmount(b)) return null;
  return open('budget.set', {
    ...one.parts,
    money: { doubt: 'amount', among: [a, b].map((value) => ({ value, label: '' })) },
  });
};

const isAmount = (part: Part): part is Money => typeof part === 'object' && 'minor' in part;

const answering = (outcome: Outcome): Reading => {
  if ('asks' in outcome) return { asks: outcome.asks };
  if (!('doubted' in outcome)) return { unread: true };
  const options = outcome.doubted.among.map(({ value, label }): Option => {
    const asked: Question = outcome.asked(typeof value === 'string' ? value : '');
    return { value, label, means: { asks: asked } };
  });
  return { choose: { what: outcome.doubted.doubt, options, pending: { drafts: [], holes: [] } } };
};

const PARTING = new Set([',', ';', '.', '!', '?', '…']);

/** Pieces between signs, line ends and "and"; each keeps the sign at its end, and "and" begins the next. */
const segmentsOf = ({ lang, text, pieces }: Message): readonly Pieces[] => {
  const and = LEXICON[lang]('and');
  const segments: Pieces[] = [];
  let current: Pieces = [];
  let isQuoted = false;
  for (const [at, piece] of pieces.entries()) {
    const before = pieces[at - 1];
    if (piece.is === 'sign' && /^["“”„«»]$/.test(piece.token.raw)) isQuoted = !isQuoted;
    const isLineEnd = before !== undefined && text.slice(before.to, piece.from).includes('\n');
    const isAnd = !isQuoted && isWord(piece) && lengthAt(pieces, at, and) > 0;
    if (
      (isLineEnd || isAnd || (piece.is === 'sign' && piece.token.raw === '&')) &&
      current.some((each) => each.is !== 'sign')
    ) {
      segments.push(current);
      current = [];
    }
    current = [...current, piece];
    if (!isQuoted && piece.is === 'sign' && PARTING.has(piece.token.raw) && isEnd(text, piece.to)) {
      if (current.some((each) => each.is !== 'sign')) segments.push(current);
      else if (segments.length > 0) segments[segments.length - 1] = [...(segments.at(-1) ?? []), ...current];
      current = [];
    }
  }
  const last = strip(current).filter((piece) => piece.is !== 'sign');
  if (last.length > 0) return [...segments, current];
  return segments.length === 0 || current.length === 0
    ? segments
    : [...segments.slice(0, -1), [...(segments.at(-1) ?? []), ...current]];
};

/** A sign parts only before a space or the end: "1.2k" and "ca.2" are one. */
const isEnd = (text: string, at: number): boolean => at >= text.length || /[\s"'“”)!?.]/.test(text.charAt(at));
