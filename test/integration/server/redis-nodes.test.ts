// Two server nodes that share a Redis: news of writes, revokes and counts of tries go through it, and nothing stops when it is away.
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createServer, type ServerOptions, type SyncServer } from '../../../sync-server/server.ts';
import { startLoopbackCouch, type LoopbackCouch } from '../../support/loopback-couch.ts';
import { hasRedis, NO_REDIS, startRealRedis, type RealRedis } from '../../support/real-redis.ts';
import { newRecord } from './records.ts';
import {
  addContractor,
  addFamily,
  failureOf,
  newHousehold,
  openDevice,
  openWorld,
  signUp,
  type Device,
  type Household,
  type World,
  trySignIn,
} from './server-world.ts';
import { bringFile, holds, isKind, openStream, type StreamReader } from './stream-reader.ts';

const missing = !hasRedis();

let loopback: LoopbackCouch;
let redis: RealRedis;
let first: World;
let second: World;
let secondServer: SyncServer;
let options: Pick<ServerOptions, 'couch' | 'redis' | 'rateLimits'>;
let house: Household;
const ends: (() => Promise<void>)[] = [];

beforeEach(async ({ skip }) => {
  skip(missing, NO_REDIS);
  loopback = await startLoopbackCouch();
  ends.push(loopback.end);
  redis = await startRealRedis();
  ends.push(redis.end);
  options = {
    couch: { url: loopback.url, prefix: `redis-${randomUUID().slice(0, 8)}-` },
    redis: redis.url,
    rateLimits: { perMinute: 12, perEmail: 4 },
  };
  first = await openWorld(options);
  ends.push(first.end);
  await startSecond();
  ends.push(() => secondServer.close());
  second = {
    ...first,
    url: () => secondServer.address(),
    ask: (route, ask = {}) => first.askAt(secondServer.address(), route, ask),
  };
  house = await newHousehold(first);
});
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

const startSecond = async (): Promise<void> => {
  secondServer = await createServer({ port: 0, data: first.data, ...options });
  await secondServer.listen();
};

const listen = async (device: Device): Promise<StreamReader> => {
  const stream = await openStream(second, device, (await device.pullAll()).cursors);
  // Until all it reads is followed, and, where news is carried, subscribed to.
  const probe = newRecord(house.owner, house.shared, 'step');
  await house.owner.put(probe);
  await stream.until(holds(probe.stamp));
  return stream;
};

/** A write by one node and whether it is heard by the other within the time. */
const isHeard = async (stream: StreamReader, withinMs: number): Promise<boolean> => {
  const step = newRecord(house.owner, house.shared, 'step');
  await house.owner.put(step);
  return Promise.race([stream.until(holds(step.stamp)).then(() => true), sleep(withinMs, false)]);
};

const becomesHeard = async (stream: StreamReader, withinMs: number): Promise<boolean> => {
  const until = Date.now() + withinMs;
  while (Date.now() < until) if (await isHeard(stream, 300)) return true;
  return false;
};

/** Once both nodes have found it again. What a feed was asked before it fell silent may still bring the first of the writes. */
const expectHeardByRedis = async (stream: StreamReader): Promise<void> => {
  loopback.silence(true);
  expect(await becomesHeard(stream, 10_000)).toBe(true);
  expect(await isHeard(stream, 5_000)).toBe(true);
  loopback.silence(false);
};

test('[ST1] news of a write comes by Redis alone, by feeds while Redis is away, and by Redis again', async () => {
  const finn = openDevice(second, await addFamily(first, house));
  const stream = await listen(finn);
  loopback.silence(true);
  expect(await isHeard(stream, 5_000)).toBe(true);

  await redis.kill();
  loopback.silence(false);
  expect(await becomesHeard(stream, 10_000)).toBe(true);
  expect(await isHeard(stream, 5_000)).toBe(true);

  await redis.start();
  await expectHeardByRedis(stream);
  stream.close();
});

test('[ST9] a file that became complete at one node is heard at the other', async () => {
  const finn = openDevice(second, await addFamily(first, house));
  const stream = await listen(finn);
  const sha = await bringFile(house.owner, house.hidden, new Uint8Array(randomBytes(3_000)));
  expect(await stream.until(isKind('files'))).toEqual({ kind: 'files', space: house.hidden, shas: [sha] });
  stream.close();
});

test('[AC8][ST3] a revoke that one node answered holds on the other from then on, and its stream says so', async () => {
  for (const isAway of [false, true]) {
    if (isAway) await redis.kill();
    const { device } = await addContractor(first, house);
    const carl = openDevice(second, device);
    await house.owner.put(newRecord(house.owner, house.shared, 'step'));
    const stream = await openStream(second, carl, (await carl.pullAll()).cursors);
    const body = { from: 'journey', journey: house.journey, person: carl.person };
    expect((await house.owner.ask('/access/revoke', { method: 'POST', body })).status).toBe(200);
    expect((await carl.hello()).spaces).toEqual([]);
    expect((await carl.pullAll()).records).toEqual([]);
    expect(await carl.put(newRecord(carl, house.shared, 'comment'))).toMatchObject({ kind: 'refused' });
    expect((await stream.until(isKind('revoked'))).space).toBe(house.shared);
    stream.close();
  }
});

const triesAt = async (world: World, times: number, email = 'nobody@example.org'): Promise<readonly string[]> => {
  const answers: string[] = [];
  for (let n = 0; n < times; n += 1) {
    answers.push(failureOf(await trySignIn(world, { email, password: 'wrong password' })));
  }
  return answers;
};
const wrong = (times: number): readonly string[] => Array.from({ length: times }, () => 'SignInWrong');

test('[AN6] tries at one e-mail are counted by both nodes together; while Redis is away each counts by itself', async () => {
  const vera = await signUp(first, 'vera');
  expect(await triesAt(first, 2, vera.email)).toEqual(wrong(2));
  expect(await triesAt(second, 3, vera.email)).toEqual([...wrong(2), 'ServerBusy']);
  expect(await triesAt(first, 1, vera.email)).toEqual(['ServerBusy']);
  await redis.kill();
  // This node has counted three of its own: a fourth is allowed, a fifth is not.
  expect(await triesAt(first, 2, vera.email)).toEqual(['SignInWrong', 'ServerBusy']);
});

test('[AN6] tries from one address are counted by both nodes together; while Redis is away each counts by itself', async () => {
  const each = async (world: World, from: number, times: number): Promise<readonly string[]> =>
    (await Promise.all(Array.from({ length: times }, (_, n) => triesAt(world, 1, `${from + n}@example.org`)))).flat();
  expect(await each(first, 0, 6)).toEqual(wrong(6));
  expect((await each(second, 6, 8)).filter((answer) => answer === 'ServerBusy')).toHaveLength(2);
  expect(await each(first, 20, 1)).toEqual(['ServerBusy']);
  await redis.kill();
  // Seven of its own so far: five more of twelve.
  expect((await each(first, 30, 7)).filter((answer) => answer === 'ServerBusy')).toHaveLength(2);
});

test('[ST1] a node that starts while Redis is away works, and uses it once it is there', async () => {
  await redis.kill();
  await secondServer.close();
  await startSecond();
  const finn = openDevice(second, await addFamily(second, house));
  const stream = await listen(finn);
  await redis.start();
  await expectHeardByRedis(stream);
  stream.close();
});
