// Looks again, after something was read for a caller: a revoke that was answered meanwhile holds for it.
import type { SpaceId } from '../../domain/kernel/ids.ts';
import type { GrantedSpace } from '../../protocol/sync/hello.ts';
import type { Access, AccessReader } from '../access/access.ts';

export type AccessAgain = Pick<AccessReader, 'of' | 'again'>;

/** Of these grants the spaces that the caller may read still, by the same grant. */
export const stillGranted = async (
  accessReader: AccessAgain,
  access: Access,
  grants: readonly GrantedSpace[],
): Promise<ReadonlySet<SpaceId>> => {
  const again = grantedIn(await accessReader.again(access.account.id), grants);
  // Its lists may be older than those that the first look was read from.
  return again.size === grants.length ? again : grantedIn(await accessReader.of(access.account.id), grants);
};

const grantedIn = (access: Access | null, grants: readonly GrantedSpace[]): ReadonlySet<SpaceId> => {
  const epochBySpace = new Map(access?.grants.map(({ space, epoch }) => [space, epoch]));
  return new Set(grants.filter(({ space, epoch }) => epochBySpace.get(space) === epoch).map(({ space }) => space));
};
