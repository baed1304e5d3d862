// Steps as a list: their order, and which wait for which.
import type { RecordKey } from '../kernel/ids.ts';
import { byKey } from '../records/by-key.ts';
import type { RecordOf } from '../records/registry.ts';

type Step = RecordOf<'step'>;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By fractional index, then by id: two devices may mint the same index while apart. */
export const compareSteps = (a: Step, b: Step): number => compare(a.body.order, b.body.order) || compare(a.id, b.id);

/** Steps that are not in the trash, in order. */
export const liveSteps = (steps: readonly Step[]): readonly Step[] =>
  steps.filter((step) => step.trashedAt === 0).toSorted(compareSteps);

/** Names by key, for what names a step. */
export const namesOfSteps = (steps: readonly Step[]): ReadonlyMap<RecordKey, string> =>
  new Map(steps.map(({ key, body }) => [key, body.name]));

/** Whether `from` would come to wait for itself, directly or through others, if it depended on `dependsOn`. */
export const wouldCycle = (steps: readonly Step[], from: RecordKey, dependsOn: readonly RecordKey[]): boolean => {
  const stepByKey = byKey(steps);
  const seen = new Set<RecordKey>();
  const open = [...dependsOn];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (key === from) return true;
    if (seen.has(key)) continue;
    seen.add(key);
    open.push(...(stepByKey.get(key)?.body.dependsOn ?? []));
  }
  return false;
};
