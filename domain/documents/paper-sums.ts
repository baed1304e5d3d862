// Subtotal, discount, tax and total of a paper: every row that may be one, and of them those that add up.
import type { Money } from '../kernel/money.ts';
import type { PaperLine, PaperValues, Place } from '../records/paper.ts';
import { sumOfLines } from './arithmetic.ts';
import { amountOf, looksLikeMoney, moneyOf, type DecimalSign } from './numbers.ts';
import { cellsOf, surenessOf, textOf, type Row } from './rows.ts';
import { placeOf } from './table-lines.ts';
import { labelBeside, tokensOf, type Token } from './tokens.ts';
import { sumRoleOf, type SumRole } from './vocabulary.ts';

type SumField = 'subtotal' | 'discount' | 'tax' | 'total';

export interface ReadSums {
  readonly values: Pick<PaperValues, SumField>;
  readonly places: Readonly<Partial<Record<SumField, Place>>>;
  readonly sure: Readonly<Partial<Record<SumField, number>>>;
}

interface Candidate {
  readonly role: SumRole;
  readonly money: Money;
  readonly place: Place | null;
  readonly sure: number;
}

interface Context {
  readonly sign: DecimalSign | null;
  readonly currency: string;
  /** Whether its figures were read from pixels, all of them with decimals but for what was lost. */
  readonly isRead: boolean;
}

/** The net, the tax and the gross of a table that ends in all three, side by side: they prove themselves. Null where they do not. */
export const netTaxGross = <T extends Pick<Token, 'number' | 'percent'>>(
  tokens: readonly T[],
  { currency }: Pick<Context, 'currency'>,
): readonly [T, T, T] | null => {
  const [net, tax, gross] = tokens.filter(({ number, percent }) => number !== null && !percent).slice(-3);
  if (net === undefined || tax === undefined || gross === undefined) return null;
  const minor = ({ number }: T): number => (number === null ? NaN : (moneyOf(number, currency)?.minor ?? NaN));
  return minor(tax) > 0 && minor(net) > minor(tax) && minor(net) + minor(tax) === minor(gross)
    ? [net, tax, gross]
    : null;
};

export const readSums = (rows: readonly Row[], lines: readonly PaperLine[], context: Context): ReadSums => {
  const found = rows.flatMap((row, at) =>
    candidatesOf(rows, { row, at }, { ...context, net: sumOfLines(lines, false) }),
  );
  const of = (role: SumRole): readonly Candidate[] => found.filter((one) => one.role === role);
  const totals = of('total');
  const most = Math.max(...totals.map(({ money }) => Math.abs(money.minor)));
  // What is no less than the whole is no part of it: the number of a tax office, an amount read amiss.
  const taxes = distinct(of('tax')).filter(({ money }) => totals.length === 0 || Math.abs(money.minor) < most);
  const discounts = distinct(of('discount'));
  const chosen = choose({ totals, subtotals: of('subtotal'), taxes, discounts }, lines);
  const fields: readonly (readonly [SumField, readonly Candidate[]])[] = [
    ['subtotal', chosen.subtotal],
    ['discount', chosen.discount],
    ['tax', chosen.tax],
    ['total', chosen.total],
  ];
  const value = (field: SumField): Money | null => {
    const these = fields.find(([name]) => name === field)?.[1] ?? [];
    return these.length === 0 ? null : { minor: sum(these), currency: context.currency };
  };
  return {
    values: { subtotal: value('subtotal'), discount: value('discount'), tax: value('tax'), total: value('total') },
    places: Object.fromEntries(fields.flatMap(([name, [one]]) => (one?.place == null ? [] : [[name, one.place]]))),
    sure: Object.fromEntries(fields.flatMap(([name, [one]]) => (one === undefined ? [] : [[name, one.sure]]))),
  };
};

const candidatesOf = (
  rows: readonly Row[],
  { row, at }: { readonly row: Row; readonly at: number },
  context: Context & { readonly net: number },
): readonly Candidate[] => {
  const tokens = tokensOf(row, context.sign);
  const last = tokens.findLast(({ number, percent }) => number !== null && !percent);
  if (last === undefined) return headed(rows, at, context);
  if (last.number === null || !(looksLikeMoney(last.number, context.currency) || /\d{2}/.test(last.number.whole)))
    return [];
  const role = sumRoleOf(labelBeside(row, last, context.sign)) ?? sumRoleOf(wordsOf(tokens));
  if (role === null || role === 'other') return [];
  const beside = role === 'total' || role === 'subtotal' ? besideEachOther(row, tokens, context) : [];
  if (beside.length > 0) return beside;
  const one = candidate(role, { row, token: last }, context);
  return one === null ? [] : [one];
};

