// Invoices against what was agreed: billed above a line, billed twice, never agreed, over the whole; each finding with the figures it comes from.
import { fold } from '../kernel/fold.ts';
import type { RecordId, RecordKey } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';
import type { CalendarDate } from '../kernel/time.ts';
import type { PaperLine } from '../records/paper.ts';
import { basisOf, withoutTax } from './basis.ts';
import { placedBy, type Corrections } from './corrections.ts';
import { matchLines, type MatchLine } from './match.ts';
import { scaled, unitOf } from './units.ts';
import { inOwnCurrency, type Figures } from './worth.ts';

/** What was taken, with the change orders that were approved since as lines of their own. */
export interface Agreed extends Omit<Figures, 'subtotal'> {
  /** Of the award: what a person said of its lines is remembered by it. */
  readonly id?: RecordId;
  readonly subtotal: Money | null;
  readonly changes: readonly { readonly key: RecordKey; readonly title: string; readonly amount: Money }[];
  /** The award's worth and its changes, with tax. */
  readonly committed: Money;
}

/** An invoice, or a cost without a paper: then it has no lines, and its total is checked alone. */
export interface Bill extends Omit<Figures, 'total'> {
  /** Of the cost, or of the paper while it is none yet. */
  readonly key: RecordKey;
  readonly number: string;
  readonly date: CalendarDate | null;
  readonly total: Money;
  /** What was held back of another bill: alike to it as it may be, it is not the same once more. */
  readonly isPart?: boolean;
}

export type Finding =
  /** This bill and those before it come to more than the line that was agreed. `over` is what this bill adds above it. */
  | {
      readonly kind: 'overLine';
      readonly line: string;
      readonly agreed: Money;
      readonly before: Money;
      readonly billed: Money;
      readonly over: Money;
    }
  /** The sum is not over, the price for one is. Thousandths of the unit. */
  | {
      readonly kind: 'overPrice';
      readonly line: string;
      readonly agreed: Money;
      readonly billed: Money;
      readonly quantity: number;
      readonly unit: string;
      readonly over: Money;
    }
  /** The same work for the same amount stands in this bill or in another already. */
  | { readonly kind: 'twice'; readonly line: string; readonly billed: Money; readonly in: RecordKey }
  /** The same invoice was recorded already: its number, or its day and its amount. */
  | { readonly kind: 'sameInvoice'; readonly in: RecordKey; readonly billed: Money }
  | { readonly kind: 'notAgreed'; readonly line: string; readonly billed: Money }
  | {
      readonly kind: 'overTotal';
      readonly agreed: Money;
      readonly before: Money;
      readonly billed: Money;
      readonly over: Money;
    }
  /** Nothing is compared: there is no rate between the two. */
  | { readonly kind: 'otherCurrency'; readonly billed: Money; readonly agreed: Money };

/**
 * By the key of each bill, in the order in which they came; an empty list where all is as agreed. `corrections` is what a person said of
 * which line bills what.
 */
export const checkInvoices = (
  bills: readonly Bill[],
  given: Agreed,
  corrections: Corrections = {},
): ReadonlyMap<RecordKey, readonly Finding[]> => {
  const agreed = inOwnCurrency(given);
  const found = new Map<RecordKey, readonly Finding[]>();
  const before: CheckedBill[] = [];
  for (const bill of bills.map(inOwnCurrency).toSorted(asTheyCame)) {
    if (bill.total.currency !== agreed.currency) {
      found.set(bill.key, [{ kind: 'otherCurrency', billed: bill.total, agreed: agreed.committed }]);
      continue;
    }
    const checked = matchedTo(bill, agreed, corrections);
    const same = before.find((other) => isSameInvoice(other.bill, bill));
    // A second copy of one invoice is that and no more: each of its lines would only say the same again.
    const findings =
      same === undefined
        ? [...lineFindings(checked, before, agreed), ...totalFindings(bill, before, agreed)]
        : [
            { kind: 'sameInvoice' as const, in: same.bill.key, billed: bill.total },
            ...totalFindings(bill, before, agreed),
          ];
    found.set(bill.key, findings);
    before.push(checked);
  }
  return found;
};

const asTheyCame = (a: Bill, b: Bill): number => (a.date ?? '').localeCompare(b.date ?? '') || (a.key < b.key ? -1 : 1);

