// What the family said of a way to save money that the program found: seen, and not wanted.
import { z } from 'zod';
import { defineRecord } from './define.ts';

/** A newer build may find more. */
export const savingBody = z.looseObject({ kind: z.string().min(1).max(40), about: z.string().max(1_000) });

/** Its id follows from what was found, so that two people who wave one thing away made one record. */
export const saving = defineRecord({ type: 'saving', version: 1, spaces: ['private'], body: savingBody, merge: {} });
