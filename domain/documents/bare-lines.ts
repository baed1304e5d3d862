// Reads items from a paper whose table has no head: amounts stand under each other, and arithmetic tells the rest.
import type { RawLine } from './table-lines.ts';
import { looksLikeMoney, moneyOf, scaled, type DecimalSign } from './numbers.ts';
import { textOf, type Row, type Word } from './rows.ts';
import { tokensOf, type Token } from './tokens.ts';
import { isUnit, sumRoleOf } from './vocabulary.ts';
import { isProduct } from './arithmetic.ts';

/** Rights of amounts this near, in heights, stand under each other. */
const ALIGNED = 1;
const FEWEST = 2;

interface Context {
  readonly sign: DecimalSign | null;
  readonly currency: string;
}

/** The rows that end in an amount under the others' amounts, as lines; null for every other row. */
export const bareLines = (rows: readonly Row[], context: Context): readonly (RawLine | null)[] => {
  const read = rows.map((row) => ({ row, tokens: tokensOf(row, context.sign) }));
  const ends = read.map(({ tokens }) => lastAmount(tokens, context));
  const edge = commonEdge(rows, ends);
  const lines = read.map(({ row, tokens }, at) => {
    const amount = ends[at] ?? null;
    if (amount === null || edge === null || Math.abs(amount.box[2] - edge) > row.size * ALIGNED) return null;
    return sumRoleOf(textOf(row.words)) === null ? lineWith(row, { tokens, amount }, context) : null;
  });
  return lines.filter((line) => line !== null).length >= FEWEST ? lines : rows.map(() => null);
};

const lastAmount = (tokens: readonly Token[], { currency }: Context): Token | null => {
  const last = tokens.findLast(({ number, percent }) => number !== null && !percent);
  return last?.number != null && looksLikeMoney(last.number, currency) ? last : null;
};

/** The right edge that most amounts share. */
const commonEdge = (rows: readonly Row[], ends: readonly (Token | null)[]): number | null => {
  const edges = ends.flatMap((token, at) => (token === null ? [] : [{ x: token.box[2], size: rows[at]?.size ?? 1 }]));
  const [best] = edges
    .map(({ x, size }) => ({ x, count: edges.filter((other) => Math.abs(other.x - x) <= size * ALIGNED).length }))
    .toSorted((a, b) => b.count - a.count);
  return best === undefined || best.count < FEWEST ? null : best.x;
};

const lineWith = (
  row: Row,
  { tokens, amount }: { readonly tokens: readonly Token[]; readonly amount: Token },
  { currency }: Context,
): RawLine | null => {
  const figures = tokens.filter((token) => token !== amount && token.number !== null && !token.percent);
  const pair = factorsOf(figures, amount, currency);
  const counted = pair?.quantity ?? countedOf(tokens, amount);
  const after = counted === null ? undefined : tokens[tokens.indexOf(counted) + 1];
  const unit = after !== undefined && after.number === null && isUnit(after.text) ? after : null;
  const price = pair?.unitPrice ?? null;
  const taken = new Set<Token | null>([amount, counted, unit, price]);
  const isBeside = (at: number): boolean =>
    [tokens[at - 1], tokens[at + 1]].some((one) => one !== undefined && taken.has(one));
  const rest = tokens.filter((token, at) => !taken.has(token) && !(FILLER.test(token.text) && isBeside(at)));
  // What stands behind the amount is a code of the tax, or dirt, unless it is all there is.
  const before = wordsOf(rest.filter(({ box }) => box[0] < amount.box[0]));
  const description = SAYS.test(textOf(before)) ? before : wordsOf(rest);
  if (!SAYS.test(textOf(description))) return null;
  return {
    page: row.page,
    placed: row.placed,
    box: row.box,
    size: row.size,
    description: withoutPosition(description),
    quantity: counted,
    unit: unit?.words ?? [],
    unitPrice: price,
    amount,
    discount: null,
    note: '',
  };
};

const SAYS = /\p{L}{2}/u;
const wordsOf = (tokens: readonly Token[]): readonly Word[] => tokens.flatMap(({ words }) => words);

const FILLER = /^(?:x|×|@|à|a|je|=|-|–|—|\.{2,}|…|_{2,})$/i;
const POSITION = /^\d{1,3}(?:\.\d{1,3})*[.)]?$/;

const withoutPosition = (words: readonly Word[]): readonly Word[] =>
  words.length > 1 && POSITION.test(words[0]?.[0] ?? '') ? words.slice(1) : words;

/** Two figures before the amount that make it when multiplied, the nearest first. */
const factorsOf = (
  figures: readonly Token[],
  amount: Token,
  currency: string,
): { readonly quantity: Token; readonly unitPrice: Token } | null => {
  const sum = amount.number === null ? null : moneyOf(amount.number, currency);
  for (const unitPrice of figures.toReversed())
    for (const quantity of figures) {
      if (quantity === unitPrice || quantity.number === null || unitPrice.number === null || sum === null) continue;
      const [many, each] = [scaled(quantity.number, 3), moneyOf(unitPrice.number, currency)];
      // Of two that could change places, the price is the one printed like money.
      if (many === null || each === null || !isProduct(many, each, sum)) continue;
      const swapped = looksLikeMoney(quantity.number, currency) && !looksLikeMoney(unitPrice.number, currency);
      return swapped ? { quantity: unitPrice, unitPrice: quantity } : { quantity, unitPrice };
    }
  return null;
};

/** "3 hrs", "2 x": a number with its unit, where the line begins or where its words end; within them it is a measure. */
const countedOf = (tokens: readonly Token[], amount: Token): Token | null => {
  const words = tokens
    .map((token, at) => (token.number === null && !FILLER.test(token.text) ? at : -1))
    .filter((at) => at >= 0);
  return (
    tokens.find((token, at) => {
      const after = tokens[at + 1];
      if (token.number === null || token.percent || token === amount || after === undefined) return false;
      const isCount = isUnit(after.text) || /^[x×]$/i.test(after.text);
      return isCount && (at === 0 || words.every((place) => place <= at + 1));
    }) ?? null
  );
};
