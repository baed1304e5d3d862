// Small rules of the page's data: keys, orders, roles, what the search holds, what a failed write means.
import dayjs from 'dayjs';
import { getComposedPrimaryKeyOfDocumentData, fillWithDefaultSettings } from 'rxdb/plugins/core';
import { generateNKeysBetween } from 'fractional-indexing';
import { describe, expect, it } from 'vitest';
import { keyOf } from '../../../domain/kernel/ids.ts';
import { envelope, type AnyRecord } from '../../../domain/records/envelope.ts';
import { collectionCreators } from '../../../src-renderer/data/database-schema.ts';
import { orderBetween } from '../../../src-renderer/data/order-between.ts';
import { createRoles } from '../../../src-renderer/data/roles.ts';
import { searchDocOf } from '../../../src-renderer/data/search-doc.ts';
import { openFailure, storageFailure } from '../../../src-renderer/data/storage-failures.ts';
import type { Settings } from '../../../src-renderer/data/store.ts';
import { aRecord } from '../../support/records.ts';

const UUID = '0198c0de-0000-7000-8000-000000000001';

describe('the stored schema', () => {
  const { schema } = collectionCreators.records;

  it('makes the same key of a record as the domain does', () => {
    const record = aRecord({ space: `private_${UUID}`, id: `step_${UUID}` });
    const filled = fillWithDefaultSettings<AnyRecord>(schema);
    expect(getComposedPrimaryKeyOfDocumentData(filled, record)).toBe(keyOf(record.space, record.id));
  });

  it('has every field of the envelope, all required, and every index begins with type or space', () => {
    const fields = [...Object.keys(envelope.shape), 'body'].toSorted();
    expect(Object.keys(schema.properties).toSorted()).toEqual(fields);
    expect([...schema.required].toSorted()).toEqual(fields);
    for (const [first] of schema.indexes) expect(['type', 'space']).toContain(first);
  });

  it('has room for the longest key there can be', () => {
    const longest = keyOf(`party_${UUID}_${UUID}`, `${'d'.repeat(8)}_${'x'.repeat(80)}`);
    expect(longest.length).toBeLessThanOrEqual(schema.properties.key.maxLength);
  });
});

describe('an order between two', () => {
  it('sorts between them, and right after both when two devices made the same', () => {
    const orders = generateNKeysBetween(null, null, 3);
    const [a = '', b = '', c = ''] = orders;
    expect(orderBetween(null, null)).not.toBe('');
    expect([orderBetween(null, a), a, orderBetween(a, b), b, c, orderBetween(c, null)]).toEqual(
      [orderBetween(null, a), a, orderBetween(a, b), b, c, orderBetween(c, null)].toSorted(),
    );
    const twin = orderBetween(a, a);
    expect([a, twin, b]).toEqual([a, twin, b].toSorted());
    expect(twin).not.toBe(a);
  });
});

describe('the role in a space', () => {
  const settings = (value: unknown): Settings => ({ get: () => value, set: async () => {}, watch: () => () => {} });

  it('is owner until the server said otherwise, and for a space it did not name', () => {
    for (const value of [undefined, 'nonsense', [{ space: 'journey_a', epoch: 'e', role: 'king' }]])
      expect(createRoles(settings(value)).roleIn('journey_a')).toBe('owner');
    const { roleIn } = createRoles(settings([{ space: 'journey_a', epoch: 'e', role: 'contractor' }]));
    expect([roleIn('journey_a'), roleIn('journey_b')]).toEqual(['contractor', 'owner']);
  });

  it('ends with the journey: nothing is written in its spaces, and in those of others and the household as before', () => {
    const [journey, home] = [`journey_${UUID}`, `home_${UUID}`];
    const [own, party] = [`private_${UUID}`, `party_${UUID}_${UUID}`];
    const hasLeft = (left: readonly string[], role: string | null): readonly boolean[] => {
      const grants = role === null ? [] : [{ space: journey, epoch: 'e', role }];
      const roles = createRoles({
        get: (name) => (name === 'left' ? left : grants),
        set: async () => {},
        watch: () => () => {},
      });
      return [journey, own, party, home].map(roles.hasLeft);
    };
    expect(hasLeft([journey, own, party, home], null)).toEqual([true, true, true, false]);
    expect(hasLeft([journey], null)).toEqual([true, true, true, false]);
    expect(hasLeft([], null)).toEqual([false, false, false, false]);
    // One after the other.
    expect(hasLeft([own], 'family')).toEqual([false, true, false, false]);
    expect(hasLeft([party], 'family')).toEqual([false, false, false, false]);
    expect(hasLeft([party], 'contractor')).toEqual([false, false, true, false]);
  });
});

