// Runs one of the project's npm commands as a terminal would, and can tell every process that came of it.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const checkout = path.resolve(import.meta.dirname, '../..');

export interface RunningCommand {
  readonly npm: ChildProcess;
  readonly output: () => string;
  /** Resolves once the output holds the text; rejects with the output if the command ends first. */
  readonly says: (text: string) => Promise<void>;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  /** What Ctrl-C does: SIGINT to the whole process group of the terminal. */
  readonly pressCtrlC: () => void;
  /** What came of this command and still runs, the command itself included. Ask once while it is up. */
  readonly living: () => readonly LivingProcess[];
}

export interface LivingProcess {
  readonly pid: number;
  readonly command: string;
}

export function runCommand(script: string, env: Readonly<Record<string, string | undefined>>): RunningCommand {
  const mark = randomUUID();
  const groups = new Set<number>();
  const npm = spawn('npm', ['run', '--silent', script], {
    cwd: checkout,
    env: { ...process.env, ...env, PLUMBLINE_TEST_MARK: mark },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    npm.once('exit', (code, signal) => resolve({ code, signal })),
  );
  let output = '';
  const waiting = new Set<() => void>();
  const hear = (data: Buffer): void => {
    output += data.toString();
    for (const look of waiting) look();
  };
  npm.stdout.on('data', hear);
  npm.stderr.on('data', hear);
  return {
    npm,
    ended,
    output: () => output,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (output.includes(text)) resolve();
        };
        waiting.add(look);
        look();
        void ended.then(({ code }) =>
          reject(new Error(`ended with ${String(code)} before it said "${text}":\n${output}`)),
        );
      }),
    pressCtrlC: () => {
      if (npm.pid !== undefined) process.kill(-npm.pid, 'SIGINT');
    },
    living: () => processesMarked(mark, groups),
  };
}

/**
 * Sandboxed children of Electron overwrite their environment with their title, so what shares a process group with a
 * marked process counts too. `groups` remembers the groups seen, for when only such a child is left.
 */
function processesMarked(mark: string, groups: Set<number>): readonly LivingProcess[] {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? readProcess(Number(name)) : []));
  for (const { environment, group } of all) if (environment.includes(mark)) groups.add(group);
  return all
    .filter(({ group, state }) => groups.has(group) && state !== 'Z')
    .map(({ pid, command }) => ({ pid, command }));
}

interface ProcessEntry extends LivingProcess {
  readonly group: number;
  readonly state: string;
  readonly environment: string;
}

/** One process as /proc shows it, or nothing if it has gone meanwhile. */
function readProcess(pid: number): readonly ProcessEntry[] {
  const read = (file: string): string => readFileSync(`/proc/${pid}/${file}`, 'latin1');
  try {
    // "pid (name) state parent group ...": the name may hold blanks and brackets.
    const [state = '', , group] = read('stat')
      .replace(/^.*\) /s, '')
      .split(' ');
    return [
      {
        pid,
        command: read('cmdline').replaceAll('\0', ' '),
        group: Number(group),
        state,
        environment: read('environ'),
      },
    ];
  } catch {
    return [];
  }
}
