// How many of a journey's steps are settled, for the rings: skipped steps count as settled.
import { useMemo } from 'react';
import type { RecordId } from '../../domain/kernel/ids.ts';
import { useRecords } from '../data/hooks.ts';

export interface StepProgress {
  readonly done: number;
  readonly total: number;
}

export const useStepProgress = (journey: RecordId): StepProgress => {
  const steps = useRecords({ type: 'step', journey });
  return useMemo(() => {
    const settled = (steps ?? []).filter(({ body }) => body.state === 'done' || body.state === 'skipped');
    return { done: settled.length, total: steps?.length ?? 0 };
  }, [steps]);
};
