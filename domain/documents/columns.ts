// Finds the head of a table of items and where its columns stand.
import { boxAround, textOf, type Box, type Row, type Word } from './rows.ts';
import { columnOf, plain, type Column } from './vocabulary.ts';

export interface ColumnHead {
  readonly column: Column;
  readonly text: string;
  readonly box: Box;
}

export interface TableHead {
  /** Place among the rows of the last row that belongs to the head. */
  readonly at: number;
  /** Left to right. */
  readonly columns: readonly ColumnHead[];
}

/** Words that one column's name may have. */
const NAME_WORDS = 5;
/** Words in a head that name no column: more than a third makes it a sentence. */
const MOST_UNKNOWN = 0.34;
/** A second line of the head follows within this many heights. */
const SECOND_LINE = 1.2;

/** The head at this row, or null when it is none. */
export const headAt = (rows: readonly Row[], at: number): TableHead | null => {
  const row = rows[at];
  if (row === undefined || row.words.some(([text]) => /\d[.,]\d/.test(text))) return null;
  const first = segmentsOf(row.words, row.size);
  const below = rows[at + 1];
  const second = below !== undefined && isSecondLine(row, below) ? segmentsOf(below.words, below.size) : [];
  const joined = second.length === 0 ? first : joinLines(first, second);
  const useSecond = joined !== null && worth(joined) >= worth(first) && second.length > 0;
  const segments = useSecond ? joined : first;
  const named = segments.filter((segment): segment is ColumnHead => segment.column !== null);
  const words = segments.reduce((sum, { text }) => sum + text.split(' ').length, 0);
  const unknown = segments
    .filter(({ column }) => column === null)
    .reduce((sum, { text }) => sum + text.split(' ').length, 0);
  const columns = resolved(named);
  const has = (column: Column): boolean => columns.some((head) => head.column === column);
  const isHead =
    columns.length >= 2 &&
    (has('amount') || has('unitPrice')) &&
    (has('description') || has('quantity') || has('position')) &&
    unknown / Math.max(1, words) <= MOST_UNKNOWN;
  return isHead ? { at: useSecond ? at + 1 : at, columns } : null;
};

interface Segment {
  readonly column: Column | null;
  readonly text: string;
  readonly box: Box;
}

const worth = (segments: readonly Segment[]): number =>
  new Set(segments.flatMap(({ column }) => column ?? [])).size -
  segments.filter(({ column }) => column === null).length;

/** The row cut into the longest runs of words that name a column; what names none stays a word. */
const segmentsOf = (words: readonly Word[], size: number): readonly Segment[] => {
  const segments: Segment[] = [];
  for (let at = 0; at < words.length;) {
    const run = longestName(words.slice(at, at + NAME_WORDS), size);
    segments.push({ column: columnOf(textOf(run)), text: textOf(run), box: boxAround(run) });
    at += run.length;
  }
  return segments.filter(({ text }) => plain(text) !== '');
};

/** Words of one name stand close; a wide gap is the next column. */
const NAME_GAP = 0.9;

const longestName = (words: readonly Word[], size: number): readonly Word[] => {
  const apart = words.findIndex((word, at) => at > 0 && word[1] - (words[at - 1]?.[3] ?? 0) > size * NAME_GAP);
  const close = apart === -1 ? words : words.slice(0, apart);
  for (let count = close.length; count > 1; count -= 1) {
    const run = close.slice(0, count);
    if (columnOf(textOf(run)) !== null) return run;
  }
  return words.slice(0, 1);
};

const isSecondLine = (row: Row, below: Row): boolean =>
  below.page === row.page &&
  below.box[1] - row.box[3] <= row.size * SECOND_LINE &&
  below.words.every(([text]) => !/\d/.test(text));

/** "Unit" over "price" is one name; null when the second line is no part of a head. */
const joinLines = (first: readonly Segment[], second: readonly Segment[]): readonly Segment[] | null => {
  const joined: Segment[] = [...first];
  for (const lower of second) {
    const at = joined.findIndex(({ box }) => overlaps(box, lower.box));
    const upper = joined[at];
    if (upper === undefined) {
      if (lower.column === null) return null;
      joined.push(lower);
      continue;
    }
    const text = `${upper.text} ${lower.text}`;
    const box: Box = [
      Math.min(upper.box[0], lower.box[0]),
      upper.box[1],
      Math.max(upper.box[2], lower.box[2]),
      lower.box[3],
    ];
    joined[at] = { text, box, column: columnOf(text) ?? upper.column };
  }
  return joined.toSorted((a, b) => a.box[0] - b.box[0]);
};

const overlaps = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2];

/** Each column once: what is named twice, or is named a price but is the sum, gets the meaning that is left. */
const resolved = (heads: readonly ColumnHead[]): readonly ColumnHead[] => {
  const amounts = heads.filter(({ column }) => column === 'amount');
  const hasPrice = heads.some(({ column }) => column === 'unitPrice');
  const [firstAmount] = amounts;
  const lastAmount = amounts.at(-1);
  const gross = lastAmount !== undefined && /gross|brutto|inc|ttc/i.test(lastAmount.text);
  const sum = gross ? firstAmount : lastAmount;
  const named = heads.flatMap((head, at): readonly ColumnHead[] => {
    // "Desc." is what stands first in English, and a discount behind the article in Portuguese.
    const isSecond = head.column === 'description' && heads.slice(0, at).some(({ column }) => column === 'description');
    if (isSecond && plain(head.text) === 'desc') return [{ ...head, column: 'discount' }];
    if (head.column !== 'amount' || head === sum) return [head];
    return hasPrice || gross ? [] : [{ ...head, column: 'unitPrice' }];
  });
  const withSum =
    sum === undefined
      ? named.map((head, at) =>
          head.column === 'unitPrice' && !named.slice(at + 1).some(({ column }) => column === 'unitPrice')
            ? { ...head, column: 'amount' as const }
            : head,
        )
      : named;
  return withSum.filter((head, at) => withSum.findIndex(({ column }) => column === head.column) === at);
};
