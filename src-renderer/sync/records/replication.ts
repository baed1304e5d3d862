// One run of RxDB's replication against one server store: started fresh, ended by cancelling, never paused
// (a paused one loses queued events and edits; docs/decisions/0001-sync-of-our-own-not-rxdb-server.md).
import type { RxStorageInstance, RxStorageReplicationMeta } from 'rxdb/plugins/core';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { Subject } from 'rxjs';
import type { RecordKey, SpaceId } from '../../../domain/kernel/ids.ts';
import { err, type Result } from '../../../domain/kernel/result.ts';
import type { Stamp } from '../../../domain/kernel/stamp.ts';
import type { Failure } from '../../../protocol/failures.ts';
import { pullReply } from '../../../protocol/sync/pull.ts';
import type { Cursors } from '../../../protocol/sync/cursors.ts';
import type { StreamEvent } from '../../../protocol/sync/stream.ts';
import type { RecordCollection } from '../../data/database-schema.ts';
import { storageFailure } from '../../data/storage-failures.ts';
import type { FormerNote, FormerNotes } from './former-notes.ts';
import { notesIn, type NotePlace, type Notes } from './notes.ts';
import { createProgress, type ProgressCount } from './progress.ts';
import { pushRows, type PushContext } from './push.ts';
import { listen } from './stream.ts';
import { createTold, type ToldPage } from './told.ts';
import { createUnderway } from './underway.ts';
import { watchQueue } from './watch-queue.ts';
import { countUnsent } from './unsent.ts';
import { gone, wireToRow, type LocalRow } from './wire.ts';

const PULL_BATCH = 1_000;
/** How many pages that the server cut short for their size make one of ours: about 32 million characters. */
const MOST_PARTS = 4;
const PUSH_BATCH = 2_000;
const FROM_THE_BEGINNING = '0';
/** The context of notes about rows that were passed over: any that RxDB does not use. */
const PASSED_OVER = 'plumbline-passed-over';
/** RxDB's own retry never comes to it: a failure ends the run, and the next one starts afresh. */
const NEVER_MS = 2 ** 31 - 1;

export interface RunOptions extends Omit<PushContext, 'formerly' | 'waits'> {
  readonly former?: Pick<FormerNotes, 'of' | 'begun'>;
  readonly records: RecordCollection;
  /** Names the local memory of what this store holds: account and store id. */
  readonly identifier: string;
  /** Counts what is fetched and sent, for whoever tells it. */
  readonly progress?: ProgressCount;
  /** Told when something was written here, and when all of it was acknowledged. */
  readonly sending?: (isSending: boolean) => void;
  /** Whether this device knows that it was granted the space. */
  readonly isHeard?: (space: SpaceId) => boolean;
  /** Told of records that are about to be written, while those before them are. */
  readonly arriving?: (records: readonly LocalRow[]) => void;
  /**
   * Cursor keys of all grants that are remembered: of each that nothing was fetched by, the server says whether it was taken back. It
   * may have been between its list of grants and the first page, and records of it may be here all the same.
   */
  readonly remembered?: readonly string[];
  /** Stream events that are not about records. */
  readonly heard: (event: Exclude<StreamEvent, { kind: 'changes' }>) => void;
}

export interface Run {
  /** Resolves when everything behind has been fetched and sent. Stays pending when the run ends before. */
  readonly caughtUp: Promise<void>;
  /** Resolves with the reason when the run can't go on; it must then be cancelled. */
  readonly ended: Promise<Failure>;
  /** Fetches what may have been missed. */
  readonly resync: () => void;
  readonly cancel: () => Promise<void>;
  /** Id of the server's store. */
  readonly store: string;
  /** What it notes down; open as long as the run goes on, and not before it began. */
  readonly notes: () => Notes | null;
  /** Where that lies when the run has ended. */
  readonly notePlace: () => Promise<NotePlace>;
}

type NoteWrite = Parameters<
  RxStorageInstance<RxStorageReplicationMeta<LocalRow, Cursors>, unknown, unknown>['bulkWrite']
>[0][number];

/**
 * A note that what was passed over is not what the server holds: it stays what it was, or what earlier notes say, or that nothing is
 * known. None where the server held this very row before: then it counts as sent with right.
 */
