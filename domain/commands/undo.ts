// Takes a deed back, field by field, and only where nothing newer would be lost by it.
import { z } from 'zod';
import { recordKey, spaceOfKey } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { EventChange } from '../records/event.ts';
import { recordAs, type RecordOf } from '../records/registry.ts';
import { edited, findAny } from './changes.ts';
import { defineCommand, type Change, type CommandFailure, type Reads } from './command.ts';
import { THIS_DEED } from './deed.ts';
import { changedSince, earlierState } from './take-back.ts';

/**
 * `events` are the deed's events, `records` the records it changed. A made record goes to the trash, a trashed one comes
 * back, a changed field gets its earlier value. What was removed for good can't be taken back.
 */
export const deedUndo = defineCommand({
  name: 'deed.undo',
  input: z.object({ events: z.array(recordKey).min(1), records: z.array(recordKey) }),
  needs: ({ events, records }) => [...events, ...records].map((key) => ({ key })),
  plan: (reads, { events: keys }, { at }) => {
    const events = keys.flatMap((key) => recordAs('event', reads.get(key)) ?? []);
    if (events.length < keys.length) return err({ type: 'RecordNotFound' });
    if (events.every((event) => event.body.undoneBy !== null)) return err({ type: 'NothingToUndo' });
    const changes: Change[] = [];
    for (const event of events.filter(({ body }) => body.undoneBy === null)) {
      // An event tells of its own space only. One that says otherwise was not made by this app, and takes nothing back.
      for (const change of event.body.changes.filter(({ key }) => spaceOfKey(key) === event.space)) {
        const planned = takeBack(reads, change, at);
        if (!planned.ok) return planned;
        changes.push(...planned.value);
      }
    }
    return changes.length === 0 ? err({ type: 'NothingToUndo' }) : ok([...changes, ...events.flatMap(markUndone)]);
  },
});

export const markUndone = (event: RecordOf<'event'>): readonly Change[] =>
  event.body.undoneBy === null ? edited(event, { body: { undoneBy: THIS_DEED } }) : [];

const takeBack = (reads: Reads, change: EventChange, at: number): Result<readonly Change[], CommandFailure> => {
  if (change.kind === 'removed') return ok([]);
  // An undo also marks the event it took back; taking the undo back frees that event again, if it was handed in.
  if (change.type === 'event' && reads.get(change.key) === undefined) return ok([]);
  const found = findAny(reads, change.key);
  if (!found.ok) return found;
  const record = found.value;
  // A word that was given is taken back by another word, which is signed as well.
  if (record.type === 'approval') return err({ type: 'NotAllowed', detail: change.key });
  // Who somebody is, and whose their keys are, is nothing that was done: their name would be gone wherever it stands.
  if (record.type === 'person' && change.kind === 'made') return ok([]);
  const newer = change.kind === 'made' ? [] : changedSince(record, change);
  if (newer.length > 0) return err({ type: 'ChangedSince', fields: newer, detail: change.key });
  return ok(edited(record, earlierState(record, change, { at, only: () => true })));
};
