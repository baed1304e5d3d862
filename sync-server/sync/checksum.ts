// Answers what stands in spaces as one short sum each, and only where the caller has read all there is: else two places would be compared.
import { keyOf, type SpaceId } from '../../domain/kernel/ids.ts';
import { startChecksum, type Checksum } from '../../domain/sync/checksum.ts';
import type { ChecksumReply } from '../../protocol/sync/checksum.ts';
import { cursorKeyOf, type Cursors } from '../../protocol/sync/cursors.ts';
import type { Access } from '../access/access.ts';
import { FIRST_SEQ, type DocStore } from '../store/doc-store.ts';
import type { Feed } from './feed.ts';
import { stillGranted, type AccessAgain } from './still-granted.ts';
import { walkSpace } from './walk-space.ts';

export type SumSpaces = (access: Access, spaces: readonly SpaceId[], cursors: Cursors) => Promise<ChecksumReply>;

interface SumOptions {
  readonly store: Pick<DocStore, 'range'>;
  readonly feed: Feed;
  readonly accessReader: AccessAgain;
}

/** Changes looked through at once for one that hands out a record. */
const STEP = 100;

export const createSumSpaces = ({ store, feed, accessReader }: SumOptions): SumSpaces => {
  /**
   * Whether a pull from there would bring nothing. The store's sequences can't tell: they differ from node to node, and move
   * on for changes that hand out no record.
   */
  const isLevel = async (space: SpaceId, cursor: string): Promise<boolean> => {
    for (let since = cursor; ;) {
      const page = await feed(space, since, STEP);
      if (page.records.length > 0) return false;
      if (page.read < STEP) return true;
      since = page.last;
    }
  };

  const sumOf = async (space: SpaceId): Promise<Checksum> => {
    const summing = startChecksum();
    await walkSpace(store, space, (page) => {
      for (const { id, stamp, gone } of page) summing.add({ key: keyOf(space, id), stamp, _deleted: gone });
    });
    return summing.sum();
  };

  return async (access, spaces, cursors) => {
    const asked = new Set(spaces);
    const grants = access.grants.filter(({ space }) => asked.has(space));
    const sums: ChecksumReply['spaces'] = [];
    for (const { space, epoch } of grants) {
      const cursor = cursors[cursorKeyOf(space, epoch)] ?? FIRST_SEQ;
      const sum = (await isLevel(space, cursor)) ? await sumOf(space) : null;
      // Looked at again: a write while the space was read may be in the sum, or not.
      sums.push({ space, sum: sum !== null && (await isLevel(space, cursor)) ? sum : null });
    }
    const held = await stillGranted(accessReader, access, grants);
    return { spaces: sums.filter(({ space }) => held.has(space)) };
  };
};
