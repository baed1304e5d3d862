// `npm run verify`: every check that needs no window and no server. Each is one line, with its time.
import { spawnSync } from 'node:child_process';

import { cleanEnv } from './children.mjs';
import { npmPackages } from './packages.mjs';
import { node, product, tools } from './paths.mjs';
import { say, seconds } from './stage.mjs';

const code = [...product, 'test', 'scripts', 'deploy', 'vite.config.ts'];

/** Name -> the program and its arguments. Lint names its folders: on `.` oxlint passes without looking. */
const checks = [
  [
    'format',
    [tools.oxfmt, '--check', ...code, 'package.json', '.oxlintrc.json', '.dependency-cruiser.mjs', 'knip.json'],
  ],
  ['types', [tools.tsc, '-b']],
  ['lint', [tools.oxlint, ...code]],
  ['direction', ['scripts/check-direction.mjs']],
  ['unused code', [tools.knip, '--no-progress', '--no-config-hints']],
  ['rule ids', ['scripts/check-rules.mjs']],
  ['file length', ['scripts/check-length.mjs']],
  ['words of the window', ['scripts/check-words.mjs']],
];

export async function run() {
  await npmPackages();
  const parts = await verify(cleanEnv());
  for (const failure of parts.flatMap((part) => part.failures ?? [])) say(`FAILED: ${failure}`);
  return parts.every(({ failed }) => failed === 0) ? 0 : 1;
}

/** All checks, then the unit, contract and model tests. Returns counts, one part a check. */
export async function verify(env) {
  const { vitest } = await import('./test.mjs');
  return [...checks.map(([name, args]) => check(name, args, env)), await vitest('unit', env)];
}

function check(name, args, env) {
  const from = Date.now();
  const { status, stdout, stderr } = spawnSync(node, args, { encoding: 'utf8', env, maxBuffer: 1 << 28 });
  say(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds(Date.now() - from)})`);
  if (status === 0) return { passed: 1, failed: 0, skipped: 0 };
  console.log(`${stdout}${stderr}`.trim().replaceAll(/^/gm, '    '));
  return { passed: 0, failed: 1, skipped: 0, failures: [`verify: ${name}`] };
}
