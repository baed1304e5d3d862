// What people say and ask of each other at a step: comments and tasks.
import { z } from 'zod';
import { personId, recordKey } from '../kernel/ids.ts';
import { calendarDate, instant } from '../kernel/time.ts';
import { defineRecord } from './define.ts';
import { movedTo } from './moved.ts';
import { place } from './paper.ts';

/** `envelope.parent` is the key of what it is on (a step, a photo). */
export const commentBody = z.looseObject({
  text: z.string().trim().min(1).max(10_000),
  /** Where on the pages of the document that it is on; absent when it is about the whole. */
  place: place.optional(),
  movedTo,
});

export const comment = defineRecord({
  type: 'comment',
  version: 1,
  spaces: ['journey', 'private', 'party'],
  body: commentBody,
  merge: { text: 'text' },
});

export const taskBody = z.looseObject({
  title: z.string().trim().min(1).max(500),
  assignee: personId.nullable(),
  due: calendarDate.nullable(),
  /** When it was checked off, ms; null while open. */
  doneAt: instant.nullable(),
  /** Something to be reminded of on its day, rather than work for someone. */
  isReminder: z.literal(true).optional(),
  /** Key of the contractor it is for, who need not have joined: then there is no assignee yet. */
  party: recordKey.nullable().optional(),
  movedTo,
});

export const task = defineRecord({
  type: 'task',
  version: 1,
  spaces: ['journey', 'private', 'party'],
  body: taskBody,
  merge: {},
});
