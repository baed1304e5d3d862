// Asks the server what it holds of a space: its checksum, which records, and some of them.
import type { Checksum } from '../../../domain/sync/checksum.ts';
import { idOfKey, keyOf, type RecordId, type RecordKey, type SpaceId } from '../../../domain/kernel/ids.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import type { Written } from '../../../domain/sync/compare.ts';
import { checksumReply } from '../../../protocol/sync/checksum.ts';
import type { Cursors } from '../../../protocol/sync/cursors.ts';
import type { Failure } from '../../../protocol/failures.ts';
import { inventoryReply, type InventoryReply, type InventoryRequest } from '../../../protocol/sync/inventory.ts';
import { recordsReply } from '../../../protocol/sync/records.ts';
import type { ServerPort } from '../../ports/server.ts';
import { wireToRow, type LocalRow } from '../records/wire.ts';

export interface ServerSpaces {
  /** By space; null where there is more to be pulled first. Spaces that may not be read are left out. */
  readonly sums: (
    spaces: readonly SpaceId[],
    cursors: Cursors,
  ) => Promise<Result<ReadonlyMap<SpaceId, Checksum | null>, Failure>>;
  readonly inventory: (space: SpaceId) => Promise<Result<ReadonlyMap<RecordKey, Written>, Failure>>;
  /** At most 100 of one space; what is not there is left out. */
  readonly records: (space: SpaceId, keys: readonly RecordKey[]) => Promise<Result<readonly LocalRow[], Failure>>;
}

const INVENTORY_PAGE = 1_000;

export const createServerSpaces = (server: ServerPort, store: string): ServerSpaces => ({
  sums: async (spaces, cursors) => {
    const body = { store, spaces, cursors };
    const reply = await server.ask({ method: 'POST', path: '/sync/checksum', body, reply: checksumReply });
    return reply.ok ? ok(new Map(reply.value.spaces.map(({ space, sum }) => [space, sum]))) : reply;
  },
  inventory: async (space) => {
    const written = new Map<RecordKey, Written>();
    for (let from: RecordId | null = null; ;) {
      const body: InventoryRequest = { store, space, from, limit: INVENTORY_PAGE };
      const reply: Result<InventoryReply, Failure> = await server.ask({
        method: 'POST',
        path: '/sync/inventory',
        body,
        reply: inventoryReply,
      });
      if (!reply.ok) return reply;
      for (const { id, stamp, gone } of reply.value.records) written.set(keyOf(space, id), { stamp, _deleted: gone });
      if (reply.value.next === null) return ok(written);
      from = reply.value.next;
    }
  },
  records: async (space, keys) => {
    const rows: LocalRow[] = [];
    for (let ids: readonly RecordId[] = keys.map(idOfKey); ids.length > 0;) {
      const body = { store, space, ids };
      const reply = await server.ask({ method: 'POST', path: '/sync/records', body, reply: recordsReply });
      if (!reply.ok) return reply;
      rows.push(...reply.value.records.map(wireToRow));
      ids = reply.value.left;
    }
    return ok(rows);
  },
});
