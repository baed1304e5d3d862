// The search through the real main and its process, as the page asks it: hostile questions, papers like one, and a file that breaks under it.
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SearchDoc, SearchFilters } from '../../../protocol/ipc/channels.ts';
import { ask } from '../../support/ask.ts';
import { makeBareApp } from '../../support/bare-app.ts';
import { launch, type Launched } from '../../support/launch.ts';

const userData = mkdtempSync(path.join(tmpdir(), 'plumbline-search-main-'));
const bare = makeBareApp();
let device: Launched;

beforeAll(async () => {
  device = await launch({ app: bare.folder, userData });
});
afterAll(async () => {
  await device.close();
  rmSync(userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  await bare.remove();
});

const doc = (key: string, type: string, more: Partial<SearchDoc> = {}): SearchDoc => ({
  key,
  space: 'private_1',
  journey: 'journey_1',
  type,
  title: key,
  text: '',
  at: 1,
  parent: '',
  by: 'person_a',
  kind: '',
  vendor: '',
  day: '2026-05-04',
  amount: null,
  ...more,
});
const docs = [
  doc('document_1', 'document', { title: 'Boiler quote' }),
  doc('reading_1', 'reading', {
    title: '',
    text: 'condensing boiler flue ecotec',
    parent: 'document_1',
    vendor: 'Miller',
  }),
  doc('document_2', 'document', { title: 'Boiler manual' }),
  doc('reading_2', 'reading', { title: '', text: 'condensing boiler flue ecotec pressure', parent: 'document_2' }),
  doc('cost_1', 'cost', { title: 'Deposit', vendor: 'MILLER', amount: 500 }),
];
const filters: SearchFilters = { types: [], kinds: [], step: null, by: null, from: null, until: null, amounts: [] };
const query = (text: string, more: object = {}) =>
  ask(device.page, 'search.query', { text, journey: null, limit: 100, ...more });

test('whatever is asked is answered, and the index is whole afterwards', async () => {
  expect(await ask(device.page, 'search.put', { docs })).toMatchObject({ ok: true });
  const hostile = [
    '"',
    '" OR "',
    "'; DROP TABLE entries; --",
    'NEAR(a b) AND (',
    '🛁🔧',
    '\u202Eabc \u0627\u0644',
    '\uD800',
    '\u0000',
    '*',
  ];
  for (const text of hostile) {
    expect(await query(text)).toMatchObject({ ok: true });
    expect(await query('boiler', { filters: { ...filters, step: text, by: [text], types: [text] } })).toMatchObject({
      ok: true,
    });
    expect(await ask(device.page, 'search.related', { keys: [text], limit: 5 })).toMatchObject({ ok: true, value: [] });
  }
  // The field takes 500 letters; what is longer is refused at the door and ends nothing.
  await query('x'.repeat(100_000)).catch(() => undefined);
  expect(await query('boiler')).toMatchObject({ ok: true, value: expect.objectContaining({ length: 4 }) });
  expect(await ask(device.page, 'search.count', {})).toEqual({ ok: true, value: docs.length });
});

test('papers like one come with the reason, and never the paper itself', async () => {
  const related = await ask(device.page, 'search.related', { keys: ['document_1'], limit: 5 });
  expect(related).toMatchObject({ ok: true });
  const found = related.ok ? related.value.map(({ key, why }) => `${key} ${why.join(' ')}`) : [];
  expect(found.toSorted()).toEqual(['cost_1 vendor', 'document_2 words']);
});

test('a file that breaks while it is open is made anew, empty, to be filled again', async () => {
  const file = path.join(userData, 'index/search.db');
  // More than SQLite keeps in memory, and more than once through its log of writes.
  for (const part of ['a', 'b', 'c', 'd', 'e', 'f'])
    await ask(device.page, 'search.put', {
      docs: Array.from({ length: 400 }, (_, at) =>
        doc(`step_${part}${at}`, 'step', { text: `plaster ${at} ${part}${at} `.repeat(150) }),
      ),
    });
  noiseOver(file, 3 * PAGE);
  noiseOver(`${file}-wal`, PAGE);
  expect(await query('plaster')).toMatchObject({ ok: false, error: { type: 'StorageFailed' } });
  expect(await ask(device.page, 'search.count', {})).toEqual({ ok: true, value: 0 });
  expect(await ask(device.page, 'search.put', { docs })).toMatchObject({ ok: true });
  expect(await query('ecotec')).toMatchObject({ ok: true, value: expect.objectContaining({ length: 2 }) });
});

const PAGE = 4_096;
const noiseOver = (file: string, from: number): void => {
  if (!existsSync(file)) return;
  const handle = openSync(file, 'r+');
  const noise = Buffer.alloc(PAGE, 0xa5);
  for (let at = from; at < statSync(file).size; at += PAGE) writeSync(handle, noise, 0, noise.length, at);
  closeSync(handle);
};
