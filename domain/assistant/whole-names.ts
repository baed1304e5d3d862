// Names of the house that stand whole in a message: each is taken as one, so that no comma or "and" within it parts the message.
import { distance, slips } from '../words/spelling.ts';
import { type Token, tokensOf } from './words/tokens.ts';

export interface Called {
  readonly name: string;
  readonly isStep: boolean;
}

export interface NameSpan {
  readonly from: number;
  readonly to: number;
  /** The name as one word, which the indexes of names know. */
  readonly word: string;
}

export interface NameBook {
  readonly findIn: (text: string, among: 'all' | 'steps') => readonly NameSpan[];
}

interface Entry {
  readonly words: readonly string[];
  /** True where a sign stands before the word. */
  readonly signs: readonly boolean[];
  readonly word: string;
  readonly isStep: boolean;
}

const JOIN = '_';
const AND = new Set(['and', 'und', 'y', '&', '+']);
const ARTICLES = new Set('the a an our der die das den dem el la los las'.split(' '));

/** Names are the same when they are so without case, accents and signs. */
export const asOneWord = (name: string): string => cutOf(name).word;

/** "Fit the units" as one word; null for a name that is one already. */
export const wholeWord = (name: string): string | null => {
  const { words, word } = cutOf(name);
  return words.length < 2 ? null : word;
};

export const isWhole = (word: string): boolean => word.includes(JOIN);

/** The words that a whole name is made of, without those that only join them. */
export const partsOf = (word: string): readonly string[] =>
  isWhole(word) ? word.split(JOIN).filter((part) => !AND.has(part) && !ARTICLES.has(part)) : [word];

const isMark = ({ kind, raw }: Token): boolean => kind === 'sign' && !AND.has(raw);

type Cut = Pick<Entry, 'words' | 'signs' | 'word'>;

/** A house is looked through anew for each message, and its names stay what they were. */
const remembered = new Map<string, Cut>();
const MOST_REMEMBERED = 50_000;

const cutOf = (name: string): Cut => {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const tokens = tokensOf(name);
  const placed = tokens.flatMap((token, at) =>
    isMark(token) ? [] : [{ word: sameWord(token), sign: at > 0 && tokens.slice(at - 1, at).some(isMark) }],
  );
  const words = placed.map(({ word }) => word);
  const cut = { words, signs: placed.map(({ sign }) => sign), word: words.join(JOIN) };
  if (remembered.size > MOST_REMEMBERED) remembered.clear();
  remembered.set(name, cut);
  return cut;
};

export const createNameBook = (called: readonly Called[]): NameBook => {
  const byWord = new Map<string, Entry>();
  for (const { name, isStep } of called) {
    const entry = { ...cutOf(name), isStep };
    const known = byWord.get(entry.word);
    if (entry.words.length >= 2) byWord.set(entry.word, known?.isStep === true ? known : entry);
  }
  const entries = [...byWord.values()].toSorted((a, b) => b.words.length - a.words.length);
  const byFirst = Map.groupBy(entries, ({ words }) => words[0] ?? '');
  const longSteps = Map.groupBy(
    entries
      .filter(({ isStep, words }) => isStep && withoutArticles(words).length >= 3)
      .flatMap((entry) =>
        withoutArticles(entry.words)
          .slice(0, 2)
          .map((word) => ({ word, entry })),
      ),
    ({ word }) => word,
  );
  /** One of its first two words at least is written as it is. */
  const nearAt = (tokens: readonly Token[], at: number): readonly Entry[] => {
    const beside = tokens.slice(at, at + 3).flatMap((token) => longSteps.get(sameWord(token)) ?? []);
    return [...new Set(beside.map(({ entry }) => entry))];
  };
  return {
    findIn: (text, among) => {
      const tokens = tokensOf(text);
      const runs = tokens.flatMap((token, at) =>
        (byFirst.get(sameWord(token)) ?? [])
          .filter(({ isStep }) => isStep || among === 'all')
          .flatMap((entry) => runOf(text, tokens, { at, entry, isNear: false })),
      );
      const exact = longestFirst(runs);
      const near = tokens.flatMap((_, at) => {
        const found = nearAt(tokens, at).flatMap((entry) => runOf(text, tokens, { at, entry, isNear: true }));
        return found.length === 1 ? found : [];
      });
      return [...exact, ...longestFirst(near).filter((run) => !exact.some((each) => isOver(each, run)))];
    },
  };
};

const sameWord = (token: Token): string => (AND.has(token.word) ? 'and' : token.word);

const longestFirst = (spans: readonly NameSpan[]): readonly NameSpan[] => {
  const kept: NameSpan[] = [];
  for (const span of spans.toSorted((a, b) => b.to - b.from - (a.to - a.from)))
    if (!kept.some((each) => isOver(each, span))) kept.push(span);
  return kept;
};

const isOver = (one: { from: number; to: number }, other: { from: number; to: number }): boolean =>
  one.from < other.to && one.to > other.from;

interface Run {
  readonly at: number;
  readonly entry: Entry;
  /** Articles may be left out, and one word in two be misspelled. */
  readonly isNear: boolean;
}

/** One span if the name stands there, else none. Signs may stand only where the name has some. */
const runOf = (text: string, tokens: readonly Token[], { at, entry, isNear }: Run): readonly NameSpan[] => {
  let here = at;
  let misspelled = 0;
  for (const [place, word] of entry.words.entries()) {
    const sign = tokens[here];
    if (place > 0 && entry.signs[place] === true && sign !== undefined && isMark(sign)) here += 1;
    if (isNear && ARTICLES.has(word) && tokens[here]?.word !== word) continue;
    const maySkip = isNear && place > 0 && !ARTICLES.has(word);
    if (maySkip && ARTICLES.has(tokens[here]?.word ?? '')) here += 1;
    const token = tokens[here];
    if (token === undefined || isMark(token)) return [];
    if (sameWord(token) !== word) {
      if (!isNear || !isMisspelled(token.word, word)) return [];
      misspelled += 1;
    }
    here += 1;
  }
  const [first, last] = [tokens[at], tokens[here - 1]];
  if (first === undefined || last === undefined || misspelled * 2 > entry.words.length) return [];
  return text.slice(first.from, last.to).includes('\n') ? [] : [{ from: first.from, to: last.to, word: entry.word }];
};

const isMisspelled = (typed: string, word: string): boolean => {
  const most = slips(Math.min(typed.length, word.length));
  return most > 0 && distance(typed, word, most) <= most;
};

const withoutArticles = (words: readonly string[]): readonly string[] => words.filter((word) => !ARTICLES.has(word));
