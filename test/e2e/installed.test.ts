// The package as a person gets it: installed, started as an ordinary user with the real sandbox, used, and removed again.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { personAt, type Person } from '../support/person.ts';

const checkout = path.resolve(import.meta.dirname, '../..');
const isRoot = process.getuid?.() === 0;
/** The user "nobody": no rights, and nothing of the checkout's owner. */
const ordinaryUser = isRoot ? { uid: 65_534, gid: 65_534 } : {};

const work = mkdtempSync(path.join(tmpdir(), 'plumbline-installed-'));
const home = path.join(work, 'home');
let program = '';
/** What the package put on the disk, as dpkg tells it. */
let installed: readonly string[] = [];

beforeAll(async () => {
  mkdirSync(home);
  if (ordinaryUser.uid !== undefined) {
    chownSync(work, ordinaryUser.uid, ordinaryUser.gid);
    chownSync(home, ordinaryUser.uid, ordinaryUser.gid);
  }
  const deb = process.env['PLUMBLINE_DEB'] ?? buildPackage();
  if (isRoot) {
    run('apt-get', ['-qq', '-y', '-o', 'DPkg::Lock::Timeout=300', '--no-install-recommends', 'install', deb]);
    program = '/opt/Plumbline/plumbline';
    installed = run('dpkg', ['-L', 'plumbline'])
      .trim()
      .split('\n')
      .filter((file) => file.includes('lumbline'));
  } else {
    run('dpkg-deb', ['-x', deb, path.join(work, 'root')]);
    program = path.join(work, 'root/opt/Plumbline/plumbline');
  }
}, 600_000);

const running = new Set<ChildProcess>();
afterEach(() => {
  for (const app of running) app.kill('SIGKILL');
});

afterAll(() => {
  if (isRoot && existsSync(program))
    run('apt-get', ['-qq', '-y', '-o', 'DPkg::Lock::Timeout=300', 'purge', 'plumbline']);
  rmSync(work, { recursive: true, force: true });
}, 120_000);

describe('the installed package', () => {
  test('is found in the menu of the desktop, with an icon', () => {
    const root = isRoot ? '/' : path.join(work, 'root');
    const entry = readFileSync(path.join(root, 'usr/share/applications/plumbline.desktop'), 'utf8');
    expect(entry).toContain('Exec=/opt/Plumbline/plumbline');
    expect(statSync(path.join(root, 'usr/share/icons/hicolor/256x256/apps/plumbline.png')).size).toBeGreaterThan(1000);
  });

  test('an ordinary user starts a journey, closes the window, and finds it again', async () => {
    const first = await start();
    expect(sandboxOf('renderer')).toEqual({
      seccomp: '2',
      noNewPrivileges: '1',
      user: String(ordinaryUser.uid ?? process.getuid?.()),
    });
    await first.page.getByLabel('Without encryption').check();
    await first.page.getByRole('button', { name: 'Go on' }).click();
    const person = personAt(first.page);
    await person.startJourney({ name: 'Kitchen from the package' });
    await person.openTab('Steps');
    await person.addStep('Order the worktop');
    // Reading and searching run in processes of their own, with native code and data that lie beside the archive.
    await person.addFiles('Add to this journey', [theirs('test/fixtures/receipts/001.jpg')]);
    await first.page.getByText('1 file added', { exact: true }).first().waitFor();
    await expectFound(person, 'HOLM');
    await first.end();

    const second = await start();
    await second.page.getByText('Kitchen from the package').first().waitFor();
    await expectFound(personAt(second.page), 'HOLM');
    await second.end();
  }, 300_000);

  test.runIf(isRoot)('is purged clean', () => {
    run('apt-get', ['-qq', '-y', '-o', 'DPkg::Lock::Timeout=300', 'purge', 'plumbline']);
    expect(installed.length).toBeGreaterThan(20);
    expect(installed.filter((file) => existsSync(file))).toEqual([]);
    expect(existsSync('/usr/bin/plumbline')).toBe(false);
  });
});

