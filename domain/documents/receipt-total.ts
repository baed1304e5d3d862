// Finds what a receipt came to: every line that may say it votes for its amount, and the best supported amount wins.
import type { Money } from '../kernel/money.ts';
import { parseAmount } from '../money/amount.ts';
import { minorDigits } from '../money/currency.ts';

type Role = 'rounded' | 'final' | 'total' | 'cash' | 'change' | 'card' | 'none';

/** How much a line's role says that its amount is what was to be paid. */
const WEIGHTS: Readonly<Record<Role, number>> = {
  rounded: 6,
  final: 5,
  total: 4,
  card: 1,
  cash: 1,
  change: 0,
  none: 0,
};
/** Cash less change is what was paid, printed by the till from the same figure. */
const CASH_LESS_CHANGE = 2;

// Readers lose or mistake a letter in the big word more often than elsewhere.
const TOTAL = String.raw`(?:T?[O0]T[A4][L1I]|TOTA)`;
const not =
  /SUB\W{0,2}T?[O0]T|ZWISCHEN|QTY|QUANT|ITEM|ITEN|TTEM|DISC|SAVING|RABATT|EXCL|BEFORE|NETTO|POINTS?\b|INCLUDED|(?:SUMA|RAZEM)\W*(?:PTU|VAT)|IMPONIBILE|T[O0]TA[L1I]\W*(?:GST|TAX|VAT|MWST)\b(?!.*INC)/;
const rounded = new RegExp(`${TOTAL}.*ROUND|ROUND.*${TOTAL}|AFTER ROUND`);
const adjustment = /ROUND|[PR]OUNDING|RNDG/;
const final = new RegExp(
  `GRAND ?${TOTAL}|NETT? ?${TOTAL}|${TOTAL}.*(?:PAYABLE|DUE)|(?:AMOUNT|BALANCE) ?(?:DUE|PAYABLE)|ZU ZAHLEN|ENDBETRAG|RECHNUNGSBETRAG|GESAMTBETRAG|TO PAY|^\\W*DUE\\b|TE BETALEN|DO ZAP[ŁL]ATY|(?:[AÀ]|DA) (?:PAGAR|PAYER)|IMPORTE TOTAL|TOTAAL ?BEDRAG`,
);
const total = new RegExp(`${TOTAL}|SUMME|GESAMT|BETRAG|NET AM(?:OUN)?T|\\bSUMA\\b|\\bRAZEM\\b`);
const change = /CHANGE|R(?:Ü|U)CKGELD|BAKI|RESZTA|WISSELGELD|TERUG|RENDU|\bCAMBIO\b|\bRESTO\b|\bTROCO\b/;
const cash =
  /\bCASH\b|^\W*PAY\b|\bBAR\b|TENDER|GEGEBEN|\bPAID\b|GOT[ÓO]WKA|CONTANT|ESP[ÈE]CES|EFECTIVO|NUMER[ÁA]RIO|DINHEIRO/;
const card =
  /VISA|MASTER|CREDIT|DEBIT|\bCARD\b|GIROCARD|KARTE|\bKARTA\b|\bCARTE\b|TARJETA|BANCOMAT|CART[ÃA]O|MULTIBANCO|\bPIN\b/;

/** A line with a word of its own, and no currency, has its amount for itself. */
const SAYS_MORE = /\p{L}{4,}/u;

interface LineAmount {
  readonly role: Role;
  readonly minor: number;
}

/** The amount paid, or null when no line names one; `currency` is taken for granted, receipts rarely say it. */
export const receiptTotal = (lines: readonly string[], currency: string): Money | null => {
  // Below the tax summary, "total" is a column of taxes.
  const summary = lines.findIndex((line) => /SUM+ARY|MWST.?SATZ/i.test(line));
  const read = lines.flatMap((line, place): readonly LineAmount[] => {
    const amounts = amountsOf(line, currency);
    const next = lines[place + 1] ?? '';
    const under = amounts.length === 0 && !SAYS_MORE.test(next) ? amountsOf(next, currency) : [];
    const minor = amounts.at(-1) ?? (under.length === 1 ? under[0] : undefined);
    if (minor === undefined || minor <= 0)
      return minor === 0 && roleOf(line, 0) === 'change' ? [{ role: 'change', minor }] : [];
    const role = roleOf(line, minor);
    return role === 'none' || (summary !== -1 && place > summary && role === 'total') ? [] : [{ role, minor }];
  });
  // A role speaks once for an amount: the same sub-sum printed twice is not twice as likely.
  const votes = new Map<number, number>();
  const vote = (minor: number, weight: number): void => void votes.set(minor, (votes.get(minor) ?? 0) + weight);
  for (const { role, minor } of new Map(read.map((line) => [`${line.role} ${line.minor}`, line])).values())
    vote(minor, WEIGHTS[role]);
  const given = read.findLast(({ role }) => role === 'cash');
  const back = read.findLast(({ role }) => role === 'change');
  if (given !== undefined && back !== undefined && given.minor > back.minor)
    vote(given.minor - back.minor, CASH_LESS_CHANGE);
  const [best] = [...votes].filter(([, weight]) => weight > 0).toSorted(([, a], [, b]) => b - a);
  return best === undefined ? null : { minor: best[0], currency };
};

const roleOf = (line: string, minor: number): Role => {
  const text = line.toUpperCase();
  if (change.test(text)) return 'change';
  if (rounded.test(text)) return 'rounded';
  // An adjustment is a few cents; a whole amount beside the word is the rounded total whose first word got lost.
  if (adjustment.test(text)) return minor >= 100 ? 'rounded' : 'none';
  if (not.test(text)) return 'none';
  if (final.test(text)) return 'final';
  if (total.test(text)) return 'total';
  if (cash.test(text)) return 'cash';
  return card.test(text) ? 'card' : 'none';
};

// Two decimals mark an amount; a stray space after the sign is the reader's. Currencies without decimals have whole numbers.
// Where a comma stands before the cents, a space may part the thousands.
const WITH_DECIMALS =
  /-?\d{1,3}(?: \d{3})+,\d{2}(?![\d%])|-?\d{1,3}(?:[,.]\d{3})+ ?[.,] ?\d{2}(?![\d%])|-?\d+ ?[.,] ?\d{2}(?![\d%])/g;
const WHOLE = /-?\d{1,3}(?:[,.]\d{3})+(?!\d)|-?\d+(?![\d%])/g;

const amountsOf = (line: string, currency: string): readonly number[] => {
  const found =
    line.replaceAll(/(?<=\d)[oO]|[oO](?=\d)/g, '0').match(minorDigits(currency) === 0 ? WHOLE : WITH_DECIMALS) ?? [];
  return found.flatMap((text) => parseAmount(text.replaceAll(' ', ''), currency)?.minor ?? []);
};
