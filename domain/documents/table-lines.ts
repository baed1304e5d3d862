// Reads the lines of a table of items: which figure is the quantity, the price, the amount, by the column it stands in.
import type { Place } from '../records/paper.ts';
import type { ColumnHead, TableHead } from './columns.ts';
import { looksLikeMoney, scaled, type DecimalSign } from './numbers.ts';
import { type Box, type Row, type Word } from './rows.ts';
import { tokensOf, type Token } from './tokens.ts';
import { isUnit, type Column } from './vocabulary.ts';

/** A line as its words stand in the row, before they become values. */
export interface RawLine {
  readonly page: number;
  readonly placed: boolean;
  readonly box: Box;
  readonly size: number;
  readonly description: readonly Word[];
  readonly quantity: Token | null;
  readonly unit: readonly Word[];
  readonly unitPrice: Token | null;
  readonly amount: Token | null;
  /** A rate taken off the line, as printed. */
  readonly discount: Token | null;
  /** Words in the columns of figures: "included", "optional". */
  readonly note: string;
}

/** How far, in heights, a figure may stand beside its column's head. */
const ASIDE = 2.5;
const INSTEAD =
  /incl|inkl|compris|incluid|incluso|inbegrepen|w cenie|free|kostenlos|gratis|n\/c|on request|auf anfrage|tbc|tba|optional|bedarf|eventual|alternativ|by others|bauseits/i;
export const OPTIONAL =
  /(?<!\p{L})(?:optional|option|bedarfsposition|eventualposition|alternativ\p{L}*|en option|opcional|opzionale|optie)(?!\p{L})/iu;

export const placeOf = (page: number, words: readonly Word[] | Token, placed: boolean): Place | null => {
  if (!placed) return null;
  if ('box' in words) return { page, box: words.box };
  return words.length === 0
    ? null
    : {
        page,
        box: [
          Math.min(...words.map(([, x]) => x)),
          Math.min(...words.map(([, , y]) => y)),
          Math.max(...words.map(([, , , x]) => x)),
          Math.max(...words.map(([, , , , y]) => y)),
        ],
      };
};

/** The row as a line of the table, or null when it holds no figure for one. */
export const lineOfRow = (
  row: Row,
  { columns }: TableHead,
  { sign, currency }: { readonly sign: DecimalSign | null; readonly currency: string },
): RawLine | null => {
  const zone = descriptionZone(columns, row.size);
  const found = new Map<Column, Token>();
  const description: Word[] = [];
  const unit: Word[] = [];
  const note: string[] = [];
  const tokens = tokensOf(row, sign);
  const columnOf = columnsOfFigures(tokens, columns, { size: row.size, currency });
  for (const [at, token] of tokens.entries()) {
    if (token.number !== null) {
      const column = columnOf(token);
      if (column !== null && column !== 'description' && !found.has(column) && fits(token, column)) {
        found.set(column, token);
        continue;
      }
      if (column === null && token.box[2] < zone[0] && description.length === 0) continue;
    }
    const before = tokens[at - 1];
    const isBeside = before !== undefined && before === found.get('quantity');
    if (
      unit.length === 0 &&
      token.number === null &&
      isUnit(token.text) &&
      (isBeside || isUnderUnit(token, columns, row.size))
    )
      unit.push(...token.words);
    else if (isIn(token.box, zone)) description.push(...token.words);
    else if (isUnderUnit(token, columns, row.size)) unit.push(...token.words);
    else if (token.box[0] >= zone[0]) note.push(token.text);
  }
  const amount = found.get('amount') ?? null;
  const quantity = found.get('quantity') ?? null;
  const unitPrice = found.get('unitPrice') ?? null;
  const isLine =
    (amount !== null &&
      (looksLikeMoney(amount.number ?? NONE, currency) ||
        quantity !== null ||
        unitPrice !== null ||
        isWhole(amount))) ||
    (quantity !== null && unitPrice !== null) ||
    ((quantity !== null || description.length > 0) && INSTEAD.test(note.join(' ')));
  if (!isLine || description.length + note.length === 0) return null;
  return {
    page: row.page,
    placed: row.placed,
    box: row.box,
    size: row.size,
    description,
    quantity,
    unit,
    unitPrice,
    amount,
    discount: found.get('discount') ?? null,
    note: note.join(' '),
  };
};

const NONE = { negative: false, whole: '0', decimals: '' };
const isWhole = ({ number }: Token): boolean => number !== null && scaled(number, 0) !== null;

/** A rate is no quantity, and money is no rate. */
const fits = ({ percent }: Token, column: Column): boolean =>
  percent ? column === 'tax' || column === 'discount' : true;

