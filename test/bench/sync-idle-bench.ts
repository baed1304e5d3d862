// `bench sync-idle`: a device that has everything connects again, with few and with many records in as many journeys.
import { median, tell } from './figures.ts';
import { makeHousehold } from './household.ts';
import type { Sizes } from './sizes.ts';
import { formOf, inSyncWorld, type SyncWorld } from './sync-world.ts';

export const benchSyncIdle = (sizes: Sizes, folder: string): Promise<void> =>
  inSyncWorld(folder, async (world) => {
    const { idleJourneys, idleSmall, idleLarge } = sizes;
    for (const [figure, records] of [
      ['sync-idle.ms_10k', idleSmall],
      ['sync-idle.ms_60k', idleLarge],
    ] as const) {
      const times = await reconnects(world, { journeys: idleJourneys, records, runs: sizes.runs });
      console.log(
        `  ${records} records in ${idleJourneys} journeys: ${times.map((ms) => ms.toFixed(0)).join(', ')} ms`,
      );
      tell(figure, median(times), 'ms');
    }
  });

interface Question {
  readonly journeys: number;
  readonly records: number;
  readonly runs: number;
}

const reconnects = async (world: SyncWorld, { journeys, records, runs }: Question): Promise<readonly number[]> => {
  const household = await makeHousehold(world.server.url, { journeys, perJourney: records / journeys });
  return world.app.at(world.device(), async (page) => {
    await page.evaluate(() => window.bench.open(true));
    await page.evaluate((form) => window.bench.sync().enter('signIn', form), formOf(world, household));
    await page.evaluate(() => window.bench.sync().connect());
    const times: number[] = [];
    // The first is not counted: after it the name cards are sent and every database is open.
    for (let n = 0; n <= runs; n += 1) {
      await page.waitForTimeout(SETTLE_MS);
      await page.evaluate(() => window.bench.sync().hangUp());
      times.push(await page.evaluate(() => window.bench.sync().connect()));
    }
    return times.slice(1);
  });
};

const SETTLE_MS = 1_500;
