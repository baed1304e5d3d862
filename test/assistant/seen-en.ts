// What people type to the assistant in English, and what is expected: the half that may be read while the reader is written.
import type { Row } from './rows.ts';
import { seenEnPlain } from './seen-en-plain.ts';
import { seenEnSeveral } from './seen-en-several.ts';
import { seenEnUnsure } from './seen-en-unsure.ts';

export const seenEn: readonly Row[] = [...seenEnPlain, ...seenEnSeveral, ...seenEnUnsure];
