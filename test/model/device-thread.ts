// One simulated device in a thread of its own: the real store, the real sync client, a link and a disk that go wrong on
// command. A thread each, because RxDB's free build opens 14 collections a process and counts them per thread.
import { parentPort } from 'node:worker_threads';
import { getChangedDocumentsSince } from 'rxdb/plugins/core';
import { sameValue } from '../../domain/kernel/same-value.ts';
import { ok } from '../../domain/kernel/result.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { sessionReply } from '../../protocol/account/account.ts';
import { keepAccount, keepOwnKey } from '../../src-renderer/approvals/own-keys.ts';
import { HOME } from '../../src-renderer/data/identity.ts';
import type { OpenStore } from '../../src-renderer/data/open-store.ts';
import { rowToRecord, type RecordRow } from '../../src-renderer/data/record-reader.ts';
import type { RecordChange } from '../../src-renderer/data/record-changes.ts';
import { createServerClock } from '../../src-renderer/data/server-clock.ts';
import { createFilePort, createServerPort } from '../../src-renderer/ports/server.ts';
import { introduceAs } from '../../src-renderer/sync/account.ts';
import { createSyncClient, type SyncClient } from '../../src-renderer/sync/client.ts';
import { createPreviewWire } from '../../src-renderer/sync/files/preview-wire.ts';
import { createTransfers } from '../../src-renderer/sync/files/transfers.ts';
import { TRAY } from '../../src-renderer/sync/tray.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { copyDatabases, layOutDatabases } from './disk-copy.ts';
import { createFaultyLink, type FaultyLink } from './faulty-link.ts';
import { createFailingDisk } from './failing-disk.ts';
import type { CallName, Calls, Session, Snapshot, Written } from './messages.ts';
import { newerWrite } from './newer-build.ts';
import { createPrng } from './prng.ts';
import { randomCommand } from './random-command.ts';
import { randomDeed, type ToSign } from './random-deed.ts';
import { createSigning, type Signing } from './signing.ts';

interface Device {
  readonly name: string;
  readonly link: FaultyLink;
  readonly signing: Signing;
  store: OpenStore;
  client: SyncClient;
  stopWatching: () => void;
  written: Written[];
}

const hardDisk = createFailingDisk();
let url = '';
let session: Session | null = null;
let wrongBy = 0;
let device: Device | null = null;
let recent: RecordChange[] = [];
/** The steps, as a list in a window shows them. */
let shown: readonly AnyRecord[] | null = null;
let stopShowing = (): void => {};

const current = (): Device => {
  if (device === null) throw new Error('not open');
  return device;
};

const start = async (name: string, link: FaultyLink): Promise<Pick<Device, 'store' | 'client' | 'stopWatching'>> => {
  const clock = createServerClock(() => Date.now() + wrongBy);
  const store = await openTestStore({
    name,
    clock: clock.now,
    // Read from the device's settings, as in the window.
    ...fromSettings,
  });
  const server = createServerPort(link.fetch);
  const transfers = createTransfers({
    store,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no original is ever asked for
    ask: (async () => ok(null)) as never,
    wire: createPreviewWire(server, createFilePort(link.fetch)),
    preview: async () => {},
    waiting: () => {},
  });
  const client = createSyncClient({
    store,
    clock,
    server,
    account: () => session?.account ?? null,
    transfers,
    random: () => 0,
  });
  const stopChanges = store.onChanges((changes) => void recent.push(...changes));
  showSteps(store);
  const stopWatching = (): void => {
    stopChanges();
    stopShowing();
  };
  return { store, client, stopWatching };
};
/** openTestStore gives a fresh identity unless told otherwise; here the settings know it. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is undefined is left to the settings
const fromSettings = { me: undefined, home: undefined } as unknown as Record<string, never>;

const mended = (): void => {
  hardDisk.failWrites(null);
  hardDisk.failReads(null);
};

const stop = async (): Promise<void> => {
  const { client, store, stopWatching } = current();
  stopWatching();
  await client.stop();
  await store.close();
};

/** What a command wrote, with what its author could see of each field before. */
const written = (command: string, keys: readonly string[]): readonly Written[] =>
  recent
    .filter(({ key, after }) => keys.includes(key) && after !== null && after.by === current().store.me)
    .map(({ key, before, after, stamp }) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- null was left out above
      const record = after as AnyRecord;
      const names = new Set([...Object.keys(record.body), ...Object.keys(before?.body ?? {})]);
      const changed = [...names].filter((name) => !sameValue(before?.body[name], record.body[name]));
      return {
        key,
        type: record.type,
        by: record.by,
        stamp,
        command,
        made: before === null,
        fields: Object.fromEntries(
          changed.map((name) => [
            name,
            { value: record.body[name] ?? null, was: before?.body[name] ?? null, seen: seenOf(before, name) },
          ]),
        ),
      };
    });

