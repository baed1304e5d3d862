// Limits on how often one address may try what can be guessed: passwords and invitation codes.
import type { FastifyContextConfig } from 'fastify';
import type {} from '@fastify/rate-limit';

export interface RateLimits {
  /** Tries per address and minute. */
  readonly perMinute: number;
}

export interface Limit {
  readonly config: Pick<FastifyContextConfig, 'rateLimit'>;
}

export const limitOf = ({ perMinute }: RateLimits): Limit => ({ config: { rateLimit: { max: perMinute, timeWindow: 60_000 } } });