/** Where descriptions stand: from their head to the next column. Without a head of their own, left of all figures. */
const descriptionZone = (columns: readonly ColumnHead[], size: number): readonly [number, number] => {
  const own = columns.find(({ column }) => column === 'description');
  const others = columns.filter(({ column }) => column !== 'description' && column !== 'position');
  if (own === undefined) {
    const position = columns.find(({ column }) => column === 'position');
    const first = Math.min(...others.map(({ box }) => box[0]));
    return [position === undefined ? 0 : position.box[2], first];
  }
  const right = others.filter(({ box }) => box[0] > own.box[0]).map(({ box }) => box[0]);
  return [Math.min(own.box[0], leftOfCentred(own, columns)) - size, Math.min(Infinity, ...right)];
};

/** A head that is centred over its column stands right of the words in it: these begin after the column before. */
const leftOfCentred = (own: ColumnHead, columns: readonly ColumnHead[]): number => {
  const before = columns.filter(({ box }) => box[2] <= own.box[0]).map(({ box }) => box[2]);
  return before.length === 0
    ? 0
    : Math.min(own.box[0], Math.max(...before) + (own.box[0] - Math.max(...before)) * 0.25);
};

const isIn = (box: Box, [from, to]: readonly [number, number]): boolean =>
  (box[0] + Math.min(box[2], to)) / 2 >= from && box[0] < to;

const apart = (a: Box, b: Box): number =>
  Math.min(Math.abs(a[0] - b[0]), Math.abs(a[2] - b[2]), Math.abs((a[0] + a[2]) / 2 - (b[0] + b[2]) / 2));

const isUnderUnit = (token: Token, columns: readonly ColumnHead[], size: number): boolean => {
  const head = columns.find((one) => one.column === 'unit');
  return (
    head !== undefined &&
    (apart(token.box, head.box) <= size * ASIDE || (token.box[0] < head.box[2] && token.box[2] > head.box[0]))
  );
};

/** A head whose price has no name, or was not read, still has figures like prices between the quantity and the amount. */
const unnamedPrice = (token: Token, columns: readonly ColumnHead[], currency: string): Column | null => {
  const box = (column: Column): Box | undefined => columns.find((head) => head.column === column)?.box;
  const [quantity, amount] = [box('quantity'), box('amount')];
  if (box('unitPrice') !== undefined || quantity === undefined || amount === undefined || token.number === null)
    return null;
  const isBetween = token.box[0] > quantity[2] && token.box[2] < amount[0];
  return isBetween && looksLikeMoney(token.number, currency) ? 'unitPrice' : null;
};

/**
 * By what each figure stands nearest to. Where that gives two of them one column, heads are set left and figures right, and some stand nearer to the
 * next head: then by the order of the heads, if that parts them.
 */
const columnsOfFigures = (
  tokens: readonly Token[],
  columns: readonly ColumnHead[],
  { size, currency }: { readonly size: number; readonly currency: string },
): ((token: Token) => Column | null) => {
  const byOrder = (token: Token): Column | null => columnByOrder(token, columns);
  const nearest = (token: Token): Column | null =>
    columnOfFigure(token, columns, size) ?? unnamedPrice(token, columns, currency) ?? byOrder(token);
  const figures = tokens.filter(({ number, percent }) => number !== null && !percent);
  const namedBy = (by: (token: Token) => Column | null): readonly Column[] =>
    figures.flatMap((token) => by(token) ?? []).filter((column) => FIGURES.has(column));
  const [near, ordered] = [namedBy(nearest), namedBy(byOrder)];
  return !isParted(near) && isParted(ordered) && ordered.length === near.length
    ? (token) => (FIGURES.has(nearest(token) ?? 'description') ? byOrder(token) : nearest(token))
    : nearest;
};

/** Whether each stands under a head of its own. */
const isParted = (list: readonly Column[]): boolean => new Set(list).size === list.length;

/** The column it stands under, by either edge or the middle; no figure is a unit. */
const columnOfFigure = (token: Token, columns: readonly ColumnHead[], size: number): Column | null => {
  const [nearest] = columns
    .filter(({ column }) => column !== 'unit')
    .map((head) => ({ column: head.column, away: apart(token.box, head.box) }))
    .toSorted((a, b) => a.away - b.away);
  return nearest !== undefined && nearest.away <= size * ASIDE ? nearest.column : null;
};

const FIGURES: ReadonlySet<Column> = new Set(['quantity', 'unitPrice', 'tax', 'discount', 'amount']);

/** Where a head stands at the left of figures that are set right: between its left and the next head's. */
const columnByOrder = ({ box }: Token, columns: readonly ColumnHead[]): Column | null => {
  const within = columns.findLast((head) => head.box[0] <= (box[0] + box[2]) / 2);
  return within !== undefined && FIGURES.has(within.column) ? within.column : null;
};
