// The words that were read on a photo, as its kind is told by them. Pure.
import type { PhotoText } from '../../domain/pictures/photo-kind.ts';
import type { RecordOf } from '../../domain/records/registry.ts';

/** Less sure than this a word is grain or a shadow. */
const SURE = 60;

/** Null while nothing was read. */
export const textOnPhoto = ({ body: { pages, guess } }: RecordOf<'reading'>): PhotoText | null => {
  const [page] = pages;
  if (page === undefined) return null;
  const sure = page.words.filter(([text, , , , , confidence]) => confidence >= SURE && /[\p{L}\p{N}]{2,}/u.test(text));
  const area = sure.reduce((sum, [, x0, y0, x1, y1]) => sum + (x1 - x0) * (y1 - y0), 0);
  return {
    text: page.text,
    words: sure.length,
    covered: area / (page.width * page.height),
    paper: guess?.kind ?? null,
  };
};
