// Starts the built Plumbline in a real window, on a folder of its own, for tests and for the demo.
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

import { _electron, type ElectronApplication, type Page } from 'playwright-core';

const root = path.resolve(import.meta.dirname, '../..');

export interface LaunchOptions {
  /** The folder of the app to start; the checkout unless told otherwise. */
  readonly app?: string;
  /** A device: the folder that holds all its data. Absent: a fresh one, removed by `close`. */
  readonly userData?: string;
  /** Added to the environment, such as PLUMBLINE_SERVER_URL or PLUMBLINE_SAVE_DIR. */
  readonly env?: Readonly<Record<string, string>>;
  /** More command-line arguments for the app. */
  readonly args?: readonly string[];
  /** Folder of a gnome-keyring that runs beside the app. Absent: the app sees no keyring, as on a computer without one. */
  readonly keyring?: string;
  /** `ask` starts as on a person's first day; otherwise a fresh device has already chosen to go unencrypted. */
  readonly protection?: 'ask' | 'none';
}

export interface Launched {
  readonly app: ElectronApplication;
  /** The first window's page, loaded. */
  readonly page: Page;
  readonly userData: string;
  /** Closes the window as a person would, and waits for the end of the process. Removes the folder if `launch` made it. */
  readonly close: () => Promise<void>;
  /** `kill -9` of the main process, as a power cut would. The folder stays; the caller may launch on it again. Not with a keyring. */
  readonly kill: () => Promise<void>;
}

export const launch = async ({
  app: appFolder = root,
  userData,
  env = {},
  args = [],
  keyring,
  protection = 'none',
}: LaunchOptions = {}): Promise<Launched> => {
  const folder = userData ?? mkdtempSync(path.join(tmpdir(), 'plumbline-device-'));
  if (protection === 'none') chooseUnencrypted(folder);
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const app = await _electron.launch({
    cwd: appFolder,
    // With a given executable Playwright does not force `--password-store=basic`.
    executablePath: keyring === undefined ? electronProgram() : path.join(root, 'test/support/with-keyring.sh'),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      keyring === undefined ? '--password-store=basic' : '--password-store=gnome-libsecret',
      `--user-data-dir=${folder}`,
      ...args,
      '.',
    ],
    env: {
      ...inherited,
      PLUMBLINE_NO_RELAUNCH: '1',
      ...(keyring === undefined ? {} : { XDG_DATA_HOME: keyring, PLUMBLINE_TEST_ELECTRON: electronProgram() }),
      ...env,
    },
  });
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  const child = app.process();
  const ended = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
  });
  return {
    app,
    page,
    userData: folder,
    close: async () => {
      await app.close();
      await ended;
      if (userData === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};

/** What the app writes itself when a person chooses to go without. */
const chooseUnencrypted = (folder: string): void => {
  const file = path.join(folder, 'keys.json');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, JSON.stringify({ version: 1, mode: 'none' }));
};

/** The runtime that scripts/run/electron.mjs chose, the pinned one, or the stand-in that lies in the cache. */
export const electronProgram = (): string => {
  const chosen = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const cache = process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache');
  const places =
    chosen === undefined
      ? [path.join(root, 'node_modules/electron/dist'), path.join(cache, 'electron-dist-33.2.1')]
      : [chosen];
  const found = places.map((place) => path.join(place, 'electron')).find((program) => existsSync(program));
  if (found === undefined) throw new Error('no Electron found: run `npm test`, which fetches it');
  return found;
};
