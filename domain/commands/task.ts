// Tasks: given, ticked off piece by piece, done with proof, and found good by the family or sent back with the reason.
import { z } from 'zod';
import { recordKey } from '../kernel/ids.ts';
import { err, ok } from '../kernel/result.ts';
import { calendarDate } from '../kernel/time.ts';
import { missingPhotos } from '../journey/tasks.ts';
import { checkItem, itemId, taskBody } from '../records/task.ts';
import { edited, findLive, made } from './changes.ts';
import { defineCommand } from './command.ts';
import { defineEdit } from './edit.ts';
import { place } from './talk.ts';

const { shape } = taskBody;

export const taskAdd = defineCommand({
  name: 'task.add',
  input: z.object({
    ...place,
    title: shape.title,
    assignee: shape.assignee.optional(),
    due: shape.due.optional(),
    party: shape.party,
    list: shape.list,
    pin: shape.pin,
    checklist: shape.checklist,
    // Of one that is added once more.
    doneAt: shape.doneAt.optional(),
    doneBy: shape.doneBy,
    checked: shape.checked,
    proof: shape.proof,
  }),
  needs: () => [],
  plan: (_reads, { space, journey, parent, ...said }, { newId }) => {
    const { title, assignee = null, due = null, doneAt = null, ...more } = said;
    const given = Object.fromEntries(Object.entries(more).filter(([, value]) => value != null));
    return ok([
      made({
        space,
        id: newId('task'),
        type: 'task',
        journey,
        parent,
        body: { title, assignee, due, doneAt, ...given },
      }),
    ]);
  },
});

/** A task that only says when: it is shown among the reminders, not at a step. */
export const reminderAdd = defineCommand({
  name: 'reminder.add',
  input: z.object({
    ...place,
    title: shape.title,
    due: calendarDate,
    doneAt: shape.doneAt.optional(),
  }),
  needs: () => [],
  plan: (_reads, { space, journey, parent, title, due, doneAt = null }, { newId, by }) => {
    const body = { title, assignee: by, due, doneAt, isReminder: true as const };
    return ok([made({ space, id: newId('task'), type: 'task', journey, parent, body })]);
  },
});

export const taskEdit = defineEdit({
  name: 'task.edit',
  type: 'task',
  fields: { title: shape.title, assignee: shape.assignee, due: shape.due, list: shape.list, pin: shape.pin },
});

/** Adds or changes what is on its checklist; `is: null` takes it off. */
export const taskItem = defineCommand({
  name: 'task.item',
  input: z.object({ key: recordKey, items: z.record(itemId, checkItem.nullable()) }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, items }) => {
    const found = findLive(reads, 'task', key);
    if (!found.ok) return found;
    const is = Object.entries({ ...found.value.body.checklist, ...items }).flatMap(([id, item]) =>
      item === null ? [] : [[id, item] as const],
    );
    return ok(edited(found.value, { body: { checklist: Object.fromEntries(is) } }));
  },
});

/** Ticks one thing off, or opens it again. Where a photo of it is wanted there is none without. */
export const taskTick = defineCommand({
  name: 'task.tick',
  input: z.object({ key: recordKey, item: itemId, done: z.boolean(), photo: recordKey.nullable().optional() }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, item, done, photo }, { at, by }) => {
    const found = findLive(reads, 'task', key);
    if (!found.ok) return found;
    const { checklist, checked } = found.value.body;
    const listed = checklist?.[item];
    if (listed === undefined) return err({ type: 'RecordNotFound', detail: item });
    const shown = photo ?? checked?.[item]?.photo ?? null;
    if (done && listed.photoRequired && shown === null) return err({ type: 'ProofMissing', fields: [item] });
    return ok(
      edited(found.value, { body: { checked: { ...checked, [item]: done ? { at, by, photo: shown } : null } } }),
    );
  },
});

export const taskCheck = defineCommand({
  name: 'task.check',
  input: z.object({ key: recordKey, done: z.boolean() }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, done }, { at, by }) => {
    const found = findLive(reads, 'task', key);
    if (!found.ok) return found;
    const { body } = found.value;
    // A task that is done already keeps the time it was first checked off.
    if (done && body.doneAt !== null) return ok([]);
    const missing = missingPhotos(body);
    if (done && missing.length > 0) return err({ type: 'ProofMissing', fields: missing });
    return ok(edited(found.value, { body: done ? { doneAt: at, doneBy: by } : { doneAt: null, doneBy: null } }));
  },
});

/** Photos and documents that show it done. */
export const taskProve = defineCommand({
  name: 'task.prove',
  input: z.object({ key: recordKey, add: z.array(recordKey).max(50), remove: z.array(recordKey).max(50).optional() }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, add, remove = [] }) => {
    const found = findLive(reads, 'task', key);
    if (!found.ok) return found;
    const proof = [...new Set([...(found.value.body.proof ?? []), ...add])].filter((each) => !remove.includes(each));
    return ok(edited(found.value, { body: { proof } }));
  },
});

/** Found good as it was done. Only the family may say so: domain/spaces/may.ts. */
export const taskVerify = defineCommand({
  name: 'task.verify',
  input: z.object({ key: recordKey }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key }, { at, by }) => {
    const found = findLive(reads, 'task', key);
    if (!found.ok) return found;
    const { doneAt } = found.value.body;
    if (doneAt === null) return err({ type: 'ChangedSince', fields: ['doneAt'], detail: key });
    return ok(edited(found.value, { body: { verified: { at, by, of: doneAt } } }));
  },
});

/** Open again, and whoever did it reads why. */
export const taskSendBack = defineCommand({
  name: 'task.sendBack',
  input: z.object({ key: recordKey, why: z.string().trim().min(1).max(2_000) }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, why }, { at, by }) => {
    const found = findLive(reads, 'task', key);
    if (!found.ok) return found;
    const { doneAt } = found.value.body;
    if (doneAt === null) return err({ type: 'ChangedSince', fields: ['doneAt'], detail: key });
    return ok(
      edited(found.value, {
        body: { doneAt: null, doneBy: null, verified: null, sentBack: { at, by, of: doneAt, why } },
      }),
    );
  },
});
