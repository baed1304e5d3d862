// Finds the amounts of money in a message: "1.2k", "EUR 10 900", "two grand", "1.200,50 €"; numbers that count or measure are none.
import type { Money } from '../kernel/money.ts';
import { parseAmount } from '../money/amount.ts';
import type { Lang } from '../words/languages.ts';
import { CURRENCY_WORDS, NUMBER_WORDS, THOUSAND_WORDS, UNIT_WORDS } from './words/sum-words.ts';
import { flatten } from '../words/spelling.ts';

export interface SumSpan {
  readonly from: number;
  readonly to: number;
  /** Two when the sign before three digits can be read either way. */
  readonly values: readonly Money[];
  readonly isNegative: boolean;
  /** Said with a currency, a "k" or cents: surely money. */
  readonly isMarked: boolean;
}

const SYMBOLS = '€|£|\\$|¥|zł|kč';
const NUMBER = `\\d{1,3}(?:[ \\u00a0'’]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d+)*`;

export const sumsIn = (
  text: string,
  { currency, lang }: { readonly currency: string; readonly lang: Lang },
  taken: readonly { readonly from: number; readonly to: number }[],
): readonly SumSpan[] => {
  const letters = flatten(text).split('');
  for (const { from, to } of taken) letters.fill('\u0000', from, to);
  const flat = letters.join('');
  return Array.from(flat.matchAll(shapeOf(lang)), (match): SumSpan | null => {
    const { neg, before, number, word, thousand, after } = match.groups ?? {};
    const said = before ?? after;
    const unit = said === undefined ? currency : currencyCalled(said.trim(), currency);
    const values = valuesOf({ number, word, thousand: thousand !== undefined }, unit, lang);
    if (values.length === 0) return null;
    const isMarked = said !== undefined || thousand !== undefined || /[.,]\d{2}$/.test(number ?? '');
    const lead = match[0].length - match[0].trimStart().length;
    return {
      from: match.index + lead,
      to: match.index + match[0].trimEnd().length,
      values,
      isNegative: neg !== undefined,
      isMarked,
    };
  }).filter((each) => each !== null);
};

const memory = new Map<Lang, RegExp>();

const shapeOf = (lang: Lang): RegExp => {
  const known = memory.get(lang);
  if (known !== undefined) return known;
  const names = Object.keys(CURRENCY_WORDS)
    .toSorted((a, b) => b.length - a.length)
    .join('|');
  const thousand = THOUSAND_WORDS[lang].join('|');
  const words = Object.keys(NUMBER_WORDS[lang])
    .toSorted((a, b) => b.length - a.length)
    .join('|');
  const units = UNIT_WORDS[lang].join('|');
  const shape = new RegExp(
    `(?<![\\p{L}\\d.,/])(?<neg>(?:minus|menos) |[-−](?=[€£$]?\\d))?` +
      `(?:(?<before>(?:${SYMBOLS}|${names}))\\s?)?` +
      `(?:(?<number>${NUMBER})(?!\\d|[.,]\\d|[/:]|st\\b|nd\\b|rd\\b|th\\b|\\s?(?:${units})(?![\\p{L}])|\\s?%)|(?<![\\p{L}])(?<word>${words})(?= (?:${thousand}|${SYMBOLS}|${names})(?![\\p{L}])))` +
      `(?:\\s?(?<thousand>k|${thousand})(?![\\p{L}]))?` +
      `(?:\\s?(?<after>${SYMBOLS}|(?:${names})(?![\\p{L}])))?(?![\\p{L}\\d])`,
    'gu',
  );
  memory.set(lang, shape);
  return shape;
};

const valuesOf = (
  said: { readonly number: string | undefined; readonly word: string | undefined; readonly thousand: boolean },
  currency: string,
  lang: Lang,
): readonly Money[] => {
  const number = said.number ?? String(NUMBER_WORDS[lang][said.word ?? ''] ?? '');
  if (number === '') return [];
  const read = (digits: string): readonly Money[] => {
    const value = parseAmount(said.thousand ? `${digits}k` : digits, currency);
    return value === null ? [] : [value];
  };
  const groups = /^[1-9]\d{0,2}([.,])\d{3}$/.exec(number);
  if (groups === null || said.thousand) return read(number);
  const grouping = lang === 'en' ? ',' : '.';
  const whole = read(number.replace(/[.,]/, ''));
  if (groups[1] === grouping) return whole;
  // A sign that this language does not group with: thousands, or cents with a 0 behind them.
  return number.endsWith('0') ? [...whole, ...read(number.slice(0, -1))] : whole;
};

const currencyCalled = (said: string, house: string): string => {
  if (said === '$') return /^(?:USD|CAD|AUD|NZD|SGD|HKD|MXN)$/.test(house) ? house : 'USD';
  const called = CURRENCY_WORDS[said] ?? { '€': 'EUR', '£': 'GBP', '¥': 'JPY', zł: 'PLN', kč: 'CZK' }[said];
  return called ?? house;
};