/** A table with a column of net and one of gross amounts ends in both. The tax is what lies between them, where the lines prove the net. */
const besideEachOther = (
  row: Row,
  tokens: readonly Token[],
  context: Context & { readonly net: number },
): readonly Candidate[] => {
  const three = netTaxGross(tokens, context);
  const named = (role: SumRole, token: Token): readonly Candidate[] => {
    const one = candidate(role, { row, token }, context);
    return one === null ? [] : [one];
  };
  if (three !== null) return [...named('subtotal', three[0]), ...named('tax', three[1]), ...named('total', three[2])];
  const [net, gross] = tokens.filter(({ number, percent }) => number !== null && !percent).slice(-2);
  if (net === undefined || gross === undefined) return [];
  const [[below], [above]] = [named('subtotal', net), named('total', gross)];
  if (below === undefined || above === undefined || context.net === 0 || below.money.minor !== context.net) return [];
  const tax = { ...above.money, minor: above.money.minor - below.money.minor };
  return tax.minor <= 0 ? [] : [below, above, { ...above, role: 'tax', money: tax }];
};

const candidate = (
  role: SumRole,
  { row, token }: { readonly row: Row; readonly token: Token },
  context: Context,
): Candidate | null => {
  const { currency } = context;
  const money = token.number === null ? null : amountOf(token.number, context);
  if (money === null) return null;
  const minor = role === 'discount' ? -Math.abs(money.minor) : money.minor;
  return {
    role,
    money: { minor, currency },
    place: placeOf(row.page, token, row.placed),
    sure: surenessOf(token.words),
  };
};

const wordsOf = (tokens: readonly Token[]): string =>
  tokens
    .filter(({ number }) => number === null)
    .map(({ text }) => text)
    .join(' ');

/** Sums side by side: their names in one row, their amounts in the next. */
const headed = (rows: readonly Row[], at: number, context: Context): readonly Candidate[] => {
  const row = rows[at];
  const below = rows[at + 1];
  if (row === undefined || below === undefined || below.page !== row.page) return [];
  const names = cellsOf(row).map(({ words, box }) => ({ role: sumRoleOf(textOf(words)), box }));
  const amounts = tokensOf(below, context.sign).filter(({ number, percent }) => number !== null && !percent);
  if (names.filter(({ role }) => role !== null).length < 2 && !(names.length === 1 && amounts.length === 1)) return [];
  return names.flatMap(({ role, box }): readonly Candidate[] => {
    const token = amounts.find((one) => one.box[0] < box[2] + row.size && one.box[2] > box[0] - row.size);
    const found =
      role === null || role === 'other' || token === undefined ? null : candidate(role, { row: below, token }, context);
    return found === null ? [] : [found];
  });
};

/** The same figure under the same name twice is one: papers repeat their sums. */
const distinct = (list: readonly Candidate[]): readonly Candidate[] =>
  list.filter((one, at) => list.findIndex(({ money }) => money.minor === one.money.minor) === at);

interface Found {
  readonly totals: readonly Candidate[];
  readonly subtotals: readonly Candidate[];
  readonly taxes: readonly Candidate[];
  readonly discounts: readonly Candidate[];
}
type Chosen = Readonly<Record<SumField, readonly Candidate[]>>;

const sum = (list: readonly Candidate[]): number => list.reduce((all, { money }) => all + money.minor, 0);

/** The last sums that add up with each other, and with the lines if any do; else the last of each, for a person to look at. */
const choose = ({ totals, subtotals, taxes, discounts }: Found, lines: readonly PaperLine[]): Chosen => {
  const nets = [...subtotals, ...totals];
  const listed = lines.length === 0 ? null : [sumOfLines(lines, false), sumOfLines(lines, true)];
  const possible: { readonly chosen: Chosen; readonly worth: number }[] = [];
  for (const [at, total] of totals.entries())
    for (const subtotal of [null, ...nets.filter((one) => one !== total)])
      for (const tax of taxes.length > 1 ? [taxes, ...taxes.map((one) => [one])] : [taxes])
        for (const discount of discounts.length > 0 ? [discounts, []] : [[]]) {
          const net = subtotal?.money.minor ?? null;
          const off = sum(discount);
          const adds = net !== null && [net + off + sum(tax), net + sum(tax)].includes(total.money.minor);
          const including = net !== null && net + off === total.money.minor;
          const base = net ?? total.money.minor - sum(tax);
          const fits =
            listed !== null &&
            (listed.includes(base) || listed.includes(base - off) || listed.includes(total.money.minor - off));
          const worth =
            (adds ? 8 : including ? 4 : 0) +
            (fits ? 8 : 0) +
            (net !== null ? 1 : 0) +
            (tax.length === taxes.length ? 0.5 : 0) +
            (discount.length === discounts.length ? 0.25 : 0) +
            at / 100 +
            (adds && sum(tax) !== 0 ? 1 : 0);
          possible.push({
            chosen: { total: [total], subtotal: subtotal === null ? [] : [subtotal], tax, discount },
            worth,
          });
        }
  const [best] = possible.toSorted((a, b) => b.worth - a.worth);
  if (best !== undefined) return best.chosen;
  return { total: [], subtotal: subtotals.slice(-1), tax: taxes, discount: discounts };
};
