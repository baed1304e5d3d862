// What the server was known to hold under earlier notes: a store that was put back from a backup, or begun anew, and a space that comes
// back after it was not to be had are offered everything held here, and without this nobody would know what an edit began from.
import { z } from 'zod';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordCollection } from '../../data/database-schema.ts';
import type { Settings } from '../../data/store.ts';
import { clearNotes, openNotes, type NotePlace } from './notes.ts';
import { NO_STAMP, type LocalRow } from './wire.ts';

export interface FormerNote {
  /** What was acknowledged or handed out last. */
  readonly row: LocalRow;
  /** Whether by the store that is there now. */
  readonly isOfThisStore: boolean;
}

export interface FormerNotes {
  /** Of these records what the newest earlier notes that know of them say. */
  readonly of: (
    keys: readonly RecordKey[],
    now: NotePlace,
    store: string,
  ) => Promise<ReadonlyMap<RecordKey, FormerNote>>;
  /** From now on what is known goes into these. */
  readonly begun: (now: NotePlace, store: string) => void;
  /** All was fetched and sent, and nothing passed over: these notes tell all that the earlier ones did, and those go. */
  readonly caughtUp: (now: NotePlace) => Promise<void>;
}

/** Setting: under what names notes lie that may tell something, newest last. */
const FORMER = 'formerNotes';
const places = z.array(z.object({ notes: z.string(), store: z.string() }));
/** Of what lay further back nobody knows then what it began from: it is merged so, and nothing is lost by it. */
const MOST = 8;

export const createFormerNotes = (records: RecordCollection, settings: Settings): FormerNotes => {
  const noted = (): z.infer<typeof places> => places.catch([]).parse(settings.get(FORMER));
  const read = async (now: NotePlace, notes: string, keys: readonly RecordKey[]) => {
    const opened = await openNotes(records, { ...now, collectionName: notes });
    try {
      return await opened.of(keys);
    } finally {
      await opened.close();
    }
  };
  return {
    of: async (keys, now, store) => {
      const found = new Map<RecordKey, FormerNote>();
      try {
        for (const place of noted().toReversed()) {
          const left = keys.filter((key) => !found.has(key));
          if (left.length === 0) break;
          if (place.notes === now.collectionName) continue;
          for (const [key, row] of await read(now, place.notes, left))
            if (row.stamp !== NO_STAMP) found.set(key, { row, isOfThisStore: place.store === store });
        }
        return found;
      } catch {
        // Without them edits are merged as if nobody knew what they began from: nothing is lost by it.
        return new Map();
      }
    },
    begun: ({ collectionName: notes }, store) => {
      const before = noted();
      if (before.at(-1)?.notes !== notes)
        void settings.set(FORMER, [...before.filter((place) => place.notes !== notes), { notes, store }].slice(-MOST));
    },
    caughtUp: async (now) => {
      try {
        for (const { notes } of noted().filter((place) => place.notes !== now.collectionName)) {
          await clearNotes(records, { ...now, collectionName: notes });
          // Last: what could not be cleared is cleared the next time.
          void settings.set(
            FORMER,
            noted().filter((place) => place.notes !== notes),
          );
        }
      } catch {
        // The disk would not, or the store was closed.
      }
    },
  };
};
