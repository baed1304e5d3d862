// What lines say besides their single words, as columns of numbers, since a quote of a thousand lines is compared a million times.
import { categoryOf } from '../words/cost-category.ts';
import { listsOf, type Lists } from './number-lists.ts';
import { ideasOf } from './trade-words.ts';
import { MEASURES, type Unit } from './units.ts';

export interface Comparable {
  readonly text: string;
  readonly unit: Unit | null;
  /** Thousandths. */
  readonly quantity: number | null;
}

/** By the place of the line. */
export interface LineFacts {
  /** What a line is about in whatever words, as numbers of ideas. */
  readonly ideas: Lists;
  /** 1 where it begins with taking something out. */
  readonly takesOut: Uint8Array;
  readonly categories: Int32Array;
  /** The category of what belongs in none. */
  readonly other: number;
  /** Their places in MEASURES; WHOLE where the unit is unknown. */
  readonly measures: Int32Array;
  /** Its quantity in the unit of its measure, thousandths. */
  readonly sizes: Float64Array;
}

/** `words` are those of each line. */
export const lineFacts = (lines: readonly Comparable[], words: readonly (readonly string[])[]): LineFacts => {
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const known = numbers.get(name) ?? numbers.size;
    numbers.set(name, known);
    return known;
  };
  const ideas = listsOf(words.map((own) => tradesOf(own).map(numberOf)));
  const takesOut = Uint8Array.from(words, ([first]) => Number(first !== undefined && ideasOf(first).has('take-out')));
  const categories = Int32Array.from(lines, ({ text }) => numberOf(`category ${categoryOf(text, '')}`));
  const other = numberOf('category other');
  const measures = Int32Array.from(lines, ({ unit }) => (unit === null ? WHOLE : MEASURES.indexOf(unit.measure)));
  const sizes = Float64Array.from(
    lines,
    ({ quantity, unit }) => ((quantity ?? 0) * (unit?.times ?? 1)) / (unit?.per ?? 1),
  );
  return { ideas, takesOut, categories, other, measures, sizes };
};

/** Of a lump sum, as of an unknown unit: nothing can be told from it. */
export const WHOLE = MEASURES.indexOf('whole');

const tradesOf = (words: readonly string[]): readonly string[] => [
  ...new Set(words.flatMap((word) => [...ideasOf(word)].filter((idea) => !idea.startsWith('=')))),
];