/** Finds a receipt by a word that stands only in its picture, asking again until it has been read. */
async function expectFound({ page, goTo }: Person, word: string): Promise<void> {
  await goTo('Search');
  const ask = async (): Promise<number> => {
    await page.getByRole('searchbox').fill('');
    await page.getByRole('searchbox').fill(word);
    await page
      .getByText(/results?$|Nothing found/)
      .first()
      .waitFor();
    return page.getByText('001.jpg').count();
  };
  await expect.poll(ask, { timeout: 120_000, interval: 500 }).toBeGreaterThan(0);
}

/** A file of the checkout as one of the ordinary user's own. */
function theirs(file: string): string {
  const copy = path.join(home, path.basename(file));
  copyFileSync(path.join(checkout, file), copy);
  if (ordinaryUser.uid !== undefined) chownSync(copy, ordinaryUser.uid, ordinaryUser.gid);
  return copy;
}

interface Started {
  readonly page: Page;
  readonly end: () => Promise<void>;
}

/** The inspector is fused off in a package, so the window is driven over the page's own debugging port. */
async function start(): Promise<Started> {
  rmSync(path.join(home, '.config/Plumbline/DevToolsActivePort'), { force: true });
  const env = {
    PATH: process.env['PATH'],
    DISPLAY: process.env['DISPLAY'],
    HOME: home,
    LANG: 'C.UTF-8',
    ...screenKey(),
  };
  const app = spawn(program, ['--remote-debugging-port=0'], {
    ...ordinaryUser,
    env,
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(app);
  app.once('exit', () => running.delete(app));
  const browser = await connect(app);
  const [context] = browser.contexts();
  // The debugging port answers before the window is there.
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
  if (page === undefined) throw new Error('The installed app shows no page.');
  return {
    page,
    end: async () => {
      const ended = new Promise((resolve) => app.once('exit', resolve));
      app.kill('SIGTERM');
      await ended;
    },
  };
}

/** A screen that asks for a key (xvfb-run makes one) gets the owner's, in a copy that the ordinary user may read. */
function screenKey(): Readonly<Record<string, string>> {
  const key = process.env['XAUTHORITY'];
  if (key === undefined || !existsSync(key)) return {};
  const copy = path.join(home, '.Xauthority');
  copyFileSync(key, copy);
  if (ordinaryUser.uid !== undefined) chownSync(copy, ordinaryUser.uid, ordinaryUser.gid);
  return { XAUTHORITY: copy };
}

function connect(app: ChildProcess): Promise<Browser> {
  return new Promise((resolve, reject) => {
    let log = '';
    const hear = (data: Buffer): void => {
      log += data.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(log)?.[1];
      if (address !== undefined) chromium.connectOverCDP(address).then(resolve, reject);
    };
    app.stderr?.on('data', hear);
    app.once('exit', (code) => reject(new Error(`The installed app ended with ${String(code)}:\n${log}`)));
  });
}

/** How the kernel holds the first process of that type of the installed app. */
function sandboxOf(type: string): unknown {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const command = readOr(`/proc/${pid}/cmdline`, '');
    if (!command.startsWith(program) || !command.includes(`--type=${type}`)) continue;
    const status = readOr(`/proc/${pid}/status`, '');
    const line = (name: string): string | undefined => new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1];
    return { seccomp: line('Seccomp'), noNewPrivileges: line('NoNewPrivs'), user: line('Uid') };
  }
  return `no process of type ${type}`;
}

function readOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return otherwise;
  }
}

function buildPackage(): string {
  run(process.execPath, ['scripts/run.mjs', 'dist', 'deb'], {
    PLUMBLINE_RELEASE: path.join(work, 'release'),
    PLUMBLINE_DEB_COMPRESSION: 'gz',
  });
  const deb = readdirSync(path.join(work, 'release')).find((name) => name.endsWith('.deb'));
  if (deb === undefined) throw new Error('npm run dist made no .deb');
  return path.join(work, 'release', deb);
}

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  return execFileSync(command, args, {
    cwd: checkout,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
