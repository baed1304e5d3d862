// Several plans within one deed: each sees the records as those before it leave them, and one change comes out for each record.
import { keyOf, type RecordKey } from '../kernel/ids.ts';
import type { AnyRecord } from '../records/envelope.ts';
import { recordAs } from '../records/registry.ts';
import type { Change, Draft, Reads } from './command.ts';

export interface Work {
  /** Records as they stand after what was added. */
  readonly reads: Reads;
  readonly add: (changes: readonly Change[]) => void;
  /** One change for each record, against what stands in the store. */
  readonly changes: () => readonly Change[];
}

export const overlaid = (reads: Reads): Work => {
  const byKey = new Map<RecordKey, Change>();
  const now = new Map<RecordKey, AnyRecord>();
  return {
    reads: {
      get: (key) => now.get(key) ?? reads.get(key),
      list: (type) => {
        const fresh = [...now.values()].flatMap((record) => recordAs(type, record) ?? []);
        return [...reads.list(type).filter(({ key }) => !now.has(key)), ...fresh];
      },
    },
    add: (changes) => {
      for (const change of changes) {
        if (change.kind === 'remove') throw new Error('what is removed for good has no place among other plans');
        const key = keyOf(change.draft.space, change.draft.id);
        byKey.set(key, { ...change, before: reads.get(key) ?? null });
        now.set(key, standingAs(change.draft, reads.get(key) ?? null));
      }
    },
    changes: () => [...byKey.values()],
  };
};

const standingAs = (draft: Draft, before: AnyRecord | null): AnyRecord => ({
  ...(before ?? { v: 1, stamp: '', by: '', createdAt: 0, createdBy: '', past: {} }),
  ...draft,
  key: keyOf(draft.space, draft.id),
});
