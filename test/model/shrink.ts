// Leaves out actions of a failing run as long as it still fails in the same way: halves first, then single ones.
import type { Action } from './actions.ts';
import { playFuzz, type FuzzRun, type Threads } from './play-fuzz.ts';
import type { Findings } from './oracle.ts';

/** Runs are real and take seconds each: no more than this many. */
const MOST_RUNS = 80;
/** What has failed once need not be waited for as long as what should come right, ms. */
const QUIET_WITHIN_MS = 8_000;
/** Timing is never quite the same: what is clean once may fail the next time. */
const TRIES = 2;

const KINDS = ['lost', 'diverged', 'leaked'] as const satisfies readonly (keyof Findings)[];

interface Shrinking {
  readonly threads: Threads;
  /** What was wrong. A shorter run that is wrong in another way only is no shorter form of it. */
  readonly found: Findings;
  /** Told after each run of how many actions are left. */
  readonly told: (runs: number, actions: number) => void;
}

export const shrink = async (run: FuzzRun, { threads, found, told }: Shrinking): Promise<FuzzRun> => {
  const kinds = KINDS.filter((kind) => found[kind].length > 0);
  const played = { runs: 0 };
  let actions: readonly Action[] = run.actions;
  const failsToo = async (fewer: readonly Action[]): Promise<boolean> => {
    for (let tries = 0; tries < TRIES && played.runs < MOST_RUNS; tries += 1) {
      played.runs += 1;
      // One that breaks off shows nothing.
      const findings = await playFuzz({ ...run, actions: fewer }, threads, QUIET_WITHIN_MS).catch(() => null);
      if (findings !== null && kinds.some((kind) => findings[kind].length > 0)) return true;
    }
    return false;
  };
  for (let size = Math.ceil(actions.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < actions.length && played.runs < MOST_RUNS;) {
      const fewer = actions.toSpliced(from, size);
      if (await failsToo(fewer)) actions = fewer;
      else from += size;
      told(played.runs, actions.length);
    }
  }
  return { ...run, actions };
};
