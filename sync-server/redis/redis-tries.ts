// Tries that all server nodes count together, in Redis: a key that lives for a minute from its first try on.
import type { SharedTries } from '../http/limits.ts';
import { keysOf, type RedisLinks } from './redis.ts';

const MINUTE_MS = 60_000;

export const createRedisTries = (
  { commands }: Pick<RedisLinks, 'commands'>,
  { storeId, perMinute }: { readonly storeId: string; readonly perMinute: number },
): SharedTries => {
  const keyOf = (key: string): string => `${keysOf(storeId)}tries:${key}`;
  return {
    take: async (key) => {
      const answers = await commands.multi().set(keyOf(key), 0, 'PX', MINUTE_MS, 'NX').incr(keyOf(key)).exec();
      const [, counted] = answers ?? [];
      if (counted === undefined || counted[0] !== null) throw new Error('redis did not count');
      return Number(counted[1]) <= perMinute;
    },
    clear: async (key) => void (await commands.del(keyOf(key))),
  };
};
