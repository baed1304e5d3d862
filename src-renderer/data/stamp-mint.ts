// The stamp clock of an open store: every write takes its stamp here, and every stamp met elsewhere is heeded.
import { mintStamp, seeStamp, startClock, type Stamp } from '../../domain/kernel/stamp.ts';
import type { Instant } from '../../domain/kernel/time.ts';

export interface StampMint {
  readonly mint: () => Stamp;
  /** What is minted next sorts after `stamp`. */
  readonly see: (stamp: Stamp) => void;
  /** Begins anew as another node, at the clock's time: after a clock that had run ahead was put right. */
  readonly restart: (node: string) => void;
}

/** `node`: 8 characters 0-9a-z, random per open of a database. */
export const createStampMint = (node: string, clock: () => Instant): StampMint => {
  let state = startClock(node);
  return {
    mint: () => {
      const minted = mintStamp(state, clock());
      state = minted.clock;
      return minted.stamp;
    },
    see: (stamp) => {
      state = seeStamp(state, stamp);
    },
    restart: (next) => {
      state = startClock(next);
    },
  };
};
