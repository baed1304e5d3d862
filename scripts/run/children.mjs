// Every process that these scripts start, so that none is left when they end, however they end.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

import { Stop } from './stage.mjs';

const living = new Set();
let stopping = null;
/** What to do when a person presses Ctrl-C: the process ends with this code. 130 unless stopping is the normal end. */
let codeOnSignal = 130;

// If this process is killed outright, the kernel ends its children for it.
const withParent = ['/usr/bin/setpriv', '/bin/setpriv'].find(
  (file) => process.platform === 'linux' && existsSync(file),
);

/**
 * Starts a program in a process group of its own: Ctrl-C in a terminal reaches a whole group at once, and an X server that
 * goes before the window it shows takes that window's last writes with it. Children end in the reverse order of their start.
 */
export function start(command, args, { env = process.env, stdio = 'inherit', cwd, name = command, grace = 8000 } = {}) {
  const [file, all] = withParent ? [withParent, ['--pdeathsig', 'SIGTERM', command, ...args]] : [command, args];
  const child = spawn(file, all, { env, stdio, cwd, detached: process.platform !== 'win32' });
  const ended = new Promise((resolve) => {
    child.once('error', (problem) => resolve({ code: 127, signal: null, problem }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const entry = { child, name, grace, ended };
  living.add(entry);
  void ended.then(() => living.delete(entry));
  return entry;
}

/** Runs a program to its end. Resolves to its exit code. */
export async function finish(command, args, options) {
  const { code, signal, problem } = await start(command, args, options).ended;
  if (problem) throw new Stop(`${command} could not be started: ${problem.message}`);
  return code ?? (signal ? 1 : 0);
}

/** Runs a program to its end and stops everything if it failed. */
export async function must(command, args, options = {}) {
  const code = await finish(command, args, options);
  if (code !== 0) throw new Stop(`failed: ${options.name ?? command} ${args.join(' ')} (code ${code})`);
}

/** The output of a short program, or null if it failed. */
export function ask(command, args, options = {}) {
  const { status, stdout } = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    ...options,
  });
  return status === 0 ? stdout.trim() : null;
}

/**
 * Ends one child: asks it first, then insists. Only the child itself is asked: Electron whose GPU process is taken away
 * gives up on the spot, where Electron that is asked to end writes what it holds.
 */
export async function end({ child, ended, grace }) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), grace);
  await ended;
  clearTimeout(timer);
  signalGroup(child, 'SIGKILL'); // what the child itself had started and left
}

/** Ends all children, the last started first. */
export function endChildren() {
  stopping ??= (async () => {
    for (const entry of [...living].toReversed()) await end(entry);
    stopping = null;
  })();
  return stopping;
}

/** For programs that run until they are stopped: Ctrl-C is how they end well. */
export function endsBySignal() {
  codeOnSignal = 0;
}

/** True once a signal has asked everything to end. */
export const ending = { asked: false };

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopAll(signal));

// `kill` of npm ends npm and its shell, and the shell tells nobody: notice that it is gone.
if (process.env.npm_lifecycle_event !== undefined) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stopAll('npm has ended'), 500).unref();
}

function stopAll(why) {
  if (ending.asked) return;
  ending.asked = true;
  console.log(`\n${why}: stopping`);
  void endChildren().then(() => {
    console.log('stopped');
    process.exit(codeOnSignal);
  });
}

/** The environment without what npm put into it: an npm started inside npm would obey the outer one's settings. */
export function cleanEnv(extra = {}) {
  const kept = Object.entries(process.env).filter(
    ([key]) => !/^npm_(config_|lifecycle|package_)/i.test(key) && key !== 'NODE_ENV',
  );
  return { ...Object.fromEntries(kept), ...extra };
}

function signalGroup(child, signal) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // Already gone.
  }
}
