// `bench sync-live`: from the moment a comment is written on one device until the live query of another tells of it.
import type { Page } from 'playwright-core';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { keyOf } from '../../domain/kernel/ids.ts';
import { percentile, tell } from './figures.ts';
import { makeHousehold, type Household } from './household.ts';
import type { Moment } from './page/sync.ts';
import type { Sizes } from './sizes.ts';
import { formOf, inSyncWorld, type SyncWorld } from './sync-world.ts';

const SAME = 'live';
/** The three ways take turns, so that all meet the same machine. */
const ROUNDS = 5;
const WRITES_PER_SECOND = 50;

export const benchSyncLive = ({ perJourney, liveSamples }: Sizes, folder: string): Promise<void> =>
  inSyncWorld(folder, async (world) => {
    const household = await makeHousehold(world.server.url, { journeys: 1, perJourney });
    await world.couch.fill(SAME, household.records);
    const each = liveSamples / ROUNDS;
    const [idle, loaded, peer]: [number[], number[], number[]] = [[], [], []];
    await onTwoDevices(world, household, (a, b) =>
      onTwoPeers(world, async (leader, follower) => {
        for (let round = 0; round < ROUNDS; round += 1) {
          idle.push(...(await plumbline(household, { a, b, count: each })));
          peer.push(...(await pouch(leader, follower, each)));
          const others = writeFromElsewhere(household);
          loaded.push(...(await plumbline(household, { a, b, count: each })));
          console.log(`  round ${round + 1}: ${(await others.stop()).toFixed(0)} writes/s from others`);
        }
      }),
    );
    for (const [name, values] of Object.entries({ idle, loaded, peer }))
      console.log(
        `  ${name}: p50 ${percentile(values, 0.5)} ms, p95 ${percentile(values, 0.95)} ms of ${values.length}`,
      );
    tell('sync-live.p95_idle_ms', percentile(idle, 0.95), 'ms');
    tell('sync-live.p95_loaded_ms', percentile(loaded, 0.95), 'ms');
    tell('sync-live.p95_pouchdb_ms', percentile(peer, 0.95), 'ms');
  });

const onTwoDevices = (
  world: SyncWorld,
  household: Household,
  work: (a: Page, b: Page) => Promise<void>,
): Promise<void> => {
  const join = async (page: Page): Promise<void> => {
    await page.evaluate(() => window.bench.open(true));
    await page.evaluate((form) => window.bench.sync().enter('signIn', form), formOf(world, household));
    await page.evaluate(() => window.bench.sync().connect());
  };
  return world.app.at(world.device(), async (a) => {
    await join(a);
    await world.app.at(world.device(), async (b) => {
      await join(b);
      await b.evaluate((journey) => window.bench.sync().listen(journey), household.journeys[0] ?? '');
      await work(a, b);
    });
  });
};

const onTwoPeers = (
  { peers, couch }: SyncWorld,
  work: (leader: Page, follower: Page) => Promise<void>,
): Promise<void> =>
  peers.fresh((leader) =>
    peers.fresh(async (follower) => {
      await leader.evaluate((remote) => window.peer.lead(remote), couch.database(SAME));
      await follower.evaluate((remote) => window.peer.follow(remote), couch.database(SAME));
      await work(leader, follower);
    }),
  );

interface Devices {
  readonly a: Page;
  readonly b: Page;
  readonly count: number;
}

const plumbline = async ({ journeys }: Household, { a, b, count }: Devices): Promise<readonly number[]> => {
  const said = await a.evaluate(([journey, wanted]) => window.bench.sync().say(journey, wanted), [
    journeys[0] ?? '',
    count,
  ] as const);
  return latencies(said, () => b.evaluate(() => window.bench.sync().heard()));
};

const pouch = async (leader: Page, follower: Page, count: number): Promise<readonly number[]> => {
  const said = await leader.evaluate((wanted) => window.peer.say(wanted), count);
  return latencies(said, () => follower.evaluate(() => window.peer.heard()));
};

const ALL_HEARD_MS = 10_000;

/** Waits until all that was said was heard: one that got lost is no latency but a bug. */
const latencies = async (
  said: readonly Moment[],
  ask: () => Promise<readonly Moment[]>,
): Promise<readonly number[]> => {
  for (const until = Date.now() + ALL_HEARD_MS; ;) {
    const atByKey = new Map((await ask()).map(({ key, at }) => [key, at]));
    const times = said.flatMap(({ key, at }) => (atByKey.has(key) ? [(atByKey.get(key) ?? 0) - at] : []));
    if (times.length === said.length) return times;
    if (Date.now() > until) throw new Error(`${said.length - times.length} of ${said.length} writes never arrived`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

/** Edits of others in the same journey, one a request, as devices send them; `stop` answers how many a second it were. */
const writeFromElsewhere = ({ records, mint, push }: Household): { readonly stop: () => Promise<number> } => {
  const task = records.find(({ type, space, journey }) => type === 'task' && space === journey);
  if (task === undefined) throw new Error('the house has no task');
  const from = performance.now();
  let written = 0;
  const underWay = new Set<Promise<void>>();
  const timer = setInterval(() => {
    const writing = async (): Promise<void> => {
      await push([anotherOf(task, mint())]);
      written += 1;
    };
    const job = writing().finally(() => underWay.delete(job));
    underWay.add(job);
  }, 1_000 / WRITES_PER_SECOND);
  return {
    stop: async () => {
      clearInterval(timer);
      const perSecond = written / ((performance.now() - from) / 1_000);
      await Promise.all(underWay);
      return perSecond;
    },
  };
};

const anotherOf = (record: AnyRecord, stamp: string): AnyRecord => {
  const id = `${record.type}_${crypto.randomUUID()}`;
  return { ...record, id, key: keyOf(record.space, id), stamp };
};
