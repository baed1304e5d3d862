// Takes a deed back, field by field, and only where nothing newer would be lost by it.
import { z } from 'zod';
import { recordKey, spaceOfKey } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { sameValue } from '../kernel/same-value.ts';
import { past, type AnyRecord } from '../records/envelope.ts';
import type { EventChange } from '../records/event.ts';
import { recordAs, type RecordOf } from '../records/registry.ts';
import { edited, findAny, type Edit } from './changes.ts';
import { defineCommand, type Change, type CommandFailure, type Reads } from './command.ts';
import { CONTESTED_FIELD, PARENT_FIELD, THIS_DEED } from './deed.ts';

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

const markUndone = (event: RecordOf<'event'>): readonly Change[] =>
  event.body.undoneBy === null ? edited(event, { body: { undoneBy: THIS_DEED } }) : [];

const takeBack = (reads: Reads, change: EventChange, at: number): Result<readonly Change[], CommandFailure> => {
  if (change.kind === 'removed') return ok([]);
  // An undo also marks the event it took back; taking the undo back frees that event again, if it was handed in.
  if (change.type === 'event' && reads.get(change.key) === undefined) return ok([]);
  const found = findAny(reads, change.key);
  if (!found.ok) return found;
  const record = found.value;
  if (change.kind === 'made') return ok(record.trashedAt === 0 ? edited(record, { trashedAt: at }) : []);
  const edit = earlier(record, change);
  if (!edit.ok) return edit;
  const trashedAt =
    change.kind === 'trashed' ? 0 : change.kind === 'restored' ? record.trashedAt || at : record.trashedAt;
  return ok(edited(record, { ...edit.value, trashedAt }));
};

const contests = past.shape.contested.unwrap();

/** The fields as they were before, or `ChangedSince` naming those that someone has changed again. */
const earlier = (record: AnyRecord, change: EventChange): Result<Edit, CommandFailure> => {
  const now = (name: string): unknown => {
    if (name === PARENT_FIELD) return record.parent;
    return name === CONTESTED_FIELD ? (record.past.contested ?? []) : (record.body[name] ?? null);
  };
  const fields = Object.entries(change.fields);
  const newer = fields.filter(([name, [, is]]) => !sameValue(now(name), is)).map(([name]) => name);
  if (newer.length > 0) return err({ type: 'ChangedSince', fields: newer, detail: change.key });
  const parent = change.fields[PARENT_FIELD];
  const contested = contests.safeParse(change.fields[CONTESTED_FIELD]?.[0]).data;
  const body = Object.fromEntries(fields.filter(([name]) => !name.startsWith('@')).map(([name, [was]]) => [name, was]));
  return ok({
    body,
    ...(parent === undefined ? {} : { parent: String(parent[0]) }),
    ...(contested === undefined ? {} : { contested }),
  });
};
