// `npm start` with no display: a window and a server are up, and however it is ended no process is left.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { runCommand, type RunningCommand } from '../support/run-command.ts';

let folder: string;
let start: RunningCommand;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'plumbline-start-'));
  start = runCommand('start', { DISPLAY: undefined, WAYLAND_DISPLAY: undefined, PLUMBLINE_LOCAL: folder });
  await start.says('ready: ');
  // Asked once while all is up: this is also how the command's process groups become known.
  if (!start.living().some(({ command }) => command.includes('type=renderer'))) throw new Error('No window is up.');
});
afterEach(() => {
  for (const { pid } of start.living()) process.kill(pid, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Waits until nothing that came of the command is left; fails naming what is. */
async function expectNothingLeft(): Promise<void> {
  await expect.poll(() => start.living(), { timeout: 60_000, interval: 100 }).toEqual([]);
}

describe('npm start', () => {
  test('shows a window, answers, says so in one line, and ends with Ctrl-C', async () => {
    const ready = start
      .output()
      .split('\n')
      .filter((line) => line.startsWith('ready: '));
    expect(ready).toHaveLength(1);
    expect(start.output()).toContain('no window will be seen: Xvfb');
    const url = /server (http:\S+?),/.exec(ready[0] ?? '')?.[1];
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect(readFileSync('out/start.png').subarray(1, 4).toString()).toBe('PNG');

    start.pressCtrlC();
    await expectNothingLeft();
    const [, ending] = start.output().split('SIGINT: stopping');
    expect(ending?.trim().split('\n').at(-1)).toBe('stopped');
    // Electron that loses its children before it is asked to end gives up, and what it had not written yet with it.
    expect(ending).not.toContain('FATAL');
  });

  test('leaves nothing when only npm is ended', async () => {
    start.npm.kill('SIGTERM');
    await expectNothingLeft();
  });

  test('leaves nothing when it is killed outright', async () => {
    const script = start.living().find(({ command }) => command.startsWith('node scripts/run.mjs'));
    process.kill(script?.pid ?? Number.NaN, 'SIGKILL');
    await expectNothingLeft();
  });
});