const isSameInvoice = (a: Bill, b: Bill): boolean => {
  if (a.isPart === true || b.isPart === true) return false;
  const [one, other] = [fold(a.number).trim(), fold(b.number).trim()];
  if (one !== '' || other !== '') return one === other;
  return a.date !== null && a.date === b.date && a.total.minor === b.total.minor && a.total.minor !== 0;
};

interface BilledLine {
  readonly line: PaperLine;
  /** On the basis of what was agreed, in minor units. */
  readonly minor: number;
  /** The agreed line that it bills; null for none. */
  readonly agreed: string | null;
}

interface CheckedBill {
  readonly bill: Bill;
  readonly lines: readonly BilledLine[];
}

const AGREED = 'agreed';

/** Changes stand among the lines that were agreed. */
const agreedLines = ({ lines, changes, currency }: Agreed): readonly PaperLine[] => [
  ...lines.filter(({ amount, optional }) => amount !== null && optional !== true),
  // One in another currency is added to nothing, so it allows nothing.
  ...changes
    .filter(({ amount }) => amount.currency === currency)
    .map(({ key, title, amount }) => ({
      id: key,
      description: title,
      quantity: null,
      unit: '',
      unitPrice: null,
      amount,
    })),
];

/** A line of a bill, and the agreed line that it bills; null for none. */
export interface BilledTo {
  readonly line: MatchLine;
  readonly to: MatchLine | null;
  /** A person said so. */
  readonly byHand: boolean;
}

/** Every line of the bill, by hand where a person said so, else as it is matched; and all lines that they may stand for. */
export const billedTo = (
  bill: Pick<Bill, 'key' | 'lines'>,
  agreed: Agreed,
  corrections: Corrections = {},
): { readonly lines: readonly BilledTo[]; readonly agreed: readonly MatchLine[] } => {
  const theirs = { id: agreed.id ?? AGREED, lines: agreedLines(agreed) };
  const own = bill.lines.filter(({ amount, optional }) => amount !== null && optional !== true);
  const rows = matchLines([theirs, { id: bill.key, lines: own }], corrections);
  const all = rows.flatMap(({ lines }) => lines);
  const placed = placedBy(corrections, all);
  const lines = rows.flatMap((row) => {
    const to = row.lines.find(({ quote }) => quote === theirs.id) ?? null;
    return row.lines.flatMap((line) => (line.quote === bill.key ? [{ line, to, byHand: placed.has(line) }] : []));
  });
  // One line may be billed in parts: what found none alone is asked again against all that was agreed.
  const again = ({ line }: MatchLine): MatchLine | null =>
    matchLines([theirs, { id: bill.key, lines: [line] }])
      .find((row) => row.lines.length > 1)
      ?.lines.find(({ quote }) => quote === theirs.id) ?? null;
  return {
    agreed: byPlace(all.filter(({ quote }) => quote === theirs.id)),
    lines: lines
      .map(({ line, to, byHand }) => ({ line, byHand, to: to === null && !byHand ? again(line) : to }))
      .toSorted((a, b) => a.line.place - b.line.place),
  };
};

const byPlace = (lines: readonly MatchLine[]): readonly MatchLine[] => lines.toSorted((a, b) => a.place - b.place);

const matchedTo = (bill: Bill, agreed: Agreed, corrections: Corrections): CheckedBill => {
  const brought = onBasisOf(bill, agreed);
  return {
    bill,
    lines: billedTo(bill, agreed, corrections).lines.map(({ line: { line }, to }) => ({
      line,
      minor: brought(line.amount?.minor ?? 0),
      agreed: to?.id ?? null,
    })),
  };
};

/** An amount of the bill as the agreed lines are printed: with or without tax. */
const onBasisOf = (bill: Bill, agreed: Agreed): ((minor: number) => number) => {
  const own = basisOf(bill);
  const theirs = basisOf({ ...agreed, total: agreed.total });
  if (own === 'gross' && theirs === 'net') return (minor) => withoutTax(minor, bill);
  if (own === 'net' && theirs === 'gross')
    return (minor) => {
      const net = bill.total.minor - (bill.tax?.minor ?? 0);
      return net === 0 ? minor : scaled(minor, BigInt(bill.total.minor), BigInt(net));
    };
  return (minor) => minor;
};

