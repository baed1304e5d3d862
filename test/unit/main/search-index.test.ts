// The search index on a real file: what it finds, what it forgives, and that its file tells nothing.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, expect, test } from 'vitest';

import type { SearchDoc, SearchFilters } from '../../../protocol/ipc/channels.ts';
import { openSearchIndex } from '../../../src-main/search/search-index.ts';
import { expressionOf, meantBy, termsOf } from '../../../src-main/search/search-text.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-search-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
let n = 0;
const newFile = (): string => path.join(folder, String(n++), 'search.db');
const doc = (key: string, title: string, text: string, more: Partial<SearchDoc> = {}): SearchDoc => ({
  key,
  space: 's1',
  journey: 'j1',
  type: 'step',
  title,
  text,
  at: 1,
  parent: '',
  by: 'person_anna',
  day: '2026-05-04',
  amount: null,
  ...more,
});
const filled = (docs: readonly SearchDoc[]) => {
  const index = openSearchIndex(newFile(), null);
  index.put(docs);
  return {
    index,
    find: (text: string, journey: string | null = null, filters: SearchFilters | null = null) =>
      index.query({ text, journey, filters, limit: 20 }).map(({ key }) => key),
  };
};
const kitchen = [
  doc('tile', 'Tile the backsplash', 'Mosaic tiles from Müller, 42.10 EUR'),
  doc('paint', 'Paint the walls', 'Two coats. The tiles must be covered.', { journey: 'j2', space: 's2' }),
  doc('plumber', 'Call the plumber', 'Renovation of the waste pipe'),
];

test('finds while one types: the last word is a beginning, the others are whole', () => {
  const { find } = filled(kitchen);
  expect(find('mos')).toEqual(['tile']);
  expect(find('mosaic ti')).toEqual(['tile']);
  expect(find('MULLER')).toEqual(['tile']);
  expect(find('42.10')).toEqual(['tile']);
});

test('a title counts for more than a text', () => {
  expect(filled(kitchen).find('tile')).toEqual(['tile', 'paint']);
});

test('all words if they meet anywhere, else any of them', () => {
  const { find } = filled(kitchen);
  expect(find('coats tiles')).toEqual(['paint']);
  expect(find('mosaic plumber').toSorted()).toEqual(['plumber', 'tile']);
});

test('a slip of the fingers is forgiven in a long word and not in a short one', () => {
  const { find } = filled(kitchen);
  expect(find('backsplsh')).toEqual(['tile']);
  expect(find('renovatoin')).toEqual(['plumber']);
  expect(find('plumbr')).toEqual(['plumber']);
  expect(find('twi')).toEqual([]);
});

test('only the journey asked for', () => {
  expect(filled(kitchen).find('tiles', 'j2')).toEqual(['paint']);
});

test('whatever is typed is words, never a query language', () => {
  const { find } = filled(kitchen);
  for (const typed of [
    '"',
    "'",
    'tile" OR "paint',
    'title:tile',
    'NEAR(tile paint)',
    'tile*',
    '-tile',
    '(',
    'AND',
    '^tile',
    '\u0000',
    '   ',
    '*',
  ])
    expect(() => find(typed)).not.toThrow();
  expect(find('   ')).toEqual([]);
});

test('a snippet marks the hits, and marks in the text itself are taken out', () => {
  const { index } = filled([doc('a', 'x', 'some \u0001fake\u0002 text with a hinge in it')]);
  expect(index.query({ text: 'hinge', journey: null, filters: null, limit: 1 })[0]?.snippet).toBe(
    'some  fake  text with a \u0001hinge\u0002 in it',
  );
});

test('putting again replaces, removing by key and by space removes', () => {
  const { index, find } = filled(kitchen);
  index.put([doc('tile', 'Order worktop', 'oak')]);
  expect(index.count()).toBe(3);
  expect(find('mosaic')).toEqual([]);
  expect(find('oak')).toEqual(['tile']);
  index.remove(['tile'], ['s2']);
  expect(index.count()).toBe(1);
  expect(find('walls')).toEqual([]);
});

test('nothing of it stands in the files of a sealed index, the log of writes included', () => {
  const [file, key] = [newFile(), randomBytes(32)];
  const index = openSearchIndex(file, key);
  index.put([doc('k', 'SECRETWORD', 'hiddenphrase')]);
  const inFiles = () =>
    readdirSync(path.dirname(file))
      .map((name) =>
        readFileSync(path.join(path.dirname(file), name))
          .toString('latin1')
          .toLowerCase(),
      )
      .join('');
  expect(readdirSync(path.dirname(file))).toContain('search.db-wal');
  expect(inFiles()).not.toMatch(/secretword|hiddenphrase|sqlite format/);
  index.close();
  expect(inFiles()).not.toMatch(/secretword|hiddenphrase|sqlite format/);
  const again = openSearchIndex(file, key);
  expect(again.query({ text: 'secretword', journey: null, filters: null, limit: 1 })).toHaveLength(1);
  again.close();
  // The same words are found when there is no key: the test above can fail.
  const open = newFile();
  const plain = openSearchIndex(open, null);
  plain.put([doc('k', 'SECRETWORD', 'hiddenphrase')]);
  plain.close();
  expect(readFileSync(open, 'latin1').toLowerCase()).toContain('secretword');
});

