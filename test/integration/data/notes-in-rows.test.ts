// What the server is known to hold of each record, told by the rows: across starts, offline edits and edits while a row is on its way.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { err } from '../../../domain/kernel/result.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { pushRequest, pushRow } from '../../../protocol/sync/push.ts';
import type { OpenStore } from '../../../src-renderer/data/open-store.ts';
import type { ServerPort } from '../../../src-renderer/ports/server.ts';
import { createConflictHandler } from '../../../src-renderer/sync/records/conflict.ts';
import { createFormerNotes } from '../../../src-renderer/sync/records/former-notes.ts';
import { createRefusals } from '../../../src-renderer/sync/records/refusals.ts';
import { openNotes } from '../../../src-renderer/sync/records/notes.ts';
import { startRun, type Run } from '../../../src-renderer/sync/records/replication.ts';
import { aJourneyId, aRecord, changed, made } from '../../support/a-record.ts';
import { indexedDbText } from '../../support/indexed-db-text.ts';
import { aKey, aPerson, closeTestStores, openTestStore } from '../../support/open-test-store.ts';

let open: () => Promise<OpenStore>;
let name: string;
let journey: string;
let run: Run | null = null;

beforeEach(async () => {
  name = `noted-${randomUUID()}`;
  journey = aJourneyId();
  const options = { name, pageKey: await aKey(), me: aPerson() };
  open = () => openTestStore(options);
});
afterEach(async () => {
  await run?.cancel();
  await closeTestStores();
});

/** Notes on the disk that hold a record. */
const notedWhole = async (): Promise<readonly string[]> =>
  (await indexedDbText(name)).filter((text) => text.includes('rx-replication-meta') && text.includes('docData=body'));

/** Hands out what it is given once, accepts whatever is sent, and notes what each row was said to be written over. */
const acceptingServer = (given: readonly AnyRecord[] = []) => {
  const sent: z.infer<typeof pushRow>[] = [];
  let hold: Promise<unknown> = Promise.resolve();
  const server: ServerPort = {
    ask: async ({ path, body, reply }) => {
      if (path === '/sync/push') {
        const { rows } = pushRequest.extend({ rows: z.array(pushRow) }).parse(body);
        sent.push(...rows);
        await hold;
        return { ok: true, value: reply.parse({ verdicts: rows.map(() => ({ kind: 'accepted' })) }) };
      }
      if (path !== '/sync/pull') return err({ type: 'ServerUnreachable' });
      const isFirst = !JSON.stringify(body).includes('e1');
      const records = isFirst ? given.map((record) => ({ ...record, _deleted: false })) : [];
      return { ok: true, value: reply.parse({ records, cursors: { [`${journey}@e1`]: '1' } }) };
    },
    open: async () => new Response(new ReadableStream()),
  };
  return {
    server,
    sent,
    /** Answers to what is sent wait until the returned one is called. */
    holding: (): (() => void) => {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      hold = promise;
      return () => resolve(undefined);
    },
  };
};

interface How {
  readonly destination?: 'send' | 'wait';
  /** Names the notes. */
  readonly identifier?: string;
}

const connect = async (store: OpenStore, server: ServerPort, how: How = {}): Promise<Run> => {
  const begun = begin(store, server, how);
  await begun.caughtUp;
  return begun;
};

const begin = (
  { records, me, mint, hasWrittenOver }: OpenStore,
  server: ServerPort,
  { destination = 'send', identifier = 'account-store' }: How,
): Run => {
  const refusals = createRefusals();
  records.conflictHandler = createConflictHandler({ mint, hasWrittenOver, refusals, tray: async () => {} });
  run = startRun({
    destinationOf: () => destination,
    identifier,
    server,
    records,
    store: 'store',
    me,
    refusals,
    refused: async () => {},
    clockAhead: () => {},
    heard: () => {},
  });
  return run;
};

const hangUp = async (): Promise<void> => {
  await run?.cancel();
  run = null;
};

const anew = async (): Promise<OpenStore> => {
  await hangUp();
  await closeTestStores();
  return open();
};

const edit = async (store: OpenStore, record: AnyRecord, text: string): Promise<AnyRecord> => {
  const row = changed(store, record, { body: { text } });
  expect(await store.commitRows([row])).toMatchObject({ ok: true });
  return row.after;
};

