// `bench write`: how long a command takes from being asked for until it is committed, encrypted as shipped.
import path from 'node:path';

import { makeBenchApp } from './bench-app.ts';
import { percentile, tell } from './figures.ts';
import type { WriteTime } from './page/writes.ts';
import type { Sizes } from './sizes.ts';

export const benchWrite = async ({ writeRecords, writeCommands }: Sizes, folder: string): Promise<void> => {
  const app = await makeBenchApp();
  try {
    const times = await app.at(path.join(folder, 'device'), async (page) => {
      await page.evaluate(() => window.bench.open(true));
      await page.evaluate((count) => window.bench.seed(count), writeRecords);
      return page.evaluate((count) => window.bench.writes(count), writeCommands);
    });
    for (const [command, some] of Map.groupBy(times, (time) => time.command))
      console.log(`  ${command}: ${shareOf(some, 0.5).toFixed(1)} ms, p95 ${shareOf(some, 0.95).toFixed(1)} ms`);
    tell('write.p50_ms', shareOf(times, 0.5), 'ms');
    tell('write.p95_ms', shareOf(times, 0.95), 'ms');
  } finally {
    await app.remove();
  }
};

const shareOf = (times: readonly WriteTime[], share: number): number =>
  percentile(
    times.map(({ ms }) => ms),
    share,
  );
