// Words looked for in a paper: where they stand, without case and accents, and what of a question is no word.
import { expect, test } from 'vitest';
import { findWords } from '../../../src-renderer/features/documents/find-words.ts';
import type { ReadPage } from '../../../domain/records/media.ts';

const page = (...texts: readonly string[]): ReadPage => ({
  width: 100,
  height: 100,
  source: 'ocr',
  text: texts.join(' '),
  words: texts.map((text, at) => [text, at * 10, 0, at * 10 + 9, 9, 90]),
});
const pages = [page('Tiles', 'and', 'grout'), page('Fliesen,', 'Café', 'tiling')];

test('every word that begins so, on whichever page, in their order', () => {
  expect(findWords(pages, 'til').map(({ page: number, box }) => [number, box?.[0]])).toEqual([
    [1, 0],
    [2, 20],
  ]);
  expect(findWords(pages, 'CAFE grout')).toHaveLength(2);
});

test('filters, quotation marks and single letters are no words to find', () => {
  expect(findWords(pages, 'type:quote a "fliesen"')).toHaveLength(1);
  expect(findWords(pages, '  ')).toEqual([]);
});
