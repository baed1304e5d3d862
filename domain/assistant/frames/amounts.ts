// The one amount that a sentence is about: counts left aside, several asked, negative ones refused.
import type { Part } from '../draft.ts';
import { isSum, isWord, lengthAt, type Pieces, type SumPiece, wordOf } from '../pieces.ts';
import { cue, cues, type Said } from '../said.ts';

export interface Amount {
  readonly part: Part;
  readonly sums: readonly SumPiece[];
  readonly rest: Pieces;
  readonly isNegative: boolean;
}

/** Null when there is no amount. */
export const amountIn = (said: Said, pieces: Pieces): Amount | null => {
  const all = pieces.filter(isSum);
  const surely = all.filter((sum) => sum.span.isMarked || !isCount(said, pieces, sum));
  const sums = surely;
  if (sums.length === 0) return null;
  const times = timesBefore(pieces, sums);
  const values = sums.flatMap(({ span }) => [
    ...(times === null ? [] : span.values.map((value) => ({ ...value, minor: value.minor * times.count }))),
    ...span.values,
  ]);
  const apart = values.filter(
    (value, at) => values.findIndex((each) => each.minor === value.minor && each.currency === value.currency) === at,
  );
  const [one] = apart;
  return {
    part: apart.length === 1 ? one : { doubt: 'amount', among: apart.map((value) => ({ value, label: '' })) },
    sums,
    rest: pieces.filter((piece) => !(isSum(piece) && sums.includes(piece)) && times?.pieces.includes(piece) !== true),
    isNegative: sums.some(({ span }) => span.isNegative || span.values.every(({ minor }) => minor === 0)),
  };
};

/** "3 x 12.50": the whole or one of them, which is asked. */
const timesBefore = (
  pieces: Pieces,
  sums: readonly SumPiece[],
): { readonly count: number; readonly pieces: Pieces } | null => {
  const [sum, ...others] = sums;
  const at = sum === undefined ? -1 : pieces.indexOf(sum);
  const [number, sign] = pieces.slice(Math.max(0, at - 2), Math.max(0, at));
  if (others.length > 0 || number?.is !== 'number' || sign === undefined) return null;
  const isTimes = sign.is === 'word' ? sign.token.word === 'x' : sign.is === 'sign' && /^[×*]$/.test(sign.token.raw);
  const count = Number(number.token.raw);
  return isTimes && Number.isInteger(count) && count > 1 ? { count, pieces: [number, sign] } : null;
};

/** "2 doors": a bare number right before a word that names something. */
const isCount = (said: Said, pieces: Pieces, sum: SumPiece): boolean => {
  const at = pieces.indexOf(sum);
  const next = pieces[at + 1];
  if (sum.span.from < 0 || next === undefined || !isWord(next)) return false;
  const leads = [
    cue(said, 'inside'),
    cue(said, 'fill'),
    cue(said, 'be'),
    cue(said, 'too'),
    cue(said, 'and'),
    cue(said, 'pay'),
    cue(said, 'bought'),
    ...cues(
      said,
      'or',
      'set',
      'raise',
      'lower',
      'change',
      'costs',
      'allot',
      'it',
      'him',
      'accept',
      'quoted',
      'plan',
      'light',
      'purpose',
      'costNoun',
      'budget',
      'by',
    ),
  ];
  return wordOf(next) !== null && leads.every((phrases) => lengthAt(pieces, at + 1, phrases) === 0);
};
