// The small parts of the search: how far words are apart, and which part of a text is shown.
import { describe, expect, test } from 'vitest';
import { slipsBetween } from '../../../src-main/search/slips.ts';
import { termsOf } from '../../../src-main/search/search-text.ts';
import { markedIn, patternOf, snippetOf } from '../../../src-main/search/snippet.ts';

describe('slips', () => {
  test.each([
    ['tile', 'tile', 0],
    ['tjle', 'tile', 1],
    ['tle', 'tile', 1],
    ['tiile', 'tile', 1],
    ['itle', 'tile', 1],
    ['kitchne', 'kitchen', 1],
    ['renovatoin', 'renovation', 1],
    ['tile', 'sink', 3],
  ])('%s and %s', (word, known, slips) =>
    expect(slipsBetween(word, known, { isBeginning: false, most: 2 })).toBe(slips),
  );

  test.each([
    ['renvo', 'renovation', 1],
    ['renov', 'renovation', 0],
    ['xylo', 'renovation', 3],
    ['tiles', 'tile', 1],
  ])('%s as the beginning of %s', (word, known, slips) =>
    expect(slipsBetween(word, known, { isBeginning: true, most: 2 })).toBe(slips),
  );
});

const shown = (text: string, typed: string): string =>
  snippetOf(text, patternOf(termsOf(typed)))
    .replaceAll('\u0001', '[')
    .replaceAll('\u0002', ']');

describe('a snippet', () => {
  test('marks whole words and begun ones, in any case and with any accents', () => {
    expect(shown('Müller sells tiles, not a tile cutter', 'muller tile')).toBe(
      '[Müller] sells [tiles], not a [tile] cutter',
    );
    expect(shown('Mu\u0308ller’s TILES', 'muller')).toBe('[Mu\u0308ller]’s TILES');
    expect(shown('retile the stile', 'tile x')).toBe('retile the stile');
  });

  test('a phrase is marked as one, over a line', () => {
    expect(shown('white grout,\ngrey\ngrout', '"grey grout"')).toBe('white grout, [grey grout]');
  });

  test('shows where most of the words stand together, and says where the text goes on', () => {
    const text = `grout ${'and so on '.repeat(40)}the grey grout was dear ${'and so forth '.repeat(40)}`;
    expect(shown(text, 'grey grout dear')).toMatch(/^….* the \[grey\] \[grout\] was \[dear\] .*…$/);
    expect(shown(text, 'grey grout dear').length).toBeLessThan(260);
  });

  test('without a hit it is the beginning; a text without spaces is cut all the same', () => {
    expect(shown('word '.repeat(100), 'absent')).toMatch(/^word .*…$/);
    expect(shown('x'.repeat(5_000), 'absent').length).toBeLessThan(200);
    expect(markedIn('no hit', null)).toBe('no hit');
  });

  test('letters are letters, whatever they look like to a pattern', () => {
    expect(shown('a+b (c) [d] 漢字 tile', '漢字 tile')).toBe('a+b (c) [d] [漢字] [tile]');
  });
});
