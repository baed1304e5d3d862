// Which quotes stand and which of them are taken: widened originals count once, and so does an award that is in two spaces.
import { idOfKey, spaceOfKey, uuidOf, type RecordKey } from '../kernel/ids.ts';
import type { RecordOf } from '../records/registry.ts';
import { isFamilyOnly } from '../spaces/readable.ts';

type Quote = RecordOf<'quote'>;
type Award = RecordOf<'award'>;

/** Without those in the trash, and without originals whose wider copy is among them. */
export const countedQuotes = (quotes: readonly Quote[]): readonly Quote[] => {
  const live = quotes.filter(({ trashedAt }) => trashedAt === 0);
  const keys = new Set(live.map(({ key }) => key));
  return live.filter(({ body }) => body.movedTo == null || !keys.has(body.movedTo));
};

/** Each award once: the one that its contractor reads too stands for the family's own. In order of their ids. */
export const countedAwards = (awards: readonly Award[]): readonly Award[] => {
  const live = awards.filter(({ trashedAt }) => trashedAt === 0);
  return [...Map.groupBy(live, ({ id }) => id).values()]
    .flatMap((copies) => copies.toSorted(widestFirst)[0] ?? [])
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
};

const widestFirst = (a: Award, b: Award): number =>
  Number(isFamilyOnly(spaceOfKey(a.key))) - Number(isFamilyOnly(spaceOfKey(b.key)));

/** The award of this quote, in whichever of its spaces it was taken; null when it is not taken. */
export const awardOf = (quote: RecordKey, awards: readonly Award[]): Award | null =>
  countedAwards(awards).find(({ id }) => uuidOf(id) === uuidOf(idOfKey(quote))) ?? null;
