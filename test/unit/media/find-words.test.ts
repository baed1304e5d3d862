// Words looked for in a paper: where they stand, without case and accents, and what of a question is no word.
import { expect, test } from 'vitest';
import { findWords } from '../../../src-renderer/media/find-words.ts';
import { isPaper } from '../../../domain/documents/is-paper.ts';
import { foundOn, lineAt } from '../../../src-renderer/features/photos/found-on.ts';
import { linesOfPage } from '../../../src-renderer/media/text-lines.ts';
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

test('what is opened begins where the words stand together, not where one of them stands first', () => {
  const [tiles, toilet] = [page('Wall', 'tiles', 'with', 'grout'), page('Wall', 'WC', 'with', 'cistern')];
  const below = toilet.words.map(([text, x0, , x1]): ReadPage['words'][number] => [text, x0, 50, x1, 59, 90]);
  const list = { ...tiles, words: [...tiles.words, ...below] };
  expect(foundOn(list, 'wall wc with').now).toBe(2);
  expect(foundOn(list, 'grout').now).toBe(0);
});

test('on a photo: the boxes of the words, the one to begin with, and the line that it stands in', () => {
  const sign: ReadPage = {
    ...page('Danger', 'high', 'voltage', 'no', 'voltage', 'Danger'),
    text: 'Danger high\nvoltage no voltage Danger',
  };
  const found = foundOn(sign, 'danger volt');
  expect(found.boxes.map(([x]) => x)).toEqual([0, 20, 40, 50]);
  expect(found.now).toBe(0);
  expect(lineAt(linesOfPage(sign), found.boxes[1])).toBe(1);
  expect(foundOn(sign, 'tiles')).toEqual({ boxes: [], now: -1 });
  expect(foundOn(undefined, 'danger')).toEqual({ boxes: [], now: -1 });
  expect(lineAt(linesOfPage(sign), undefined)).toBe(null);
});

test.each([
  ['words on a wall', { guess: null }, false],
  ['of no kind', { guess: { kind: 'other' as const } }, false],
  ['a receipt', { guess: { kind: 'receipt' as const } }, true],
  ['a cost waits in it', { offer: 'open' as const }, true],
  ['a person said that it is a permit', { fixes: { kind: 'permit' as const } }, true],
  [
    'a person said that it shows a room',
    { guess: { kind: 'receipt' as const }, offer: 'open' as const, seenFixes: { kind: 'room' as const } },
    false,
  ],
  ['a person said that it shows a plan', { seenFixes: { kind: 'plan' as const } }, true],
  ['it became a cost', { offer: 'taken' as const, seenFixes: { kind: 'room' as const } }, true],
])(
  'a paper or not: %s',
  (
    _,
    {
      guess = null,
      ...more
    }: Partial<Omit<Parameters<typeof isPaper>[0], 'guess'>> & { readonly guess?: object | null },
    is,
  ) => {
    const nothing = { total: null, date: null, vendor: null };
    expect(isPaper({ offer: 'none', ...more, guess: guess === null ? null : { ...nothing, ...guess } })).toBe(is);
  },
);
