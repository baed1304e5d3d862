// The steps of a journey as a select offers them: those that are not in the trash, in their order.
import { liveSteps } from '../../domain/journey/steps.ts';
import type { RecordKey } from '../../domain/kernel/ids.ts';
import type { RecordOf } from '../../domain/records/registry.ts';

interface StepChoice {
  readonly value: RecordKey;
  readonly label: string;
}

/** None while they are not known yet. */
export const stepChoices = (steps: readonly RecordOf<'step'>[] | undefined): StepChoice[] =>
  liveSteps(steps ?? []).map(({ key, body }) => ({ value: key, label: body.name }));
