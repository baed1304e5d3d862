// The option of a question that typed words pick: by its name, its place, its day or amount, or a yes; null unless it is one only.
import { daysMeant, weekdayOf } from './day-said.ts';
import type { House } from './house.ts';
import { knownOf } from './known.ts';
import { languageOf } from './language.ts';
import { best, createNames, SURE } from './names.ts';
import { isDay, isSum, lengthAt, type Pieces, piecesOf, strip, words } from './pieces.ts';
import type { Choice, Option, Reading, Tools } from './reading.ts';
import { asOneWord } from './whole-names.ts';
import { AROUND, DEEDS, LAST, NO, PLACES, YES } from './words/answer-words.ts';
import type { Phrases } from './words/lexicon.ts';
import { tokensOf } from './words/tokens.ts';

interface Typed {
  readonly text: string;
  readonly choose: Choice;
}

/** Longer than an answer is; it is a message of its own. */
const MOST_WORDS = 8;

/** What is surely picked. "No" to the only option, or "none", leaves everything as it is. */
export const optionTyped = ({ text, choose }: Typed, house: House, tools: Tools): Reading | null => {
  const { options, what } = choose;
  const typed = text.normalize('NFC');
  if (options.length === 0 || tokensOf(typed).length > MOST_WORDS || typed.includes('?')) return null;
  const lang = languageOf(typed, house.lang, knownOf(house).isName);
  const plain = plainOf(typed);
  if (isAll(plain, NO) && (options.length === 1 || words(plain).some((word) => word !== 'no' && word !== 'nein')))
    return { unread: true, why: 'negated' };
  if (options.length === 1 && isAll(plain, YES)) return options[0]?.means ?? null;
  const journey = house.journey === null ? undefined : knownOf(house).journeyByKey.get(house.journey);
  const at = { today: house.today, lang, currency: journey?.currency ?? house.currency };
  const bare = strip(plain, AROUND[lang]).filter((piece) => piece.is !== 'sign');
  const found =
    what === 'date'
      ? ofDay(typed, { options, at, pieces: piecesOf(typed, at, tools) })
      : what === 'amount'
        ? ofAmount(options, piecesOf(typed, at, tools))
        : what === 'intent'
          ? options.filter(({ value }) => typeof value === 'string' && isAll(bare, DEEDS[value] ?? NONE))
          : ofName({ text: typed, choose }, { house, bare, least: SURE });
  const isFigure = what === 'amount' && /^[\d.,\s]+$/.test(typed);
  const [one, ...others] = found.length > 0 || isFigure ? found : atPlace(options, bare);
  return one === undefined || others.length > 0 ? null : one.means;
};

/** A beginning, or a near word: only for words that mean nothing else. */
export const optionNear = ({ text, choose }: Typed, house: House): Reading | null => {
  if (choose.options.length === 0 || ['date', 'amount', 'intent'].includes(choose.what)) return null;
  const typed = text.normalize('NFC');
  if (tokensOf(typed).length > MOST_WORDS) return null;
  const lang = languageOf(typed, house.lang, knownOf(house).isName);
  const bare = strip(plainOf(typed), AROUND[lang]);
  const [one, ...others] = ofName({ text: typed, choose }, { house, bare, least: 1 });
  return one === undefined || others.length > 0 ? null : one.means;
};

const NONE: Phrases = new Map();

/** Words and figures alike, none of them a day or an amount yet. */
export const plainOf = (text: string): Pieces =>
  tokensOf(text).map((token, at) => ({
    is: token.kind === 'number' ? 'word' : token.kind,
    token,
    at,
    from: token.from,
    to: token.to,
  }));

const isAll = (pieces: Pieces, phrases: Phrases): boolean => {
  const own = pieces.filter((piece) => piece.is !== 'sign');
  return own.length > 0 && lengthAt(own, 0, phrases) === own.length;
};

/** "the second one"; "22nd" of several days has been looked for before. */
const atPlace = (options: readonly Option[], bare: Pieces): readonly Option[] => {
  const joined = joinedOrdinal(bare);
  const place = isAll(joined, LAST) ? options.length - 1 : PLACES.findIndex((phrases) => isAll(joined, phrases));
  const option = options[place];
  return option === undefined ? [] : [option];
};

/** "2nd" is cut into a figure and letters. */
const joinedOrdinal = (pieces: Pieces): Pieces =>
  pieces.filter((piece) => piece.is !== 'word' || !/^(?:st|nd|rd|th)$/.test(piece.token.word));

interface Naming {
  readonly house: House;
  readonly bare: Pieces;
  readonly least: number;
}

/** The whole name before all; else the options whose name has every word that was typed. */
const ofName = ({ text, choose }: Typed, { house, bare, least }: Naming): readonly Option[] => {
  const very = choose.options.filter(({ label }) => label !== '' && asOneWord(label) === asOneWord(text));
  if (very.length > 0) return very;
  const called = words(bare);
  if (called.length === 0) return [];
  const index = createNames(
    choose.options.map(({ label, value }) => ({ key: keyOf(value), names: [label, ...othersOf(value, house)] })),
  );
  const keys = new Set(best(index.fits(called).filter(({ level }) => level >= least)).map(({ key }) => key));
  return choose.options.filter(({ value }) => keys.has(keyOf(value)));
};

const keyOf = (value: Option['value']): string => (typeof value === 'string' ? value : '');

/** A contractor also goes by the person and the trade, a quote by its contractor's. */
const othersOf = (value: Option['value'], house: House): readonly string[] => {
  const quote = house.quotes.find(({ key }) => key === value);
  const key = quote?.contractor ?? value;
  const contractor = house.contractors.find((each) => each.key === key);
  return contractor === undefined ? [] : [contractor.company, contractor.person ?? '', contractor.trade];
};

interface DayTyped {
  readonly options: readonly Option[];
  readonly at: { readonly today: House['today']; readonly lang: House['lang'] };
  readonly pieces: Pieces;
}

/** "the 22nd", "22 May", or a weekday that only one of the days is. */
const ofDay = (text: string, { options, at, pieces }: DayTyped): readonly Option[] => {
  const [, figure] = /^\W*(?:(?:on|the|am|der|den|el|dia) )*(\d{1,2})(?:st|nd|rd|th|\.)?\W*$/iu.exec(text) ?? [];
  const onDay = options.filter(({ value }) => Number(keyOf(value).slice(8, 10)) === Number(figure));
  if (figure !== undefined) return onDay;
  const [day, ...others] = pieces.filter(isDay);
  if (day === undefined || others.length > 0 || words(strip(pieces, AROUND[at.lang])).length > 0) return [];
  const { said } = day.span;
  const meant: readonly string[] = daysMeant(said, 'future', at);
  return options.filter(({ value }) =>
    said.is === 'weekday' && said.which === 'bare'
      ? weekdayOf(keyOf(value)) === said.weekday
      : meant.includes(keyOf(value)),
  );
};

const ofAmount = (options: readonly Option[], pieces: Pieces): readonly Option[] => {
  const [sum, ...others] = pieces.filter(isSum);
  if (sum === undefined || others.length > 0 || sum.span.isNegative) return [];
  return options.filter(({ value }) =>
    sum.span.values.some(
      (each) => typeof value === 'object' && each.minor === value.minor && each.currency === value.currency,
    ),
  );
};
