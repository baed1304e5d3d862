// Tasks and comments: what people ask and say at a step, a photo, or the journey itself.
import { z } from 'zod';
import { recordKey, spaceId } from '../kernel/ids.ts';
import { ok } from '../kernel/result.ts';
import { calendarDate } from '../kernel/time.ts';
import { commentBody, taskBody } from '../records/talk.ts';
import { edited, findLive, made } from './changes.ts';
import { defineCommand } from './command.ts';
import { defineEdit } from './edit.ts';
import { journeyId } from './journey.ts';

/** Where something is said: the space is its audience, the parent what it hangs on. */
export const place = { space: spaceId, journey: journeyId, parent: recordKey.or(z.literal('')) };

export const taskAdd = defineCommand({
  name: 'task.add',
  input: z.object({
    ...place,
    title: taskBody.shape.title,
    assignee: taskBody.shape.assignee.optional(),
    due: taskBody.shape.due.optional(),
    party: taskBody.shape.party,
    // Of one that is added once more.
    doneAt: taskBody.shape.doneAt.optional(),
  }),
  needs: () => [],
  plan: (_reads, { space, journey, parent, title, assignee = null, due = null, doneAt = null, party }, { newId }) => {
    const body = { title, assignee, due, doneAt, ...(party == null ? {} : { party }) };
    return ok([made({ space, id: newId('task'), type: 'task', journey, parent, body })]);
  },
});

/** A task that only says when: it is shown among the reminders, not at a step. */
export const reminderAdd = defineCommand({
  name: 'reminder.add',
  input: z.object({
    ...place,
    title: taskBody.shape.title,
    due: calendarDate,
    doneAt: taskBody.shape.doneAt.optional(),
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
  fields: { title: taskBody.shape.title, assignee: taskBody.shape.assignee, due: taskBody.shape.due },
});

export const taskCheck = defineCommand({
  name: 'task.check',
  input: z.object({ key: recordKey, done: z.boolean() }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, done }, { at }) => {
    const found = findLive(reads, 'task', key);
    // A task that is done already keeps the time it was first checked off.
    return found.ok
      ? ok(edited(found.value, { body: { doneAt: done ? (found.value.body.doneAt ?? at) : null } }))
      : found;
  },
});

export const commentAdd = defineCommand({
  name: 'comment.add',
  input: z.object({ ...place, parent: recordKey, text: commentBody.shape.text, place: commentBody.shape.place }),
  needs: () => [],
  plan: (_reads, { space, journey, parent, text, place: where }, { newId }) => {
    const body = { text, ...(where === undefined ? {} : { place: where }) };
    return ok([made({ space, id: newId('comment'), type: 'comment', journey, parent, body })]);
  },
});

export const commentEdit = defineCommand({
  name: 'comment.edit',
  input: z.object({ key: recordKey, text: commentBody.shape.text }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, text }) => {
    const found = findLive(reads, 'comment', key);
    return found.ok ? ok(edited(found.value, { body: { text } })) : found;
  },
});