const seenOf = (before: AnyRecord | null, name: string): readonly unknown[] => [
  before?.body[name] ?? null,
  ...(before?.past.contested ?? [])
    .filter(({ field }) => field === name)
    .flatMap(({ values }) => values.map(({ value }) => value)),
];

const run = async (
  name: string,
  input: unknown,
): Promise<{ readonly says: string; readonly keys: readonly string[] }> => {
  const { store } = current();
  recent = [];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- name and input come as a pair from random-command.ts
  const deed = await store.run(name as 'step.edit', input as never);
  if (!deed.ok) return { says: `${deed.error.type} ${deed.error.detail ?? ''}`, keys: [] };
  current().written.push(...written(name, deed.value.keys));
  return { says: deed.value.keys.join(' '), keys: deed.value.keys };
};

/** Signed as main does, and written by a command like any other. */
const sign = async (to: ToSign): Promise<string> => {
  const { store, signing, written: all } = current();
  recent = [];
  const deed = await signing.sign(store, to, () => Date.now() + wrongBy);
  if (!deed.ok) return `${deed.error.type} ${deed.error.detail ?? ''}`;
  all.push(...written('approval.say', deed.value.keys));
  return deed.value.keys.join(' ');
};

/** Runs what a failing read may break off, as in a window: then nothing was done, and the person is told. */
const unlessUnreadable = async (work: () => Promise<string>): Promise<string> => {
  const before = hardDisk.failedReads();
  try {
    return await work();
  } catch (thrown) {
    if (hardDisk.failedReads() === before) throw thrown;
    return 'the disk could not be read';
  }
};

const snapshot = async (): Promise<Snapshot> => {
  const { store, client, link, written: all } = current();
  const { documents } = await getChangedDocumentsSince(store.records.storageInstance, 1_000_000);
  const records = (documents as RecordRow[]).filter(({ _deleted }) => !_deleted).map(rowToRecord);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this is what keepInTray puts there
  const tray = (await store.queue.list(TRAY)).map(({ body }) => body as unknown as Snapshot['tray'][number]);
  const showsWhatIsThere = shown !== null && sameValue(stampsOf(shown), stampsOf(await store.find({ type: 'step' })));
  const status = client.status.get();
  const judged = await current().signing.judged(store);
  return {
    person: store.me,
    records,
    tray,
    written: all,
    status,
    showsWhatIsThere,
    uncoded: link.uncoded(),
    ...judged,
  };
};

/** As when the list's screen is opened. */
const showSteps = (store: OpenStore): void => {
  stopShowing();
  shown = null;
  stopShowing = store.watch({ type: 'step' }, (steps) => void (shown = steps));
};

const stampsOf = (records: readonly AnyRecord[]): readonly string[] =>
  records.map(({ key, stamp }) => `${key} ${stamp}`);