describe('what the search holds', () => {
  const space = `private_${UUID}`;
  const record = (type: string, body: Readonly<Record<string, unknown>>, trashedAt = 0): AnyRecord => ({
    key: keyOf(space, `${type}_1`),
    id: `${type}_1`,
    space,
    type,
    journey: `journey_${UUID}`,
    parent: '',
    v: 1,
    stamp: '',
    by: '',
    createdAt: 5,
    createdBy: '',
    trashedAt,
    past: {},
    body,
  });

  it('is the words of a reading, page by page', () => {
    const body = { pages: [{ text: 'TOTAL 42.10' }, { text: 'Thank you' }] };
    expect(searchDocOf(record('reading', body))).toMatchObject({
      key: `${space}|reading_1`,
      space,
      journey: `journey_${UUID}`,
      type: 'reading',
      title: '',
      text: 'TOTAL 42.10\nThank you',
      at: 5,
    });
  });

  it('is the room and the things on a photo as well, as they stand beside it', () => {
    const seen = {
      v: 2,
      kind: 'room',
      colours: [],
      objects: [
        { is: 'oven', sure: 83 },
        { is: 'dog', sure: 60 },
      ],
    };
    const body = { pages: [{ text: '' }], seen, objectFixes: { dog: false, table: true } };
    expect(searchDocOf(record('reading', body))?.text).toBe('kitchen, table, oven');
    const bare = { pages: [], seen: { ...seen, objects: [] } };
    expect(searchDocOf(record('reading', bare))).toBeNull();
  });

  it('says what filters ask for: what it hangs on, its day, its amount', () => {
    const cost = { description: 'Tiles', vendor: '', category: 'tiling', amount: { minor: 4210, currency: 'EUR' } };
    const booked = { ...cost, step: `${space}|step_1`, date: '2026-05-04' };
    expect(searchDocOf(record('cost', booked))).toMatchObject({
      parent: `${space}|step_1`,
      day: '2026-05-04',
      amount: 42.1,
    });
    expect(searchDocOf(record('cost', { ...cost, step: null, date: null }))).toMatchObject({
      parent: '',
      day: dayjs(5).format('YYYY-MM-DD'),
    });
    const photo = { caption: 'Old', name: 'a.jpg', takenAt: '2026-03-02T09:12:00' };
    expect(searchDocOf(record('photo', photo))).toMatchObject({ day: '2026-03-02', amount: null });
    const atTwo = { ...photo, steps: [`${space}|step_2`] };
    expect(searchDocOf(record('photo', atTwo))).toMatchObject({ steps: [`${space}|step_2`] });
    const putRight = { ...photo, takenFix: '2025-12-24T09:12:00' };
    expect(searchDocOf(record('photo', putRight))).toMatchObject({ day: '2025-12-24' });
  });

  it('has an amount as people write it, in the currency’s own digits', () => {
    const cost = (amount: object): AnyRecord =>
      record('cost', { description: 'Tiles', vendor: '', category: 'tiling', amount });
    expect(searchDocOf(cost({ minor: 4210, currency: 'EUR' }))?.text).toContain('42.10 42,10 EUR');
    expect(searchDocOf(cost({ minor: 4210, currency: 'JPY' }))?.text).toContain('4210 4210 JPY');
    expect(searchDocOf(cost({ minor: -5, currency: 'EUR' }))?.text).toContain('0.05');
  });

  it('names a contractor by their trade too', () => {
    const body = { name: 'Miller', trade: 'Tiler' };
    expect(searchDocOf(record('party', body))).toMatchObject({ title: 'Miller', text: 'Tiler' });
  });

  it('leaves out the trash, types nobody reads, and what has no words', () => {
    expect(searchDocOf(record('comment', { text: 'hello' }, 7))).toBeNull();
    expect(searchDocOf(record('event', { command: 'step.add' }))).toBeNull();
    expect(searchDocOf(record('moonbase', { text: 'hello' }))).toBeNull();
    expect(searchDocOf(record('reading', { pages: [] }))).toBeNull();
  });
});

describe('a write that threw', () => {
  it('means a full disk however deep that is said, and otherwise that nothing was written', () => {
    const quota = new DOMException('x', 'QuotaExceededError');
    expect(storageFailure(quota).type).toBe('DiskFull');
    expect(storageFailure(Object.assign(new Error('bulk'), { name: 'BulkError', failures: [quota] })).type).toBe(
      'DiskFull',
    );
    expect(storageFailure(Object.assign(new Error('aborted'), { name: 'AbortError', inner: quota })).type).toBe(
      'DiskFull',
    );
    expect(
      storageFailure(new DOMException('Encountered full disk while opening backing store', 'UnknownError')).type,
    ).toBe('DiskFull');
    expect(storageFailure(new DOMException('x', 'AbortError')).type).toBe('StorageFailed');
    expect(openFailure(new DOMException('Internal error opening backing store', 'UnknownError')).type).toBe(
      'DatabaseDamaged',
    );
    expect(openFailure(quota).type).toBe('DiskFull');
  });
});
