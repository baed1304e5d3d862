// Which lines of different quotes are one piece of work: by hand where a person said so, else the likest pairs first. The same whatever the order.
import type { RecordId } from '../kernel/ids.ts';
import type { PaperLine } from '../records/paper.ts';
import { placedBy, type Corrections } from './corrections.ts';
import { likenessOver, type Likeness } from './likeness.ts';
import { likestFirst, type Pairs } from './likest-first.ts';
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
  likestFirst(
    pairsOf(lines, likeness, rows),
    {
      least: ALIKE,
      canJoin: (a, b) => canJoin(rows[a], rows[b]),
      places: lines.map(({ place }) => place),
    },
    (a, b) => join(rows, { one: rows[a], other: rows[b] }, likeness),
  );
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
  /** Numbers of them, in the order of the lines. */
  quotes: readonly number[];
}

/** One row for each line, and one for all lines that a person put together. The array is by line; lines of one row share it. */
const startRows = (lines: readonly MatchLine[], rowOf: (line: MatchLine) => string | undefined): GrowingRow[] => {
  const byName = new Map<string, GrowingRow>();
  const numbers = new Map([...new Set(lines.map(({ quote }) => quote))].map((quote, at) => [quote, at]));
  const numberOf = (quote: RecordId): number => numbers.get(quote) ?? 0;
  return lines.map((line, at) => {
    const name = rowOf(line);
    const known = name === undefined || name === '' ? undefined : byName.get(name);
    if (known !== undefined) {
      known.members = [...known.members, at];
      known.quotes = [...known.quotes, numberOf(line.quote)];
      return known;
    }
    const row: GrowingRow = {
      name: name === undefined || name === '' ? null : name,
      isClosed: name === '',
      members: [at],
      quotes: [numberOf(line.quote)],
    };
    if (row.name !== null) byName.set(row.name, row);
    return row;
  });
};

const pairsOf = (lines: readonly MatchLine[], likeness: Likeness, rows: readonly GrowingRow[]): Pairs => {
  const pairs: Pairs = { a: [], b: [], like: [] };
  const isOpen = (at: number): boolean => rows[at]?.isClosed === false;
  // Lines of one quote stand together: those of the quotes after it are the ones it may go with.
  let from = 0;
  for (const [a, { quote }] of lines.entries()) {
    while (from < lines.length && (from <= a || lines[from]?.quote === quote)) from += 1;
    if (!isOpen(a)) continue;
    likeness.eachAlike(a, { from, like: ALIKE }, (b, like) => {
      if (!isOpen(b)) return;
      pairs.a.push(a);
      pairs.b.push(b);
      pairs.like.push(like);
    });
  }
  return pairs;
};

/** Whether two rows may become one, however alike they are. */
const canJoin = (one: GrowingRow | undefined, other: GrowingRow | undefined): boolean => {
  if (one === undefined || other === undefined || one === other) return false;
  // Two rows that a person made stay two.
  if (one.name !== null && other.name !== null) return false;
  return !one.quotes.some((quote) => other.quotes.includes(quote));
};

interface Two {
  readonly one: GrowingRow | undefined;
  readonly other: GrowingRow | undefined;
}

const join = (rows: GrowingRow[], { one, other }: Two, likeness: Likeness): void => {
  if (one === undefined || other === undefined || !canJoin(one, other)) return;
  // A person's row may hold what is not alike: there one of its lines is enough.
  const isFound = one.name === null && other.name === null;
  if (isFound && meanOf(one.members, other.members, likeness) < ROW_ALIKE) return;
  const [into, from] = other.name === null ? [one, other] : [other, one];
  into.members = [...into.members, ...from.members].toSorted((x, y) => x - y);
  into.quotes = [...into.quotes, ...from.quotes];
  for (const at of from.members) rows[at] = into;
};

const meanOf = (these: readonly number[], those: readonly number[], likeness: Likeness): number => {
  const sum = these.reduce((so, a) => so + those.reduce((more, b) => more + likeness.of(a, b), 0), 0);
  return sum / (these.length * those.length);
};

const sureOf = (members: readonly number[], likeness: Likeness): number => {
  const least = members.map((a) =>
    members.reduce((best, b) => (a === b ? best : Math.max(best, likeness.of(a, b))), members.length === 1 ? 1 : 0),
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
  // A list in which each names the next: a row is put in after any other without moving those behind it.
  const first: Link = { row: null, next: null };
  const placed = new Map<MatchRow, Link>();
  for (const [, own] of counts.toSorted(([a], [b]) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))) {
    let after = first;
    for (const line of own.toSorted((a, b) => a.place - b.place)) {
      const row = rowBy.get(line);
      if (row === undefined) continue;
      const known = placed.get(row);
      const link: Link = known ?? { row, next: after.next };
      if (known === undefined) {
        after.next = link;
        placed.set(row, link);
      }
      after = link;
    }
  }
  const order: MatchRow[] = [];
  for (let at = first.next; at !== null; at = at.next) if (at.row !== null) order.push(at.row);
  return order;
};

interface Link {
  readonly row: MatchRow | null;
  next: Link | null;
}
