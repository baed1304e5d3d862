// Reads one space's changes as records: branches are joined before anything is handed out.
import type { SpaceId } from '../../domain/kernel/ids.ts';
import type { WireRecord } from '../../domain/records/envelope.ts';
import type { DocStore, StoreChange } from '../store/doc-store.ts';
import type { Branches } from './branches.ts';
import { docToWire, storedToDoc } from './record-doc.ts';

export interface FeedPage {
  readonly records: readonly WireRecord[];
  readonly last: string;
  /** How many changes were read; as many as asked for means there may be more. */
  readonly read: number;
}

export type Feed = (space: SpaceId, since: string, limit: number) => Promise<FeedPage>;

export const createFeed = (store: DocStore, branches: Branches): Feed => {
  const settled = async (
    space: SpaceId,
    { id, stored, branches: beside }: StoreChange,
  ): Promise<readonly WireRecord[]> => {
    if (stored === null) return [];
    if (beside.length === 0) return [docToWire(storedToDoc(stored))];
    // Beaten by another node: its merge comes through this feed next; until then the winner as it stands now.
    const current = (await branches.settle(space, stored, beside)) ?? (await store.get(space, id));
    return current === null ? [] : [docToWire(storedToDoc(current))];
  };

  return async (space, since, limit) => {
    const page = await store.changes(space, since, limit);
    const records: WireRecord[] = [];
    for (const change of page.changes) records.push(...(await settled(space, change)));
    return { records, last: page.last, read: page.changes.length };
  };
};
