// What every store must do, whichever it is: run on the embedded one, on CouchDB, and on whatever comes next.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FIRST_SEQ, type DocStore } from '../../sync-server/store/doc-store.ts';

export interface StoreUnderTest {
  readonly store: DocStore;
  /** Writes a second version beside the stored one, as another node of a cluster would. */
  readonly fork: (database: string, id: string, value: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** `missing` says why this store can't be tried here, null when it can. */
export const describeStore = (
  name: string,
  open: () => Promise<StoreUnderTest>,
  missing: string | null = null,
): void => {
  describe(`store contract: ${name}`, () => {
    let under: StoreUnderTest;
    let store: DocStore;
    const made: string[] = [];
    beforeAll(async () => {
      if (missing !== null) return;
      under = await open();
      ({ store } = under);
    });
    beforeEach(({ skip }) => skip(missing !== null, missing ?? ''));
    afterEach(async () => {
      for (const database of made.splice(0)) await store.destroy(database);
    });
    afterAll(async () => {
      if (missing === null) await under.end();
    });

    const newDatabase = (): string => {
      const database = `journey_${randomUUID()}`;
      made.push(database);
      return database;
    };
    const put = async (database: string, id: string, value: object, rev: string | null = null) =>
      (await store.write(database, [{ id, rev, value: { ...value } }]))[0] ?? null;

    test('a database that is not there reads as empty, is not made by reading, and is made by writing', async () => {
      const database = newDatabase();
      expect(await store.get(database, 'step_1')).toBeNull();
      expect(await store.getMany(database, ['a', 'b'])).toEqual([null, null]);
      expect(await store.range(database, { from: 'a', before: 'z', limit: 10 })).toEqual([]);
      expect(await store.changes(database, FIRST_SEQ, 10)).toEqual({ changes: [], last: FIRST_SEQ });
      expect(await store.getBytes(database, 'a')).toBeNull();
      expect(await store.lastSeq(database)).toBe(FIRST_SEQ);
      expect(await store.countAfter(database, FIRST_SEQ)).toBe(0);
      expect(await store.has(database)).toBe(false);
      await put(database, 'step_1', { a: 1 });
      expect(await store.has(database)).toBe(true);
    });

    test('what comes after a place is counted, never too few and never more than there are', async () => {
      const database = newDatabase();
      for (let index = 0; index < 5; index += 1) await put(database, `step_${index}`, { index });
      expect(await store.countAfter(database, FIRST_SEQ)).toBe(5);
      const half = await store.changes(database, FIRST_SEQ, 2);
      expect(await store.countAfter(database, half.last)).toBe(3);
      let rev = (await store.get(database, 'step_0'))?.rev ?? null;
      for (let index = 0; index < 9; index += 1) rev = await put(database, 'step_0', { index }, rev);
      expect(await store.countAfter(database, FIRST_SEQ)).toBe(5);
      expect(await store.countAfter(database, half.last)).toBeGreaterThanOrEqual(4);
      expect(await store.countAfter(database, await store.lastSeq(database))).toBe(0);
      expect(await store.countAfter(database, 'nonsense')).toBe(5);
    });

    test('a value comes back as it was written', async () => {
      const database = newDatabase();
      const value = {
        text: 'Fliesen – 42,10 €\u0000\n"',
        list: [1, null, { deep: [true] }],
        empty: {},
        number: 1e21,
        constructor: 'x',
      };
      const rev = await put(database, 'step_1', value);
      expect(await store.get(database, 'step_1')).toEqual({ id: 'step_1', rev, value });
    });

    test('a write must quote the stored version; a stale one changes nothing', async () => {
      const database = newDatabase();
      const first = await put(database, 'step_1', { n: 1 });
      expect(await put(database, 'step_1', { n: 2 })).toBeNull();
      const second = await put(database, 'step_1', { n: 3 }, first);
      expect(second).not.toBeNull();
      expect(await put(database, 'step_1', { n: 4 }, first)).toBeNull();
      expect((await store.get(database, 'step_1'))?.value).toEqual({ n: 3 });
    });

    test('of simultaneous writes of one document exactly one is taken', async () => {
      const database = newDatabase();
      const rev = await put(database, 'step_1', { n: 0 });
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) => put(database, 'step_1', { n: n + 1 }, rev)),
      );
      expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
      const fresh = await Promise.all(Array.from({ length: 20 }, (_, n) => put(database, 'step_2', { n })));
      expect(fresh.filter((answer) => answer !== null)).toHaveLength(1);
    });

    test('in one call good writes are taken and stale ones are not, in the order given', async () => {
      const database = newDatabase();
      await put(database, 'b', { n: 1 });
      const answers = await store.write(database, [
        { id: 'a', rev: null, value: { n: 1 } },
        { id: 'b', rev: null, value: { n: 2 } },
        { id: 'c', rev: null, value: { n: 3 } },
      ]);
      expect(answers.map((rev) => rev === null)).toEqual([false, true, false]);
      const got = await store.getMany(database, ['c', 'missing', 'a', 'b']);
      expect(got.map((stored) => stored?.value ?? null)).toEqual([{ n: 3 }, null, { n: 1 }, { n: 1 }]);
      expect(await store.write(database, [])).toEqual([]);
    });

    test('what is removed is gone, needs the stored version, and may be written again', async () => {
      const database = newDatabase();
      const rev = (await put(database, 'step_1', { n: 1 })) ?? '';
      const next = (await put(database, 'step_1', { n: 2 }, rev)) ?? '';
      expect(await store.remove(database, 'step_1', rev)).toBe(false);
      expect(await store.remove(database, 'step_1', next)).toBe(true);
      expect(await store.get(database, 'step_1')).toBeNull();
      expect(await store.getMany(database, ['step_1'])).toEqual([null]);
      expect((await store.changes(database, FIRST_SEQ, 10)).changes.map(({ id, stored }) => [id, stored])).toEqual([
        ['step_1', null],
      ]);
      expect(await put(database, 'step_1', { n: 3 })).not.toBeNull();
      expect((await store.get(database, 'step_1'))?.value).toEqual({ n: 3 });
    });

    test('a range holds the ids from one to before another, in order, up to the limit', async () => {
      const database = newDatabase();
      await store.write(
        database,
        ['a-2', 'a-1', 'b-1', 'a-3', 'a'].map((id) => ({ id, rev: null, value: {} })),
      );
      const ids = async (from: string, before: string, limit = 10) =>
        (await store.range(database, { from, before, limit })).map(({ id }) => id);
      expect(await ids('a-', 'a.')).toEqual(['a-1', 'a-2', 'a-3']);
      expect(await ids('a-', 'a.', 2)).toEqual(['a-1', 'a-2']);
      expect(await ids('a-2', 'a-3')).toEqual(['a-2']);
    });

    test('the feed gives each document once, as it stands now, in pages that join without a gap', async () => {
      const database = newDatabase();
      for (let n = 0; n < 25; n += 1) await put(database, `step_${n}`, { n });
      const rev = (await store.get(database, 'step_3'))?.rev ?? null;
      await put(database, 'step_3', { n: 'later' }, rev);
      const seen: string[] = [];
      const valueById = new Map<string, unknown>();
      let since = FIRST_SEQ;
      for (;;) {
        const page = await store.changes(database, since, 4);
        seen.push(...page.changes.map(({ id }) => id));
        for (const { id, stored } of page.changes) valueById.set(id, stored?.value);
        since = page.last;
        if (page.changes.length < 4) break;
      }
      expect(seen.toSorted()).toEqual(Array.from({ length: 25 }, (_, n) => `step_${n}`).toSorted());
      expect(seen.at(-1)).toBe('step_3');
      expect(valueById.get('step_3')).toEqual({ n: 'later' });
      expect((await store.changes(database, since, 4)).changes).toEqual([]);
      expect((await store.changes(database, await store.lastSeq(database), 4)).changes).toEqual([]);
    });

    test('a place in the feed that makes no sense is the beginning', async () => {
      const database = newDatabase();
      await put(database, 'step_1', {});
      for (const since of ['', 'nonsense', '-3', '1e999', '123-abc']) {
        const { changes } = await store.changes(database, since, 10);
        expect([since, changes.map(({ id }) => id)]).toEqual([since, ['step_1']]);
      }
    });

    test('nothing is lost from the feed while others write', async () => {
      const database = newDatabase();
      const seen = new Set<string>();
      let since = FIRST_SEQ;
      const read = async (): Promise<void> => {
        const page = await store.changes(database, since, 7);
        for (const { id } of page.changes) seen.add(id);
        since = page.last;
      };
      const writers = [0, 1, 2].map(async (writer) => {
        for (let n = 0; n < 20; n += 1) await put(database, `step_${writer}_${n}`, { n });
      });
      const writing = { isDone: false };
      const written = Promise.all(writers).then(() => (writing.isDone = true));
      while (!writing.isDone) await read();
      await written;
      for (let n = 0; n < 20; n += 1) await read();
      expect(seen.size).toBe(60);
    });

    test('versions beside the winner are named by the feed, can be read, and can be removed', async () => {
      const database = newDatabase();
      await put(database, 'step_1', { by: 'one node' });
      await under.fork(database, 'step_1', { by: 'another node' });
      const [change] = (await store.changes(database, FIRST_SEQ, 10)).changes;
      expect(change?.branches).toHaveLength(1);
      const branch = change?.branches[0] ?? '';
      expect(await store.getBranched(database, 'step_1')).toEqual({ stored: change?.stored, branches: [branch] });
      const beside = await store.getRev(database, 'step_1', branch);
      expect(new Set([change?.stored?.value['by'], beside?.value['by']])).toEqual(
        new Set(['one node', 'another node']),
      );
      expect(await store.getRev(database, 'step_1', '9-00000000000000000000000000000000')).toBeNull();
      expect(await store.remove(database, 'step_1', branch)).toBe(true);
      expect((await store.changes(database, FIRST_SEQ, 10)).changes.map(({ branches }) => branches)).toEqual([[]]);
      expect((await store.getBranched(database, 'step_1'))?.branches).toEqual([]);
      expect(await store.getBranched(database, 'step_2')).toBeNull();
      expect((await store.get(database, 'step_1'))?.value).toEqual(change?.stored?.value);
    });

    test('who waits is woken by a write, by one that came before the wait, and by the abort', async () => {
      const database = newDatabase();
      await put(database, 'step_0', {});
      const start = await store.lastSeq(database);
      const waiting = store.waitForChange(database, start, new AbortController().signal);
      await sleep(20);
      await put(database, 'step_1', {});
      await waiting;
      await store.waitForChange(database, start, new AbortController().signal);
      const ending = new AbortController();
      const aborted = store.waitForChange(database, await store.lastSeq(database), ending.signal);
      ending.abort();
      expect(await aborted).toBeUndefined();
    });

    test('bytes come back as they were, and the first ones stay', async () => {
      const database = newDatabase();
      const bytes = new Uint8Array(1024 * 1024).map((_, n) => (n * 7 + (n >> 8)) % 256);
      await store.putBytes(database, 'sha-00000', bytes);
      await store.putBytes(database, 'sha-00000', new Uint8Array([1, 2, 3]));
      const got = await store.getBytes(database, 'sha-00000');
      expect(got !== null && Buffer.from(got).equals(Buffer.from(bytes))).toBe(true);
      expect((await store.range(database, { from: 'sha-', before: 'sha.', limit: 5 })).map(({ id }) => id)).toEqual([
        'sha-00000',
      ]);
      const [{ rev } = { rev: '' }] = await store.range(database, { from: 'sha-', before: 'sha.', limit: 5 });
      expect(await store.remove(database, 'sha-00000', rev)).toBe(true);
      expect(await store.getBytes(database, 'sha-00000')).toBeNull();
      await store.putBytes(database, 'sha-00000', new Uint8Array([9]));
      expect([...((await store.getBytes(database, 'sha-00000')) ?? [])]).toEqual([9]);
    });

    test('a destroyed database is empty again', async () => {
      const database = newDatabase();
      await put(database, 'step_1', {});
      await store.destroy(database);
      expect(await store.has(database)).toBe(false);
      expect(await store.get(database, 'step_1')).toBeNull();
      await put(database, 'step_2', {});
      expect((await store.changes(database, FIRST_SEQ, 10)).changes.map(({ id }) => id)).toEqual(['step_2']);
      await store.destroy(`journey_${randomUUID()}`);
    });

    test('the databases that were written to are named, others are not', async () => {
      const [first, second, unmade] = [newDatabase(), newDatabase(), newDatabase()];
      await put(first, 'step_1', {});
      await put(second, 'step_1', {});
      await store.get(unmade, 'step_1');
      expect(new Set(await store.databases())).toEqual(new Set([first, second]));
      await store.destroy(first);
      expect(await store.databases()).toEqual([second]);
    });

    test('a hundred databases at once are no trouble', async () => {
      const databases = Array.from({ length: 100 }, newDatabase);
      await Promise.all(databases.map((database, n) => put(database, 'step_1', { n })));
      const read = await Promise.all(databases.map((database) => store.get(database, 'step_1')));
      expect(read.map((stored) => stored?.value)).toEqual(databases.map((_, n) => ({ n })));
    });
  });
};
