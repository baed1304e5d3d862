// Discounts for paying early, as terms of payment grant them.
import { addDays } from '../../kernel/calendar.ts';
import type { RecordKey } from '../../kernel/ids.ts';
import type { CalendarDate } from '../../kernel/time.ts';
import type { Entry } from '../entries.ts';
import { rounded } from '../rounded.ts';
import { saving, type Saving } from './saving.ts';

export interface DiscountTerms {
  /** Of a per cent: 250 is 2.5 %. */
  readonly hundredths: number;
  /** From the day of the invoice. */
  readonly days: number;
}

const PERCENT = '(\\d{1,2})(?:[.,](\\d{1,2}))?';
const CENT = '(?:%|per cent|prozent)';
const DAYS = '(?:-?\\s*days?|tagen?|tage|días?|dias?|jours?)';
const SHAPES = [
  // "2/10 net 30"
  new RegExp(`(?:^|\\s)${PERCENT}\\s*/\\s*(\\d{1,3})\\s*,?\\s*(?:net|n/)`, 'iu'),
  // "within 10 days 2 %", "innerhalb von 10 Tagen 2 % Skonto"; of several steps the first
  new RegExp(`^[^%]*?(?<late>\\d{1,3})\\s*${DAYS}[^.;\\d%]{0,40}?${PERCENT}\\s*${CENT}`, 'iu'),
  // "2 % discount within 10 days", "3 % descuento por pago en 10 días", "2 % Skonto 14 Tage"
  new RegExp(`${PERCENT}\\s*${CENT}[^.;\\d]{0,60}?(\\d{1,3})\\s*${DAYS}`, 'iu'),
];
/** What comes at such a price is interest, tax or an instalment, not a discount. */
const NO_DISCOUNT =
  /\b(?:interest|vat|tax|mwst|ust|verzugszins\w*|zinsen|late fee|deposit|anzahlung|upfront|down payment|retention|iva)\b/iu;
const DISCOUNT = /\b(?:discount|skonto|descuento|escompte|rabatt|early payment|net)\b/iu;
const MOST = 10_00;

/** What terms grant; null where they grant nothing, or say something else with a per cent and days in it. */
export const discountTerms = (terms: string): DiscountTerms | null => {
  for (const sentence of terms.split(/(?<=[.;])\s+|\n/u)) {
    if (NO_DISCOUNT.test(sentence) || !DISCOUNT.test(sentence)) continue;
    for (const shape of SHAPES) {
      const match = shape.exec(sentence);
      if (match === null) continue;
      const isLate = match.groups?.['late'] !== undefined;
      const [, a = '', b = '', c = ''] = match;
      const [whole, part, days] = isLate ? [b, c, a] : [a, b, c];
      const hundredths = Number(whole) * 100 + Number((part ?? '').padEnd(2, '0'));
      if (hundredths > 0 && hundredths <= MOST && Number(days) > 0) return { hundredths, days: Number(days) };
    }
  }
  return null;
};

/** The terms under which a cost is to be paid, from its invoice or from the quote that it bills. */
export interface Terms {
  readonly cost: RecordKey;
  /** What says so. */
  readonly source: RecordKey;
  readonly terms: string;
  /** Of the invoice. */
  readonly date: CalendarDate | null;
}

/** Of costs that are due, while there is still time. */
export const earlyPayments = (
  entries: readonly Entry[],
  terms: readonly Terms[],
  today: CalendarDate,
): readonly Saving[] => {
  const termsByCost = Map.groupBy(terms, ({ cost }) => cost);
  return entries.flatMap((entry) => {
    if (entry.state !== 'due' || entry.original.minor <= 0 || entry.kind === 'retention') return [];
    for (const { source, terms: said, date } of termsByCost.get(entry.key) ?? []) {
      const granted = discountTerms(said);
      const from = date ?? entry.date;
      if (granted === null || from === null) continue;
      const by = addDays(from, granted.days);
      if (by < today) continue;
      const { minor, currency } = entry.original;
      const worth = { minor: Number(rounded(BigInt(minor) * BigInt(granted.hundredths), 10_000n)), currency };
      if (worth.minor === 0) continue;
      const found = {
        kind: 'early',
        name: entry.description || entry.vendor,
        amount: entry.original,
        hundredths: granted.hundredths,
        by,
      } as const;
      return [saving({ found, worth, records: [entry.key, source] })];
    }
    return [];
  });
};
