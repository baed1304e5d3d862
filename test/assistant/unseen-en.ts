// Only for measuring: not to be read by who writes the reader. The English half that is not looked at until the last run.
import type { Row } from './rows.ts';
import { unseenEnPlain } from './unseen-en-plain.ts';
import { unseenEnSeveral } from './unseen-en-several.ts';
import { unseenEnUnsure } from './unseen-en-unsure.ts';

export const unseenEn: readonly Row[] = [...unseenEnPlain, ...unseenEnSeveral, ...unseenEnUnsure];
