// Steps as their journey lists them.
import type { RecordOf } from '../../domain/records/registry.ts';

export const inStepOrder = (steps: readonly RecordOf<'step'>[]): readonly RecordOf<'step'>[] =>
  steps.toSorted((a, b) => (a.body.order < b.body.order ? -1 : a.body.order > b.body.order ? 1 : a.id < b.id ? -1 : 1));
