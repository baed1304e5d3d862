// Whether a reading is what a row of the assistant's table expects: rules 2 and 17 of rows.ts, and nothing more lenient.
import type { Reading } from '../../domain/assistant/reading.ts';
import { minorDigits } from '../../domain/money/currency.ts';
import { nameOfKey } from './house-of-world.ts';
import type { Expect, Row } from './rows.ts';

type Plain = Readonly<Record<string, unknown>>;

/** Fields that are a person's own words. */
const TEXTS = new Set(['name', 'text', 'reason', 'question', 'words', 'about', 'why', 'among']);
/** Fields that are one of the house's keys. */
const KEYS = new Set([
  'step',
  'after',
  'journey',
  'cost',
  'payee',
  'assignee',
  'task',
  'decision',
  'vendor',
  'quote',
  'by',
]);
const ARTICLES = new Set(
  'the a an der die das den dem des ein eine einen einem einer eines el la los las un una unos unas'.split(' '),
);

/** Rule 2: two texts are the same when they are so without case, punctuation and articles. */
export const bareText = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\d\s]+/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !ARTICLES.has(word))
    .join(' ');

const isMoney = (value: unknown): value is Readonly<{ minor: number; currency: string }> =>
  typeof value === 'object' && value !== null && 'minor' in value;

const moneyText = ({ minor, currency }: { minor: number; currency: string }): string =>
  `${(minor / 10 ** minorDigits(currency)).toFixed(minorDigits(currency))} ${currency}`;

/** A question's or an act's fields in the table's terms: names for keys, bare texts, amounts as the table writes them. */
const plainOf = (value: Plain, isOfHouse: boolean): Plain =>
  Object.fromEntries(
    Object.entries(value).map(([field, part]) => {
      if (isMoney(part)) return [field, moneyText(part)];
      if (typeof part === 'object' && part !== null && 'amount' in part && 'currency' in part)
        return [field, `${String(part.amount)} ${String(part.currency)}`];
      if (Array.isArray(part)) return [field, part.map((each) => bareText(String(each))).toSorted()];
      if (typeof part !== 'string') return [field, part];
      if (field === 'question' && 'question' in value && !('act' in value)) return [field, part];
      if (KEYS.has(field)) return [field, isOfHouse ? nameOfKey(part) : part];
      return [field, TEXTS.has(field) ? bareText(part) : part];
    }),
  );

const same = (a: Plain, b: Plain): boolean => {
  const sorted = (each: Plain): string => JSON.stringify(Object.entries(each).toSorted(([x], [y]) => (x < y ? -1 : 1)));
  return sorted(a) === sorted(b);
};

export const isRight = (reading: Reading, expected: Expect): boolean => {
  if ('does' in expected)
    return (
      'does' in reading &&
      reading.does.length === expected.does.length &&
      reading.does.every((act, at) => same(plainOf(act, true), plainOf(expected.does[at] ?? {}, false)))
    );
  if ('asks' in expected) return 'asks' in reading && same(plainOf(reading.asks, true), plainOf(expected.asks, false));
  if ('choose' in expected) {
    if (!('choose' in reading) || reading.choose.what !== expected.choose.what) return false;
    const among = reading.choose.options.map(({ value }) =>
      typeof value === 'string' ? nameOfKey(value) : moneyText(value),
    );
    // Rule 17: the order says nothing.
    return JSON.stringify(among.toSorted()) === JSON.stringify([...expected.choose.among].toSorted());
  }
  return 'unread' in reading;
};

/** Acts were proposed for a sentence that had to be asked about, or left alone. */
export const isWrongWrite = (reading: Reading, { expect }: Pick<Row, 'expect'>): boolean =>
  'does' in reading && !('does' in expect);

export interface Score {
  readonly rows: number;
  readonly right: number;
  readonly wrongWrites: number;
}

export const scoreOf = (rows: readonly Row[], read: (row: Row) => Reading): Score => {
  const readings = rows.map((row) => ({ row, reading: read(row) }));
  return {
    rows: rows.length,
    right: readings.filter(({ row, reading }) => isRight(reading, row.expect)).length,
    wrongWrites: readings.filter(({ row, reading }) => isWrongWrite(reading, row)).length,
  };
};
