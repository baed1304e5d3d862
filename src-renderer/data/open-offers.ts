// Which photos and documents of a journey have a suggested cost that waits for an answer. A reading holds every word of its
// pages: only whose offer is open is remembered.
import { idOfKey, type RecordId } from '../../domain/kernel/ids.ts';
import { createBodyNotes } from './body-notes.ts';
import type { RecordChanges } from './record-changes.ts';
import type { RecordReader } from './record-reader.ts';

export interface OpenOffers {
  /** Calls with the ids of those photos and documents now and whenever they change. Answers how to stop. */
  readonly watch: (journey: RecordId, listener: (ids: ReadonlySet<RecordId>) => void) => () => void;
}

export const createOpenOffers = (reader: Pick<RecordReader, 'byQuery'>, changes: RecordChanges): OpenOffers => {
  const notes = createBodyNotes(reader, changes, {
    type: 'reading',
    noteOf: ({ body, parent }) => (body['offer'] === 'open' ? [idOfKey(parent)] : []),
  });
  return {
    watch: (journey, listener) => notes.watch(journey, (open) => listener(new Set([...open.values()].flat()))),
  };
};
