// Leaves the spaces that were taken away, one after the other: their records go, unsent work goes to the tray.
import type { SpaceId } from '../../../domain/kernel/ids.ts';
import { err, ok, type Result } from '../../../domain/kernel/result.ts';
import type { Failure } from '../../../protocol/failures.ts';
import { storageFailure } from '../../data/storage-failures.ts';
import type { Access } from './access.ts';
import type { GuestLock } from './guest-lock.ts';
import { leaveSpace, type LeaveOptions } from './leave.ts';

export interface Leaving extends Omit<LeaveOptions, 'space' | 'drop'> {
  readonly access: Pick<Access, 'drop'>;
  readonly guests: Pick<GuestLock, 'left'> | undefined;
  /** Ends the connection, so that nothing of it is written meanwhile. */
  readonly hangUp: () => Promise<void>;
}

/** Leaves by an explicit revoke. Null to whoever comes while another is at it, who takes this one along. */
export type Leave = (space: SpaceId, epoch: string) => Promise<Result<null, Failure> | null>;

export const createLeave = ({ access, guests, hangUp, ...context }: Leaving): Leave => {
  const epochsBySpace = new Map<SpaceId, readonly string[]>();

  const leaveAll = async (): Promise<Result<null, Failure>> => {
    try {
      // Within: a connection that can't be ended must not keep every later revoke from being heeded.
      await hangUp();
      // A map hands out what is added while it is walked.
      for (const [space] of epochsBySpace) {
        const drop = (): void => access.drop(space, epochsBySpace.get(space) ?? []);
        const left = await leaveSpace({ ...context, space, drop });
        if (!left.ok) return left;
        guests?.left(space);
      }
      return ok(null);
    } catch (thrown) {
      return err(storageFailure(thrown));
    } finally {
      epochsBySpace.clear();
    }
  };

  return async (space, epoch) => {
    const isUnderWay = epochsBySpace.size > 0;
    epochsBySpace.set(space, [...(epochsBySpace.get(space) ?? []), epoch]);
    // Two at once would each begin a connection of their own.
    return isUnderWay ? null : leaveAll();
  };
};
