// Turns what a person typed into a question for SQLite's full-text search, and forgives a slip of the fingers.
import { distance } from 'fastest-levenshtein';

/** Words of letters and digits, lower case, without accents: as the index (unicode61, remove_diacritics 2) cuts them. */
export const wordsOf = (typed: string): readonly string[] =>
  (
    typed
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).slice(0, 12);

/**
 * An FTS5 expression (https://sqlite.org/fts5.html#full_text_query_syntax). The last word is a beginning, since it is still being
 * typed; `all` wants every word, `any` at least one. Each word stands for a group: itself and what it may have been meant as.
 */
export const expressionOf = (groups: readonly (readonly string[])[], want: 'all' | 'any'): string =>
  groups
    .map((group, i) => {
      const [typed = '', ...meant] = group;
      const first = i === groups.length - 1 ? `"${typed}" *` : `"${typed}"`;
      return `(${[first, ...meant.map((word) => `"${word}"`)].join(' OR ')})`;
    })
    .join(want === 'all' ? ' AND ' : ' OR ');

/** Slips allowed in a word of this length: none in short ones, where every word is near every other. */
export const slipsIn = (word: string): number => (word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0);

/** Up to five words of the index that this may have been meant as, nearest first; none when it stands there itself. */
export const meantBy = (word: string, vocabulary: readonly string[]): readonly string[] => {
  const slips = slipsIn(word);
  if (slips === 0 || vocabulary.some((known) => known.startsWith(word))) return [];
  return vocabulary
    .filter((known) => Math.abs(known.length - word.length) <= slips)
    .map((known) => ({ known, far: distance(known, word) }))
    .filter(({ far }) => far <= slips)
    .toSorted((a, b) => a.far - b.far)
    .slice(0, 5)
    .map(({ known }) => known);
};
