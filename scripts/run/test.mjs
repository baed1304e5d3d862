// `npm test`: installs what is missing and proves everything, ending with one line `N passed, N failed, N skipped`.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { build } from './build.mjs';
import { cleanEnv, finish } from './children.mjs';
import { hiddenScreen } from './display.mjs';
import { electronEnv, electronRuntime } from './electron.mjs';
import { needs, npmPackages, systemPackages } from './packages.mjs';
import { node, root, tools } from './paths.mjs';
import { say, stage } from './stage.mjs';
import { verify } from './verify.mjs';

const resultsFolder = path.join(root, 'out/test');

export async function run() {
  await npmPackages();
  await systemPackages(needs.tests);
  const runtime = await electronRuntime();
  const screenEnv = await hiddenScreen();
  rmSync(resultsFolder, { recursive: true, force: true });
  mkdirSync(resultsFolder, { recursive: true });

  const env = cleanEnv({ ...electronEnv(runtime), ...screenEnv });
  const parts = [await builds(), ...(await verify(env))];
  // Without a build there is nothing for these to run.
  if (parts[0].failed === 0) for (const project of ['integration', 'e2e']) parts.push(await vitest(project, env));
  return tell(parts);
}

async function builds() {
  try {
    await build();
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (problem) {
    return { passed: 0, failed: 1, skipped: 0, failures: [`build: ${problem.message}`] };
  }
}

/** Runs one vitest project and returns what the project's own reporter counted. */
export async function vitest(project, env) {
  const file = path.join(resultsFolder, `${project}.json`);
  rmSync(file, { force: true });
  const args = [
    tools.vitest,
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=./test/support/reporter.ts',
  ];
  const code = await stage(`${project} tests`, () =>
    finish(node, args, { env: { ...env, PLUMBLINE_TEST_RESULTS: file } }),
  );
  const counted = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  if (counted && (code === 0 || counted.failed > 0)) return counted;
  // It ended badly and counted nothing wrong: that is a failure of its own, never a pass.
  const failures = [`${project}: vitest ended with code ${code}`];
  return {
    passed: counted?.passed ?? 0,
    failed: 1,
    skipped: counted?.skipped ?? 0,
    skips: counted?.skips ?? [],
    failures,
  };
}

/** Names what failed and what was skipped, then the sum of all parts. Returns the exit code. */
function tell(parts) {
  const sum = (key) => parts.reduce((total, part) => total + part[key], 0);
  for (const { title, reason } of parts.flatMap((part) => part.skips ?? [])) say(`skipped: ${title} (${reason})`);
  for (const failure of parts.flatMap((part) => part.failures ?? [])) say(`FAILED: ${failure}`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  return sum('failed') === 0 ? 0 : 1;
}
