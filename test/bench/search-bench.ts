// `bench search`: thousands of long papers among a house's records, through the window's own feed into main's index, and asked again.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

import { makeBenchApp, seedDevice } from './bench-app.ts';
import { percentile, tell } from './figures.ts';
import { measureMiniSearch } from './peer-minisearch.ts';
import type { Sizes } from './sizes.ts';

/** Nobody asks anything for so long before the questions: then the words of the index are taken in. */
const REST_MS = 6_000;

export const benchSearch = async (sizes: Sizes, folder: string): Promise<void> => {
  const { searchDocuments: papers, searchWords: words, searchRecords: records, searchRuns: runs } = sizes;
  const app = await makeBenchApp();
  const device = path.join(folder, 'device');
  const opened = <T>(work: (page: Page) => Promise<T>): Promise<T> =>
    app.at(device, async (page) => {
      await page.evaluate(() => window.bench.open(true));
      return work(page);
    });
  try {
    await seedDevice(app, device, { records, sealed: true });
    await opened((page) =>
      page.evaluate((of) => window.bench.search().addPapers(of.papers, of.words), { papers, words }),
    );
    const built = await opened((page) => page.evaluate(() => window.bench.search().build()));
    tell('search.build_s', built / 1_000, 's');
    await opened(async (page) => {
      tell('search.load_ms', await page.evaluate(() => window.bench.search().load()), 'ms');
      await page.evaluate((ms) => window.bench.search().rest(ms), REST_MS);
      const times = await page.evaluate((of) => window.bench.search().ask(of.runs, of.words), { runs, words });
      for (const [name, mine] of Map.groupBy(times, (time) => time.name)) {
        const all = mine.map(({ ms }) => ms);
        const found = mine.reduce((sum, one) => sum + one.found, 0) / mine.length;
        console.log(
          `  ${name}: p50 ${percentile(all, 0.5).toFixed(1)} ms, p95 ${percentile(all, 0.95).toFixed(1)} ms, ${found.toFixed(0)} found on average`,
        );
      }
      const all = times.map(({ ms }) => ms);
      tell('search.p50_ms', percentile(all, 0.5), 'ms');
      tell('search.p95_ms', percentile(all, 0.95), 'ms');
      const updates = await page.evaluate((of) => window.bench.search().update(of.runs, of.words), { runs, words });
      tell('search.update_ms', percentile(updates, 0.95), 'ms');
    });
    const index = path.join(device, 'index');
    const bytes = readdirSync(index).reduce((sum, name) => sum + statSync(path.join(index, name)).size, 0);
    tell('search.mb', bytes / 1e6, 'MB');
    const peer = measureMiniSearch({ papers, words, runs });
    tell('search.minisearch_build_s', peer.buildMs / 1_000, 's');
    tell('search.minisearch_p95_ms', percentile(peer.times, 0.95), 'ms');
  } finally {
    await app.remove();
  }
};
