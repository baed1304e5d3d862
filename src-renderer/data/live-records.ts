// Live queries: the first answer is read once, later ones are worked out from what each write changed, so long lists stay cheap.
// A listener is called once per write that touches its answer. Queries that ask the same share one answer.
import type { RecordKey } from '../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import type { RecordType } from '../../domain/records/registry.ts';
import type { RecordChange, RecordChanges } from './record-changes.ts';
import { byAge, matches, newest, type RecordReader } from './record-reader.ts';
import { isHidden, movedToOf, withoutMoved } from './widened.ts';
import type { RecordQuery } from './store.ts';

type Query = RecordQuery<RecordType>;
type Listener = (records: readonly AnyRecord[]) => void;

export interface LiveRecords {
  readonly watch: (query: Query, listener: Listener) => () => void;
  readonly watchKey: (key: RecordKey, listener: (record: AnyRecord | null) => void) => () => void;
  /** The store is closing: first answers still being read are for nobody. */
  readonly stop: () => void;
}

export const createLiveRecords = (reader: RecordReader, changes: RecordChanges): LiveRecords => {
  const answers = new Map<string, Answer>();
  let closed = false;
  return {
    stop: () => {
      closed = true;
      for (const answer of answers.values()) answer.stop();
    },
    watch: (query, listener) => {
      const name = JSON.stringify([
        query.type,
        query.journey ?? null,
        query.parent ?? null,
        query.trash ?? 'without',
        query.latest ?? null,
      ]);
      const answer = answers.get(name) ?? startAnswer(query, reader, changes);
      answers.set(name, answer);
      const leave = answer.join(listener);
      return () => {
        leave();
        if (answer.listeners() > 0 || answers.get(name) !== answer) return;
        answers.delete(name);
        answer.stop();
      };
    },
    watchKey: (key, listener) => {
      let told = false;
      let stopped = false;
      const tell = (record: AnyRecord | null): void => {
        told = true;
        listener(record);
      };
      const stop = changes.listen((list) => {
        const change = list.findLast((one) => one.key === key);
        if (change !== undefined) tell(change.after);
      });
      const first = async (): Promise<void> => {
        const found = await untilRead(
          () => reader.byKeys([key]),
          () => closed || stopped,
        );
        // A change that came meanwhile is newer than what was read.
        if (!told && !stopped && found !== null) tell(found.get(key) ?? null);
      };
      void first();
      return () => {
        stopped = true;
        stop();
      };
    },
  };
};

interface Answer {
  readonly join: (listener: Listener) => () => void;
  readonly listeners: () => number;
  readonly stop: () => void;
}

const startAnswer = (query: Query, reader: RecordReader, changes: RecordChanges): Answer => {
  const listeners = new Set<Listener>();
  const rows = new Map<RecordKey, AnyRecord>();
  /** For each record that was widened: whether what it moved to is on this device. */
  const targets = new Map<RecordKey, boolean>();
  let last: readonly AnyRecord[] | null = null;
  let stopped = false;
  /** A list of the newest lost one of its own: which comes after it is not known here. */
  let short = false;
  let writes = 0;
  /** Changes that came while the first answer was being read; null once it is there. */
  let early: (readonly RecordChange[])[] | null = [];

  const keepNewest = (): void => {
    if (query.latest === undefined || rows.size <= query.latest) return;
    const kept = new Set(newest(query, [...rows.values()].toSorted(byAge)));
    for (const [key, record] of rows) if (!kept.has(record)) rows.delete(key);
  };

  const apply = (list: readonly RecordChange[]): boolean => {
    let touched = false;
    writes += 1;
    for (const { key, after } of list) {
      if (targets.has(key)) {
        targets.set(key, after !== null);
        touched = true;
      }
      if (after !== null && matches(query, after)) {
        rows.set(key, after);
        touched = true;
      } else if (rows.delete(key)) {
        touched = true;
        short = query.latest !== undefined;
      }
    }
    keepNewest();
    return touched;
  };

  const tell = async (list: readonly RecordChange[]): Promise<void> => {
    while (short) {
      const seen = writes;
      const again = await untilRead(
        () => reader.byQuery(query),
        () => stopped,
      );
      // Written meanwhile: what was read may be older than what is known here by now.
      if (seen !== writes) continue;
      short = false;
      rows.clear();
      for (const record of again ?? []) rows.set(record.key, record);
    }
    const unknown = [...rows.values()]
      .map(movedToOf)
      .filter((key) => key !== null)
      .filter((key) => !targets.has(key));
    if (unknown.length > 0) {
      for (const key of unknown)
        targets.set(
          key,
          list.some((change) => change.key === key && change.after !== null),
        );
      const missing = unknown.filter((key) => targets.get(key) === false);
      const found =
        missing.length === 0
          ? null
          : await untilRead(
              () => reader.byKeys(missing),
              () => stopped,
            );
      if (found !== null) for (const key of found.keys()) targets.set(key, true);
    }
    if (stopped) return;
    const answer = [...rows.values()]
      .filter((record) => !isHidden(record, (key) => targets.get(key) === true))
      .toSorted(byAge);
    last = answer;
    for (const listener of listeners) listener(answer);
  };

  const unlisten = changes.listen((list) => {
    if (early !== null) early.push(list);
    else if (apply(list)) void tell(list);
  });

  const start = async (): Promise<void> => {
    const found = await untilRead(
      () => reader.byQuery(query),
      () => stopped,
    );
    if (found === null || stopped) return;
    for (const record of found) rows.set(record.key, record);
    const missed = early ?? [];
    early = null;
    for (const list of missed) apply(list);
    await tell(missed.flat());
  };
  void start();

  return {
    join: (listener) => {
      listeners.add(listener);
      // Asynchronous like a first answer, so that no component is called while it subscribes.
      if (last !== null) queueMicrotask(() => listeners.has(listener) && last !== null && listener(last));
      return () => void listeners.delete(listener);
    },
    listeners: () => listeners.size,
    stop: () => {
      stopped = true;
      unlisten();
    },
  };
};

/** How long until a read that failed is tried again, ms. */
const AGAIN_MS = 1_000;

/**
 * Whoever watches waits for an answer, so a read that the disk fails is tried until it comes; null when nobody waits any more. A
 * bug throws, except when the database is closing under it.
 */
const untilRead = async <T>(read: () => Promise<T>, isOver: () => boolean): Promise<T | null> => {
  for (;;) {
    try {
      return await read();
    } catch (thrown) {
      if (!isOver() && isBug(thrown)) throw thrown;
    }
    if (!isOver()) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    if (isOver()) return null;
  }
};

const isBug = (thrown: unknown): boolean =>
  [TypeError, RangeError, ReferenceError, SyntaxError].some((kind) => thrown instanceof kind);

/** The same answer once. */
export const findRecords = async (query: Query, reader: RecordReader): Promise<readonly AnyRecord[]> => {
  const found = await reader.byQuery(query);
  // Whoever asks for the trash too must know of everything kept here: an original that was widened still names its file.
  return query.trash === 'with' ? found : withoutMoved(found, reader);
};
