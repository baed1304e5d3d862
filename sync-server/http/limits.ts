// Limits on how often one may try what can be guessed: passwords and invitation codes, by address and by e-mail.
// Each node counts by itself, always; where there is a Redis the nodes also count together, and the stricter of both holds.
import type { RateLimitOptions } from '@fastify/rate-limit';

export interface RateLimits {
  /** Tries per address and minute. */
  readonly perMinute: number;
  /** Tries at signing in per e-mail and minute, from wherever they come. */
  readonly perEmail?: number;
}

export interface Limit {
  readonly config: { readonly rateLimit: RateLimitOptions };
}

const MINUTE_MS = 60_000;

export const limitOf = ({ perMinute }: RateLimits): Limit => ({
  config: { rateLimit: { max: perMinute, timeWindow: MINUTE_MS } },
});

/** Counts tries by a key. */
export interface Tries {
  /** Whether one more is allowed; counts it. */
  readonly take: (key: string) => boolean;
  /** Forgets a key's tries: one of them was right. */
  readonly clear: (key: string) => void;
}

/** The same, counted by all nodes together. Throws when that can't be had now. */
export interface SharedTries {
  readonly take: (key: string) => Promise<boolean>;
  readonly clear: (key: string) => Promise<void>;
}

interface TriesOptions {
  /** How many in one window, which is a minute unless told otherwise. */
  readonly perMinute: number;
  readonly windowMs?: number;
  /** Keys remembered at once; the oldest is forgotten for a new one, so that made-up keys cost no memory. */
  readonly mostKeys: number;
  readonly now: () => number;
}

export const createTries = ({ perMinute, windowMs = MINUTE_MS, mostKeys, now }: TriesOptions): Tries => {
  const heldByKey = new Map<string, { readonly from: number; readonly count: number }>();
  return {
    take: (key) => {
      const held = heldByKey.get(key);
      // A clock that was set back must not hold anyone off until it is there again.
      if (held !== undefined && Math.abs(now() - held.from) < windowMs) {
        heldByKey.set(key, { ...held, count: held.count + 1 });
        return held.count < perMinute;
      }
      heldByKey.delete(key);
      const [oldest] = heldByKey.keys();
      if (heldByKey.size >= mostKeys && oldest !== undefined) heldByKey.delete(oldest);
      heldByKey.set(key, { from: now(), count: 1 });
      return perMinute > 0;
    },
    clear: (key) => void heldByKey.delete(key),
  };
};

/** This node's count and the shared one; without the shared one this node's alone. */
export const withShared = (own: Tries, shared: SharedTries | null): SharedTries => ({
  take: async (key) => {
    if (!own.take(key)) return false;
    return (await shared?.take(key).catch(() => true)) ?? true;
  },
  clear: async (key) => {
    own.clear(key);
    await shared?.clear(key).catch(() => {});
  },
});
