// What was read of a long paper stays short enough to be sent; the words are found all the same.
import { expect, test } from 'vitest';
import { shortEnough } from '../../../domain/documents/reading-size.ts';
import type { ReadPage } from '../../../domain/records/media.ts';

/** As many characters as the server's judge takes of one record. */
const SERVER_TAKES = 2_000_000;

const aPage = (words: number, letters = 6): ReadPage => {
  const word = 'w'.repeat(letters);
  return {
    width: 1_654,
    height: 2_339,
    source: 'embedded',
    text: Array.from({ length: words }, () => word).join(' '),
    words: Array.from({ length: words }, () => [word, 1_100, 1_200, 1_300, 1_400, 100]),
  };
};

test('an ordinary paper is kept as it was read', () => {
  const pages = Array.from({ length: 20 }, () => aPage(500));
  expect(shortEnough(pages)).toEqual(pages);
});

test('of a long one all text stays; behind, the places of its words go', () => {
  const pages = Array.from({ length: 150 }, () => aPage(600));
  const kept = shortEnough(pages);
  expect(JSON.stringify(kept).length).toBeLessThan(SERVER_TAKES * 0.8);
  expect(kept.map(({ text }) => text)).toEqual(pages.map(({ text }) => text));
  expect(kept[0]).toEqual(pages[0]);
  expect(kept.at(-1)?.words).toEqual([]);
});

test('of one that is longer still its beginning stays', () => {
  const kept = shortEnough(Array.from({ length: 300 }, () => aPage(2_000)));
  expect(JSON.stringify(kept).length).toBeLessThan(SERVER_TAKES * 0.8);
  expect(kept).toHaveLength(300);
  expect(kept[0]?.text).not.toBe('');
  expect(kept.at(-1)).toMatchObject({ text: '', words: [] });
});
