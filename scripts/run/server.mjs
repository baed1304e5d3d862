// Starts the sync server of this checkout with its embedded store, or finds the one that already runs.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';

import { ending, start } from './children.mjs';
import { local, node } from './paths.mjs';
import { say, stage, Stop } from './stage.mjs';

const usualPort = 8787;
const startLimit = 30_000;

/**
 * What Node is started with. A heap that begins larger is collected less often, and bodies of files that pass through are most of
 * what is collected: a third less of the processor for an upload (docs/performance.md).
 */
const nodeArgs = JSON.parse(readFileSync('sync-server/node-args.json', 'utf8'));
export const serverProgram = [...nodeArgs, 'dist/sync-server/server.js'];

/**
 * Resolves to `{url, child}`; `child` is null if a server of this checkout was already there (two may not open one store).
 * The port is PLUMBLINE_PORT, else the one used last time (devices remember the address), else 8787, else a free one.
 */
export async function startServer({ dataFolder = path.join(local, 'server'), env = process.env } = {}) {
  mkdirSync(dataFolder, { recursive: true });
  const noteFile = path.join(dataFolder, 'running.json');
  const note = existsSync(noteFile) ? JSON.parse(readFileSync(noteFile, 'utf8')) : {};
  if (note.pid && alive(note.pid) && (await healthy(note.url))) {
    say(`sync server: already running at ${note.url}`);
    return { url: note.url, child: null };
  }
  const port = await choosePort(note.port);
  const url = `http://127.0.0.1:${port}`;
  return stage(`sync server at ${url}`, async () => {
    const child = start(node, serverProgram, {
      env: serverEnv({ port, dataFolder, env }),
      stdio: ['ignore', 'inherit', 'inherit'],
      name: 'sync server',
    });
    writeFileSync(noteFile, JSON.stringify({ pid: child.child.pid, port, url }));
    await untilHealthy(url, child);
    return { url, child };
  });
}

/** The environment the server reads; see sync-server/server.ts. */
export function serverEnv({ port, dataFolder, env = process.env }) {
  return {
    ...env,
    PLUMBLINE_PORT: String(port),
    PLUMBLINE_DATA: dataFolder,
    PLUMBLINE_HOST: env.PLUMBLINE_HOST ?? '127.0.0.1',
  };
}

async function choosePort(last) {
  const asked = process.env.PLUMBLINE_PORT;
  if (asked) {
    if (await isFree(Number(asked))) return Number(asked);
    throw new Stop(`Port ${asked} (PLUMBLINE_PORT) is in use by another program.`);
  }
  for (const port of [last ?? usualPort, usualPort]) if (await isFree(port)) return port;
  const free = await freePort();
  say(`port ${usualPort} is in use; taking ${free}`);
  return free;
}

async function untilHealthy(url, { ended }) {
  const until = Date.now() + startLimit;
  let over = null;
  void ended.then((result) => (over = result));
  while (Date.now() < until && !ending.asked) {
    if (over) throw new Stop(`The sync server ended while starting (code ${over.code ?? over.signal}).`);
    if (await healthy(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Stop(`The sync server did not answer at ${url}/health within ${startLimit / 1000} s.`);
}

async function healthy(url) {
  try {
    return (await fetch(`${url}/health`, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = net.createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** A port of this computer that nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
