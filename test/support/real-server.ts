// The built sync server as a process of its own, on a free port over a folder of its own; it can be killed and started again.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { endProcess, freePort } from './own-process.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** As it is shipped. */
const nodeArgs = z
  .array(z.string())
  .parse(JSON.parse(readFileSync(path.join(root, 'sync-server/node-args.json'), 'utf8')));

export interface RealServer {
  readonly url: string;
  /** Of its process, to ask what it costs; it changes with each start. */
  readonly pid: () => number;
  readonly start: () => Promise<void>;
  /** Ends it as an operator would; its data stays. */
  readonly stop: () => Promise<void>;
  readonly kill: () => Promise<void>;
  /** Ends it and removes its data. */
  readonly end: () => Promise<void>;
}

export const startRealServer = async (env: Readonly<Record<string, string>> = {}): Promise<RealServer> => {
  const data = mkdtempSync(path.join(tmpdir(), 'plumbline-server-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  const start = async (): Promise<void> => {
    const started = spawn(
      process.execPath,
      [...nodeArgs, path.join(root, 'dist/sync-server/server.js'), '--port', String(port), '--data', data],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, ...env },
      },
    );
    child = started;
    await new Promise<void>((resolve, reject) => {
      started.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
      started.stdout.on('data', (text: Buffer) => {
        if (text.includes('ready')) resolve();
      });
    });
  };
  const endBy = async (signal: NodeJS.Signals): Promise<void> => {
    const ending = child;
    child = null;
    await endProcess(ending, signal);
  };
  await start();
  return {
    url,
    pid: () => {
      if (child?.pid === undefined) throw new Error('the server is not running');
      return child.pid;
    },
    start,
    stop: () => endBy('SIGTERM'),
    kill: () => endBy('SIGKILL'),
    end: async () => {
      await endBy('SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
  };
};
