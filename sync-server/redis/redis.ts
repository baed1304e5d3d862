// The connections to Redis: optional, and never waited for. While it is away every call fails at once and the server does without.
import Redis, { type RedisOptions } from 'ioredis';
import type { Log } from '../ops/log.ts';

export interface RedisLinks {
  /** For commands. */
  readonly commands: Redis;
  /** A connection that subscribes can do nothing else. */
  readonly subscriber: Redis;
  readonly close: () => void;
}

/** A Redis that is connected but does not answer is as good as none, ms. */
const ANSWER_MS = 500;
const CONNECT_MS = 2_000;
const LONGEST_RETRY_MS = 2_000;
const FIRST_RETRY_MS = 50;

const OPTIONS = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  commandTimeout: ANSWER_MS,
  connectTimeout: CONNECT_MS,
  // With jitter, or all servers come back to a restarted Redis in one moment.
  retryStrategy: (times: number) => Math.min(FIRST_RETRY_MS * times, LONGEST_RETRY_MS) * (0.5 + Math.random() / 2),
} satisfies RedisOptions;

/** `redis://name:password@host:6379`, or `rediss://` over TLS. */
export const openRedis = (url: string, log: Log): RedisLinks => {
  const commands = new Redis(url, OPTIONS);
  // Subscriptions are made again by whoever follows: only that way it is known from when on they hold.
  const subscriber = new Redis(url, { ...OPTIONS, autoResubscribe: false });
  let wasUp: boolean | null = null;
  const notice = (isUp: boolean): void => {
    if (wasUp === isUp) return;
    log.write(isUp && wasUp === null ? 'info' : 'warn', isUp ? 'redis answers' : 'redis is away: doing without');
    wasUp = isUp;
  };
  commands.on('ready', () => notice(true));
  commands.on('close', () => notice(false));
  // Each failed attempt; that it is away has been said.
  for (const link of [commands, subscriber]) link.on('error', () => {});
  return {
    commands,
    subscriber,
    close: () => {
      commands.removeAllListeners('close');
      commands.disconnect();
      subscriber.disconnect();
    },
  };
};

/** Before every key and channel: one Redis can serve other stores and other programs too. */
export const keysOf = (storeId: string): string => `plumbline:${storeId}:`;
