// What only some costs have, as it is typed, and the figures it comes to.
import type { PersonId, RecordKey } from '../../../domain/kernel/ids.ts';
import type { Money } from '../../../domain/kernel/money.ts';
import { parseAmount } from '../../../domain/money/amount.ts';
import { rounded } from '../../../domain/money/rounded.ts';
import { keptRate, type CostKind, type KeptRate } from '../../../domain/records/cost.ts';
import type { BodyOf } from '../../../domain/records/registry.ts';
import { amountText } from '../../ui/money.ts';

export interface More {
  readonly kind: CostKind;
  readonly currency: string;
  /** What one unit of that currency is worth in the journey's. */
  readonly rate: string;
  /** An amount, or a per cent: "19 %". */
  readonly tax: string;
  readonly dueDate: string | null;
  readonly against: RecordKey | null;
  readonly paidBy: PersonId | null;
  readonly shares: Readonly<Record<PersonId, string>>;
}

export const noMore = (currency: string): More => ({
  kind: 'expense',
  currency,
  rate: '',
  tax: '',
  dueDate: null,
  against: null,
  paidBy: null,
  shares: {},
});

/** Whether anything was said: then it is not folded away. */
export const isSaid = (more: More, currency: string): boolean =>
  more.kind !== 'expense' ||
  more.currency !== currency ||
  more.tax !== '' ||
  more.dueDate !== null ||
  more.against !== null ||
  isSplit(more);

export const isSplit = ({ paidBy, shares }: Pick<More, 'paidBy' | 'shares'>): boolean =>
  paidBy !== null || Object.values(shares).some((share) => share.trim() !== '');

/** As it stands in the fields. */
export const moreOf = (body: BodyOf<'cost'>, split: BodyOf<'split'> | null): More => ({
  kind: body.kind ?? 'expense',
  currency: body.amount.currency,
  rate: body.rate?.value ?? '',
  tax: body.tax == null ? '' : amountText(body.tax),
  dueDate: body.dueDate ?? null,
  against: body.against ?? null,
  paidBy: split?.paidBy ?? null,
  shares: Object.fromEntries(Object.entries(split?.shares ?? {}).map(([person, share]) => [person, String(share)])),
});

/** Money that comes back is written without a sign by most. */
export const signed = (amount: Money, kind: CostKind): Money =>
  kind === 'credit' && amount.minor > 0 ? { ...amount, minor: -amount.minor } : amount;

const PERCENT = /^(\d{1,2})(?:[.,](\d{1,2}))?\s*%$/;

/** The tax within an amount; `odd` where the text is neither an amount nor a per cent, or more than the whole. Null when nothing is said. */
export const taxOf = (text: string, gross: Money): Money | 'odd' | null => {
  if (text.trim() === '') return null;
  const percent = PERCENT.exec(text.trim());
  if (percent !== null) {
    // Of what is without tax: 19 % of 100 within 119.
    const hundredths = BigInt(`${percent[1] ?? ''}${(percent[2] ?? '').padEnd(2, '0')}`);
    const minor = Number(rounded(BigInt(gross.minor) * hundredths, 10_000n + hundredths));
    return { minor: minor === 0 ? 0 : minor, currency: gross.currency };
  }
  const amount = parseAmount(text, gross.currency);
  if (amount === null) return 'odd';
  const tax = gross.minor < 0 && amount.minor > 0 ? { ...amount, minor: -amount.minor } : amount;
  return Math.abs(tax.minor) > Math.abs(gross.minor) || tax.minor * gross.minor < 0 ? 'odd' : tax;
};

/** The rate to be kept; null where none is needed or said. */
export const rateOf = (
  { rate, currency }: Pick<More, 'rate' | 'currency'>,
  to: string,
  on: string | null,
): KeptRate | 'odd' | null => {
  if (currency === to || rate.trim() === '') return null;
  const read = keptRate.safeParse({ value: rate.trim().replace(',', '.'), to, on });
  return read.success ? read.data : 'odd';
};

/** Whole shares by person; `odd` where one is no whole number. */
export const sharesOf = (shares: More['shares']): Readonly<Record<PersonId, number>> | 'odd' => {
  const said = Object.entries(shares).filter(([, text]) => text.trim() !== '');
  if (said.some(([, text]) => !/^\d{1,4}$/.test(text.trim()))) return 'odd';
  return Object.fromEntries(said.map(([person, text]) => [person, Number(text)] as const).filter(([, n]) => n > 0));
};
