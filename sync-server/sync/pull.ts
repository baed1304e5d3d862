// Answers what has changed in every space the caller may read now, since the cursors they hold.
import { cursorKeyOf, type Cursors } from '../../protocol/sync/cursors.ts';
import type { PullReply } from '../../protocol/sync/pull.ts';
import type { WireRecord } from '../../domain/records/envelope.ts';
import type { Access, AccessReader } from '../access/access.ts';
import { FIRST_SEQ } from '../store/doc-store.ts';
import type { Feed } from './feed.ts';

export type Pull = (access: Access, cursors: Cursors, limit: number) => Promise<PullReply>;

/**
 * Walks the caller's grants, not the caller's cursors: a cursor of a space they may not read, or of an earlier grant, is
 * never looked at. A page is only short when nothing is left anywhere, since a short page ends the caller's pull.
 */
export const createPull =
  (feed: Feed, accessReader: AccessReader): Pull =>
  async (access, cursors, limit) => {
    const records: WireRecord[] = [];
    const reached: Record<string, string> = {};
    for (const { space, epoch } of access.grants) {
      const key = cursorKeyOf(space, epoch);
      let since = cursors[key] ?? FIRST_SEQ;
      while (records.length < limit) {
        const asked = limit - records.length;
        const page = await feed(space, since, asked);
        records.push(...page.records);
        since = page.last;
        reached[key] = since;
        if (page.read < asked) break;
      }
      if (records.length >= limit) break;
    }
    // Looked at again after the records were read: a revoke that was answered meanwhile holds for them.
    const after = await accessReader.of(access.account.id);
    const epochBySpace = new Map(after?.grants.map(({ space, epoch }) => [space, epoch]));
    const held = access.grants.filter(({ space, epoch }) => epochBySpace.get(space) === epoch);
    const spaces = new Set(held.map(({ space }) => space));
    const keys = new Set(held.map(({ space, epoch }) => cursorKeyOf(space, epoch)));
    return {
      records: records.filter(({ space }) => spaces.has(space)),
      cursors: Object.fromEntries(Object.entries(reached).filter(([key]) => keys.has(key))),
    };
  };
