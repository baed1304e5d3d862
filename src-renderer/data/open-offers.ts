// Which photos and documents of a journey have a suggested cost that waits for an answer. A reading holds every word of its
// pages, so each is read once while the store is open, and only whose offer is open is remembered.
import { idOfKey, type RecordId, type RecordKey } from '../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import type { RecordChanges } from './record-changes.ts';
import type { RecordReader } from './record-reader.ts';

export interface OpenOffers {
  /** Calls with the ids of those photos and documents now and whenever they change. Answers how to stop. */
  readonly watch: (journey: RecordId, listener: (ids: ReadonlySet<RecordId>) => void) => () => void;
}

interface Known {
  /** The photo's or document's id by the key of its reading. */
  readonly open: Map<RecordKey, RecordId>;
  /** Readings that changed while the journey was read: what is newer than what was read. */
  readonly changed: Set<RecordKey>;
  ids: ReadonlySet<RecordId> | null;
  readonly listeners: Set<(ids: ReadonlySet<RecordId>) => void>;
}

export const createOpenOffers = (reader: Pick<RecordReader, 'byQuery'>, changes: RecordChanges): OpenOffers => {
  const journeys = new Map<RecordId, Known>();

  const heed = (known: Known, key: RecordKey, reading: AnyRecord | null): boolean => {
    const isOpen = reading !== null && reading.trashedAt === 0 && reading.body['offer'] === 'open';
    if (isOpen === known.open.has(key)) return false;
    if (isOpen) known.open.set(key, idOfKey(reading.parent));
    else known.open.delete(key);
    return true;
  };
  const tell = (known: Known): void => {
    known.ids = new Set(known.open.values());
    for (const listener of known.listeners) listener(known.ids);
  };

  changes.listen((list) => {
    const touched = new Set<Known>();
    for (const { key, before, after } of list) {
      const record = after ?? before;
      const known = record?.type === 'reading' ? journeys.get(record.journey) : undefined;
      if (known === undefined) continue;
      if (known.ids === null) known.changed.add(key);
      if (heed(known, key, after)) touched.add(known);
    }
    for (const known of touched) if (known.ids !== null) tell(known);
  });

  const read = (journey: RecordId): Known => {
    const known: Known = { open: new Map(), changed: new Set(), ids: null, listeners: new Set() };
    journeys.set(journey, known);
    const fill = (readings: readonly AnyRecord[]): void => {
      for (const reading of readings) if (!known.changed.has(reading.key)) heed(known, reading.key, reading);
      tell(known);
    };
    // Read anew by the next who asks: a read fails when the store is closing under it, or the disk is broken.
    reader.byQuery({ type: 'reading', journey }).then(fill, () => journeys.delete(journey));
    return known;
  };

  return {
    watch: (journey, listener) => {
      const known = journeys.get(journey) ?? read(journey);
      known.listeners.add(listener);
      // Asynchronous like a first answer, so that no component is called while it subscribes.
      if (known.ids !== null) queueMicrotask(() => known.listeners.has(listener) && listener(known.ids ?? new Set()));
      return () => void known.listeners.delete(listener);
    },
  };
};
