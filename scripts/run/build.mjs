// Builds the programs if their sources changed since the last build, told by content and not by time.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { cleanEnv, must } from './children.mjs';
import { node, product, tools } from './paths.mjs';
import { say, stage } from './stage.mjs';

const stampFile = 'dist/.stamp';
const outputs = [
  'dist/renderer/index.html',
  'dist/main/main.js',
  'dist/preload/preload.cjs',
  'dist/sync-server/server.js',
];

export async function build() {
  const now = sourcesHash();
  if (outputs.every((file) => existsSync(file)) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === now) {
    say('build: nothing changed');
    return;
  }
  rmSync(stampFile, { force: true });
  await stage('build', () => must(node, [tools.vite, 'build', '--app', '--logLevel', 'warn'], { env: cleanEnv() }));
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, now);
}

/** One hash over the name and content of every source. */
function sourcesHash() {
  const hash = createHash('sha256');
  for (const file of [...product.flatMap(filesIn), 'vite.config.ts', 'package-lock.json'].toSorted()) {
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}
