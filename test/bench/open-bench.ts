// `bench open`: from the start of the process until Home shows every journey, beside a window that shows next to nothing.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { chromium, type Page } from 'playwright-core';

import { electronProgram } from '../support/launch.ts';
import { makeBenchApp, seedDevice } from './bench-app.ts';
import { median, tell } from './figures.ts';
import type { Sizes } from './sizes.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** What is started, on which folder, and what shows that it can be used. */
interface Start {
  readonly app: string;
  readonly userData: string;
  readonly usable: (page: Page) => Promise<void>;
}

export const benchOpen = async ({ openSmall, openLarge, openStarts }: Sizes, folder: string): Promise<void> => {
  const app = await makeBenchApp();
  const plumbline = async (records: number): Promise<Start> => {
    const userData = path.join(folder, `device-${records}`);
    await seedDevice(app, userData, { records, sealed: false });
    return { app: root, userData, usable: (page) => showsJourneys(page, Math.ceil(records / 1_000)) };
  };
  const starts = {
    'open.ms_empty': emptyWindow(folder),
    'open.ms_1k': await plumbline(openSmall),
    'open.ms_10k': await plumbline(openLarge),
  };
  await app.remove();
  const times = new Map(Object.keys(starts).map((figure) => [figure, [] as number[]]));
  // Once unmeasured: the first start fills the search index and the caches. Then in turn, so that all meet the same machine.
  for (const start of Object.values(starts)) await timeOf(start, filled);
  for (let n = 0; n < openStarts; n += 1)
    for (const [figure, start] of Object.entries(starts)) times.get(figure)?.push(await timeOf(start));
  for (const [figure, all] of times) tell(figure, median(all), 'ms');
};

const showsJourneys = async (page: Page, count: number): Promise<void> => {
  await page
    .getByRole('list', { name: 'Your journeys' })
    .getByRole('button', { name: /^Resume / })
    .nth(count - 1)
    .waitFor();
};

/** Waits until the index of the search no longer grows. */
const filled = async (page: Page): Promise<void> => {
  if (!page.url().startsWith('app:')) return;
  const count = (): Promise<string> =>
    page.evaluate(async () => JSON.stringify(await window.plumbline.ask('search.count', {})));
  for (let last = ''; last !== (await count()); await page.waitForTimeout(2_000)) last = await count();
};

/** Electron with the least that shows something: what no app on it can be quicker than. */
const emptyWindow = (folder: string): Start => {
  const app = path.join(folder, 'empty');
  mkdirSync(app);
  writeFileSync(path.join(app, 'package.json'), JSON.stringify({ name: 'empty', main: 'main.cjs' }));
  writeFileSync(path.join(app, 'index.html'), '<!doctype html><title>Empty</title><main>Empty</main>');
  writeFileSync(
    path.join(app, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');\napp.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile('index.html'));\n`,
  );
  return { app, userData: path.join(folder, 'empty-device'), usable: (page) => page.locator('main').waitFor() };
};

/** Milliseconds from the start of the process until it can be used. `afterwards` is not counted. */
const timeOf = async (
  { app, userData, usable }: Start,
  afterwards: (page: Page) => Promise<void> = async () => {},
): Promise<number> => {
  const from = performance.now();
  const args = [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--password-store=basic',
    `--user-data-dir=${userData}`,
    '--remote-debugging-port=0',
    app,
  ];
  const child = spawn(electronProgram(), args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(child.stderr));
    const context = browser.contexts()[0];
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    if (page === undefined) throw new Error('no window came');
    await usable(page);
    const took = performance.now() - from;
    await afterwards(page);
    return took;
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
};

const debuggingAddress = (said: NodeJS.ReadableStream): Promise<string> =>
  new Promise((resolve, reject) => {
    let log = '';
    said.on('data', (data: Buffer) => {
      log += data.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(log)?.[1];
      if (address !== undefined) resolve(address);
    });
    said.once('end', () => reject(new Error(`it ended at once:\n${log}`)));
  });
