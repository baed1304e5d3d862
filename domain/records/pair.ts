// What a person said of two photos: that they show one place before and after, or that they do not. It lives where both are read.
import { z } from 'zod';
import { recordKey } from '../kernel/ids.ts';
import { defineRecord } from './define.ts';
import { movedTo } from './moved.ts';

/**
 * How the later picture is laid over the earlier one: enlarged by `scale` about its middle, then moved by `x` and `y`, which are
 * fractions of the earlier picture's width and height. Worked out from previews, so it can be worked out again.
 */
export const alignment = z.object({
  x: z.number().min(-1).max(1),
  y: z.number().min(-1).max(1),
  scale: z.number().min(0.25).max(4),
});
export type Alignment = Readonly<z.infer<typeof alignment>>;

/** Its id is made of both photos' ids: two devices that pair the same photos make one record. */
export const pairBody = z.looseObject({
  before: recordKey,
  after: recordKey,
  /** False: a person said that they are no pair. Null while nobody said anything of it. */
  isPair: z.boolean().nullable(),
  /** False: a person said that they are two photos and not one that is here twice. Absent or null while nobody said anything of it. */
  isTwice: z.boolean().nullable().optional(),
  align: alignment.nullable().optional(),
  movedTo,
});

export const pair = defineRecord({
  type: 'pair',
  version: 1,
  spaces: ['private', 'journey', 'party'],
  body: pairBody,
  merge: {},
  derived: ['align'],
});
