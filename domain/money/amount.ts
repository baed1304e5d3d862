// Reads an amount as people write it, whatever their country's decimal sign, into whole minor units.
import type { Money } from '../kernel/money.ts';
import { minorDigits } from './currency.ts';

const THOUSANDS: Readonly<Record<string, number>> = { '': 0, k: 3, m: 6 };
/** Sign and currency may stand on either side, as in "-€12", "12 EUR", "RM 21.50"; then digits with separators, then k or m. */
const SHAPE =
  /^([-+−]?)\s*(?:\p{Sc}|[A-Za-z]{1,4}\.?)?\s*([-+−]?)\s*(\d[\d.,'’\s]*|[.,]\d+)\s*([kKmM]?)\s*(?:\p{Sc}|[A-Z]{2,3})?\s*([-−]?)$/u;

/**
 * The amount in `currency`, or null when the text is not one. "1,200.50", "1.200,50", "1 200,50" and "1'200.50" are the
 * same; "1.2k" is 1200. With a single separator before exactly three digits ("1,200") it is taken to group thousands,
 * unless the currency itself has three decimals. More decimals than the currency has are refused, not rounded.
 */
export const parseAmount = (text: string, currency: string): Money | null => {
  const match = SHAPE.exec(text.trim());
  if (match === null) return null;
  const [, before = '', inner = '', number = '', suffix = '', after = ''] = match;
  const scale = THOUSANDS[suffix.toLowerCase()] ?? 0;
  const digits = minorDigits(currency);
  const parts = splitNumber(number.replaceAll(/[\s'’]/g, ''), digits === 3 || scale > 0);
  if (parts === null) return null;
  const places = digits + scale;
  const decimals = parts.decimals.replace(/0+$/, '');
  if (decimals.length > places) return null;
  const minor = Number(parts.whole + decimals.padEnd(places, '0'));
  if (!Number.isSafeInteger(minor)) return null;
  const signs = [before, inner, after].filter((sign) => sign !== '');
  if (signs.length > 1) return null;
  const negative = signs.some((sign) => sign !== '+');
  return { minor: negative && minor !== 0 ? -minor : minor, currency };
};

const splitNumber = (
  number: string,
  threeAreDecimals: boolean,
): { readonly whole: string; readonly decimals: string } | null => {
  const signs: readonly string[] = number.match(/[.,]/g) ?? [];
  const last = signs.at(-1);
  if (last === undefined) return { whole: number, decimals: '' };
  const cut = number.lastIndexOf(last);
  const head = number.slice(0, cut);
  const tail = number.slice(cut + 1);
  const repeated = signs.length > 1 && signs.every((sign) => sign === last);
  const groups = signs.length === 1 && /^[1-9]\d{0,2}$/.test(head) && tail.length === 3 && !threeAreDecimals;
  if (repeated || groups) return isGrouped(number, last) ? { whole: number.replaceAll(last, ''), decimals: '' } : null;
  const grouping = signs.length > 1 ? (signs[0] ?? '') : '';
  if (grouping !== '' && (grouping === last || !isGrouped(head, grouping))) return null;
  return { whole: grouping === '' ? head || '0' : head.replaceAll(grouping, ''), decimals: tail };
};

/** Three digits in every group but the first, which has one to three. */
const isGrouped = (number: string, sign: string): boolean => {
  const [first = '', ...rest] = number.split(sign);
  return /^\d{1,3}$/.test(first) && rest.length > 0 && rest.every((group) => /^\d{3}$/.test(group));
};
