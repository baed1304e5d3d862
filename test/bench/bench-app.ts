// Plumbline with its real main and the bench's page in place of the product's: same origin, same database, same keys.
import { cpSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Page } from 'playwright-core';
import { build } from 'vite';

import { makeBareApp } from '../support/bare-app.ts';
import { launch, type Launched } from '../support/launch.ts';
// For what it says of `window.bench`.
import type { BenchPage } from './page/main.ts';

export interface BenchApp {
  /** Starts it on a device's folder and hands its page out; closes it afterwards. */
  readonly at: <T>(userData: string, work: (page: Page, device: Launched) => Promise<T>) => Promise<T>;
  readonly remove: () => Promise<void>;
}

export const makeBenchApp = async (): Promise<BenchApp> => {
  const built = await mkdtemp(path.join(tmpdir(), 'plumbline-bench-page-'));
  await build({
    configFile: false,
    root: path.join(import.meta.dirname, 'page'),
    base: './',
    logLevel: 'warn',
    build: { outDir: built, emptyOutDir: true, target: 'chrome130', chunkSizeWarningLimit: 4_096 },
  });
  const bare = makeBareApp();
  cpSync(built, path.join(bare.folder, 'dist/renderer'), { recursive: true });
  rmSync(built, { recursive: true });
  return {
    at: async (userData, work) => {
      const device = await launch({ app: bare.folder, userData, protection: 'ask' });
      try {
        device.page.setDefaultTimeout(0);
        await device.page.waitForFunction(() => (window as Partial<Window & { bench: BenchPage }>).bench !== undefined);
        return await work(device.page, device);
      } finally {
        await device.close();
      }
    },
    remove: bare.remove,
  };
};

/** A device with so many records on its disk, made and closed again. */
export const seedDevice = (
  app: BenchApp,
  userData: string,
  { records, sealed }: { readonly records: number; readonly sealed: boolean },
): Promise<void> =>
  app.at(userData, async (page) => {
    await page.evaluate((isSealed) => window.bench.open(isSealed), sealed);
    await page.evaluate((count) => window.bench.seed(count), records);
    await page.evaluate(() => window.bench.close());
  });
