// Where a client stands in each space: `"<space>@<epoch>" -> the store's sequence`, with the store's id in each key's epoch.
import { z } from 'zod';

/** Epochs are random words, not counted: a re-grant is a new epoch and so begins from zero. */
export const cursorKey = z.string().regex(/^[a-z0-9_-]+@[A-Za-z0-9-]+$/);
export const cursors = z.record(cursorKey, z.string().max(2_000));
export type Cursors = z.infer<typeof cursors>;

export const cursorKeyOf = (space: string, epoch: string): string => `${space}@${epoch}`;
