// The names in a search question become keys of this device: steps and what hangs on them, people, oneself.
import { describe, expect, test } from 'vitest';
import { parseQuestion } from '../../../domain/search/question.ts';
import { filtersOf } from '../../../src-renderer/features/search/filters-of.ts';
import type { Store } from '../../../src-renderer/data/store.ts';

const held = [
  { type: 'step', key: 's|step_1', parent: '', body: { name: 'Strip out the old kitchen' } },
  { type: 'step', key: 's|step_2', parent: '', body: { name: 'Küche streichen' } },
  { type: 'photo', key: 'p|photo_1', parent: 's|step_1', body: {} },
  { type: 'document', key: 'p|document_1', parent: 's|step_2', body: {} },
  { type: 'person', id: 'person_a', body: { name: 'Anna Weber' } },
  { type: 'person', id: 'person_b', body: { name: 'Bernd Anders' } },
];
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as much of a store as filters read
const store = {
  me: 'person_me',
  find: async ({ type }: { readonly type: string }) => held.filter((record) => record.type === type),
} as unknown as Pick<Store, 'find' | 'me'>;
const filters = (typed: string) => filtersOf(parseQuestion(typed), store);

describe('filters', () => {
  test('none without a filter', async () => {
    expect(await filters('old kitchen')).toBeNull();
  });

  test('a step is found by any of its words, and its photos and documents come along', async () => {
    expect((await filters('step:kitchen'))?.within).toEqual(['s|step_1', 'p|photo_1']);
    expect((await filters('step:kuche'))?.within).toEqual(['s|step_2', 'p|document_1']);
    expect((await filters('step:garden'))?.within).toEqual([]);
  });

  test('a person is found by how any of their names begins, oneself as me', async () => {
    expect((await filters('by:an'))?.by).toEqual(['person_a', 'person_b']);
    expect((await filters('by:weber'))?.by).toEqual(['person_a']);
    expect((await filters('by:me'))?.by).toEqual(['person_me']);
    expect((await filters('by:zoe'))?.by).toEqual([]);
  });
});
