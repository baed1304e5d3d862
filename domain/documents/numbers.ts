// Numbers as papers print them, kept as decimal digits: what sign parts the decimals is told by the paper as a whole.
import type { Money } from '../kernel/money.ts';
import { minorDigits } from '../money/currency.ts';

/** A decimal number without a float: 1,250.50 is `{ negative: false, whole: '1250', decimals: '50' }`. */
export interface Decimal {
  readonly negative: boolean;
  readonly whole: string;
  readonly decimals: string;
}

export type DecimalSign = '.' | ',';

const SYMBOLS = /(?:@|€\.?|£|\$|zł|EUR[O0]?|USD|GBP|CHF|PLN|AUD|CAD|NZD|MYR|RM|Fr\.?)/giu;
// What a till or a quote prints beside a figure: tax letters, a percent sign is none of these.
const AROUND = /^[\s:="'‘’“”*]+|(?<=\d)[.,]?[\s*"‘’“”]+$|(?<=\d)[.,]$/g;
/** "1.250,-", "1250.=": what stands there in place of cents, or after an amount so that nothing is added. */
const NO_CENTS = /[,.][-–—=]+\s*$/;
const SHAPE = /^(?<open>\(?)(?<before>[-−–]?)\s*(?<digits>\d[\d.,'’\s]*|[.,]\d+)\s*(?<after>[-−–]?)(?<close>\)?)$/u;

/** The sign that this paper puts before decimals: the one that stands most often before two last digits. Null when none does. */
export const decimalSignOf = (texts: readonly string[]): DecimalSign | null => {
  let points = 0;
  let commas = 0;
  for (const text of texts) {
    points += text.match(/\d\.\d{2}(?![\d.,]*\d)/g)?.length ?? 0;
    commas += text.match(/\d,\d{2}(?![\d.,]*\d)/g)?.length ?? 0;
  }
  if (points === commas) return null;
  return points > commas ? '.' : ',';
};

/** The number that the whole text is, currency and sign on either side allowed; null for anything else. */
export const decimalOf = (text: string, sign: DecimalSign | null): Decimal | null => {
  const bare = mended(text)
    .replaceAll(SYMBOLS, ' ')
    .replace(NO_CENTS, '')
    .replaceAll(AROUND, '')
    .replace(/[-–—]$/, '')
    .trim();
  const found = SHAPE.exec(bare);
  if (found?.groups === undefined) return null;
  const { open = '', before = '', digits = '', after = '', close = '' } = found.groups;
  if ((open === '') !== (close === '')) return null;
  const parts = partsOf(digits.replaceAll(/[\s'’]/g, ''), sign);
  return parts === null ? null : { ...parts, negative: before !== '' || after !== '' || open !== '' };
};

/** Readers take an O for a zero and an l for a one inside figures. */
const mended = (text: string): string =>
  text.replaceAll(/(?<=\d[.,]?)[oO](?=[\d.,]|$)/g, '0').replaceAll(/(?<=\d)[lI|](?=[\d.,])/g, '1');

const partsOf = (digits: string, sign: DecimalSign | null): Omit<Decimal, 'negative'> | null => {
  const signs: readonly string[] = digits.match(/[.,]/g) ?? [];
  const last = signs.at(-1);
  if (last === undefined) return { whole: trimmed(digits), decimals: '' };
  const cut = digits.lastIndexOf(last);
  const tail = digits.slice(cut + 1);
  const isDecimal =
    signs.filter((one) => one === last).length === 1 &&
    (sign === null ? tail.length !== 3 || signs.length > 1 : last === sign || tail.length < 3);
  const whole = isDecimal ? digits.slice(0, cut) : digits;
  const groups = whole.split(/[.,]/);
  const areGroups = groups.slice(1).every((group) => group.length === 3);
  // "2.25132" and "2,25132": of the two signs that stood in it a reader lost one. No quantity and no price has five decimals.
  if (isDecimal && tail.length === 5) return { whole: trimmed(whole + tail.slice(0, 3)), decimals: tail.slice(3) };
  if (areGroups) return { whole: trimmed(groups.join('')), decimals: isDecimal ? tail : '' };
  const lost = !isDecimal && /^\d{1,3}(?:[.,]\d{3})*[.,]\d{5}$/.test(digits);
  return lost ? { whole: trimmed(groups.join('').slice(0, -2)), decimals: digits.slice(-2) } : null;
};

const trimmed = (whole: string): string => whole.replace(/^0+(?=\d)/, '') || '0';

/** In units of ten to the minus `places`; null when it has more decimals than that, or is too large to count exactly. */
export const scaled = ({ negative, whole, decimals }: Decimal, digits: number): number | null => {
  const kept = decimals.replace(/0+$/, '');
  if (kept.length > digits) return null;
  const value = Number(whole + kept.padEnd(digits, '0'));
  if (!Number.isSafeInteger(value)) return null;
  return negative && value !== 0 ? -value : value;
};

export const moneyOf = (decimal: Decimal, currency: string): Money | null => {
  const minor = scaled(decimal, minorDigits(currency));
  return minor === null ? null : { minor, currency };
};

/** Whether it is printed like money: with as many decimals as its currency has. */
export const looksLikeMoney = (decimal: Decimal, currency: string): boolean =>
  decimal.decimals.length === minorDigits(currency);

/** With the times that are enough where that is not left to the reader. */
const CURRENCY_BY_SIGN: readonly (readonly [RegExp, string, number?])[] = [
  [/€|\bEUR\b/g, 'EUR'],
  [/£|\bGBP\b/g, 'GBP'],
  [/\bCHF\b|\bFr\.\s?\d/g, 'CHF'],
  [/zł|\bPLN\b/g, 'PLN'],
  [/\bUSD\b|US\$/g, 'USD'],
  // A till's "RM 92.55" and "Amount(RM)", mostly printed once and seen in no smudge; "12 RM" is a measure of firewood.
  [/\bMYR\b|(?<!\d ?)\bRM ?\d+[.,]\d{2}\b|\(RM\)/g, 'MYR', 1],
  [/\bAUD ?\d|\d ?AUD\b/g, 'AUD'],
  [/\bCAD ?\d|\d ?CAD\b/g, 'CAD'],
  [/\bNZD ?\d|\d ?NZD\b/g, 'NZD'],
];
/** Several countries call theirs a dollar. */
const DOLLARS: ReadonlySet<string> = new Set(['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN']);

/**
 * What the paper says most often, `fewest` times at least: a reader sees a pound sign in a smudge. What it leaves open is the
 * journey's own.
 */
export const currencyOf = (text: string, own: string, fewest: number): string => {
  const [best] = CURRENCY_BY_SIGN.map(([sign, currency, enough = fewest]) => ({
    currency,
    enough,
    times: text.match(sign)?.length ?? 0,
  }))
    .filter(({ times, enough }) => times >= enough)
    .toSorted((a, b) => b.times - a.times);
  if (best !== undefined) return best.currency;
  return (text.match(/\$/g)?.length ?? 0) > 1 && !DOLLARS.has(own) ? 'USD' : own;
};

/**
 * The figure as money. Where pixels were read and every other amount of the paper has decimals, a long figure without any has
 * lost its sign: "112577" is 1,125.77. Null when it is no amount.
 */
export const amountOf = (
  decimal: Decimal,
  { currency, isRead }: { readonly currency: string; readonly isRead: boolean },
): Money | null => {
  const digits = minorDigits(currency);
  const isLost = isRead && decimal.decimals === '' && decimal.whole.length >= LONG && digits > 0;
  if (!isLost) return moneyOf(decimal, currency);
  const cut = decimal.whole.length - digits;
  return moneyOf({ ...decimal, whole: decimal.whole.slice(0, cut), decimals: decimal.whole.slice(cut) }, currency);
};
const LONG = 5;
