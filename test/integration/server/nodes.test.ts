// The short form of `npm run nodes`: two built servers as processes of their own, a Redis that is killed, and a proxy.
import { expect, test } from 'vitest';
import { playNodes } from '../../nodes/play-nodes.ts';
import { hasRedis, NO_REDIS } from '../../support/real-redis.ts';

test('[ST1][AC8][AN6] two server processes behind a proxy are one server to devices, with Redis and while it is killed', async ({
  skip,
}) => {
  skip(!hasRedis(), NO_REDIS);
  const { withRedis, withoutRedis, wrong } = await playNodes({ samples: 3, couch: '', say: () => {} });
  expect(wrong).toEqual([]);
  expect([withRedis.length, withoutRedis.length]).toEqual([3, 3]);
}, 120_000);
