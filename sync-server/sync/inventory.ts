// Lists which records a space holds, and hands out some of them by id: what a device needs to mend what differs.
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { WireRecord } from '../../domain/records/envelope.ts';
import { journeyOfSpace } from '../../domain/spaces/space.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { InventoryReply, InventoryRequest } from '../../protocol/sync/inventory.ts';
import type { RecordsReply, RecordsRequest } from '../../protocol/sync/records.ts';
import type { Access } from '../access/access.ts';
import type { DocStore } from '../store/doc-store.ts';
import { docToWire, storedToDoc } from './record-doc.ts';
import { stillGranted, type AccessAgain } from './still-granted.ts';
import { standingPage } from './walk-space.ts';

/** Both fail with NotAllowed or UnknownSpace for a space that the caller may not read, as a push into it does. */
export interface Inventory {
  readonly list: (access: Access, request: InventoryRequest) => Promise<Result<InventoryReply, Failure>>;
  readonly records: (access: Access, request: RecordsRequest) => Promise<Result<RecordsReply, Failure>>;
}

/** Characters of records in one answer, about; one that is larger goes alone. */
const PAGE_CHARACTERS = 8_000_000;
/** Records read from the store at once. */
const STEP = 10;

export const createInventory = (store: Pick<DocStore, 'range' | 'getMany'>, accessReader: AccessAgain): Inventory => {
  /** Reads only what may be read, and answers it only if it still may be afterwards. */
  const ifReadable = async <T>(access: Access, space: string, read: () => Promise<T>): Promise<Result<T, Failure>> => {
    const grants = access.grants.filter((grant) => grant.space === space);
    const answer = grants.length === 0 ? null : await read();
    const held = await stillGranted(accessReader, access, grants);
    if (answer !== null && held.has(space)) return ok(answer);
    return err({ type: access.isOn(journeyOfSpace(space)) ? 'NotAllowed' : 'UnknownSpace' });
  };

  return {
    list: (access, { space, from, limit }) =>
      ifReadable(access, space, async () => {
        const { records, next } = await standingPage(store, space, { from, limit });
        return { records: [...records], next };
      }),
    records: (access, { space, ids }) =>
      ifReadable(access, space, async () => {
        const wanted = [...new Set(ids)];
        const records: WireRecord[] = [];
        let room = PAGE_CHARACTERS;
        for (let at = 0; at < wanted.length; at += STEP) {
          const stored = await store.getMany(space, wanted.slice(at, at + STEP));
          for (const [place, one] of stored.entries()) {
            if (one === null) continue;
            const record = docToWire(storedToDoc(one));
            room -= JSON.stringify(record).length;
            if (room < 0 && records.length > 0) return { records, left: wanted.slice(at + place) };
            records.push(record);
          }
        }
        return { records, left: [] };
      }),
  };
};
