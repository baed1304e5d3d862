// What approved change orders do to the plan: their days are added to the step they name, where that is still to be done.
import { isOpen } from '../journey/schedule.ts';
import type { RecordKey } from '../kernel/ids.ts';
import type { RecordOf } from '../records/registry.ts';

type Step = RecordOf<'step'>;

/** The steps as they are to be planned with. Nothing is written into them: who takes an approval back has the old plan again. */
export const withAgreedDays = (steps: readonly Step[], approved: readonly RecordOf<'change'>[]): readonly Step[] => {
  const daysByStep = new Map<RecordKey, number>();
  for (const { body } of approved)
    if (body.step !== null) daysByStep.set(body.step, (daysByStep.get(body.step) ?? 0) + body.days);
  return steps.map((step) => {
    const more = isOpen(step) ? (daysByStep.get(step.key) ?? 0) : 0;
    if (more === 0) return step;
    return { ...step, body: { ...step.body, durationDays: Math.max(0, (step.body.durationDays ?? 1) + more) } };
  });
};
