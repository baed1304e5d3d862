// `bench query`: every question a screen asks, on a house of ten thousand records and on one of a hundred thousand, encrypted.
import path from 'node:path';

import { makeBenchApp, seedDevice, type BenchApp } from './bench-app.ts';
import { tell } from './figures.ts';
import type { QueryFigure } from './page/queries.ts';
import type { Sizes } from './sizes.ts';

export const benchQuery = async ({ queryMiddle, queryLarge, queryRuns }: Sizes, folder: string): Promise<void> => {
  const app = await makeBenchApp();
  try {
    for (const [figure, records] of [
      ['query.p95_10k_ms', queryMiddle],
      ['query.p95_100k_ms', queryLarge],
    ] as const) {
      const figures = await ask(app, path.join(folder, String(records)), { records, runs: queryRuns });
      for (const { name, p50, p95, found } of figures)
        console.log(
          `  ${records} records, ${name}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ${found} found`,
        );
      tell(figure, Math.max(...figures.map(({ p95 }) => p95)), 'ms');
    }
  } finally {
    await app.remove();
  }
};

/** Seeded and closed first: what is measured is read from the disk by a page that did not write it. */
const ask = async (
  app: BenchApp,
  device: string,
  { records, runs }: { readonly records: number; readonly runs: number },
): Promise<readonly QueryFigure[]> => {
  await seedDevice(app, device, { records, sealed: true });
  return app.at(device, async (page) => {
    await page.evaluate(() => window.bench.open(true));
    await page.evaluate(() => window.bench.fillSearch());
    return page.evaluate((count) => window.bench.queries(count), runs);
  });
};