test('what was fetched is kept once, and it is known that the server has it', async () => {
  const store = await open();
  const theirs = Array.from({ length: 30 }, (_, n) => aRecord(store, { space: journey, body: { text: `No. ${n}` } }));
  const { server } = acceptingServer(theirs);
  const { notes } = await connect(store, server);
  const known = await notes()?.of(theirs.map(({ key }) => key));
  expect(theirs.map(({ key }) => known?.get(key)?.body)).toEqual(theirs.map(({ body }) => body));
  expect(await notedWhole()).toEqual([]);
});

test('an offline edit of what was fetched is written over that, after any number of starts', async () => {
  const first = await open();
  const theirs = aRecord(first, { space: journey, body: { text: 'Theirs' } });
  const { server, sent } = acceptingServer([theirs]);
  await connect(first, server);
  const second = await anew();
  const once = await edit(second, theirs, 'Once');
  const third = await anew();
  const twice = await edit(third, once, 'Twice');
  await connect(third, server);
  expect(sent.map(({ assumed, mine }) => [assumed, mine.stamp])).toEqual([[theirs.stamp, twice.stamp]]);
});

test('an offline edit of what was sent is written over that, and of what was not sent over what was', async () => {
  const first = await open();
  const mine = aRecord(first, { space: journey, body: { text: 'Mine' } });
  await first.commitRows([made(mine)]);
  const { server, sent } = acceptingServer();
  await connect(first, server);
  expect(sent.map(({ assumed }) => assumed)).toEqual([null]);
  expect(await notedWhole()).toEqual([]);

  const second = await anew();
  const unsent = await edit(second, mine, 'Once');
  // Later than the unsent one, so that the place up to which all was sent passes both.
  await second.commitRows([made(aRecord(second, { space: journey, body: { text: 'Another' } }))]);
  const third = await anew();
  const latest = await edit(third, unsent, 'Twice');
  const { notes } = await connect(third, server);
  expect(sent.find((row) => row.mine.stamp === latest.stamp)?.assumed).toBe(mine.stamp);
  expect((await notes()?.of([mine.key]))?.get(mine.key)?.stamp).toBe(latest.stamp);
});

test('an edit made while its record is on its way is written over what was on its way', async () => {
  const store = await open();
  const { server, sent, holding } = acceptingServer();
  await connect(store, server);
  const answer = holding();
  const mine = aRecord(store, { space: journey, body: { text: 'Mine' } });
  await store.commitRows([made(mine)]);
  await expect.poll(() => sent.length).toBe(1);
  const edited = await edit(store, mine, 'Edited');
  answer();
  await expect
    .poll(() => sent.map(({ assumed, mine: row }) => [assumed, row.stamp]))
    .toEqual([
      [null, mine.stamp],
      [mine.stamp, edited.stamp],
    ]);
});

test('what was removed leaves no contents of what it was', async () => {
  const store = await open();
  const theirs = aRecord(store, { space: journey, body: { text: 'Theirs' } });
  await connect(store, acceptingServer([theirs]).server);
  await hangUp();
  const edited = await edit(store, theirs, 'Mine');
  await store.commitRows([{ before: edited, removed: true, after: { ...edited, body: {}, stamp: store.mint() } }]);
  const [row] = [...(await store.withWriteLock(({ rows }) => rows([theirs.key]))).values()];
  expect(JSON.stringify(row?._meta)).toContain(theirs.stamp);
  expect(JSON.stringify(row)).not.toContain('Theirs');
});

test('what was passed over counts neither as sent nor as held, after any number of starts', async () => {
  const first = await open();
  const theirs = aRecord(first, { space: journey, body: { text: 'Theirs' } });
  const { server, sent } = acceptingServer([theirs]);
  await connect(first, server);
  await hangUp();
  const once = await edit(first, theirs, 'Once');
  const own = aRecord(first, { space: journey, body: { text: 'Own' } });
  await first.commitRows([made(own)]);
  const { notes } = await connect(first, server, { destination: 'wait' });
  expect((await notes()?.of([theirs.key]))?.get(theirs.key)?.stamp).toBe(theirs.stamp);
  const second = await anew();
  const [twice, ownEdited] = [await edit(second, once, 'Twice'), await edit(second, own, 'Edited')];
  await connect(second, server);
  expect(new Map(sent.map(({ assumed, mine }) => [mine.stamp, assumed]))).toEqual(
    new Map([
      [twice.stamp, theirs.stamp],
      [ownEdited.stamp, null],
    ]),
  );
});

