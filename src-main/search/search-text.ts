// Turns what a person typed into a question for SQLite's full-text search.
/** Something to be found: a word, or a phrase whose words stand side by side. */
export interface Term {
  readonly words: readonly string[];
  /** Still being typed: what begins with it counts as well. */
  readonly isBeginning: boolean;
}

const MOST_TERMS = 12;
/** Characters that are looked at: a word of a hundred thousand letters, pasted by mistake, would hold the index for seconds. */
const MOST_TYPED = 1_000;

/** Words of letters and digits, lower case, without accents: as the index (unicode61, remove_diacritics 2) cuts them. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** `tiles "grey grout" mos`: a word, a phrase, and the beginning of a word. A quotation mark that is still open counts. */
export const termsOf = (typed: string): readonly Term[] => {
  const terms = typed
    .slice(0, MOST_TYPED)
    .split('"')
    .flatMap((part, at): readonly Term[] => {
      const words = wordsOf(part);
      // Every second part stands between quotation marks.
      if (at % 2 === 1) return words.length === 0 ? [] : [{ words, isBeginning: false }];
      return words.map((word) => ({ words: [word], isBeginning: false }));
    });
  const isQuoted = typed.trimEnd().endsWith('"');
  const some = terms.slice(0, MOST_TERMS);
  const last = some.at(-1);
  return last === undefined || isQuoted ? some : some.toSpliced(-1, 1, { ...last, isBeginning: true });
};

/** A term, and single words that it may have been meant as. */
export interface Group {
  readonly term: Term;
  readonly meant: readonly string[];
}

/**
 * An FTS5 expression (https://sqlite.org/fts5.html#full_text_query_syntax). `all` wants every term, `any` at least one. The words
 * hold letters and digits alone, so that nothing typed is syntax.
 */
export const expressionOf = (groups: readonly Group[], want: 'all' | 'any'): string =>
  groups
    .map(({ term, meant }) => {
      const first = `"${term.words.join(' ')}"${term.isBeginning ? ' *' : ''}`;
      return `(${[first, ...meant.map((word) => `"${word}"`)].join(' OR ')})`;
    })
    .join(want === 'all' ? ' AND ' : ' OR ');
