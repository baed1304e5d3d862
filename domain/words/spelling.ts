// Words as people write them, made comparable: umlauts written either way the same, slips, endings.
import { fold } from '../kernel/fold.ts';

/** A word in all the ways in which people write it: "Küche" is also "kueche". */
export const spellings = (word: string): readonly string[] => {
  const lower = word.toLowerCase().normalize('NFC');
  const long = lower.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue');
  const plain = fold(lower);
  return long === lower ? [plain] : [plain, fold(long)];
};

/** As long as the text it is made of, so that places in one are places in the other. */
export const flatten = (text: string): string =>
  Array.from(
    { length: text.length },
    (_, at) => text.charAt(at).toLowerCase().normalize('NFD').charAt(0).replace('ß', 's') || ' ',
  ).join('');

/** The distance of two words (insert, delete, replace, swap neighbours) if it is at most `most`, else a larger number. */
export const distance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
};

/** How many slips a word of this length may have and still be meant: none in short ones, which are other words too soon. */
export const slips = (length: number): number => (length < 5 ? 0 : length < 9 ? 1 : 2);

/** The word without the ending that number and tense give it: "tiles" and "tiling" are both "til". */
export const stem = (word: string): string => {
  const cut = word.replace(/(?:ings?|ers?|ed|es|s|en|e)$/, '');
  const base = cut.length >= 3 ? cut : word;
  return base.replace(/([bdglmnprt])\1$/, '$1');
};

/** What makes several of one thing. */
export const NUMBER_ENDINGS = ['s', 'es', 'e', 'n', 'en', 'er'] as const;

/** One thing and several of it: "tile", "tiles"; "Rohr", "Rohre"; "armario", "armarios". */
export const isSameButNumber = (a: string, b: string): boolean => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 3 && NUMBER_ENDINGS.some((ending) => short + ending === long);
};
