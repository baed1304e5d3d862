// Counts what a vitest run did, for the one line that `npm test` ends with, and keeps the reason of every skipped test.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Written to the file that PLUMBLINE_TEST_RESULTS names; read by scripts/run/test.mjs. */
export interface RunResults {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly skips: readonly { readonly title: string; readonly reason: string }[];
  readonly failures: readonly string[];
}

class CountingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const file = process.env['PLUMBLINE_TEST_RESULTS'];
    if (file === undefined) return;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(countResults(modules, unhandled), null, 2));
  }
}

/** A file that could not be loaded, and an error outside any test, count as one failure each. */
function countResults(modules: readonly TestModule[], unhandled: readonly unknown[]): RunResults {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const byState = (state: string): readonly TestCase[] => tests.filter((test) => test.result().state === state);
  const broken = modules.filter((module) => module.errors().length > 0);
  const failures = [
    ...byState('failed').map(titleOf),
    ...byState('pending').map((test) => `${titleOf(test)} (never finished)`),
    ...broken.map((module) => `${module.relativeModuleId} (could not be run)`),
    ...unhandled.map((problem) => `outside any test: ${String(problem)}`),
  ];
  return {
    passed: byState('passed').length,
    failed: failures.length,
    skipped: byState('skipped').length,
    skips: byState('skipped').map((test) => ({ title: titleOf(test), reason: reasonOf(test) })),
    failures,
  };
}

function titleOf(test: TestCase): string {
  return `${test.module.relativeModuleId}: ${test.fullName}`;
}

/** `context.skip('needs a keyring')` leaves a note; a bare `test.skip` names no reason, and that is said. */
function reasonOf(test: TestCase): string {
  const result = test.result();
  return (result.state === 'skipped' && result.note) || 'no reason named';
}

// vitest loads a reporter by its default export.
export default CountingReporter;
