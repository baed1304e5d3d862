// Two server processes on one store with a Redis and a proxy before them: what one of them took is heard at the other, live,
// also when Redis is killed in the middle; a revoke holds at both; tries are counted together.
import { setTimeout as sleep } from 'node:timers/promises';
import { createCouchStore } from '../../sync-server/store/couch/couch-store.ts';
import { newRecord } from '../integration/server/records.ts';
import {
  addContractor,
  addFamily,
  askAt,
  failureOf,
  newHousehold,
  newPerson,
  openDevice,
  type Device,
  type Household,
  type Reachable,
} from '../integration/server/server-world.ts';
import { holds, isKind, openStream, type StreamReader } from '../integration/server/stream-reader.ts';
import { startLoopbackCouch } from '../support/loopback-couch.ts';
import { hasRedis, NO_REDIS, startRealRedis, type RealRedis } from '../support/real-redis.ts';
import { startRealServer } from '../support/real-server.ts';
import { startRoundRobin } from './round-robin.ts';

export interface PlayedNodes {
  /** How long a write took from one node's device to the other's, ms, each sample. */
  readonly withRedis: readonly number[];
  readonly withoutRedis: readonly number[];
  /** What should have been so and was not. */
  readonly wrong: readonly string[];
}

export interface NodesOptions {
  readonly samples: number;
  /** An empty CouchDB, which is left empty; '' for a stand-in on the loopback address. */
  readonly couch: string;
  readonly say: (line: string) => void;
}

/** Longer than any way that news takes. */
const HEARD_MS = 10_000;
/** Until both servers have noticed that Redis is there or gone, ms. */
const NOTICED_MS = 3_500;
const EMAIL_TRIES = 10;

export const playNodes = async ({ samples, couch: given, say }: NodesOptions): Promise<PlayedNodes> => {
  const ends: (() => Promise<void>)[] = [];
  try {
    const loopback = given === '' ? await startLoopbackCouch() : null;
    const couch = loopback?.url ?? given;
    if (loopback !== null) ends.push(loopback.end);
    else ends.push(await emptied(couch));
    const redis = hasRedis() ? await startRealRedis() : null;
    if (redis !== null) ends.push(redis.end);
    const env = {
      COUCHDB_URL: couch,
      REDIS_URL: redis?.url ?? '',
      PLUMBLINE_TRUST_PROXY: 'loopback',
      PLUMBLINE_LOG: 'error',
    };
    const first = await startRealServer(env);
    ends.push(first.end);
    const second = await startRealServer(env);
    ends.push(second.end);
    const proxy = await startRoundRobin([first.url, second.url]);
    ends.push(proxy.end);
    say(
      `store: ${loopback === null ? 'CouchDB' : 'a stand-in for CouchDB'}; redis: ${redis === null ? NO_REDIS : 'yes'}`,
    );
    return await play({ at: [first.url, second.url, proxy.url].map(reachable), redis, samples, say });
  } finally {
    for (const end of ends.toReversed()) await end();
  }
};

/** Refuses a CouchDB that holds a Plumbline already; answers how to leave it as it was. */
const emptied = async (url: string): Promise<() => Promise<void>> => {
  const store = createCouchStore({ url });
  if ((await store.databases()).length > 0)
    throw new Error('the CouchDB at COUCHDB_URL holds a store: give an empty one');
  return async () => {
    for (const database of await store.databases()) await store.destroy(database);
  };
};

const reachable = (address: string): Reachable => ({
  url: () => address,
  now: Date.now,
  ask: (route, ask = {}) => askAt(address, route, ask),
});

interface Stage {
  /** The first node, the second, and the proxy before both. */
  readonly at: readonly Reachable[];
  readonly redis: RealRedis | null;
  readonly samples: number;
  readonly say: (line: string) => void;
}

