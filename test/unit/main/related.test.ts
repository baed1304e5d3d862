// More like this: what shares rare words, vendor, amount or step with a paper, and nothing that lies in the trash.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SearchDoc } from '../../../protocol/ipc/channels.ts';
import { openSearchIndex, type SearchIndex } from '../../../src-main/search/search-index.ts';
import { aSearchDoc } from '../../support/a-search-doc.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-related-'));
let index: SearchIndex;
afterAll(async () => {
  index.close();
  await rm(folder, { recursive: true, force: true });
});

const doc = (key: string, type: string, more: Partial<SearchDoc>): SearchDoc =>
  aSearchDoc(key, { type, title: key, ...more });
const paper = (
  name: string,
  text: string,
  read: Partial<SearchDoc> = {},
  own: Partial<SearchDoc> = {},
): SearchDoc[] => [
  doc(`document_${name}`, 'document', { title: `Paper ${name}`, ...own }),
  doc(`reading_${name}`, 'reading', { title: '', text, parent: `document_${name}`, ...read }),
];
const none = { keys: [], trashed: [], forever: [] };
const keys = (of: readonly string[], limit = 10): readonly string[] => index.related(of, limit).map(({ key }) => key);
const why = (of: string, key: string) => index.related([of], 10).find((hit) => hit.key === key)?.why;

beforeAll(() => {
  index = openSearchIndex(path.join(folder, 'search.db'), null);
  const common = 'invoice total due payment within days thank you';
  index.put([
    ...paper(
      'boiler',
      `${common} condensing boiler flue vaillant ecotec commissioning`,
      { vendor: 'Miller & Sons', amount: 2310 },
      { parent: 'step_heat' },
    ),
    ...paper('manual', `condensing boiler ecotec vaillant flue pressure manual commissioning`),
    ...paper('tiles', `${common} porcelain tiles grout spacers`, { vendor: 'Tile Depot', amount: 948 }),
    ...paper('grout', `${common} grout spacers sealant`, { vendor: 'TILE DEPOT', amount: 42.1 }),
    doc('cost_boiler', 'cost', { title: 'Heating', vendor: 'miller sons', amount: 100 }),
    doc('cost_same', 'cost', { title: 'Something else', amount: 2310 }),
    doc('cost_step', 'cost', { title: 'Wrench', parent: 'step_heat', amount: 12 }),
    doc('comment_boiler', 'comment', { title: '', text: 'condensing boiler flue vaillant ecotec' }),
    ...Array.from({ length: 40 }, (_, at) => paper(`other${at}`, `${common} page ${at}`)).flat(),
  ]);
});

test('what shares its rare words, its vendor, its amount or its step is related, in that order of weight', () => {
  const related = keys(['document_boiler']);
  expect(related.toSorted()).toEqual(['cost_boiler', 'cost_same', 'cost_step', 'document_manual']);
  expect(related.at(-1)).toBe('cost_step');
  expect(why('document_boiler', 'document_manual')).toEqual(['words']);
  expect(why('document_boiler', 'cost_boiler')).toEqual(['vendor']);
  expect(why('document_boiler', 'cost_same')).toEqual(['amount']);
  expect(why('document_boiler', 'cost_step')).toEqual(['step']);
});

test('a vendor is the same however it is written, and several reasons count together', () => {
  expect(keys(['document_tiles'])).toEqual(['document_grout']);
  expect(why('document_tiles', 'document_grout')?.toSorted()).toEqual(['vendor', 'words']);
});

test('it goes both ways, and from a cost; words that stand everywhere make nothing alike', () => {
  expect(keys(['document_manual'])).toEqual(['document_boiler']);
  expect(keys(['cost_boiler'])).toEqual(['document_boiler']);
  expect(keys(['document_other1'])).toEqual([]);
});

test('one word that two files happen to share, or how they are called, makes nothing alike', () => {
  index.put([
    doc('document_a', 'document', { title: 'Plan', text: 'Plan ground floor.pdf' }),
    doc('document_b', 'document', { title: 'Sketch', text: 'Plan ground floor.pdf' }),
  ]);
  expect(keys(['document_a'])).toEqual([]);
  index.remove({ ...none, forever: ['document_a', 'document_b'] });
});

test('what stands in a journey that is to be left out is not offered, whatever makes it alike', () => {
  const sample = { journey: 'journey_sample' };
  index.put([
    ...paper('shown', 'condensing boiler flue vaillant', { ...sample, vendor: 'Miller & Sons', amount: 2310 }, sample),
    doc('cost_shown', 'cost', { title: 'Boiler', vendor: 'miller sons', parent: 'step_heat', ...sample }),
  ]);
  const without = (left: readonly string[]) =>
    index
      .related(['document_boiler'], 10, left)
      .map(({ key }) => key)
      .toSorted();
  expect(without([])).toEqual(expect.arrayContaining(['cost_shown', 'document_shown']));
  expect(without(['journey_sample'])).toEqual(['cost_boiler', 'cost_same', 'cost_step', 'document_manual']);
  index.remove({ ...none, forever: ['document_shown', 'reading_shown', 'cost_shown'] });
});

test('never itself, no more than asked for, and nothing of what is not there', () => {
  expect(keys(['document_boiler', 'document_manual'])).not.toContain('document_manual');
  expect(keys(['document_boiler'], 2)).toHaveLength(2);
  expect(keys(['document_gone'])).toEqual([]);
  expect(keys(["'; DROP TABLE entries; --", '"'])).toEqual([]);
});

test('nothing that lies in the trash, nor what was read from it', () => {
  index.remove({ ...none, keys: ['document_manual'], trashed: ['document_manual'] });
  expect(keys(['document_boiler'])).not.toContain('document_manual');
  index.put([doc('document_manual', 'document', { title: 'Paper manual' })]);
  expect(keys(['document_boiler'])).toContain('document_manual');
  index.remove({ ...none, forever: ['document_manual', 'reading_manual'] });
  expect(keys(['document_boiler'])).not.toContain('document_manual');
});
