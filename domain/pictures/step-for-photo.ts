// At which step a photo that hangs on none was likely taken: by when it was taken, else by a photo of the same view. A suggestion. Pure.
import type { RecordKey } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { RecordOf } from '../records/registry.ts';
import type { Shot } from './before-after.ts';
import { bitsApart, likenessBits, VIEW_WITHIN } from './look.ts';

export interface StepSuggestion {
  readonly step: RecordKey;
  readonly why: 'date' | 'view';
}

/** What is done in the evening is often photographed the next morning. */
const LATER_MS = 24 * 3_600_000;

/** `dated`: the camera said when; the day it came in says nothing of the day it was taken. Null when nothing speaks for a step. */
export const stepForPhoto = (
  shot: Shot,
  dated: boolean,
  { steps, shots }: { readonly steps: readonly RecordOf<'step'>[]; readonly shots: readonly Shot[] },
): StepSuggestion | null => {
  if (shot.step !== '') return null;
  const byDate = dated ? stepAt(shot.at, steps) : null;
  if (byDate !== null) return { step: byDate, why: 'date' };
  const byView = stepOfView(shot, shots);
  return byView !== null && steps.some(({ key }) => key === byView) ? { step: byView, why: 'view' } : null;
};

/** The step that was being worked on then; of several the one that began last. */
const stepAt = (at: Instant, steps: readonly RecordOf<'step'>[]): RecordKey | null => {
  const [latest] = steps
    .filter(({ body: { startedAt, finishedAt, state } }) => {
      if (startedAt === null || at < startedAt) return false;
      return finishedAt === null ? state === 'doing' || state === 'blocked' : at <= finishedAt + LATER_MS;
    })
    .toSorted((a, b) => (b.body.startedAt ?? 0) - (a.body.startedAt ?? 0) || a.key.localeCompare(b.key));
  return latest?.key ?? null;
};

const stepOfView = ({ likeness, key }: Shot, shots: readonly Shot[]): RecordKey | null => {
  if (likeness === null) return null;
  const mine = likenessBits(likeness);
  const [closest] = shots
    .flatMap((other) =>
      other.key === key || other.step === '' || other.likeness === null
        ? []
        : [{ step: other.step, apart: bitsApart(mine, likenessBits(other.likeness)) }],
    )
    .filter(({ apart }) => apart <= VIEW_WITHIN)
    .toSorted((a, b) => a.apart - b.apart);
  return closest?.step ?? null;
};
