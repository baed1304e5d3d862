// The mark that widening leaves on the original: where the copy lives that is worked on from then on.
import { recordKey } from '../kernel/ids.ts';

/** Key of the copy in the wider space; absent or null while the record has not been shared. */
export const movedTo = recordKey.nullable().optional();
