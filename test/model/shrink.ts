// Leaves out actions of a failing run as long as it still fails: halves first, then single ones.
import type { Action } from './actions.ts';
import { playFuzz, type FuzzRun, type Threads } from './play-fuzz.ts';
import { isClean } from './oracle.ts';

/** Runs are real and take seconds each, and their timing is never quite the same: no more than this many. */
const MOST_RUNS = 40;

export const shrink = async (run: FuzzRun, threads: Threads): Promise<FuzzRun> => {
  let actions: readonly Action[] = run.actions;
  let left = MOST_RUNS;
  for (let size = Math.ceil(actions.length / 2); size >= 1 && left > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < actions.length && left > 0;) {
      const fewer = actions.toSpliced(from, size);
      left -= 1;
      if (isClean(await playFuzz({ ...run, actions: fewer }, threads))) from += size;
      else actions = fewer;
    }
  }
  return { ...run, actions };
};
