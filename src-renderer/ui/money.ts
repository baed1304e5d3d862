// Money as people read and type it: minor units in, words out, with as many decimals as the currency has.
import type { Money } from '../../domain/kernel/money.ts';
import { minorDigits } from '../../domain/money/currency.ts';

const formats = new Map<string, Intl.NumberFormat>();

const formatOf = (currency: string, digits: number): Intl.NumberFormat => {
  const name = `${currency}${digits}`;
  const known = formats.get(name);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(name, made);
  return made;
};

/** "€1,234.50". */
export const formatMoney = ({ minor, currency }: Money): string =>
  formatOf(currency, minorDigits(currency)).format(minor / 10 ** minorDigits(currency));

/** "€1,235": for summaries, where cents are noise. */
export const formatMoneyWhole = ({ minor, currency }: Money): string =>
  formatOf(currency, 0).format(minor / 10 ** minorDigits(currency));

/** What stands in a field while an amount is edited: "1,234.50". domain/money/amount.ts reads it back. */
export const amountText = ({ minor, currency }: Money): string => {
  const digits = minorDigits(currency);
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat('en', format).format(minor / 10 ** digits);
};

/** Words that others wrote, with the spaces within their amounts ("12 000.50") such that no line breaks there. */
export const unbroken = (text: string): string => text.replaceAll(GROUP_SPACE, '\u00A0');
/** Between them may stand the mark of a word that was searched for. */
const GROUP_SPACE = /(?<=\d\p{Cc}?) (?=\p{Cc}?\d{3}(?!\d))/gu;

/** "€", "CHF": what stands before a field for an amount. */
export const currencySymbol = (currency: string): string =>
  formatOf(currency, 0)
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency;

const CURRENCIES = [
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'AUD',
  'BRL',
  'CAD',
  'CNY',
  'CZK',
  'DKK',
  'HKD',
  'HUF',
  'IDR',
  'ILS',
  'INR',
  'ISK',
  'JPY',
  'KRW',
  'KWD',
  'MXN',
  'MYR',
  'NOK',
  'NZD',
  'PHP',
  'PLN',
  'RON',
  'SEK',
  'SGD',
  'THB',
  'TRY',
  'TWD',
  'ZAR',
] as const;
const names = new Intl.DisplayNames('en', { type: 'currency' });

/** For a select: the currencies of most people first, each with its name. */
export const currencyChoices: readonly { readonly value: string; readonly label: string }[] = CURRENCIES.map(
  (code) => ({
    value: code,
    label: `${code} · ${names.of(code) ?? code}`,
  }),
);
