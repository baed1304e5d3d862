// Records with branches, as a cluster makes them: merged by the server before anyone receives them.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { WireRecord } from '../../../domain/records/envelope.ts';
import { createBranches } from '../../../sync-server/sync/branches.ts';
import { createFeed } from '../../../sync-server/sync/feed.ts';
import { docToValue, nextDoc, storedToDoc } from '../../../sync-server/sync/record-doc.ts';
import { FIRST_SEQ, type Stored } from '../../../sync-server/store/doc-store.ts';
import { openEmbeddedStore } from '../../../sync-server/store/embedded/embedded-store.ts';
import { edited, newRecord } from './records.ts';
import { mintStamp, startClock } from '../../../domain/kernel/stamp.ts';

const newWriter = () => {
  let clock = startClock(randomUUID().slice(0, 8));
  return {
    person: `person_${randomUUID()}`,
    mint: () => {
      const minted = mintStamp(clock, Date.now());
      clock = minted.clock;
      return minted.stamp;
    },
  };
};

/** Versions of one record in a store that keeps all of them, as CouchDB does until it compacts. */
const versionsStore = (
  versions: Readonly<Record<string, WireRecord>>,
  from: Readonly<Record<string, string | null>>,
) => {
  const storedByRev = new Map<string, Stored>(
    Object.entries(versions).map(([rev, record]) => [
      rev,
      { id: record.id, rev, value: docToValue({ ...nextDoc(null, record), from: from[rev] ?? null }) },
    ]),
  );
  const written: Stored[] = [];
  const removed: string[] = [];
  return {
    at: (rev: string) => storedByRev.get(rev) ?? missing(rev),
    written,
    removed,
    store: {
      getRev: async (_database: string, _id: string, rev: string) => storedByRev.get(rev) ?? null,
      write: async (_database: string, writes: readonly { readonly id: string; readonly value: Stored['value'] }[]) =>
        writes.map(({ id, value }) => (written.push({ id, rev: 'merged', value }), 'merged')),
      remove: async (_database: string, _id: string, rev: string) => removed.push(rev) > 0,
    },
  };
};

const missing = (rev: string): never => {
  throw new Error(`no version ${rev}`);
};

const space = `journey_${randomUUID()}`;

test('[PU5] edits of different fields that two nodes accepted are both kept, over what both began from', async () => {
  const [olive, finn] = [newWriter(), newWriter()];
  const base = newRecord(olive, space, 'step');
  const left = edited(olive, base, { name: 'By Olive' });
  const right = edited(finn, base, { state: 'doing', startedAt: 5 });
  const rightAgain = edited(finn, right, { durationDays: 9 });
  const { store, at, written, removed } = versionsStore(
    { base, left, right, rightAgain },
    { left: 'base', right: 'base', rightAgain: 'right' },
  );
  const settled = await createBranches({ store, now: Date.now, node: 'servernd' }).settle(space, at('rightAgain'), [
    'left',
  ]);
  const { record, stamps } = storedToDoc(settled ?? at('not settled'));
  expect(record.body).toEqual({ ...base.body, name: 'By Olive', state: 'doing', startedAt: 5, durationDays: 9 });
  expect(record.past).toEqual({});
  expect(record.stamp > rightAgain.stamp && record.stamp > left.stamp).toBe(true);
  expect(stamps).toEqual(expect.arrayContaining([left.stamp, rightAgain.stamp, record.stamp]));
  expect(written.map(({ rev }) => rev)).toEqual(['merged']);
  expect(removed).toEqual(['left']);
});

test('[PU5] what two people added to the same notes on two nodes is all there', async () => {
  const [olive, finn] = [newWriter(), newWriter()];
  const base = newRecord(olive, space, 'step', { body: { name: 'Lay the tiles', notes: 'one\ntwo\nthree' } });
  const left = edited(olive, base, { notes: 'one, by Olive\ntwo\nthree' });
  const right = edited(finn, base, { notes: 'one\ntwo\nthree\nfour, by Finn' });
  const { store, at } = versionsStore({ base, left, right }, { left: 'base', right: 'base' });
  const settled = await createBranches({ store, now: Date.now, node: 'servernd' }).settle(space, at('right'), ['left']);
  const { record } = storedToDoc(settled ?? at('not settled'));
  expect(record.body['notes']).toBe('one, by Olive\ntwo\nthree\nfour, by Finn');
  expect(record.past).toEqual({});
});

test.each(['the edit', 'the purge'] as const)(
  '[PU5] an edit that one node accepted stands against a purge that another did, when %s was the later one',
  async (later) => {
    // One clock for both, so that their stamps are in this order.
    const olive = newWriter();
    const base = newRecord(olive, space, 'step');
    const edit = () => edited(olive, base, { name: 'By Olive' });
    const purge = () => ({ ...edited(olive, base, {}), body: {}, _deleted: true });
    const [first, second] = later === 'the edit' ? [purge(), edit()] : [edit(), purge()];
    for (const [winner, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const { store, at } = versionsStore({ base, winner, other }, { winner: 'base', other: 'base' });
      const settled = await createBranches({ store, now: Date.now, node: 'servernd' }).settle(space, at('winner'), [
        'other',
      ]);
      const { record, gone, stamps } = storedToDoc(settled ?? at('not settled'));
      expect({ gone, name: record.body['name'] }).toEqual({ gone: false, name: 'By Olive' });
      // A device that pushes either once more is told that it was taken.
      expect(stamps).toEqual(expect.arrayContaining([first.stamp, second.stamp]));
    }
  },
);

test('[PU5] when another node was faster nothing is removed', async () => {
  const olive = newWriter();
  const base = newRecord(olive, space, 'step');
  const { store, at, removed } = versionsStore({ base, left: edited(olive, base, { name: 'Left' }) }, {});
  const beaten = { ...store, write: async () => [null] };
  expect(
    await createBranches({ store: beaten, now: Date.now, node: 'servernd' }).settle(space, at('base'), ['left']),
  ).toBeNull();
  expect(removed).toEqual([]);
});

test('[PU5] a feed hands out a branched record merged, once, and the store keeps the merge', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-branches-'));
  const store = await openEmbeddedStore(folder);
  const [olive, finn] = [newWriter(), newWriter()];
  const cost = newRecord(olive, space, 'cost');
  const dearer = edited(finn, cost, { amount: { minor: 50_00, currency: 'EUR' } });
  await store.write(space, [{ id: cost.id, rev: null, value: docToValue({ ...nextDoc(null, cost), from: null }) }]);
  await store.fork(space, {
    _id: cost.id,
    _rev: '1-ffffffffffffffffffffffffffffffff',
    ...docToValue({ ...nextDoc(null, dearer), from: null }),
  });
  const feed = createFeed(store, createBranches({ store, now: Date.now, node: 'servernd' }));
  const page = await feed(space, FIRST_SEQ, 10);
  const [merged] = page.records;
  // Money is never decided by a clock: both amounts stand until a person settles it.
  const [contest] = merged?.past.contested ?? [];
  expect(contest?.field).toBe('amount');
  expect(new Set(contest?.values.map(({ value }) => value))).toEqual(
    new Set([cost.body['amount'], dearer.body['amount']]),
  );
  const next = await feed(space, FIRST_SEQ, 10);
  expect(next.records).toEqual([merged]);
  expect((await store.changes(space, FIRST_SEQ, 10)).changes.map(({ branches }) => branches)).toEqual([[]]);
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});
