// Whether the disk still has room for the database, asked of the system at most twice a second.
import type { HasRoom } from './storage-failures.ts';

/** With less than this on the disk nothing is begun: a page of pulled records and what LevelDB itself moves must fit, bytes. */
const LEAST_ROOM = 16 * 1024 * 1024;
const BELIEVED_MS = 500;

/** A system that does not say how much is left is believed to have enough; "no room" is asked again each time. */
export const createRoomWatch = (bytesLeft: () => Promise<number | null>, now: () => number): HasRoom => {
  let until = -Infinity;
  return async () => {
    if (now() < until) return true;
    const bytes = await bytesLeft().catch(() => null);
    if (bytes !== null && bytes < LEAST_ROOM) return false;
    until = now() + BELIEVED_MS;
    return true;
  };
};
