// Looks again, after something was read for a caller: a revoke that was answered meanwhile holds for it.
import type { SpaceId } from '../../domain/kernel/ids.ts';
import type { GrantedSpace } from '../../protocol/sync/hello.ts';
import type { Access, AccessReader } from '../access/access.ts';

/** Of these grants the spaces that the caller may read still, by the same grant. */
export const stillGranted = async (
  accessReader: Pick<AccessReader, 'of'>,
  access: Access,
  grants: readonly GrantedSpace[],
): Promise<ReadonlySet<SpaceId>> => {
  const after = await accessReader.of(access.account.id);
  const epochBySpace = new Map(after?.grants.map(({ space, epoch }) => [space, epoch]));
  return new Set(grants.filter(({ space, epoch }) => epochBySpace.get(space) === epoch).map(({ space }) => space));
};
