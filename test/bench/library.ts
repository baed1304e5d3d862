// Papers full of words as a language has them: a few that stand everywhere, most of them rare; the same for the same seed.

/** Distinct words; so many stand in the papers of a few houses, misreadings included. */
const VOCABULARY = 60_000;
const CONSONANTS = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z', 'ch', 'st'];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ei'];

/** Numbers from 0 to 1, by a linear congruential generator. */
export const chance = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) / 0x1_00_00_00;
  };
};

/** The word of this rank, 0 the most frequent; longer ones are rarer. */
export const wordAt = (rank: number): string => {
  const next = chance(rank * 2_654_435_761);
  let word = '';
  for (let syllable = 0; syllable < 2 + Math.floor(Math.log10(rank + 1)); syllable += 1)
    word +=
      (CONSONANTS[Math.floor(next() * CONSONANTS.length)] ?? 'b') + (VOWELS[Math.floor(next() * VOWELS.length)] ?? 'a');
  return word;
};

let known: readonly string[] | null = null;
const vocabulary = (): readonly string[] => (known ??= Array.from({ length: VOCABULARY }, (_, rank) => wordAt(rank)));

/** Ranks are drawn so that a word of rank r is about r times as rare as the first (Zipf). */
export const libraryWords = (count: number, seed: number): readonly string[] => {
  const all = vocabulary();
  const next = chance(seed);
  return Array.from({ length: count }, () => all[Math.floor(VOCABULARY ** next()) - 1] ?? 'tile');
};

/** What the paper of this number says. */
export const paperWords = (number: number, count: number): readonly string[] =>
  libraryWords(count, 77 + number * 7_919);

export interface SearchQuestionKind {
  readonly name: 'one word' | 'prefix' | 'typo' | 'phrase' | 'filters';
  readonly typed: string;
}

/** The mix that is asked: each kind with frequent, common and rare words. `words` is how long a paper is. */
export const searchQuestions = (runs: number, words: number): readonly SearchQuestionKind[] => {
  const next = chance(4_711);
  const rank = (n: number): number => [3, 40, 400, 4_000, 20_000][n % 5] ?? 3;
  const some = (n: number): string => wordAt(rank(n) + Math.floor(next() * rank(n)));
  return Array.from({ length: runs }, (_, n): readonly SearchQuestionKind[] => {
    const paper = paperWords(n, words);
    const [a = '', b = ''] = paper.slice(100 + n);
    return [
      { name: 'one word', typed: `${some(n)} ` },
      { name: 'prefix', typed: some(n).slice(0, 3) },
      { name: 'typo', typed: slipIn(wordAt(2_000 + n * 131), n) },
      { name: 'phrase', typed: `"${a} ${b}"` },
      { name: 'filters', typed: FILTERS[n % FILTERS.length]?.replace('*', some(n + 1)) ?? '' },
    ];
  }).flat();
};

const FILTERS = [
  'type:text *',
  'type:cost amount>500',
  'type:quote step:tile before:2027',
  '* by:me',
  'after:2020 * type:text type:photo',
];

/** Two letters in the middle change places, or one is left out. */
const slipIn = (word: string, n: number): string => {
  const at = Math.floor(word.length / 2);
  const [before, here, there, after] = [
    word.slice(0, at - 1),
    word.charAt(at - 1),
    word.charAt(at),
    word.slice(at + 1),
  ];
  return n % 2 === 0 ? before + there + here + after : before + here + after;
};
