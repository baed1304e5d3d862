// Every way to save that the records show, most first, without those that the family waved away.
import { savingKey } from '../../commands/saving.ts';
import { compareDates } from '../../kernel/calendar.ts';
import type { RecordId, RecordKey } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import type { CalendarDate } from '../../kernel/time.ts';
import type { RecordOf } from '../../records/registry.ts';
import type { Advice } from '../../research/advice.ts';
import { currentPrice, pricePerUnit } from '../../research/price.ts';
import type { Entry } from '../entries.ts';
import { covered, type Warranty } from './covered.ts';
import { doubles } from './doubles.ts';
import { earlyPayments, type Terms } from './early-payment.ts';
import { dearLines, overlaps, type PricedQuote, type PricedRow } from './quote-lines.ts';
import { saving, type Saving } from './saving.ts';

/** Money set aside for something to be chosen, and what the choice costs; null before there is one. */
export interface Allowance {
  readonly key: RecordKey;
  readonly name: string;
  readonly allowance: Money;
  readonly chosen: Money | null;
}

export interface SavingsInput {
  readonly journey: RecordId;
  readonly today: CalendarDate;
  readonly entries: readonly Entry[];
  readonly rows: readonly PricedRow[];
  readonly quotes: readonly PricedQuote[];
  readonly allowances: readonly Allowance[];
  readonly warranties: readonly Warranty[];
  readonly terms: readonly Terms[];
  readonly advice: readonly Advice[];
  readonly dismissed: readonly RecordOf<'saving'>[];
}

export interface Savings {
  /** Most first; what has a day by which it is to be done comes before all others, the nearest first. */
  readonly open: readonly Saving[];
  /** Waved away, and still true. */
  readonly dismissed: readonly Saving[];
}

export const savingsIn = (input: SavingsInput): Savings => {
  const found = [
    ...earlyPayments(input.entries, input.terms, input.today),
    ...doubles(input.entries),
    ...overlaps(input.rows, input.quotes),
    ...dearLines(input.rows, input.quotes),
    ...input.allowances.flatMap(unused),
    ...covered(input.entries, input.warranties),
    ...input.advice.flatMap(cheaper),
  ].toSorted(mostFirst);
  const waved = new Set(input.dismissed.filter(({ trashedAt }) => trashedAt === 0).map(({ key }) => key));
  const isWaved = ({ found: { kind }, about }: Saving): boolean => waved.has(savingKey(input.journey, kind, about));
  return { open: found.filter((one) => !isWaved(one)), dismissed: found.filter(isWaved) };
};

const mostFirst = (a: Saving, b: Saving): number =>
  compareDates(byOf(a), byOf(b)) || b.worth.minor - a.worth.minor || (a.about < b.about ? -1 : 1);

const byOf = ({ found }: Saving): CalendarDate | null => (found.kind === 'early' ? found.by : null);

const unused = ({ key, name, allowance, chosen }: Allowance): readonly Saving[] => {
  if (chosen === null || chosen.currency !== allowance.currency || chosen.minor >= allowance.minor) return [];
  const worth = { minor: allowance.minor - chosen.minor, currency: allowance.currency };
  return [saving({ found: { kind: 'allowance', name, allowance, spent: chosen }, worth, records: [key] })];
};

/** What research found is only said in figures here. */
const cheaper = (advice: Advice): readonly Saving[] => {
  if (advice.kind !== 'cheaper') return [];
  const { finding, than, saving: worth, unit } = advice;
  const [price, otherPrice] = [than, finding].map(({ body }) => currentPrice(body.prices));
  if (price == null || otherPrice == null) return [];
  const found = {
    kind: 'cheaper',
    name: than.body.title,
    price: pricePerUnit(price),
    other: finding.body.title,
    otherPrice: pricePerUnit(otherPrice),
    unit,
  } as const;
  return [saving({ found, worth, records: [than.key, finding.key] })];
};
