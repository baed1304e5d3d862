// The device's clock, put right by the server's when the two are far apart: a clock days ahead would outrank everyone's writes.
import type { Instant } from '../../domain/kernel/time.ts';

/** Differences below this are left alone: stamps order writes well enough by themselves. ms */
const TOLERATED_MS = 60_000;

export interface ServerClock {
  readonly now: () => Instant;
  /** Takes the server's time, ms; answers whether this device's clock had to be put right. */
  readonly heed: (serverTime: Instant) => boolean;
}

export const createServerClock = (device: () => Instant = Date.now): ServerClock => {
  let offset = 0;
  return {
    now: () => device() + offset,
    heed: (serverTime) => {
      const difference = serverTime - device();
      const next = Math.abs(difference) > TOLERATED_MS ? difference : 0;
      const moved = Math.abs(next - offset) > TOLERATED_MS;
      if (moved) offset = next;
      return moved;
    },
  };
};
