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
  const bare = pages.map((page): ReadPage => ({ ...page, words: [] }));
  const told = bare.map((page) => (fits(page) ? page : { ...page, text: '' }));
  room = Math.max(0, most - JSON.stringify(told).length);
  return told.map((page, at) => {
    const words = pages[at]?.words ?? [];
    return fits(words) ? { ...page, words } : page;
  });
};