const notedAsBefore = (
  { document, previous }: NoteWrite,
  formerByKey: ReadonlyMap<RecordKey, FormerNote>,
): readonly NoteWrite[] => {
  const { docData: passed } = document;
  if (passed === undefined) throw new Error('a note about a record names none');
  if (previous !== undefined)
    return [{ document: { ...document, docData: previous.docData ?? gone(passed) }, previous }];
  const former = formerByKey.get(passed.key);
  const held = former?.isOfThisStore === true ? former.row : gone(passed);
  return held.stamp === passed.stamp ? [] : [{ document: { ...document, docData: held } }];
};

export const startRun = (options: RunOptions): Run => {
  const { server, store, records, identifier, heard, remembered = [], progress = createProgress(() => {}) } = options;
  const ended = Promise.withResolvers<Failure>();
  const stop = new AbortController();
  // Only ever asks RxDB to look: what it then takes goes through one queue, from the place it has noted. Records handed over here
  // may be written after the fetch that overtook them (tried).
  const stream$ = new Subject<'RESYNC'>();
  const told = createTold();
  let mustFetch = true;
  let isFetching = false;
  let current: Cursors = {};

  const orEnd = <T>(result: Result<T, Failure>): T => {
    if (result.ok) return result.value;
    end(result.error);
    throw new Error(result.error.type);
  };
  const resync = (): void => {
    mustFetch = true;
    stream$.next('RESYNC');
  };

  const underway = createUnderway();
  const formerly: NonNullable<PushContext['formerly']> = async (keys) =>
    (await options.former?.of(keys, await replication.metaInfoPromise, store)) ?? new Map();
  /** Rows whose space is not to be had, by key and stamp: of them is noted what the server held before. */
  const waiting = new Map<RecordKey, Stamp>();
  const isWaiting = (row: LocalRow | undefined): boolean => row !== undefined && waiting.get(row.key) === row.stamp;
  const waits: PushContext['waits'] = ({ key, stamp }) => void waiting.set(key, stamp);

  const fetchPage = async (checkpoint: Cursors | undefined, limit: number): Promise<ToldPage> => {
    const documents: LocalRow[] = [];
    const reached: Record<string, string> = {};
    let isMore = true;
    for (let part = 0; isMore && documents.length < limit && part < MOST_PARTS; part += 1) {
      const reply = orEnd(
        await server.ask({
          method: 'POST',
          path: '/sync/pull',
          body: {
            store,
            cursors: { ...checkpoint, ...reached },
            limit: limit - documents.length,
            ...(progress.asksAhead() ? { count: true } : {}),
          },
          reply: pullReply,
          signal: stop.signal,
        }),
      );
      progress.fetched(reply.records.length, reply.ahead);
      // Granted while this connection went on, and not said yet. What a person then wrote on such a record would be taken for
      // nobody's to send, and a revoke for another grant's: first it has to be heard by which grant it came.
      const { isHeard = () => true } = options;
      if (!reply.records.every(({ space }) => isHeard(space))) orEnd(err({ type: 'UnknownSpace', fields: [] }));
      const rows = reply.records.map(wireToRow);
      options.arriving?.(rows);
      documents.push(...rows);
      Object.assign(reached, reply.cursors);
      isMore = reply.more === true;
    }
    // RxDB asks for the next page by itself, but takes a short one for the last; what is left comes in a round of its own.
    if (documents.length >= limit) mustFetch = true;
    else if (isMore && documents.length > 0) resync();
    return { documents, checkpoint: reached };
  };

  /**
   * What was fetched while a row of the same record was on its way is fetched again when the answer to the row is noted: RxDB would
   * pass over what others made of the row for good, or put the record back to what it was before (both tried).
   */
  const nextPage = async (checkpoint: Cursors | undefined, limit: number): Promise<ToldPage> => {
    const page = mustFetch ? null : told.take(checkpoint ?? {});
    if (page !== null && !underway.hasOvertaken(page.documents)) return page;
    for (;;) {
      if (page !== null) await replication.internalReplicationState?.streamQueue.up;
      mustFetch = false;
      underway.begin();
      isFetching = true;
      const fetched = await fetchPage(checkpoint, limit);
      isFetching = false;
      if (!underway.hasOvertaken(fetched.documents)) return fetched;
      await replication.internalReplicationState?.streamQueue.up;
    }
  };

  const replication = replicateRxCollection<LocalRow, Cursors>({
    collection: records,
    replicationIdentifier: identifier,
    live: true,
    retryTime: NEVER_MS,
    waitForLeadership: false,
    toggleOnDocumentVisible: false,
    autoStart: true,
    pull: {
      batchSize: PULL_BATCH,
      stream$: stream$.asObservable(),
      handler: async (checkpoint, limit) => {
        const page = await nextPage(checkpoint, limit);
        current = { ...current, ...checkpoint, ...page.checkpoint };
        if (!told.isEmpty()) stream$.next('RESYNC');
        return page;
      },
    },
    push: {
      batchSize: PUSH_BATCH,
      handler: async (given) => {
        const rows = given as Parameters<typeof pushRows>[0];
        const noted = underway.sending(rows.map(({ newDocumentState }) => newDocumentState));
        const standing = orEnd(await pushRows(rows, { ...options, formerly, waits, signal: stop.signal }));
        void replication.internalReplicationState?.streamQueue.up.then(noted);
        progress.sent(rows.length);
        return [...standing];
      },
    },
  });
  /**
   * From the first failure on nothing more is noted: RxDB would go on with what comes next, and note a place beyond the rows that
   * were not written (tried).
   */
  const end = (failure: Failure): void => {
    replication.internalReplicationState?.events.canceled.next(true);
    ended.resolve(failure);
  };
  const failed = (thrown: unknown): void => end(storageFailure(thrown));
  const watchDisk = async (): Promise<void> => {
    await replication.startPromise;
    const { metaInstance: notes, internalReplicationState: state } = replication;
    if (notes === undefined || state === undefined) return;
    state.events.active.up.subscribe(options.sending);
    watchQueue(state.streamQueue, 'up', failed);
    watchQueue(state.streamQueue, 'down', failed);
    // Only for the words at the foot of the window: without it they name no number.
    void countUnsent(records, notes).then(progress.toSend, () => undefined);
    // A place in the changes that could not be noted breaks the queue of such notes too (tried).
    const write = notes.bulkWrite.bind(notes);
    notes.bulkWrite = async (rows, context) => {
      try {
        const passedOver = rows.filter(({ document }) => isWaiting(document.docData));
        if (passedOver.length === 0) return await write(rows, context);
        const others = rows.filter((row) => !passedOver.includes(row));
        const unheardOf = passedOver.filter(({ previous }) => previous === undefined);
        const formerByKey = await formerly(unheardOf.map(({ document }) => document.itemId));
        const noted = passedOver.flatMap((row) => notedAsBefore(row, formerByKey));
        const { error } = noted.length === 0 ? { error: [] } : await write(noted, PASSED_OVER);
        return others.length === 0 ? { error } : { error: [...error, ...(await write(others, context)).error] };
      } catch (thrown) {
        failed(thrown);
        throw thrown;
      }
    };
  };
  void watchDisk();
  void replication.metaInfoPromise.then((place) => options.former?.begun(place, store));
  // What the server said has ended the run already: what comes here first is the local database, or a bug.
  replication.error$.subscribe(failed);

  const onEvent = (event: StreamEvent): void => {
    if (event.kind !== 'changes') {
      heard(event);
      return;
    }
    if (!told.add(event)) return;
    if (!isFetching) underway.begin();
    stream$.next('RESYNC');
  };

  const caughtUp = replication
    .awaitInitialReplication()
    .then(() => replication.awaitInSync())
    .then(() => undefined);
  const follow = async (): Promise<void> => {
    await replication.awaitInitialReplication();
    await listen({
      server,
      store,
      cursors: { ...Object.fromEntries(remembered.map((key) => [key, FROM_THE_BEGINNING])), ...current },
      signal: stop.signal,
      opened: resync,
      heard: onEvent,
    });
    ended.resolve({ type: 'ServerUnreachable' });
  };
  void follow();

  return {
    caughtUp,
    ended: ended.promise,
    resync,
    cancel: async () => {
      stop.abort();
      // A note that could not be written or read leaves a queue that RxDB waits for and that has failed: it would not let go. It may
      // also come to that while RxDB starts or ends.
      const letGo = (): void => {
        replication.startQueue = replication.startQueue.catch(() => {});
        const { internalReplicationState: state } = replication;
        if (state !== undefined) state.checkpointQueue = state.checkpointQueue.catch(() => {});
      };
      letGo();
      await replication.cancel().catch(() => {
        letGo();
        return replication.cancel();
      });
    },
    store,
    notes: () => (replication.metaInstance === undefined ? null : notesIn(replication.metaInstance)),
    notePlace: () => replication.metaInfoPromise,
  };
};
