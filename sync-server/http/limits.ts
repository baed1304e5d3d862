// Limits on how often one address may try what can be guessed: passwords and invitation codes.
import type { RateLimitOptions } from '@fastify/rate-limit';

export interface RateLimits {
  /** Tries per address and minute. */
  readonly perMinute: number;
}

export interface Limit {
  readonly config: { readonly rateLimit: RateLimitOptions };
}

export const limitOf = ({ perMinute }: RateLimits): Limit => ({
  config: { rateLimit: { max: perMinute, timeWindow: 60_000 } },
});
