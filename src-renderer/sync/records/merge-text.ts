// Merges two edits of one text line by line; where they overlap both are kept, theirs first.
import { diff3Merge } from 'node-diff3';
import type { MergeText } from '../../../domain/sync/merge.ts';

export const mergeText: MergeText = (base, theirs, mine) =>
  diff3Merge(theirs.split('\n'), base.split('\n'), mine.split('\n'), { excludeFalseConflicts: true })
    .flatMap((region) => region.ok ?? (region.conflict?.a ?? []).concat(region.conflict?.b ?? []))
    .join('\n');
