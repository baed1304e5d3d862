// What lines say besides their single words, as columns of numbers, since a quote of a thousand lines is compared a million times; and what two of them have of it in common.
import { categoryOf } from '../assistant/category.ts';
import { remembered } from '../kernel/remembered.ts';
import { ideasOf } from './trade-words.ts';
import { MEASURES, type Unit } from './units.ts';

export interface Comparable {
  readonly text: string;
  readonly unit: Unit | null;
  /** Thousandths. */
  readonly quantity: number | null;
}

export interface LineFacts {
  /** What a line is about in whatever words, as numbers of ideas. */
  readonly ideas: Lists;
  /**
   * The likeness of one line with others, 0 to 1: `there` is how much of the weight of the words of `a` is met in `b`, `back` the other way.
   */
  readonly togetherWith: (a: number) => (b: number, there: number, back: number) => number;
}

/** Lists of numbers behind one another: those of `at` stand from `starts[at]` to before `starts[at + 1]`. */
export interface Lists {
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

export const listsOf = (lists: readonly (readonly number[])[]): Lists => {
  const starts = new Int32Array(lists.length + 1);
  for (const [at, list] of lists.entries()) starts[at + 1] = (starts[at] ?? 0) + list.length;
  return { starts, values: Int32Array.from(lists.flat()) };
};

/** `words` are those of each line, `wholes` their weight. */
export const lineFacts = (
  lines: readonly Comparable[],
  words: readonly (readonly string[])[],
  wholes: Float64Array,
): LineFacts => {
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const known = numbers.get(name) ?? numbers.size;
    numbers.set(name, known);
    return known;
  };
  const ideas = listsOf(words.map((own) => tradesOf(own).map(numberOf)));
  const takesOut = Uint8Array.from(words, ([first]) => Number(first !== undefined && ideasOf(first).has('take-out')));
  const categories = Int32Array.from(lines, ({ text }) => numberOf(`category ${workOf(text)}`));
  const other = numberOf('category other');
  const measures = Int32Array.from(lines, ({ unit }) => (unit === null ? WHOLE : MEASURES.indexOf(unit.measure)));
  const sizes = Float64Array.from(
    lines,
    ({ quantity, unit }) => ((quantity ?? 0) * (unit?.times ?? 1)) / (unit?.per ?? 1),
  );

  const byIdeas = (a: number, b: number): number => {
    const { starts, values } = ideas;
    const [from, to, first, end] = [starts[a] ?? 0, starts[a + 1] ?? 0, starts[b] ?? 0, starts[b + 1] ?? 0];
    if (from === to || first === end) return 0;
    let shared = 0;
    for (let one = from; one < to; one += 1)
      for (let their = first; their < end; their += 1) if (values[one] === values[their]) shared += 1;
    return shared === 0 ? 0 : (2 * shared) / (to - from + (end - first));
  };
  /** The same measure speaks for it, another against it; about the same quantity of it even more so. */
  const byUnit = (a: number, b: number): number => {
    if (measures[a] === WHOLE || measures[b] === WHOLE) return 0;
    if (measures[a] !== measures[b]) return -0.12;
    const [one, their] = [sizes[a] ?? 0, sizes[b] ?? 0];
    return one > 0 && their > 0 && Math.abs(one - their) <= Math.max(one, their) / 8 ? 0.12 : 0.05;
  };
  /** A line that begins with taking something out is about that, whatever is taken out; and a line about putting it in is not. */
  const byTakingOut = (a: number, b: number): number =>
    takesOut[a] !== takesOut[b] ? -0.2 : takesOut[a] === 1 ? 0.2 : 0;
  const byCategory = (a: number, b: number): number => {
    const [one, their] = [categories[a], categories[b]];
    return one === their ? (one === other ? 0 : 0.05) : one === other || their === other ? 0 : -0.1;
  };

  const togetherWith: LineFacts['togetherWith'] = (a) => (b, there, back) => {
    const [mine, theirs] = [wholes[a] ?? 0, wholes[b] ?? 0];
    if (mine === 0 || theirs === 0) return 0;
    // One line is often a few words and the other a sentence: what the shorter says weighs as much as both together.
    const both = (there + back) / (mine + theirs);
    const shorter = mine < theirs ? there / mine : back / theirs;
    const byWords = Math.max((both + shorter) / 2, IDEAS_ALONE * byIdeas(a, b));
    if (byWords === 0) return 0;
    return Math.min(1, Math.max(0, byWords + byUnit(a, b) + byTakingOut(a, b) + byCategory(a, b)));
  };
  return { ideas, togetherWith };
};

const workOf = remembered(5_000, (text) => categoryOf(text, ''));

/** What both say in whatever words tells less than the words: "wall tiles" and "floor tiles" have half of it in common. */
const IDEAS_ALONE = 0.8;

/** Of a lump sum, as of an unknown unit: nothing can be told from it. */
const WHOLE = MEASURES.indexOf('whole');

const tradesOf = (words: readonly string[]): readonly string[] => [
  ...new Set(words.flatMap((word) => [...ideasOf(word)].filter((idea) => !idea.startsWith('=')))),
];