test('earlier notes that are read while others are kept change nothing about what is known', async () => {
  const store = await open();
  const mine = aRecord(store, { space: journey, body: { text: 'Mine' } });
  await store.commitRows([made(mine)]);
  const { server, sent } = acceptingServer();
  const { notePlace } = await connect(store, server);
  const place = await notePlace();
  const earlier = await openNotes(store.records, { ...place, collectionName: `${place.collectionName}-earlier` });
  await earlier.of([mine.key]);
  await earlier.close();
  const edited = await edit(store, mine, 'Edited');
  await expect
    .poll(() => sent.map(({ assumed, mine: row }) => [assumed, row.stamp]))
    .toEqual([
      [null, mine.stamp],
      [mine.stamp, edited.stamp],
    ]);
});

test.each(['the same start', 'the next one'])(
  'what only earlier notes have sent stays known to them when it is edited, in %s',
  async (when) => {
    const first = await open();
    const mine = aRecord(first, { space: journey, body: { text: 'Mine' } });
    await first.commitRows([made(mine)]);
    const { server } = acceptingServer();
    const place = await (await connect(first, server)).notePlace();
    await hangUp();
    const store = when === 'the next one' ? await anew() : first;
    const silent: ServerPort = { ...server, ask: () => new Promise(() => {}) };
    await expect.poll(begin(store, silent, { identifier: 'account-store-1' }).notes).not.toBeNull();
    await edit(store, mine, 'Edited');
    await hangUp();
    const earlier = await openNotes(store.records, place);
    expect((await earlier.of([mine.key])).get(mine.key)?.stamp).toBe(mine.stamp);
    await earlier.close();
  },
);

/** Keeps what is sent and says nothing, until it is told to answer: then by what it holds, and takes what is written over that. */
const silentThenConflicting = () => {
  const rows: z.infer<typeof pushRow>[] = [];
  let isSilent = true;
  const server: ServerPort = {
    ...acceptingServer().server,
    ask: async (asked) => {
      if (asked.path !== '/sync/push') return acceptingServer().server.ask(asked);
      const [row] = z.object({ rows: z.array(pushRow) }).parse(asked.body).rows;
      const theirs = rows.at(-1)?.mine;
      const isConflict = theirs !== undefined && row?.assumed !== theirs.stamp;
      if (row !== undefined && !isConflict) rows.push(row);
      const verdicts = [isConflict ? { kind: 'conflict', theirs } : { kind: 'accepted' }];
      return isSilent ? err({ type: 'ServerUnreachable' }) : { ok: true, value: asked.reply.parse({ verdicts }) };
    },
  };
  return { server, rows, answers: () => void (isSilent = false) };
};

test('what was written after a lost answer goes over what was sent, after any number of starts', async () => {
  const first = await open();
  const mine = aRecord(first, { space: journey, body: { text: 'Mine' } });
  await first.commitRows([made(mine)]);
  const { server, rows, answers } = silentThenConflicting();
  await begin(first, server, {}).ended;
  answers();
  const second = await anew();
  const once = await edit(second, mine, 'Once');
  const third = await anew();
  await edit(third, once, 'Twice');
  await connect(third, server);
  await expect
    .poll(() => rows.map(({ mine: { body, past } }) => ({ body, past })))
    .toEqual([
      { body: { text: 'Mine' }, past: {} },
      { body: { text: 'Twice' }, past: {} },
    ]);
});

test('what earlier notes hold is off the disk once newer ones tell all of it', async () => {
  const store = await open();
  const theirs = aRecord(store, { space: journey, body: { text: 'Theirs' } });
  const { server } = acceptingServer([theirs]);
  const later = acceptingServer();
  const former = createFormerNotes(store.records, store.settings);
  const first = await (await connect(store, server)).notePlace();
  former.begun(first, 'store');
  await hangUp();
  const mine = await edit(store, theirs, 'Mine');
  await connect(store, server, { destination: 'wait' });
  await hangUp();
  const onDisk = async (): Promise<readonly string[]> =>
    (await indexedDbText(name)).filter((text) => text.includes(first.collectionName) && text.includes(theirs.key));
  expect(await onDisk()).not.toEqual([]);
  const second = await (await connect(store, later.server, { identifier: 'account-store-1' })).notePlace();
  former.begun(second, 'store');
  expect((await former.of([theirs.key], second, 'store')).get(theirs.key)?.row.stamp).toBe(theirs.stamp);
  expect(later.sent.map(({ mine: row }) => row.stamp)).toEqual([mine.stamp]);
  await former.caughtUp(second);
  expect(await former.of([theirs.key], second, 'store')).toEqual(new Map());
  expect(await onDisk()).toEqual([]);
  // The newer ones go on.
  const edited = await edit(store, mine, 'Edited');
  await expect.poll(() => later.sent.at(-1)).toMatchObject({ assumed: mine.stamp, mine: { stamp: edited.stamp } });
});
