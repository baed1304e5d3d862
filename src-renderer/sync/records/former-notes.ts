// What an earlier server store was known to hold: one that was put back from a backup, or begun anew, is offered everything held
// here, and without this nobody would know what an edit began from.
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordCollection } from '../../data/database-schema.ts';
import type { Settings } from '../../data/store.ts';
import { openNotes, type NotePlace } from './notes.ts';
import type { LocalRow } from './wire.ts';

export interface FormerNotes {
  /** Of these records what was acknowledged or handed out last before; nothing where the notes are still the same ones. */
  readonly of: (keys: readonly RecordKey[], now: NotePlace) => Promise<ReadonlyMap<RecordKey, LocalRow>>;
  /** All was fetched and sent, and nothing passed over: from now on these notes tell it. */
  readonly caughtUp: (now: NotePlace) => void;
}

/** Setting: under what name the notes lie that were complete last. */
const FORMER = 'formerNotes';

export const createFormerNotes = (records: RecordCollection, settings: Settings): FormerNotes => ({
  of: async (keys, now) => {
    const collectionName = settings.get(FORMER);
    if (keys.length === 0 || typeof collectionName !== 'string' || collectionName === now.collectionName)
      return NOTHING;
    try {
      const notes = await openNotes(records, { ...now, collectionName });
      try {
        return await notes.of(keys);
      } finally {
        await notes.close();
      }
    } catch {
      // Without them edits are merged as if nobody knew what they began from: nothing is lost by it.
      return NOTHING;
    }
  },
  caughtUp: ({ collectionName }) => {
    if (settings.get(FORMER) !== collectionName) void settings.set(FORMER, collectionName);
  },
});

const NOTHING: ReadonlyMap<RecordKey, LocalRow> = new Map();
