// Numbers as readers leave them: with a space in them, or run together with their unit.
import { expect, test } from 'vitest';
import { tokensOf } from '../../../domain/documents/tokens.ts';
import type { Word } from '../../../domain/documents/rows.ts';

/** Words with the gap in px before each; letters are 10 px broad and 20 tall. */
const cut = (...words: readonly (readonly [text: string, gap: number])[]): readonly (readonly [string, boolean])[] => {
  let x = 0;
  const placed = words.map(([text, gap]): Word => {
    const left = x + gap;
    x = left + text.length * 10;
    return [text, left, 0, x, 20, 90];
  });
  return tokensOf({ words: placed, size: 20 }, ',').map(({ text, number }) => [text, number !== null]);
};

test('groups of three digits are one number as near as a narrow 1 leaves them, and two further apart', () => {
  expect(cut(['1', 0], ['125,77', 15])).toEqual([['1 125,77', true]]);
  expect(cut(['1', 0], ['125,77', 30])).toEqual([
    ['1', true],
    ['125,77', true],
  ]);
});

test.each(['1ls', '1s', '11s', '1Is'])('%s is one lump sum', (text) => {
  expect(cut([text, 0])).toEqual([
    ['1', true],
    ['ls', false],
  ]);
});

test('another figure with an s behind it is a word', () => {
  expect(cut(['6s', 0])).toEqual([['6s', false]]);
});

test('an amount that was torn at its sign is one, beside a currency even where the sign is lost', () => {
  const numbersOf = (sure: number, ...texts: readonly string[]) => {
    const words = texts.map((text, at): Word => [text, at * 50, 0, at * 50 + 40, 20, sure]);
    return tokensOf({ words, size: 20 }, ',').flatMap(({ number }) => (number === null ? [] : [number]));
  };
  const amount = { negative: false, whole: '491', decimals: '26' };
  expect(numbersOf(90, '491', ',26', '€')).toEqual([amount]);
  expect(numbersOf(90, '491', '26', '€')).toEqual([amount]);
  // Two figures of their own: nothing says that they are one, or a program wrote them.
  expect(numbersOf(90, '491', '26')).toHaveLength(2);
  expect(numbersOf(100, '491', '26', '€')).toHaveLength(2);
});
