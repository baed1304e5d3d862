// The matching of quotes' lines by its definition, each line with each and each word with each: slow, and what the quick one is held to.
import { categoryOf } from '../../domain/words/cost-category.ts';
import type { Comparable } from '../../domain/quotes/line-facts.ts';
import { wordsOf } from '../../domain/quotes/likeness.ts';
import type { LinedQuote } from '../../domain/quotes/match.ts';
import { ideasOf } from '../../domain/quotes/trade-words.ts';
import { unitOf } from '../../domain/quotes/units.ts';
import { wordLikeness } from '../../domain/quotes/word-likeness.ts';

type Likeness = (a: number, b: number) => number;

export const plainLikeness = (lines: readonly Comparable[]): Likeness => {
  const texts = lines.map(({ text }) => wordsOf(text));
  const weightOf = (word: string): number =>
    Math.log1p(texts.length / texts.filter((words) => words.includes(word)).length);
  const wholes = texts.map((words) => words.reduce((sum, word) => sum + weightOf(word), 0));
  const covered = (these: readonly string[], those: readonly string[]): number =>
    these.reduce((met, word) => {
      const best = Math.max(0, ...those.map((other) => Math.fround(wordLikeness(word, other))));
      return met + best * weightOf(word);
    }, 0);
  const trades = texts.map((words) => [
    ...new Set(words.flatMap((word) => [...ideasOf(word)].filter((idea) => !idea.startsWith('=')))),
  ]);
  const takesOut = texts.map(([first]) => first !== undefined && ideasOf(first).has('take-out'));
  const categories = lines.map(({ text }) => categoryOf(text, ''));
  return (a, b) => {
    const [mine, theirs] = [wholes[a] ?? 0, wholes[b] ?? 0];
    if (mine === 0 || theirs === 0) return 0;
    const there = covered(texts[a] ?? [], texts[b] ?? []);
    const back = covered(texts[b] ?? [], texts[a] ?? []);
    const shared = (trades[a] ?? []).filter((idea) => trades[b]?.includes(idea)).length;
    const byIdeas = shared === 0 ? 0 : (2 * shared) / ((trades[a]?.length ?? 0) + (trades[b]?.length ?? 0));
    const both = (there + back) / (mine + theirs);
    const byWords = Math.max((both + (mine < theirs ? there / mine : back / theirs)) / 2, 0.8 * byIdeas);
    if (byWords === 0) return 0;
    const byTakingOut = takesOut[a] !== takesOut[b] ? -0.2 : takesOut[a] === true ? 0.2 : 0;
    return Math.min(
      1,
      Math.max(0, byWords + byUnit(lines[a], lines[b]) + byTakingOut + byCategory(categories[a], categories[b])),
    );
  };
};

const byUnit = (a?: Comparable, b?: Comparable): number => {
  if (a?.unit == null || b?.unit == null || a.unit.measure === 'whole' || b.unit.measure === 'whole') return 0;
  if (a.unit.measure !== b.unit.measure) return -0.12;
  const [one, other] = [a, b].map(({ quantity, unit }) => ((quantity ?? 0) * (unit?.times ?? 1)) / (unit?.per ?? 1));
  if (one === undefined || other === undefined || one <= 0 || other <= 0) return 0.05;
  return Math.abs(one - other) <= Math.max(one, other) / 8 ? 0.12 : 0.05;
};

const byCategory = (a?: string, b?: string): number =>
  a === b ? (a === 'other' ? 0 : 0.05) : a === 'other' || b === 'other' ? 0 : -0.1;

/** Of quotes in the order of their ids and with ids of lines of their own, and nothing said by hand: the rows by `quote.line`. */
export const plainRows = (quotes: readonly LinedQuote[]): readonly (readonly string[])[] => {
  const lines = quotes.flatMap(({ id, lines: own }) => own.map((line, place) => ({ quote: id, line, place })));
  const likeness = plainLikeness(
    lines.map(({ line: { description, quantity, unit } }) => ({
      text: description,
      quantity,
      unit: unitOf(unit, quantity),
    })),
  );
  const pairs = lines
    .flatMap(({ quote, place }, a) =>
      lines.map((other, b) => ({
        a,
        b,
        like: 0,
        apart: Math.abs(place - other.place),
        mine: quote,
        theirs: other.quote,
      })),
    )
    .filter(({ a, b, mine, theirs }) => a < b && mine !== theirs)
    .map((pair) => Object.assign(pair, { like: likeness(pair.a, pair.b) }))
    .filter(({ like }) => like >= 0.4)
    .toSorted((x, y) => y.like - x.like || x.apart - y.apart || x.a - y.a || x.b - y.b);
  const rows = lines.map((_, at) => [at]);
  const quotesOf = (row: readonly number[]): readonly (string | undefined)[] => row.map((at) => lines[at]?.quote);
  for (const { a, b } of pairs) {
    const [one = [], other = []] = [rows[a], rows[b]];
    if (one === other || quotesOf(one).some((quote) => quotesOf(other).includes(quote))) continue;
    const sum = one.flatMap((x) => other.map((y) => likeness(x, y))).reduce((so, like) => so + like, 0);
    if (sum / (one.length * other.length) < 0.32) continue;
    const whole = [...one, ...other].toSorted((x, y) => x - y);
    for (const at of whole) rows[at] = whole;
  }
  return [...new Set(rows)].map((row) => row.map((at) => `${lines[at]?.quote ?? ''}.${lines[at]?.line.id ?? ''}`));
};
