// Where things are: the checkout, the Node it pins, the tools in node_modules, and the cache that outlives `npm ci`.
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The project's own Node, by its path: dash caches what it looked up, so PATH alone is not enough. */
export const node = path.join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Survives `npm ci`, which wipes node_modules, and is shared by all checkouts of this person. */
export const cache = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'plumbline');

/** What a running Plumbline of this checkout keeps: the server's store, the device's data, notes between runs. */
export const local = path.resolve(process.env.PLUMBLINE_LOCAL || path.join(root, '.plumbline'));

export const isRoot = process.getuid?.() === 0;

/** Entry files of the tools, to be started with `node` above. */
export const tools = {
  vite: 'node_modules/vite/bin/vite.js',
  vitest: 'node_modules/vitest/vitest.mjs',
  tsc: 'node_modules/typescript-7/bin/tsc',
  oxfmt: 'node_modules/oxfmt/bin/oxfmt',
  oxlint: 'node_modules/oxlint/bin/oxlint',
  depcruise: 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
  knip: 'node_modules/knip/bin/knip.js',
  electronBuilder: 'node_modules/electron-builder/cli.js',
};

/** The folders that hold the product; `test` and `scripts` are about it. */
export const product = ['domain', 'protocol', 'src-main', 'src-renderer', 'sync-server'];
