// Which lines of different quotes are one piece of work: by hand where a person said so, else the likest pairs first. The same whatever the order.
import type { RecordId } from '../kernel/ids.ts';
import type { PaperLine } from '../records/paper.ts';
import { placedBy, type Corrections } from './corrections.ts';
import { likenessOver } from './likeness.ts';
import { unitOf } from './units.ts';

export interface LinedQuote {
  readonly id: RecordId;
  readonly lines: readonly PaperLine[];
}

/** A line with the quote it stands in. Its id is unique within the quote even where a paper numbered two alike. */
export interface MatchLine {
  readonly quote: RecordId;
  readonly id: string;
  readonly description: string;
  readonly line: PaperLine;
  /** Its place in the quote, from 0. */
  readonly place: number;
}

export interface MatchRow {
  /** Stable as long as its lines are: of a row made by hand its name, else that of its first line. */
  readonly id: string;
  readonly byHand: boolean;
  /** The name that a person's row goes by among the corrections; null for one that was found, or that was set apart. */
  readonly named: string | null;
  /** By quote, then by place: at most one of each quote unless a person put more together. */
  readonly lines: readonly MatchLine[];
  /** 0 to 100, how sure the matching is of its least likely line; 100 for a row by hand or of one line. */
  readonly sure: number;
}

/** From here on two lines are taken for one piece of work. */
const ALIKE = 0.4;
/** A whole row may be a little less alike than its best pair. */
const ROW_ALIKE = 0.32;

export const matchLines = (quotes: readonly LinedQuote[], corrections: Corrections = {}): readonly MatchRow[] => {
  const lines = matchable(quotes);
  const placed = placedBy(corrections, lines);
  const likeness = likenessOver(
    lines.map(({ line }) => ({
      text: line.description,
      quantity: line.quantity,
      unit: unitOf(line.unit, line.quantity),
    })),
  );
  const rows = startRows(lines, (line) => placed.get(line));
  for (const { a, b } of pairsOf(lines, likeness, rows)) join(rows, { a, b, likeness });
  const standing = new Set(rows);
  return inOrder(
    [...standing].map(({ members, name }) => {
      const own = members.map((at) => lines[at]).filter((line) => line !== undefined);
      const [first] = own;
      return {
        id: name ?? `${first?.quote ?? ''} ${first?.id ?? ''}`,
        named: name,
        byHand: name !== null || own.some((line) => placed.get(line) === ''),
        lines: own.toSorted(byQuote),
        sure: name === null ? sureOf(members, likeness) : 100,
      };
    }),
  );
};

/** In an order of their own, so that it does not matter how they came. */
const matchable = (quotes: readonly LinedQuote[]): readonly MatchLine[] =>
  quotes
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id: quote, lines }) => {
      const taken = new Set<string>();
      return lines.map((line, place) => {
        let { id } = line;
        while (taken.has(id)) id += '~';
        taken.add(id);
        return { quote, id, description: line.description, line, place };
      });
    });

const byQuote = (a: MatchLine, b: MatchLine): number =>
  a.quote === b.quote ? a.place - b.place : a.quote < b.quote ? -1 : 1;

interface GrowingRow {
  readonly name: string | null;
  /** Nothing is added to what a person set apart. */
  readonly isClosed: boolean;
  members: readonly number[];
  quotes: ReadonlySet<RecordId>;
}

/** One row for each line, and one for all lines that a person put together. The array is by line; lines of one row share it. */
const startRows = (lines: readonly MatchLine[], rowOf: (line: MatchLine) => string | undefined): GrowingRow[] => {
  const byName = new Map<string, GrowingRow>();
  return lines.map((line, at) => {
    const name = rowOf(line);
    const known = name === undefined || name === '' ? undefined : byName.get(name);
    if (known !== undefined) {
      known.members = [...known.members, at];
      known.quotes = new Set([...known.quotes, line.quote]);
      return known;
    }
    const row: GrowingRow = {
      name: name === undefined || name === '' ? null : name,
      isClosed: name === '',
      members: [at],
      quotes: new Set([line.quote]),
    };
    if (row.name !== null) byName.set(row.name, row);
    return row;
  });
};

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly like: number;
}

type Likeness = (a: number, b: number) => number;

const pairsOf = (lines: readonly MatchLine[], likeness: Likeness, rows: readonly GrowingRow[]): readonly Pair[] => {
  const pairs: Pair[] = [];
  for (const [a, one] of lines.entries())
    for (let b = a + 1; b < lines.length; b += 1) {
      if (one.quote === lines[b]?.quote || rows[a]?.isClosed !== false || rows[b]?.isClosed !== false) continue;
      const like = likeness(a, b);
      if (like >= ALIKE) pairs.push({ a, b, like });
    }
  // Equally alike: the first of each quote first, since quotes for one job follow one order more often than not.
  return pairs.toSorted((x, y) => y.like - x.like || apart(lines, x) - apart(lines, y) || x.a - y.a || x.b - y.b);
};

const apart = (lines: readonly MatchLine[], { a, b }: Pair): number =>
  Math.abs((lines[a]?.place ?? 0) - (lines[b]?.place ?? 0));

const join = (
  rows: GrowingRow[],
  { a, b, likeness }: { readonly a: number; readonly b: number; readonly likeness: Likeness },
): void => {
  const [one, other] = [rows[a], rows[b]];
  if (one === undefined || other === undefined || one === other) return;
  // Two rows that a person made stay two.
  if (one.name !== null && other.name !== null) return;
  if ([...one.quotes].some((quote) => other.quotes.has(quote))) return;
  // A person's row may hold what is not alike: there one of its lines is enough.
  const isFound = one.name === null && other.name === null;
  if (isFound && meanOf(one.members, other.members, likeness) < ROW_ALIKE) return;
  const [into, from] = other.name === null ? [one, other] : [other, one];
  into.members = [...into.members, ...from.members].toSorted((x, y) => x - y);
  into.quotes = new Set([...into.quotes, ...from.quotes]);
  for (const at of from.members) rows[at] = into;
};

const meanOf = (these: readonly number[], those: readonly number[], likeness: Likeness): number => {
  const sum = these.reduce((so, a) => so + those.reduce((more, b) => more + likeness(a, b), 0), 0);
  return sum / (these.length * those.length);
};

const sureOf = (members: readonly number[], likeness: Likeness): number => {
  const least = members.map((a) =>
    members.reduce((best, b) => (a === b ? best : Math.max(best, likeness(a, b))), members.length === 1 ? 1 : 0),
  );
  return Math.round(Math.min(1, ...least) * 100);
};

/** As in the longest quote, and what it does not name after what stands before it in its own. */
const inOrder = (rows: readonly MatchRow[]): readonly MatchRow[] => {
  const lines = rows.flatMap((row) => row.lines);
  const counts = [...Map.groupBy(lines, ({ quote }) => quote)].toSorted(
    ([a, own], [b, others]) => others.length - own.length || (a < b ? -1 : 1),
  );
  const rank = new Map(counts.map(([quote], at) => [quote, at]));
  const rowBy = new Map(rows.flatMap((row) => row.lines.map((line) => [line, row] as const)));
  const order: MatchRow[] = [];
  for (const [, own] of counts.toSorted(([a], [b]) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))) {
    let after = -1;
    for (const line of own.toSorted((a, b) => a.place - b.place)) {
      const row = rowBy.get(line);
      if (row === undefined) continue;
      const at = order.indexOf(row);
      if (at >= 0) after = at;
      else {
        after += 1;
        order.splice(after, 0, row);
      }
    }
  }
  return order;
};