const lineFindings = (
  { bill, lines }: CheckedBill,
  before: readonly CheckedBill[],
  agreed: Agreed,
): readonly Finding[] => {
  const money = (minor: number): Money => ({ minor, currency: agreed.currency });
  const byAgreed = new Map(agreedLines(agreed).map((line) => [line.id, line]));
  const findings: Finding[] = [];
  for (const [at, { line, minor, agreed: id }] of lines.entries()) {
    if (minor <= 0) continue;
    const name = line.description;
    const twin = twinOf(lines.slice(0, at), { line, minor }) ? bill.key : twinBefore(before, { line, minor, id });
    const known = id === null ? undefined : byAgreed.get(id);
    const earlier = [...before.flatMap((other) => other.lines), ...lines.slice(0, at)]
      .filter((other) => id !== null && other.agreed === id)
      .reduce((sum, other) => sum + other.minor, 0);
    const over = known === undefined ? 0 : overOf(known, earlier, minor);
    if (twin !== null && (known === undefined || over > 0))
      findings.push({ kind: 'twice', line: name, billed: money(minor), in: twin });
    else if (known === undefined) {
      if (agreed.lines.length > 0) findings.push({ kind: 'notAgreed', line: name, billed: money(minor) });
    } else if (over > 0)
      findings.push({
        kind: 'overLine',
        line: name,
        agreed: money(known.amount?.minor ?? 0),
        before: money(earlier),
        billed: money(minor),
        over: money(over),
      });
    else findings.push(...priceFinding(line, { known, minor, money }));
  }
  return findings;
};

/** Of this amount what goes beyond the line, after what was billed of it before. */
const overOf = ({ amount }: PaperLine, earlier: number, minor: number): number =>
  Math.min(minor, Math.max(0, earlier + minor - Math.max(0, amount?.minor ?? 0)));

interface Twin {
  readonly line: PaperLine;
  readonly minor: number;
}

const twinOf = (lines: readonly BilledLine[], { line, minor }: Twin): boolean =>
  lines.some((other) => other.minor === minor && fold(other.line.description) === fold(line.description));

const twinBefore = (
  before: readonly CheckedBill[],
  { line, minor, id }: Twin & { readonly id: string | null },
): RecordKey | null =>
  before.find(
    (other) =>
      twinOf(other.lines, { line, minor }) ||
      (id !== null && other.lines.some((each) => each.agreed === id && each.minor === minor)),
  )?.bill.key ?? null;

const priceFinding = (
  line: PaperLine,
  {
    known,
    minor,
    money,
  }: { readonly known: PaperLine; readonly minor: number; readonly money: (minor: number) => Money },
): readonly Finding[] => {
  const [own, theirs] = [perUnit(line, minor), perUnit(known, known.amount?.minor ?? 0)];
  if (own === null || theirs === null || own.measure !== theirs.measure || own.minor <= theirs.minor) return [];
  const over = minor - scaled(theirs.minor, BigInt(own.size), 1_000n);
  // Roundings of a price to the cent are no finding.
  if (over <= Math.ceil(own.size / 1_000)) return [];
  return [
    {
      kind: 'overPrice',
      line: line.description,
      agreed: money(theirs.minor),
      billed: money(own.minor),
      quantity: own.size,
      unit: line.unit,
      over: money(over),
    },
  ];
};

const perUnit = (
  { unit, quantity }: PaperLine,
  minor: number,
): { readonly measure: string; readonly minor: number; readonly size: number } | null => {
  const known = unitOf(unit, quantity);
  if (known === null || known.measure === 'whole' || quantity === null || quantity <= 0) return null;
  const size = scaled(quantity, BigInt(known.times), BigInt(known.per));
  return size <= 0 ? null : { measure: known.measure, size, minor: scaled(minor, 1_000n, BigInt(size)) };
};

const totalFindings = (bill: Bill, before: readonly CheckedBill[], { committed }: Agreed): readonly Finding[] => {
  const earlier = before.reduce((sum, { bill: other }) => sum + other.total.minor, 0);
  const over = Math.min(bill.total.minor, earlier + bill.total.minor - committed.minor);
  if (over <= 0) return [];
  const money = (minor: number): Money => ({ minor, currency: committed.currency });
  return [{ kind: 'overTotal', agreed: committed, before: money(earlier), billed: bill.total, over: money(over) }];
};
