// The search index on a real file: what it finds, what it forgives, and that its file tells nothing.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, expect, test } from 'vitest';

import type { SearchDoc, SearchFilters } from '../../../protocol/ipc/channels.ts';
import { openSearchIndex } from '../../../src-main/search/search-index.ts';
import { expressionOf, termsOf } from '../../../src-main/search/search-text.ts';
import { aSearchDoc } from '../../support/a-search-doc.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-search-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
let n = 0;
const newFile = (): string => path.join(folder, String(n++), 'search.db');
const doc = (key: string, title: string, text: string, more: Partial<SearchDoc> = {}): SearchDoc =>
  aSearchDoc(key, { space: 's1', journey: 'j1', title, text, ...more });
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

test('a title is marked, too, and a hit in it alone shows how the text begins', () => {
  const { index } = filled(kitchen);
  const [hit] = index.query({ text: 'backs', journey: null, filters: null, limit: 1 });
  expect(hit).toMatchObject({
    title: 'Tile the \u0001backsplash\u0002',
    snippet: 'Mosaic tiles from Müller, 42.10 EUR',
  });
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

test('a short word that stands there is not taken for its neighbours, but for its forms', () => {
  const { find, index } = filled([
    doc('tile', 'Tile the walls', ''),
    doc('tiles', 'Delivery', 'Wall tiles came'),
    doc('file', 'File the warranties', 'Lead times. Till 04. Oiled oak.'),
  ]);
  expect(find('tile')).toEqual(['tile', 'tiles']);
  index.put([doc('photo', 'Photo', '07-tiling.jpg')]);
  expect(find('tile').toSorted()).toEqual(['photo', 'tile', 'tiles']);
  expect(find('tile walls').toSorted()).toEqual(['tile', 'tiles']);
  // Where nothing is called so, a slip is forgiven as before.
  expect(find('fiel')).toEqual(['file']);
});

test('one or two letters are looked for in titles, and in texts when few have them', () => {
  const { find, index } = filled([doc('text', 'Paper', 'tiles of the bath')]);
  expect(find('ti')).toEqual(['text']);
  index.put(Array.from({ length: 6 }, (_, at) => doc(`t${at}`, 'Tiles', 'x')));
  expect(find('ti')).not.toContain('text');
  expect(find('til')).toContain('text');
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
    "'; DROP TABLE entries; --",
    '🛁🔧 tile 🚿',
    'بلاط الحمام \u202Etile',
    'x'.repeat(100_000),
    'tile OR '.repeat(12_500),
    '"'.repeat(100_000),
    'title : {text} + tile - ^ NEAR/2',
    '\uD800 \uDC00',
    '%_[]{}()?!\\|',
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
  expect(find("tile'; DROP TABLE entries; --")).toEqual(['tile', 'paint']);
  for (const step of ['"', 'x'.repeat(200), ') OR (', "'; --", '🛁', ''])
    expect(() => find('tile', null, { ...any, step })).not.toThrow();
});

test('a snippet marks the hits, and marks in the text itself are taken out', () => {
  const { index } = filled([doc('a', 'x', 'some \u0001fake\u0002 text with a hinge in it')]);
  expect(index.query({ text: 'hinge', journey: null, filters: null, limit: 1 })[0]?.snippet).toBe(
    'some fake text with a \u0001hinge\u0002 in it',
  );
});

const gone = { keys: [], trashed: [], forever: [] };

test('putting again replaces, removing removes', () => {
  const { index, find } = filled(kitchen);
  index.put([doc('tile', 'Order worktop', 'oak')]);
  expect(index.count()).toBe(3);
  expect(find('mosaic')).toEqual([]);
  expect(find('oak')).toEqual(['tile']);
  index.remove({ ...gone, keys: ['tile'], forever: ['paint'] });
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

test('what was removed for ever is in none of its files, whatever it said before; what is kept is found', () => {
  const file = newFile();
  const index = openSearchIndex(file, null);
  const inFiles = () =>
    readdirSync(path.dirname(file))
      .map((name) => readFileSync(path.join(path.dirname(file), name), 'latin1').toLowerCase())
      .join('');
  const filler = Array.from({ length: 300 }, (_, at) => doc(`kept${at}`, 'Kept', `plaster number ${at} of the family`));
  index.put([...filler, doc('private_1|comment_1', 'FORMERTITLE', 'formerword about the kitchen')]);
  index.put([doc('private_1|comment_1', 'LATERTITLE', 'laterword', { space: 'private_1', vendor: 'LATERVENDOR' })]);
  index.put([doc('private_1|step_9', '', 'trashedword')]);
  index.remove({ ...gone, keys: ['private_1|step_9'], trashed: ['private_1|step_9'] });
  expect(index.mustScrub()).toBe(false);
  // The test can fail: the words are there.
  expect(inFiles()).toMatch(/formertitle/);
  expect(inFiles()).toMatch(/laterword/);

  index.remove({ ...gone, forever: ['private_1|comment_1', 'private_1|step_9'] });
  expect(index.mustScrub()).toBe(true);
  index.close();
  // Ended before it could be done: it is still to be done.
  const again = openSearchIndex(file, null);
  expect(again.mustScrub()).toBe(true);
  again.scrub();
  expect(again.mustScrub()).toBe(false);
  expect(inFiles()).not.toMatch(/formertitle|formerword|latertitle|laterword|latervendor|trashedword|private_1/);
  expect(inFiles()).toMatch(/plaster/);
  expect(again.query({ text: 'plaster 42', journey: null, filters: null, limit: 9 })[0]?.key).toBe('kept42');
  again.close();
});

test('what hangs on something in the trash is not found, until that is back; a photo stays when its step goes', () => {
  const { index, find } = filled([
    doc('s|journey_1', 'House', '', { type: 'journey', journey: 'journey_1' }),
    doc('s|step_1', 'Tiles', '', { journey: 'journey_1' }),
    doc('s|comment_1', '', 'glue under the tiles', { type: 'comment', parent: 's|step_1', journey: 'journey_1' }),
    doc('s|photo_1', 'glue', '', { type: 'photo', parent: 's|step_1', journey: 'journey_1' }),
    doc('s|reading_1', '', 'GLUE 25 KG', { type: 'reading', parent: 's|photo_1', journey: 'journey_1' }),
  ]);
  expect(find('glue').toSorted()).toEqual(['s|comment_1', 's|photo_1', 's|reading_1']);
  index.remove({ ...gone, keys: ['s|step_1'], trashed: ['s|step_1'] });
  expect(find('glue').toSorted()).toEqual(['s|photo_1', 's|reading_1']);
  index.remove({ ...gone, keys: ['s|photo_1'], trashed: ['s|photo_1'] });
  expect(find('glue')).toEqual([]);
  index.put([doc('s|photo_1', 'glue', '', { type: 'photo', parent: 's|step_1', journey: 'journey_1' })]);
  expect(find('glue').toSorted()).toEqual(['s|photo_1', 's|reading_1']);
  index.remove({ ...gone, keys: ['s|journey_1'], trashed: ['s|journey_1'] });
  expect(find('glue')).toEqual([]);
  index.put([doc('s|journey_1', 'House', '', { type: 'journey', journey: 'journey_1' })]);
  expect(find('glue').toSorted()).toEqual(['s|photo_1', 's|reading_1']);
});

test('few hits bring what may have been meant behind them, many do not', () => {
  const { index, find } = filled([
    doc('misread', '', 'Reciept for the hinges'),
    doc('right', 'Receipt', 'of the sink'),
    doc('other', 'Recital', ''),
  ]);
  expect(find('receipt of')).toEqual(['right', 'misread'].slice(0, 1));
  expect(find('receipt')).toEqual(['right', 'misread']);
  expect(find('kitchne')).toEqual([]);
  index.put([doc('k', 'Kitchen', '')]);
  expect(find('kitchne')).toEqual(['k']);
  expect(find('kictch')).toEqual(['k']);
  index.put(Array.from({ length: 8 }, (_, at) => doc(`r${at}`, 'Receipt', `number ${at}`)));
  expect(find('receipt')).not.toContain('misread');
});

test('a number is never taken for another one', () => {
  const { find } = filled([doc('a', 'Invoice 20264711', '')]);
  expect(find('20264711')).toEqual(['a']);
  expect(find('20264712')).toEqual([]);
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

const any: SearchFilters = { types: [], kinds: [], step: null, by: null, from: null, until: null, amounts: [] };
const bills = [
  doc('oven', 'Oven', 'hob and oven', { type: 'cost', amount: 948, day: '2026-05-16', parent: 'fit' }),
  doc('paint', 'Paint', 'two coats', { type: 'cost', amount: 42.1, day: '2026-04-30', by: 'person_ben' }),
  doc('fit', 'Fit the oven', '', { type: 'step', day: '2026-05-01' }),
  doc('photo', '', '', { type: 'photo', day: '2026-04-02', parent: 'fit', by: 'person_cleo' }),
  doc('wall', '', '', { type: 'photo', day: '2026-04-03', parent: 'plaster', steps: ['fit', 'tile'] }),
  doc('sign', '', 'Oven: mind the wall', { type: 'reading', parent: 'wall', day: '2026-04-03' }),
  doc('label', '', 'OVEN 3.5 kW', { type: 'reading', parent: 'photo', day: '2026-05-02', kind: 'warranty' }),
];

test.each([
  ['type', { types: ['cost'] }, ['oven', 'paint']],
  ['types', { types: ['step', 'reading'] }, ['fit', 'label', 'sign']],
  ['kind of paper', { kinds: ['warranty'] }, ['label']],
  ['type or kind', { types: ['step'], kinds: ['warranty'] }, ['fit', 'label']],
  [
    'step: itself, what is at it, at others too, and what was read there',
    { step: 'fit ov' },
    ['fit', 'label', 'oven', 'photo', 'sign', 'wall'],
  ],
  ['step, with a slip', { step: 'ovne' }, ['fit', 'label', 'oven', 'photo', 'sign', 'wall']],
  ['a step that is not there', { step: 'garden' }, []],
  ['author', { by: ['person_ben'] }, ['paint']],
  ['a name that nobody has', { by: [] }, []],
  ['from a day on', { from: '2026-05-02' }, ['label', 'oven']],
  ['before a day', { until: '2026-05-01' }, ['paint', 'photo', 'sign', 'wall']],
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
  expect(find('oven', null, filters).toSorted()).toEqual(
    keys.filter((key) => !['paint', 'photo', 'wall'].includes(key)),
  );
});

test('a photo that is taken off a step is no longer found at it', () => {
  const { index, find } = filled(bills);
  const at = (step: string) => find('', null, { ...any, step }).toSorted();
  const wall = bills.find(({ key }) => key === 'wall');
  if (wall === undefined) throw new Error('no wall');
  index.put([{ ...wall, steps: ['tile'] }]);
  expect(at('fit')).toEqual(['fit', 'label', 'oven', 'photo']);
  index.put([{ ...wall, steps: ['fit'] }]);
  index.remove({ keys: ['wall'], trashed: [], forever: [] });
  expect(at('fit')).toEqual(['fit', 'label', 'oven', 'photo']);
});

test('without words the newest comes first, and without anything nothing comes', () => {
  const { find } = filled(bills);
  expect(find('', null, { ...any, types: ['cost', 'reading'] })).toEqual(['oven', 'label', 'paint', 'sign']);
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

test('a document is found by what is written in it, a photo by what is written on it, and neither by what is read of the other', () => {
  const [paper, picture] = ['private_1|document_1', 'private_1|photo_1'];
  const { find } = filled([
    doc(paper, 'Offer', '', { type: 'document' }),
    doc('words of paper', '', 'Plumber, 24 hours', { type: 'reading', parent: paper }),
    doc(picture, 'Label', '', { type: 'photo' }),
    doc('words of picture', '', 'Plumber on call', { type: 'reading', parent: picture }),
  ]);
  expect(find('plumber', null, { ...any, types: ['document'] })).toEqual(['words of paper']);
  expect(find('plumber', null, { ...any, types: ['photo'] })).toEqual(['words of picture']);
  // Without words each is listed once, as itself.
  expect(find('', null, { ...any, types: ['document'] })).toEqual([paper]);
});
