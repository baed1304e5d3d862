// The one way in: `npm start`, `npm test` and the other commands all come here, on whatever Node the machine has.
// Only what Node 20 brings may be imported here and in scripts/run/: this runs before node_modules exists.
import { existsSync } from 'node:fs';

import { root } from './run/paths.mjs';

process.chdir(root);

/** Command -> the module that carries it out; each exports `run(args)` and returns an exit code. */
const commands = {
  start: './run/start.mjs',
  test: './run/test.mjs',
  verify: './run/verify.mjs',
  dev: './run/dev.mjs',
  dist: './run/dist.mjs',
  server: './run/server-command.mjs',
  demo: './run/script-command.mjs',
  bench: './run/script-command.mjs',
  kills: './run/script-command.mjs',
  fuzz: './run/script-command.mjs',
  nodes: './run/script-command.mjs',
  screens: './run/script-command.mjs',
};

const [name = '', ...args] = process.argv.slice(2);
if (!Object.hasOwn(commands, name)) {
  console.error(`usage: node scripts/run.mjs ${Object.keys(commands).join(' | ')}`);
  process.exit(2);
}
if (!existsSync('package-lock.json')) {
  console.error('package-lock.json is missing: this is not a whole checkout of Plumbline.');
  process.exit(2);
}

const { ending, endChildren } = await import('./run/children.mjs');
let code = 1;
try {
  const { run } = await import(commands[name]);
  code = await run(args, name);
} catch (problem) {
  // A `Stop` is a sentence for the person; anything else is a bug of these scripts and shows where. After a signal,
  // programs that were cut short are no failures.
  if (!ending.asked) console.error(problem?.name === 'Stop' ? `\n${problem.message}` : problem);
}
await endChildren();
if (ending.asked) await new Promise(() => {}); // the signal's own handler ends the process, with its own code
process.exit(code);
