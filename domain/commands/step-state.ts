// How a step moves between its states: a complete table, so that no state is left without an answer.
import type { StepState } from '../records/step.ts';

export const STEP_MOVES = ['start', 'block', 'resume', 'skip', 'complete', 'reopen'] as const;
export type StepMove = (typeof STEP_MOVES)[number];

/** The state each move leads to; null where the move makes no sense and is not offered. */
export const nextStepState: Readonly<Record<StepState, Readonly<Record<StepMove, StepState | null>>>> = {
  todo: { start: 'doing', block: 'blocked', resume: null, skip: 'skipped', complete: 'done', reopen: null },
  doing: { start: null, block: 'blocked', resume: null, skip: 'skipped', complete: 'done', reopen: 'todo' },
  blocked: { start: null, block: null, resume: 'doing', skip: 'skipped', complete: 'done', reopen: 'todo' },
  done: { start: null, block: null, resume: null, skip: null, complete: null, reopen: 'doing' },
  skipped: { start: null, block: null, resume: null, skip: null, complete: null, reopen: 'todo' },
};
