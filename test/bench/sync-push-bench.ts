// `bench sync-push`: what was written offline goes to the server, encrypted as shipped; beside it PouchDB.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';

import { helloReply } from '../../protocol/sync/hello.ts';
import { pullReply } from '../../protocol/sync/pull.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import { sessionReply } from '../../protocol/account/account.ts';
import { ACCOUNT_PATHS } from '../../protocol/account/paths.ts';
import { median, quickest, tell, type Trials } from './figures.ts';
import { makeHousehold, post } from './household.ts';
import type { Sizes } from './sizes.ts';
import { formOf, inSyncWorld, POUCH_BATCHES, type SyncWorld } from './sync-world.ts';

const SAME = 'same';

export const benchSyncPush = ({ syncRecords, perJourney, runs }: Sizes, folder: string): Promise<void> =>
  inSyncWorld(folder, async (world) => {
    const house = await makeHousehold(world.server.url, { journeys: syncRecords / perJourney, perJourney });
    await world.couch.fill(SAME, house.records);
    const tried: Trials<number>[] = [];
    for (const batch of POUCH_BATCHES) tried.push({ way: batch, values: [await pouch(world, batch, syncRecords)] });
    const best = quickest(tried);
    const [ours, theirs]: [number[], number[]] = [[], [...best.values]];
    for (let n = 0; n < runs; n += 1) {
      ours.push(await plumbline(world, syncRecords));
      if (theirs.length < runs) theirs.push(await pouch(world, best.way, syncRecords));
    }
    await world.couch.remove(SAME);
    const perSecond = (times: readonly number[]): number => (syncRecords / median(times)) * 1_000;
    for (const { way, values } of tried)
      console.log(`  PouchDB, batches of ${way}: ${perSecond(values).toFixed(0)} docs/s`);
    console.log(`  Plumbline ${perSecond(ours).toFixed(0)} docs/s, PouchDB ${perSecond(theirs).toFixed(0)}`);
    tell('sync-push.ratio_pouchdb', median(theirs) / median(ours), 'x');
  });

/** Signed up at the beginning, as everyone is who worked offline before; counted from there until the server has all. */
const plumbline = (world: SyncWorld, records: number): Promise<number> =>
  world.app.at(world.device(), async (page) => {
    await page.evaluate(() => window.bench.open(true));
    await page.evaluate((count) => window.bench.seed(count), records);
    const who = { email: `${randomUUID()}@example.org`, password: 'measure twice, cut once' };
    await page.evaluate((form) => window.bench.sync().enter('signUp', form), formOf(world, who));
    const ms = await page.evaluate(() => window.bench.sync().connect());
    const there = await countOnServer(world.server.url, who);
    if (there < records) throw new Error(`live, and the server has ${there} of ${records} records`);
    return ms;
  });

const PAGE = 5_000;

/** What another device of the account would be sent. */
const countOnServer = async (
  url: string,
  who: { readonly email: string; readonly password: string },
): Promise<number> => {
  const body = { ...who, person: `person_${randomUUID()}`, device: 'bench' };
  const { token } = await post(url, sessionReply, { path: ACCOUNT_PATHS.signIn, body });
  const { store } = await post(url, helloReply, { path: `/sync/hello?protocol=${PROTOCOL_VERSION}`, token });
  const counted = pullReply.extend({ records: z.array(z.unknown()) });
  const cursors = {};
  for (let count = 0; ;) {
    const page = await post(url, counted, { path: '/sync/pull', body: { store, cursors, limit: PAGE }, token });
    count += page.records.length;
    Object.assign(cursors, page.cursors);
    if (page.records.length < PAGE && page.more !== true) return count;
  }
};

const pouch = async ({ peers, couch }: SyncWorld, batch: number, wanted: number): Promise<number> => {
  const to = `to-${randomUUID()}`;
  await couch.make(to);
  try {
    return await peers.fresh(async (page) => {
      const { ms } = await page.evaluate(([from, into, size]) => window.peer.push(from, into, size), [
        couch.database(SAME),
        couch.database(to),
        batch,
      ] as const);
      const there = await couch.count(to);
      if (there !== wanted) throw new Error(`PouchDB sent ${there} of ${wanted} documents`);
      return ms;
    });
  } finally {
    await couch.remove(to);
  }
};
