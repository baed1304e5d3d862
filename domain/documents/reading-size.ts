// Keeps what was read short enough to be sent: a server takes a record of two million characters, and refuses a longer one whole.
import type { ReadPage } from '../records/media.ts';

/** Characters of all pages as JSON; what stands around them and what people put right needs room as well. */
const MOST_CHARACTERS = 1_500_000;

/** What is found by its words matters more than where they stand, and the pages in front more than those behind. */
export const shortEnough = (pages: readonly ReadPage[], most = MOST_CHARACTERS): readonly ReadPage[] => {
  let room = most;
  const fits = (part: unknown): boolean => {
    room -= JSON.stringify(part).length;
    return room >= 0;
  };
  const texts = pages.map((page) => (fits({ ...page, words: [] }) ? page.text : ''));
  room = most - JSON.stringify(pages.map((page, at) => cut(page, texts[at], []))).length;
  return pages.map((page, at) => cut(page, texts[at], fits(page.words) ? page.words : []));
};

const cut = (page: ReadPage, text: string | undefined, words: ReadPage['words']): ReadPage => ({
  ...page,
  text: text ?? '',
  words,
});
