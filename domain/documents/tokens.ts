// Cuts a row into what is a number and what is a word: "€ 1 250,00" is one number, "12m²" a number and its unit.
import { decimalOf, type Decimal, type DecimalSign } from './numbers.ts';
import { boxAround, cellsOf, textOf, type Box, type Row, type Word } from './rows.ts';
import { isUnit } from './vocabulary.ts';

export interface Token {
  readonly text: string;
  readonly words: readonly Word[];
  readonly box: Box;
  /** Null for a word. */
  readonly number: Decimal | null;
  /** A rate: "19 %". Its number is not money and no quantity. */
  readonly percent: boolean;
}

/** As many words as a number with its spaces and its currency may have: "- € 1 250 000,00". */
const MOST_WORDS = 5;
/** A wider gap, in heights, parts two numbers. */
const JOINED = 0.85;
const ONLY_SYMBOL = /^(?:@|€\.?|£|\$|zł|EURO?|Euro|USD|GBP|CHF|PLN|[-−–+])$/u;
const SPACED = /^[^\d]*\d{1,3}(?: \d{3})+(?:[.,]\d+)?[^\d]*$/u;

/** A row is asked for its tokens by everything that looks at it; they are the same each time. */
const known = new WeakMap<readonly Word[], { readonly sign: DecimalSign | null; readonly tokens: readonly Token[] }>();

export const tokensOf = (row: Pick<Row, 'words' | 'size'>, sign: DecimalSign | null): readonly Token[] => {
  const before = known.get(row.words);
  if (before?.sign === sign) return before.tokens;
  const tokens = cutUp(row, sign);
  known.set(row.words, { sign, tokens });
  return tokens;
};

const cutUp = ({ words, size }: Pick<Row, 'words' | 'size'>, sign: DecimalSign | null): readonly Token[] => {
  const tokens: Token[] = [];
  for (let at = 0; at < words.length;) {
    const taken = longestNumber(words.slice(at, at + MOST_WORDS), size, sign);
    if (taken.length > 0) {
      tokens.push(...numberTokens(taken, sign));
      at += taken.length;
      continue;
    }
    const word = words[at];
    at += 1;
    if (word !== undefined) tokens.push(...splitUnit(word, sign));
  }
  return tokens;
};

/** The longest run of these words from the first on that is one number, its currency included. */
const longestNumber = (words: readonly Word[], size: number, sign: DecimalSign | null): readonly Word[] => {
  for (let count = words.length; count > 0; count -= 1) {
    const run = words.slice(0, count);
    if (isClose(run, size) && isOneNumber(run, sign)) return run;
  }
  return [];
};

const isClose = (run: readonly Word[], size: number): boolean =>
  run.every((word, at) => {
    const before = run[at - 1];
    return before === undefined || word[1] - before[3] <= size * JOINED;
  });

const isOneNumber = (run: readonly Word[], sign: DecimalSign | null): boolean => {
  const texts = run.map(([text]) => text);
  const figures = texts.filter((text) => !ONLY_SYMBOL.test(text));
  if (figures.length === 0) return false;
  if (figures.length === 2 && figures[1] === '%') return decimalOf(figures[0] ?? '', sign) !== null;
  const text = texts.join(' ');
  if (figures.length > 1 && !SPACED.test(figures.join(' ')) && !isTorn(run, figures)) return false;
  return decimalOf(asPrinted(text, sign).replace(/%$/, ''), sign) !== null;
};

/** "491 ,04" and, beside a currency, "491 26 €": a reader saw a space at the sign before the decimals, or in its place. */
const TORN = /(?<![\d.,])(\d{1,3}(?:[.,]\d{3})*) ([.,]?)(\d{2})(?![\d.,])/;
const isTorn = (run: readonly Word[], figures: readonly string[]): boolean => {
  const whole = figures.join(' ');
  const [torn, , sign] = TORN.exec(whole) ?? [];
  const isRead = run.some(([, , , , , sure]) => sure < SURE);
  return isRead && torn === whole && (sign !== '' || run.length > figures.length);
};
/** A document's own words are; what was read from pixels hardly ever is. */
const SURE = 100;

/** With the sign that was lost. */
const asPrinted = (text: string, sign: DecimalSign | null): string => {
  const [torn, whole = '', printed = '', cents = ''] = TORN.exec(text) ?? [];
  return torn === undefined ? text : text.replace(torn, `${whole}${printed || (sign ?? ',')}${cents}`);
};

const numberTokens = (words: readonly Word[], sign: DecimalSign | null): readonly Token[] => {
  const text = textOf(words);
  const percent = text.endsWith('%');
  return [
    { text, words, box: boxAround(words), number: decimalOf(asPrinted(text, sign).replace(/%$/, ''), sign), percent },
  ];
};

const TIMES = /^(?:[x×](\d[\d.,]*)|(\d[\d.,]*)[x×])$/iu;

/** "1 ls" is so thin that readers run it together and lose a stroke of it. */
const LUMP_SUM = /^1[lI1|]?s$/u;

const splitUnit = (word: Word, sign: DecimalSign | null): readonly Token[] => {
  const [text, x0, y0, x1, y1, sure] = word;
  const times = TIMES.exec(text);
  const counted = times?.[1] ?? times?.[2];
  if (counted !== undefined)
    return [{ text, words: [word], box: [x0, y0, x1, y1], number: decimalOf(counted, sign), percent: false }];
  const [, figure, unit] = LUMP_SUM.test(text)
    ? [text, '1', 'ls']
    : (/^(\d[\d.,]*)(\p{L}[\p{L}.]*[²³23?]?)$/u.exec(text) ?? []);
  if (figure === undefined || unit === undefined || !isUnit(unit)) return [wordToken(word)];
  const cut = x0 + ((x1 - x0) * figure.length) / text.length;
  const [left, right]: readonly [Word, Word] = [
    [figure, x0, y0, cut, y1, sure],
    [unit, cut, y0, x1, y1, sure],
  ];
  return [
    { text: figure, words: [left], box: [x0, y0, cut, y1], number: decimalOf(figure, sign), percent: false },
    wordToken(right),
  ];
};

const wordToken = (word: Word): Token => ({
  text: word[0],
  words: [word],
  box: [word[1], word[2], word[3], word[4]],
  number: null,
  percent: false,
});

/** Wider than this, in heights, and what stands to the left is about something else: terms beside the sums. */
const BESIDE = 25;
const CODE = /^(?:EUR|USD|GBP|CHF|PLN)$/;

/** The words between the amount and the next wide gap to its left, without their figures; '' when there are none near. */
export const labelBeside = (row: Row, amount: Token, sign: DecimalSign | null): string => {
  const cells = cellsOf(row).filter(({ box }) => box[0] < amount.box[0]);
  const nearest = cells.findLast(({ words }) => words.some(([text]) => /\p{L}/u.test(text) && !CODE.test(text)));
  if (nearest === undefined || amount.box[0] - nearest.box[2] > row.size * BESIDE) return '';
  return tokensOf({ words: nearest.words, size: row.size }, sign)
    .filter(({ number }) => number === null)
    .map(({ text }) => text)
    .join(' ');
};
