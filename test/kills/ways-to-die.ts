// The ways a round ends: `kill -9` of the whole app, or of the process that holds the page, as the kernel does when memory is short.
import { setTimeout as wait } from 'node:timers/promises';

import type { Launched } from '../support/launch.ts';

/** How long a killed app's processes, or a page that died, may take to be gone or back; ms. */
const LIMIT = 20_000;

/** Answers what was not as it must be after the kill. */
export const endOf = async (victim: 'main' | 'renderer', launched: Launched): Promise<readonly string[]> => {
  const metrics = await launched.app.evaluate(({ app }) => app.getAppMetrics().map(({ pid, type }) => ({ pid, type })));
  const problems: string[] = [];
  if (victim === 'renderer') {
    for (const { pid, type } of metrics) if (type === 'Tab') process.kill(pid, 'SIGKILL');
    if (!(await pageIsBack(launched))) problems.push('the window stayed dead after its page was killed');
  }
  await launched.kill();
  const left = await stillThere(metrics.map(({ pid }) => pid));
  if (left.length > 0) problems.push(`${left.length} processes outlived the app`);
  return problems;
};

/** Asked through main: what drives the page gives it up for good when it crashes. */
const pageIsBack = async ({ app }: Launched): Promise<boolean> => {
  const until = Date.now() + LIMIT;
  while (Date.now() < until) {
    const back = await app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (window === undefined || window.webContents.isCrashed()) return false;
      const looks = "document.querySelector('[role=tab], main, form') !== null";
      // A page that is not there does not answer at all.
      const late = new Promise((resolve) => setTimeout(() => resolve(false), 1_000));
      return (await Promise.race([window.webContents.executeJavaScript(looks), late])) === true;
    });
    if (back) return true;
    await wait(100);
  }
  return false;
};

const stillThere = async (pids: readonly number[]): Promise<readonly number[]> => {
  const until = Date.now() + LIMIT;
  for (;;) {
    const left = pids.filter(isAlive);
    if (left.length === 0 || Date.now() > until) return left;
    await wait(50);
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
