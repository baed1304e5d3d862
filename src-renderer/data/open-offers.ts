// Which photos and documents of a journey are read as a paper, and which have a suggested cost that waits for an answer. A reading
// holds every word of its pages: only these two are remembered.
import { isPaper } from '../../domain/documents/is-paper.ts';
import { idOfKey, type RecordId } from '../../domain/kernel/ids.ts';
import { recordAs } from '../../domain/records/registry.ts';
import { createBodyNotes, type Notes } from './body-notes.ts';
import type { RecordChanges } from './record-changes.ts';
import type { RecordReader } from './record-reader.ts';

export interface OpenOffers {
  /** Calls with the ids of those photos and documents now and whenever they change. Answers how to stop. */
  readonly watch: Watch;
  /** The same with the ids of those that are read as a paper. */
  readonly watchPapers: Watch;
}
type Watch = (journey: RecordId, listener: (ids: ReadonlySet<RecordId>) => void) => () => void;

export const createOpenOffers = (reader: Pick<RecordReader, 'byQuery'>, changes: RecordChanges): OpenOffers => {
  const notes = createBodyNotes(reader, changes, {
    type: 'reading',
    noteOf: (record) => {
      const reading = recordAs('reading', record);
      if (reading === null) return [];
      const said = [...(reading.body.offer === 'open' ? [OFFER] : []), ...(isPaper(reading.body) ? [PAPER] : [])];
      return said.length === 0 ? [] : [idOfKey(reading.parent), ...said];
    },
  });
  const watch =
    (ids: (notes: Notes) => ReadonlySet<RecordId>): Watch =>
    (journey, listener) => {
      let told: ReadonlySet<RecordId> | null = null;
      return notes.watch(journey, (now) => {
        const next = ids(now);
        if (told !== null && told.size === next.size && [...told].every((id) => next.has(id))) return;
        told = next;
        listener(next);
      });
    };
  return { watch: watch((now) => idsWith(now, OFFER)), watchPapers: watch((now) => idsWith(now, PAPER)) };
};

const OFFER = 'offer';
const PAPER = 'paper';
const idsWith = (notes: Notes, what: string): ReadonlySet<RecordId> =>
  new Set([...notes.values()].flatMap(([id, ...said]) => (id !== undefined && said.includes(what) ? [id] : [])));