const play = async ({ at, redis, samples, say }: Stage): Promise<PlayedNodes> => {
  const [first, second, proxy] = at;
  if (first === undefined || second === undefined || proxy === undefined) throw new Error('no nodes');
  const wrong: string[] = [];
  const house = await newHousehold(proxy);
  const writer = openDevice(first, house.owner);
  const reader = openDevice(second, await addFamily(proxy, house));
  const stream = await openStream(second, reader, (await reader.pullAll()).cursors);
  await sleep(NOTICED_MS);
  const sample = async (name: string): Promise<readonly number[]> => {
    const took: number[] = [];
    for (let n = 0; n < samples; n += 1) {
      const ms = await hearing({ writer, house, stream });
      if (ms === null) wrong.push(`${name}: write ${n} was not heard at the other node`);
      else took.push(ms);
    }
    return took;
  };
  const withRedis = redis === null ? [] : await sample('with redis');
  await redis?.kill();
  // Written in the very moment: the servers have not noticed yet.
  const atOnce = await sample('as redis went');
  await sleep(redis === null ? 0 : NOTICED_MS);
  const withoutRedis = await sample('without redis');
  wrong.push(...(await revokeAtBoth({ first, second, house })));
  await redis?.start();
  await sleep(redis === null ? 0 : NOTICED_MS);
  wrong.push(...(await revokeAtBoth({ first, second, house })));
  if (redis !== null) {
    const again = await sample('redis is back');
    say(`redis killed and back: ${atOnce.length + again.length} of ${2 * samples} writes heard around it`);
    wrong.push(...(await triesTogether(first, second, house.owner.email)));
  }
  stream.close();
  return { withRedis, withoutRedis, wrong };
};

interface Line {
  readonly writer: Device;
  readonly house: Household;
  readonly stream: StreamReader;
}

/** From the moment a device begins to send until the other has the record, ms; null when it never came. */
const hearing = async ({ writer, house, stream }: Line): Promise<number | null> => {
  const step = newRecord(writer, house.shared, 'step');
  const heard = stream.until(holds(step.stamp)).then(() => performance.now());
  const from = performance.now();
  await writer.put(step);
  const at = await Promise.race([heard, sleep(HEARD_MS, null)]);
  return at === null ? null : at - from;
};

interface Both {
  readonly first: Reachable;
  readonly second: Reachable;
  readonly house: Household;
}

const revokeAtBoth = async ({ first, second, house }: Both): Promise<readonly string[]> => {
  const { device } = await addContractor(first, house);
  const there = openDevice(second, device);
  const stream = await openStream(second, there, (await there.pullAll()).cursors);
  const body = { from: 'journey', journey: house.journey, person: device.person };
  const revoked = await openDevice(first, house.owner).ask('/access/revoke', { method: 'POST', body });
  const { spaces } = await there.hello();
  const { records } = await there.pullAll();
  const told = await Promise.race([stream.until(isKind('revoked')), sleep(HEARD_MS, null)]);
  stream.close();
  return [
    ...(revoked.status === 200 ? [] : [`a revoke was answered ${revoked.status}`]),
    ...(spaces.length + records.length === 0 ? [] : ['the other node gave something out after a revoke']),
    ...(told === null ? ['the stream at the other node was not told of a revoke'] : []),
  ];
};

const triesTogether = async (first: Reachable, second: Reachable, email: string): Promise<readonly string[]> => {
  const answers: string[] = [];
  for (let n = 0; n <= EMAIL_TRIES; n += 1) {
    const body = { email, password: 'not the password', person: newPerson(), device: 'test' };
    const answer = await (n % 2 === 0 ? first : second).ask('/account/sign-in', { method: 'POST', body });
    answers.push(failureOf(answer));
  }
  const busy = answers.flatMap((answer, n) => (answer === 'ServerBusy' ? [n] : []));
  return busy.join() === String(EMAIL_TRIES) ? [] : [`tries were not counted together: ${answers.join(', ')}`];
};
