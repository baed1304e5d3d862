// Where words that were searched for stand on a photo. Pure.
import type { ReadPage } from '../../../domain/records/media.ts';
import { bestOf, findWords } from '../../media/find-words.ts';
import type { FoundBox } from '../../media/FoundBoxes.tsx';
import type { TextLine } from '../../media/text-lines.ts';

export interface FoundOn {
  readonly boxes: readonly FoundBox[];
  /** Which of them to begin with; -1 when there is none. */
  readonly now: number;
}

export const foundOn = (page: ReadPage | undefined, find: string): FoundOn => {
  const words = page === undefined ? [] : findWords([page], find);
  const boxes = words.flatMap(({ box }) => (box === null ? [] : [box]));
  const best = words[bestOf(words)]?.box;
  return { boxes, now: best == null ? -1 : boxes.indexOf(best) };
};

/** Which line of the text the word stands in; null for none. */
export const lineAt = (lines: readonly TextLine[], word: FoundBox | undefined): number | null => {
  if (word === undefined) return null;
  const [x, y] = [(word[0] + word[2]) / 2, (word[1] + word[3]) / 2];
  return lines.find(({ box }) => box !== null && x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3])?.at ?? null;
};
