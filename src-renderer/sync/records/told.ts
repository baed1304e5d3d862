// What the stream has told and the local database does not hold yet, in order. It is taken only from exactly the place that the
// database has noted: an event that a fetch has overtaken would otherwise put records back to what they were before.
import type { Cursors } from '../../../protocol/sync/cursors.ts';
import type { StreamEvent } from '../../../protocol/sync/stream.ts';
import { wireToRow, type LocalRow } from './wire.ts';

type Changes = Extract<StreamEvent, { kind: 'changes' }>;

export interface ToldPage {
  readonly documents: LocalRow[];
  readonly checkpoint: Cursors;
}

export interface Told {
  /** Answers whether it is the first that waits. */
  readonly add: (event: Changes) => boolean;
  readonly isEmpty: () => boolean;
  /** All that continues from the place `at`; null where something in between is missing and has to be fetched. Nothing waits after. */
  readonly take: (at: Cursors) => ToldPage | null;
}

export const createTold = (): Told => {
  let waiting: Changes[] = [];
  return {
    add: (event) => waiting.push(event) === 1,
    isEmpty: () => waiting.length === 0,
    take: (at) => {
      const events = waiting;
      waiting = [];
      const documents: LocalRow[] = [];
      const reached: Record<string, string> = {};
      const place = (key: string): string | undefined => reached[key] ?? at[key];
      for (const { from, cursors, records } of events) {
        if (Object.entries(from).some(([key, since]) => place(key) !== since)) continue;
        Object.assign(reached, cursors);
        documents.push(...records.map(wireToRow));
      }
      // What was left out is either behind this place, or beyond a gap. Cursors can't be compared, so only the last one told tells.
      const last: Cursors = Object.assign({}, ...events.map(({ cursors }) => cursors));
      const isAll = Object.entries(last).every(([key, told]) => place(key) === told);
      return isAll ? { documents, checkpoint: reached } : null;
    },
  };
};
