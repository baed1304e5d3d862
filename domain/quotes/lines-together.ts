// What two lines have in common: by their words, their ideas, their units, and what kind of work they are.
import { type LineFacts, WHOLE } from './line-facts.ts';

/** Of the line `a` with a line `b`, 0 to 1: `there` is how much of the weight of the words of `a` is met in `b`, `back` the other way. */
type Together = (a: number) => (b: number, there: number, back: number) => number;

/** `wholes` is the weight of all words of each line. */
export const togetherOver = (
  { ideas, takesOut, categories, other, measures, sizes }: LineFacts,
  wholes: Float64Array,
): Together => {
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

  return (a) => (b, there, back) => {
    const [mine, theirs] = [wholes[a] ?? 0, wholes[b] ?? 0];
    if (mine === 0 || theirs === 0) return 0;
    // One line is often a few words and the other a sentence: what the shorter says weighs as much as both together.
    const both = (there + back) / (mine + theirs);
    const shorter = mine < theirs ? there / mine : back / theirs;
    const byWords = Math.max((both + shorter) / 2, IDEAS_ALONE * byIdeas(a, b));
    if (byWords === 0) return 0;
    return Math.min(1, Math.max(0, byWords + byUnit(a, b) + byTakingOut(a, b) + byCategory(a, b)));
  };
};

/** What both say in whatever words tells less than the words: "wall tiles" and "floor tiles" have half of it in common. */
const IDEAS_ALONE = 0.8;
