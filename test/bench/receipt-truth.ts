// When what was read from a receipt is what is printed on it: the total to the cent, the same calendar day, the vendor's letters.
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import type { ReceiptGuess } from '../../domain/records/media.ts';

dayjs.extend(customParseFormat);

/** As SROIE writes it down: the total and the date in the receipt's own form. */
export interface Truth {
  readonly company: string;
  readonly date: string;
  readonly total: string;
}

export const agrees = (
  guess: ReceiptGuess | null,
  truth: Truth,
): Readonly<Record<'total' | 'date' | 'vendor', boolean>> => ({
  total: guess?.total?.minor === Math.round(Number.parseFloat(truth.total.replaceAll(/[^\d.]/g, '')) * 100),
  date: guess?.date != null && guess.date === dayOf(truth.date),
  vendor: guess?.vendor != null && lettersOf(guess.vendor) === lettersOf(truth.company),
});

const FORMS = [
  'DD/MM/YYYY',
  'DD-MM-YYYY',
  'DD.MM.YYYY',
  'DD/MM/YY',
  'DD-MM-YY',
  'DD MMM YYYY',
  'DD-MMM-YYYY',
  'DD MMM YY',
  'YYYY-MM-DD',
];

const dayOf = (date: string): string => {
  const written = date.trim().replaceAll(/[A-Z]{3}/g, (month) => month.charAt(0) + month.slice(1).toLowerCase());
  const day = FORMS.map((form) => dayjs(written, form, true)).find((parsed) => parsed.isValid());
  if (day === undefined) throw new Error(`no form of a date fits ${date}`);
  return day.format('YYYY-MM-DD');
};

/** Case and punctuation dropped. */
const lettersOf = (name: string): string => name.toUpperCase().replaceAll(/[^\p{L}\d]/gu, '');
