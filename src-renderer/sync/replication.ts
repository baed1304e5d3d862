// One run of RxDB's replication against one server store: started fresh, ended by cancelling, never paused
// (a paused one loses queued events and edits; docs/decisions/0001-sync-of-our-own-not-rxdb-server.md).
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { Subject } from 'rxjs';
import type { Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import { pullReply } from '../../protocol/sync/pull.ts';
import type { Cursors } from '../../protocol/sync/cursors.ts';
import type { StreamEvent } from '../../protocol/sync/stream.ts';
import type { RecordCollection } from '../data/database-schema.ts';
import { writeFailure } from '../data/storage-failures.ts';
import { pushRows, type PushContext } from './push.ts';
import { listen } from './stream.ts';
import { wireToRow, type LocalRow } from './wire.ts';

const PULL_BATCH = 1_000;
/** How many pages that the server cut short for their size make one of ours: about 32 million characters. */
const MOST_PARTS = 4;
const PUSH_BATCH = 200;
/** RxDB's own retry never comes to it: a failure ends the run, and the next one starts afresh. */
const NEVER_MS = 2 ** 31 - 1;

export interface RunOptions extends PushContext {
  readonly records: RecordCollection;
  /** Names the local memory of what this store holds: account and store id. */
  readonly identifier: string;
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
}

type Item = 'RESYNC' | { readonly documents: LocalRow[]; readonly checkpoint: Cursors };

export const startRun = (options: RunOptions): Run => {
  const { server, store, records, identifier, heard } = options;
  const ended = Promise.withResolvers<Failure>();
  const stop = new AbortController();
  const stream$ = new Subject<Item>();
  let current: Cursors = {};

  const orEnd = <T>(result: Result<T, Failure>): T => {
    if (result.ok) return result.value;
    ended.resolve(result.error);
    throw new Error(result.error.type);
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
        const documents: LocalRow[] = [];
        const reached: Record<string, string> = {};
        let isMore = true;
        for (let part = 0; isMore && documents.length < limit && part < MOST_PARTS; part += 1) {
          const reply = orEnd(
            await server.ask({
              method: 'POST',
              path: '/sync/pull',
              body: { store, cursors: { ...checkpoint, ...reached }, limit: limit - documents.length },
              reply: pullReply,
              signal: stop.signal,
            }),
          );
          documents.push(...reply.records.map(wireToRow));
          Object.assign(reached, reply.cursors);
          isMore = reply.more === true;
        }
        current = { ...current, ...checkpoint, ...reached };
        // RxDB takes a short page for the last; what is left comes in a round of its own, right after this one.
        if (isMore && documents.length > 0 && documents.length < limit) stream$.next('RESYNC');
        return { documents, checkpoint: reached };
      },
    },
    push: {
      batchSize: PUSH_BATCH,
      handler: async (rows) => [...orEnd(await pushRows(rows as Parameters<typeof pushRows>[0], options))],
    },
  });
  // A place in the changes that could not be noted breaks RxDB's queue of such notes for good, and it tells nobody (tried):
  // nothing would be fetched any more in a run that looks well.
  const watchNotes = async (): Promise<void> => {
    await replication.startPromise;
    const { metaInstance: notes } = replication;
    if (notes === undefined) return;
    const write = notes.bulkWrite.bind(notes);
    notes.bulkWrite = async (rows, context) => {
      try {
        return await write(rows, context);
      } catch (thrown) {
        ended.resolve(writeFailure(thrown));
        throw thrown;
      }
    };
  };
  void watchNotes();
  replication.error$.subscribe(() => ended.resolve({ type: 'ServerUnreachable' }));

  const onEvent = (event: StreamEvent): void => {
    if (event.kind !== 'changes') {
      heard(event);
      return;
    }
    const gap = Object.entries(event.from).some(([key, at]) => current[key] !== at);
    if (gap) {
      stream$.next('RESYNC');
      return;
    }
    current = { ...current, ...event.cursors };
    stream$.next({ documents: event.records.map(wireToRow), checkpoint: event.cursors });
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
      cursors: current,
      signal: stop.signal,
      opened: () => stream$.next('RESYNC'),
      heard: onEvent,
    });
    ended.resolve({ type: 'ServerUnreachable' });
  };
  void follow();

  return {
    caughtUp,
    ended: ended.promise,
    resync: () => stream$.next('RESYNC'),
    cancel: async () => {
      stop.abort();
      await replication.cancel();
    },
  };
};
