// Finds the Electron that windows run on: the pinned one, or where GitHub can't be reached the 33.2.1 stand-in.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { cleanEnv, finish, must } from './children.mjs';
import { cache, node, root } from './paths.mjs';
import { say, stage, Stop } from './stage.mjs';

const pinned = () => JSON.parse(readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8')).version;
/** A silent mirror hangs for ever; ms. */
const downloadLimit = 60_000;
/** How long "could not be reached" is believed, so that a second start takes seconds; ms. */
const retryAfter = 24 * 3600_000;

/** The runtime's folder, its version, and whether it is the stand-in: packages made with that are never released. */
export async function electronRuntime() {
  const chosen = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (chosen) {
    if (!existsSync(program(chosen)))
      throw new Stop(`ELECTRON_OVERRIDE_DIST_PATH names ${chosen}, which holds no Electron.`);
    return describe(chosen);
  }
  const own = path.join(root, 'node_modules/electron/dist');
  if (existsSync(program(own)) && versionOf(own) === pinned()) return describe(own);
  if (await download()) return describe(own);
  return describe(await standIn());
}

/** Environment for everything that starts windows: playwright and the electron package read it. */
export function electronEnv({ dist }) {
  return { ELECTRON_OVERRIDE_DIST_PATH: dist };
}

/** The executable inside a runtime's folder. */
export function program(dist) {
  if (process.platform === 'win32') return path.join(dist, 'electron.exe');
  if (process.platform === 'darwin') return path.join(dist, 'Electron.app/Contents/MacOS/Electron');
  return path.join(dist, 'electron');
}

function describe(dist) {
  const version = versionOf(dist);
  const isStandIn = version !== pinned();
  if (isStandIn) say(`Electron ${version} stands in for ${pinned()}; what is packaged with it is marked -standin`);
  return { dist, version, isStandIn };
}

function versionOf(dist) {
  const file = path.join(dist, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : '';
}

async function download() {
  const note = path.join(cache, `electron-${pinned()}-unreachable`);
  if (existsSync(note) && Date.now() - statSync(note).mtimeMs < retryAfter && !process.env.PLUMBLINE_FETCH_ELECTRON)
    return false;
  const limit = new AbortController();
  const code = await stage(`Electron ${pinned()}`, async () => {
    const { start, end } = await import('./children.mjs');
    const install = start(node, ['node_modules/electron/install.js'], { env: cleanEnv(), stdio: 'ignore', grace: 500 });
    const timer = setTimeout(() => limit.abort(), downloadLimit);
    limit.signal.addEventListener('abort', () => void end(install));
    const result = await install.ended;
    clearTimeout(timer);
    return result.code ?? 1;
  });
  if (code === 0) return true;
  mkdirSync(cache, { recursive: true });
  writeFileSync(note, 'Remove this file, or set PLUMBLINE_FETCH_ELECTRON=1, to try the download again at once.\n');
  say(`Electron ${pinned()} could not be fetched${limit.signal.aborted ? ` within ${downloadLimit / 1000} s` : ''}`);
  return false;
}

async function standIn() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Stop(
      'Electron could not be fetched from GitHub. Check the network, or set ELECTRON_MIRROR, and try again.',
    );
  }
  const place = path.join(path.dirname(cache), 'electron-dist-33.2.1');
  const args = ['scripts/make-electron-dist.mjs', place];
  // The script itself answers at once when the folder is there.
  if (existsSync(`${place}.stamp`)) return (await finish(node, args, { env: cleanEnv(), stdio: 'ignore' }), place);
  await stage('Electron stand-in from npm', () =>
    must(node, args, { env: cleanEnv(), stdio: ['ignore', 'ignore', 'inherit'] }),
  );
  return place;
}