const calls: { readonly [N in CallName]: (ask: Calls[N]['ask']) => Promise<Calls[N]['answer']> } = {
  open: async (ask) => {
    url = ask.url;
    session = null;
    wrongBy = 0;
    const link = createFaultyLink({ url: () => url, token: () => session?.token ?? null, prng: createPrng(ask.seed) });
    device = { name: ask.name, link, signing: createSigning(), written: [], ...(await start(ask.name, link)) };
    return null;
  },
  signUp: async ({ name }) => {
    const { store, client, signing } = current();
    const key = await signing.keyFor(store.me);
    const email = `${name}-${crypto.randomUUID().slice(0, 8)}@example.org`;
    const answer = await fetch(`${url}/account/sign-up`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, email, password: 'correct horse battery', person: store.me, device: 'fuzz', key }),
    });
    const { token, account } = sessionReply.parse(await answer.json());
    await introduceAs(store, name);
    await keepOwnKey(store.settings, key.key);
    await keepAccount(store, account);
    session = { token, account: account.account, person: store.me, home: store.home };
    client.signedIn();
    return session;
  },
  command: async ({ name, input }) => (await run(name, input)).keys,
  edit: ({ roll }) =>
    unlessUnreadable(async () => {
      showSteps(current().store);
      const command = await randomCommand(current().store, createPrng(roll));
      if (command === null) return 'nothing to do';
      return `${command.name} ${JSON.stringify(command.input)} -> ${(await run(command.name, command.input)).says}`;
    }),
  deed: ({ roll }) =>
    unlessUnreadable(async () => {
      const deed = await randomDeed(current().store, createPrng(roll));
      if (deed === null) return 'nothing to do';
      if (deed.name === 'sign') return `sign ${deed.verdict} ${deed.record.key} -> ${await sign(deed)}`;
      return `${deed.name} ${JSON.stringify(deed.input)} -> ${(await run(deed.name, deed.input)).says}`;
    }),
  joinHome: async ({ home }) => {
    await current().store.settings.set(HOME, home);
    await calls.reload({});
    return null;
  },
  cut: async () => (current().link.cut(), null),
  join: async () => {
    current().link.join();
    current().client.wake();
    return null;
  },
  flaky: async ({ share }) => (current().link.flaky(share), null),
  badDisk: async (next) => (hardDisk.failWrites(next), null),
  badReads: async (next) => (hardDisk.failReads(next), null),
  skew: async ({ ms }) => {
    wrongBy = ms;
    return null;
  },
  reload: async () => {
    // What fails while a page starts is another matter than sync.
    mended();
    await stop();
    const { name, link } = current();
    Object.assign(current(), await start(name, link));
    if (session !== null) current().client.signedIn();
    return null;
  },
  gone: async () => (current().link.gone(), null),
  back: async (ask) => {
    url = ask.url;
    current().link.back();
    current().client.wake();
    return null;
  },
  copyDisk: async () => {
    mended();
    await stop();
    const { name, link } = current();
    const databases = await copyDatabases();
    Object.assign(current(), await start(name, link));
    if (session !== null) current().client.signedIn();
    return { name, session, databases };
  },
  openCopy: async ({ seed, disk, ...ask }) => {
    url = ask.url;
    ({ session } = disk);
    wrongBy = 0;
    await layOutDatabases(disk.databases);
    const link = createFaultyLink({ url: () => url, token: () => session?.token ?? null, prng: createPrng(seed) });
    const signing = createSigning();
    device = { name: disk.name, link, signing, written: [], ...(await start(disk.name, link)) };
    // The key of the first lies outside its disk: this one signs with one of its own, which no server was brought.
    await keepOwnKey(device.store.settings, (await signing.keyFor(device.store.me)).key);
    device.client.signedIn();
    return null;
  },
  newer: ({ roll }) =>
    unlessUnreadable(async () => {
      const row = await newerWrite(current().store, createPrng(roll));
      if (row === null) return 'nothing to do';
      recent = [];
      const done = await current().store.commitRows([row]);
      if (!done.ok) return `${done.error.type} ${done.error.detail ?? ''}`;
      current().written.push(...written('newer', [row.after.key]));
      return `${row.after.key} ${JSON.stringify(row.after.body)}`;
    }),
  snapshot,
  close: async () => {
    mended();
    if (device !== null) {
      await stop();
      device.signing.end();
    }
    device = null;
    for (const { name } of await indexedDB.databases()) if (name !== undefined) indexedDB.deleteDatabase(name);
    return null;
  },
};

// A page survives what nobody caught; it is told, since something may have been left undone.
process.on('unhandledRejection', (thrown) => {
  const words = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, which has no origin
  parentPort?.postMessage({ id: 0, uncaught: words });
});

parentPort?.on(
  'message',
  ({ id, name, ask }: { readonly id: number; readonly name: CallName; readonly ask: never }) => {
    const reply = (what: { readonly answer: unknown } | { readonly problem: string }): void => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, which has no origin
      parentPort?.postMessage({ id, ...what });
    };
    calls[name](ask).then(
      (answer) => reply({ answer }),
      (thrown: unknown) =>
        reply({
          problem: `in ${name}: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`,
        }),
    );
  },
);
