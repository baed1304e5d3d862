// Carries news of writes between server nodes by Redis pub/sub: one channel a database, so that a node hears only what it follows.
import { z } from 'zod';
import type { Carrier } from '../store/news.ts';
import { keysOf, type RedisLinks } from './redis.ts';

const message = z.object({ from: z.string(), ids: z.array(z.string()).nullable() });

/** How often the subscriber is asked whether it still hears: a line may be dead without an end to it, ms. */
const PING_MS = 3_000;
/** A list that is longer says nothing more than "many". */
const MOST_IDS = 50;

const NOBODY_HEARS: Parameters<Carrier['onNews']>[0] = () => {};

export const createRedisCarrier = (
  { commands, subscriber }: Pick<RedisLinks, 'commands' | 'subscriber'>,
  { storeId, node }: { readonly storeId: string; readonly node: string },
): Carrier => {
  const begin = `${keysOf(storeId)}news:`;
  const wanted = new Set<string>();
  const notices: (() => void)[] = [];
  let hear = NOBODY_HEARS;
  let isUp = false;

  const setUp = (next: boolean): void => {
    if (isUp === next) return;
    isUp = next;
    for (const notice of notices) notice();
  };

  // Up means: what is followed is subscribed. Until then the feeds stay.
  subscriber.on('ready', () => {
    const channels = [...wanted].map((database) => begin + database);
    const subscribed = channels.length === 0 ? Promise.resolve(null) : subscriber.subscribe(...channels);
    subscribed.then(
      () => setUp(subscriber.status === 'ready'),
      () => subscriber.disconnect(true),
    );
  });
  subscriber.on('close', () => setUp(false));
  const ping = setInterval(() => {
    if (isUp) subscriber.ping().catch(() => subscriber.disconnect(true));
  }, PING_MS);
  ping.unref();
  subscriber.on('message', (channel: string, text: string) => {
    const { data } = message.safeParse(parsed(text));
    if (data === undefined || data.from === node || !channel.startsWith(begin)) return;
    hear(channel.slice(begin.length), data.ids === null ? null : new Set(data.ids));
  });

  return {
    publish: (database, ids) => {
      const said = { from: node, ids: ids.length > MOST_IDS ? null : ids };
      // Lost when Redis is away: the other nodes hold feeds then.
      commands.publish(begin + database, JSON.stringify(said)).catch(() => {});
    },
    subscribe: async (database) => {
      wanted.add(database);
      if (subscriber.status !== 'ready') return;
      try {
        await subscriber.subscribe(begin + database);
      } catch {
        // A connection that takes no subscription is taken down, so that nobody relies on it.
        setUp(false);
        subscriber.disconnect(true);
      }
    },
    unsubscribe: (database) => {
      wanted.delete(database);
      if (subscriber.status === 'ready') subscriber.unsubscribe(begin + database).catch(() => {});
    },
    isUp: () => isUp,
    onNews: (listener) => void (hear = listener),
    onChange: (notice) => void notices.push(notice),
    close: () => {
      clearInterval(ping);
      notices.length = 0;
    },
  };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
