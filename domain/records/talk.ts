// What people say to each other at a step, a photo, a document, or the journey itself.
import { z } from 'zod';
import { personId } from '../kernel/ids.ts';
import { defineRecord } from './define.ts';
import { movedTo } from './moved.ts';
import { place } from './paper.ts';

/** `envelope.parent` is the key of what it is on (a step, a photo). */
export const commentBody = z.looseObject({
  text: z.string().trim().min(1).max(10_000),
  /** Where on the pages of the document that it is on; absent when it is about the whole. */
  place: place.optional(),
  /** Who is spoken to by name in it: of those who can read it, and nobody else. */
  mentions: z.array(personId).max(50).optional(),
  movedTo,
});

export const comment = defineRecord({
  type: 'comment',
  version: 1,
  spaces: ['journey', 'private', 'party'],
  body: commentBody,
  merge: { text: 'text', mentions: 'set' },
});
