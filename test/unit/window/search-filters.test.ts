// The names in a search question become people of this device, oneself among them; filters fit into what the index takes.
import { describe, expect, test } from 'vitest';
import { parseQuestion } from '../../../domain/search/question.ts';
import { filtersOf } from '../../../src-renderer/features/search/filters-of.ts';
import type { Store } from '../../../src-renderer/data/store.ts';

const held = [
  { type: 'person', id: 'person_a', body: { name: 'Anna Weber' } },
  { type: 'person', id: 'person_b', body: { name: 'Bernd Anders' } },
];
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as much of a store as filters read
const store = {
  me: 'person_me',
  find: async ({ type }: { readonly type: string }) => held.filter((record) => record.type === type),
} as unknown as Pick<Store, 'find' | 'me'>;
const filters = (typed: string) => filtersOf(parseQuestion(typed, '2026-11-26'), store);

describe('filters', () => {
  test('none without a filter', async () => {
    expect(await filters('old kitchen')).toBeNull();
  });

  test('kinds of papers stand beside types, and what is too much for one question is left out', async () => {
    expect(await filters('type:quote type:invoices step:tiles')).toMatchObject({
      types: ['quote'],
      kinds: ['quote', 'invoice'],
      step: 'tiles',
    });
    expect((await filters('amount>1 '.repeat(40)))?.amounts).toHaveLength(10);
    expect((await filters('type:photo '.repeat(40)))?.types).toEqual(['photo']);
  });

  test('a person is found by how any of their names begins, oneself as me', async () => {
    expect((await filters('by:an'))?.by).toEqual(['person_a', 'person_b']);
    expect((await filters('by:weber'))?.by).toEqual(['person_a']);
    expect((await filters('by:me'))?.by).toEqual(['person_me']);
    expect((await filters('by:zoe'))?.by).toEqual([]);
  });
});