test.each([
  ['sealed with another key', (file: string) => void file, randomBytes(32)],
  ['overwritten with noise', (file: string) => writeFileSync(file, randomBytes(20_000)), null],
  ['cut short', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 5_000)), null],
])('an index that is %s is made anew and empty', (_, harm, otherKey) => {
  const [file, key] = [newFile(), randomBytes(32)];
  const index = openSearchIndex(file, key);
  index.put(kitchen);
  index.close();
  harm(file);
  const again = openSearchIndex(file, otherKey ?? key);
  expect(again.count()).toBe(0);
  again.put(kitchen);
  expect(again.count()).toBe(3);
  again.close();
  expect(existsSync(file)).toBe(true);
});

test('words are cut as the index cuts them, and no more than twelve', () => {
  expect(termsOf('Müller’s 2nd-floor bath').map(({ words }) => words[0])).toEqual([
    'muller',
    's',
    '2nd',
    'floor',
    'bath',
  ]);
  expect(termsOf('a '.repeat(50))).toHaveLength(12);
});

test('what stands between quotation marks is one term, and is not still being typed', () => {
  expect(termsOf('tiles "Grey grout" mos')).toEqual([
    { words: ['tiles'], isBeginning: false },
    { words: ['grey', 'grout'], isBeginning: false },
    { words: ['mos'], isBeginning: true },
  ]);
  expect(termsOf('"grey grout"')).toEqual([{ words: ['grey', 'grout'], isBeginning: false }]);
  expect(termsOf('"grey gro')).toEqual([{ words: ['grey', 'gro'], isBeginning: true }]);
  expect(termsOf('"" " "')).toEqual([]);
});

test('a phrase is found as it stands and not by its words alone', () => {
  const { find } = filled([doc('a', '', 'grey tiles and white grout'), doc('b', '', 'white tiles and grey grout')]);
  expect(find('grey grout').toSorted()).toEqual(['a', 'b']);
  expect(find('"grey grout"')).toEqual(['b']);
  expect(find('"grey gro')).toEqual(['b']);
});

const any: SearchFilters = { types: [], within: null, by: null, from: null, until: null, amounts: [] };
const bills = [
  doc('oven', 'Oven', 'hob and oven', { type: 'cost', amount: 948, day: '2026-05-16', parent: 'fit' }),
  doc('paint', 'Paint', 'two coats', { type: 'cost', amount: 42.1, day: '2026-04-30', by: 'person_ben' }),
  doc('fit', 'Fit the oven', '', { type: 'step', day: '2026-05-01' }),
  doc('label', '', 'OVEN 3.5 kW', { type: 'reading', parent: 'photo', day: '2026-05-02' }),
];

test.each([
  ['type', { types: ['cost'] }, ['oven', 'paint']],
  ['types', { types: ['step', 'reading'] }, ['fit', 'label']],
  ['what it hangs on, itself included', { within: ['fit', 'photo'] }, ['fit', 'label', 'oven']],
  ['author', { by: ['person_ben'] }, ['paint']],
  ['a name that nobody has', { by: [] }, []],
  ['from a day on', { from: '2026-05-02' }, ['label', 'oven']],
  ['before a day', { until: '2026-05-01' }, ['paint']],
  ['amount', { amounts: [{ comparison: '>', value: 42.1 }] as const }, ['oven']],
  [
    'two amounts',
    {
      amounts: [
        { comparison: '>=', value: 42.1 },
        { comparison: '<', value: 948 },
      ] as const,
    },
    ['paint'],
  ],
] as const)('filters by %s, with words and without', (_, part, keys) => {
  const { find } = filled(bills);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table is read-only, the message is not
  const filters = { ...any, ...part } as unknown as SearchFilters;
  expect(find('', null, filters).toSorted()).toEqual(keys);
  expect(find('oven', null, filters).toSorted()).toEqual(keys.filter((key) => key !== 'paint'));
});

test('without words the newest comes first, and without anything nothing comes', () => {
  const { find } = filled(bills);
  expect(find('', null, { ...any, types: ['cost', 'reading'] })).toEqual(['oven', 'label', 'paint']);
  expect(find('')).toEqual([]);
});

test('an expression groups what each word may have been meant as', () => {
  const [a, b] = termsOf('a c');
  if (a === undefined || b === undefined) throw new Error('two terms');
  const groups = [
    { term: a, meant: ['b'] },
    { term: b, meant: [] },
  ];
  expect(expressionOf(groups, 'all')).toBe('("a" OR "b") AND ("c" *)');
  expect(expressionOf(groups, 'any')).toBe('("a" OR "b") OR ("c" *)');
});

test('a word that stands in the index was meant as itself', () => {
  expect(meantBy('tile', ['tiles', 'title'])).toEqual([]);
  expect(meantBy('tjle', ['tile', 'mole', 'tjll'])).toEqual(['tile', 'tjll']);
});
