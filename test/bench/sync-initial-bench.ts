// `bench sync-initial`: all records of a household into a fresh client, encrypted as shipped; beside it PouchDB and bare IndexedDB.
import { median, quickest, tell, type Trials } from './figures.ts';
import { makeHousehold, type Household } from './household.ts';
import type { Sizes } from './sizes.ts';
import { formOf, inSyncWorld, POUCH_BATCHES, type SyncWorld } from './sync-world.ts';

/** The database of the peers that holds the same documents. */
const SAME = 'same';

export const benchSyncInitial = ({ syncRecords, perJourney, runs }: Sizes, folder: string): Promise<void> =>
  inSyncWorld(folder, async (world) => {
    const size = { journeys: syncRecords / perJourney, perJourney };
    const household = await makeHousehold(world.server.url, size);
    await world.couch.fill(SAME, household.records);
    const tried: Trials<number>[] = [];
    for (const batch of POUCH_BATCHES) tried.push({ way: batch, values: [await pouch(world, batch, syncRecords)] });
    const best = quickest(tried);
    const [ours, theirs, bare]: [number[], number[], number[]] = [[], [...best.values], []];
    for (let n = 0; n < runs; n += 1) {
      ours.push(await plumbline(world, household));
      if (theirs.length < runs) theirs.push(await pouch(world, best.way, syncRecords));
      bare.push(await limit(world, syncRecords));
    }
    await world.couch.remove(SAME);
    const perSecond = (times: readonly number[]): number => (syncRecords / median(times)) * 1_000;
    for (const { way, values } of tried)
      console.log(`  PouchDB, batches of ${way}: ${perSecond(values).toFixed(0)} docs/s`);
    console.log(
      `  Plumbline ${perSecond(ours).toFixed(0)} docs/s, PouchDB ${perSecond(theirs).toFixed(0)}, IndexedDB alone ${perSecond(bare).toFixed(0)}`,
    );
    tell('sync-initial.seconds', median(ours) / 1_000, 's');
    tell('sync-initial.ratio_pouchdb', median(theirs) / median(ours), 'x');
    tell('sync-initial.ratio_limit', median(bare) / median(ours), 'x');
  });

const plumbline = (world: SyncWorld, household: Household): Promise<number> =>
  world.app.at(world.device(), async (page) => {
    await page.evaluate(() => window.bench.open(true));
    await page.evaluate((form) => window.bench.sync().enter('signIn', form), formOf(world, household));
    const ms = await page.evaluate(() => window.bench.sync().connect());
    const count = await page.evaluate(() => window.bench.sync().count());
    if (count < household.records.length) throw new Error(`live with ${count} of ${household.records.length} records`);
    return ms;
  });

const pouch = ({ peers, couch }: SyncWorld, batch: number, wanted: number): Promise<number> =>
  peers.fresh(async (page) => {
    const { ms, docs } = await page.evaluate(([from, size]) => window.peer.pull(from, size), [
      couch.database(SAME),
      batch,
    ] as const);
    if (docs !== wanted) throw new Error(`PouchDB pulled ${docs} of ${wanted} documents`);
    return ms;
  });

const limit = ({ peers, couch }: SyncWorld, wanted: number): Promise<number> =>
  peers.fresh(async (page) => {
    const { ms, docs } = await page.evaluate((from) => window.peer.bare(from), couch.database(SAME));
    if (docs !== wanted) throw new Error(`${docs} of ${wanted} documents were put`);
    return ms;
  });
