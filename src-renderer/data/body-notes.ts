// What is noted of some records' bodies while the store is open, because no index knows it and the bodies are long: each is read once,
// and only what is noted of it is remembered.
import type { RecordId, RecordKey } from '../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import type { RecordType } from '../../domain/records/registry.ts';
import type { RecordChanges } from './record-changes.ts';
import type { RecordReader } from './record-reader.ts';

/** By the key of the record of which something is noted. */
export type Notes = ReadonlyMap<RecordKey, readonly string[]>;

export interface BodyNotes {
  /** Calls with the notes of a journey now and whenever they change. Answers how to stop. */
  readonly watch: (journey: RecordId, listener: (notes: Notes) => void) => () => void;
}

interface Known {
  readonly notes: Map<RecordKey, readonly string[]>;
  /** Records that changed while the journey was read: what is newer than what was read. */
  readonly changed: Set<RecordKey>;
  isRead: boolean;
  readonly listeners: Set<(notes: Notes) => void>;
}

interface Noting {
  readonly type: RecordType;
  /** Nothing for a record that does not matter. What lies in the trash is never asked for. */
  readonly noteOf: (record: AnyRecord) => readonly string[];
}

export const createBodyNotes = (
  reader: Pick<RecordReader, 'byQuery'>,
  changes: RecordChanges,
  { type, noteOf }: Noting,
): BodyNotes => {
  const journeys = new Map<RecordId, Known>();

  /** Whether it is noted otherwise now. */
  const heed = ({ notes }: Known, key: RecordKey, record: AnyRecord | null): boolean => {
    const note = record === null || record.trashedAt !== 0 ? [] : noteOf(record);
    const was = notes.get(key) ?? [];
    if (note.length === was.length && note.every((each, at) => each === was[at])) return false;
    if (note.length > 0) notes.set(key, note);
    else notes.delete(key);
    return true;
  };
  const tell = (known: Known): void => {
    for (const listener of known.listeners) listener(known.notes);
  };

  changes.listen((list) => {
    const touched = new Set<Known>();
    for (const { key, before, after } of list) {
      const record = after ?? before;
      const known = record?.type === type ? journeys.get(record.journey) : undefined;
      if (known === undefined) continue;
      if (!known.isRead) known.changed.add(key);
      if (heed(known, key, after)) touched.add(known);
    }
    for (const known of touched) if (known.isRead) tell(known);
  });

  const read = (journey: RecordId): Known => {
    const known: Known = { notes: new Map(), changed: new Set(), isRead: false, listeners: new Set() };
    journeys.set(journey, known);
    const fill = (records: readonly AnyRecord[]): void => {
      for (const record of records) if (!known.changed.has(record.key)) heed(known, record.key, record);
      known.isRead = true;
      tell(known);
    };
    // Read anew by the next who asks: a read fails when the store is closing under it, or the disk is broken.
    reader.byQuery({ type, journey }).then(fill, () => journeys.delete(journey));
    return known;
  };

  return {
    watch: (journey, listener) => {
      const known = journeys.get(journey) ?? read(journey);
      known.listeners.add(listener);
      // Asynchronous like a first answer, so that no component is called while it subscribes.
      if (known.isRead) queueMicrotask(() => known.listeners.has(listener) && listener(known.notes));
      return () => void known.listeners.delete(listener);
    },
  };
};
