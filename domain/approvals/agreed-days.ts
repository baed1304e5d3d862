// What change orders would do to the plan: their days are added to the step they name, where that is still to be done.
import { isOpen } from '../journey/schedule.ts';
import type { RecordKey } from '../kernel/ids.ts';
import type { RecordOf } from '../records/registry.ts';

type Step = RecordOf<'step'>;

/** The steps as they would be planned; days that are in the plan already are not added again. */
export const withAgreedDays = (steps: readonly Step[], changes: readonly RecordOf<'change'>[]): readonly Step[] => {
  const daysByStep = new Map<RecordKey, number>();
  for (const { body } of changes)
    if (body.step !== null)
      daysByStep.set(body.step, (daysByStep.get(body.step) ?? 0) + body.days - (body.plannedDays ?? 0));
  return steps.map((step) => {
    const more = isOpen(step) ? (daysByStep.get(step.key) ?? 0) : 0;
    if (more === 0) return step;
    return { ...step, body: { ...step.body, durationDays: Math.max(0, (step.body.durationDays ?? 1) + more) } };
  });
};
