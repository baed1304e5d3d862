// A task: something that someone has to do, perhaps at a spot on a photo or plan, with what has to be proved, and who found it good.
import { z } from 'zod';
import { personId, recordKey } from '../kernel/ids.ts';
import { calendarDate, instant } from '../kernel/time.ts';
import { defineRecord } from './define.ts';
import { movedTo } from './moved.ts';

const share = z.number().min(0).max(1);

/** A spot on a photo or on a page of a document: across and down as marks are, in shares of the upright picture before a person turned it. */
const taskPin = z.looseObject({
  /** Key of the photo or document. */
  on: recordKey,
  /** From 1; absent on a photo. */
  page: z.int().positive().optional(),
  x: share,
  y: share,
});

export const itemId = z.string().regex(/^item_[0-9a-z-]{1,60}$/);

/** One thing on the checklist. */
export const checkItem = z.looseObject({
  text: z.string().trim().min(1).max(500),
  /** It is ticked off with a photo of it, and not without. */
  photoRequired: z.boolean(),
});

/** Ticked off: when, by whom, and the photo that shows it. Null: it was ticked off and is not any more. */
const tick = z.looseObject({ at: instant, by: personId, photo: recordKey.nullable() }).nullable();

export const taskBody = z.looseObject({
  title: z.string().trim().min(1).max(500),
  assignee: personId.nullable(),
  due: calendarDate.nullable(),
  /** When it was checked off, ms; null while open. */
  doneAt: instant.nullable(),
  /** Who checked it off. */
  doneBy: personId.nullable().optional(),
  /** Something to be reminded of on its day, rather than work for someone. */
  isReminder: z.literal(true).optional(),
  /** Key of the contractor it is for, who need not have joined: then there is no assignee yet. */
  party: recordKey.nullable().optional(),
  /** `punch`: a defect or a rest, to be put right before the work is taken over. A newer build may know more lists. */
  list: z.string().max(40).nullable().optional(),
  pin: taskPin.nullable().optional(),
  /** By id, so that what two devices add becomes one list. Ids sort in the order in which they were made. */
  checklist: z.record(itemId, checkItem).nullable().optional(),
  /** By the same ids, apart from the list itself: who ticks need not be who may change what is on it. */
  checked: z.record(itemId, tick).nullable().optional(),
  /** Keys of photos and documents that show it done. */
  proof: z.array(recordKey).max(50).nullable().optional(),
  /**
   * Found good by the family. `of` is the `doneAt` it speaks of: what is opened and done again is to be looked at again, whoever's
   * clock says what.
   */
  verified: z.looseObject({ at: instant, by: personId, of: instant }).nullable().optional(),
  /** Sent back to be done again, and why; `of` as above. */
  sentBack: z
    .looseObject({ at: instant, by: personId, of: instant, why: z.string().trim().min(1).max(2_000) })
    .nullable()
    .optional(),
  movedTo,
});
export type TaskBody = Readonly<z.infer<typeof taskBody>>;

export const task = defineRecord({
  type: 'task',
  version: 1,
  spaces: ['journey', 'private', 'party'],
  body: taskBody,
  merge: { checklist: 'map', checked: 'map', proof: 'set' },
  most: { checklist: 200 },
});
