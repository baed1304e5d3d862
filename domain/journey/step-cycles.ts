// Steps that wait for each other in a circle. Only two devices' edits that met can make one; a person has to cut it.
// Source: R. Tarjan, "Depth-First Search and Linear Graph Algorithms" (1972), strongly connected components.
import type { RecordKey } from '../kernel/ids.ts';
import { byKey } from '../records/by-key.ts';
import type { RecordOf } from '../records/registry.ts';

type Step = RecordOf<'step'>;

/** Every group of steps that wait for each other, each in the order of the list handed in. */
export const stepCycles = (steps: readonly Step[]): readonly (readonly Step[])[] => {
  const stepByKey = byKey(steps);
  const numberByKey = new Map<RecordKey, number>();
  const lowByKey = new Map<RecordKey, number>();
  const stack: Step[] = [];
  const isStacked = new Set<RecordKey>();
  const groups: (readonly Step[])[] = [];
  // The path from where the search began is a list of its own, not calls within calls: a circle of thousands would overflow the stack.
  const path: { readonly step: Step; next: number }[] = [];

  const enter = (step: Step): void => {
    lowByKey.set(step.key, numberByKey.size);
    numberByKey.set(step.key, numberByKey.size);
    stack.push(step);
    isStacked.add(step.key);
    path.push({ step, next: 0 });
  };
  const lower = (key: RecordKey, to: RecordKey): void => {
    lowByKey.set(key, Math.min(lowByKey.get(key) ?? 0, lowByKey.get(to) ?? 0));
  };
  const leave = ({ key, body }: Step): void => {
    const before = path.at(-1);
    if (before !== undefined) lower(before.step.key, key);
    if (lowByKey.get(key) !== numberByKey.get(key)) return;
    const group = stack.splice(stack.findLastIndex((each) => each.key === key));
    for (const each of group) isStacked.delete(each.key);
    if (group.length > 1 || body.dependsOn.includes(key)) groups.push(group);
  };

  for (const step of steps) {
    if (!numberByKey.has(step.key)) enter(step);
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const other = at.step.body.dependsOn[at.next];
      at.next += 1;
      if (other === undefined) {
        path.pop();
        leave(at.step);
        continue;
      }
      const next = stepByKey.get(other);
      if (next === undefined) continue;
      if (!numberByKey.has(other)) enter(next);
      else if (isStacked.has(other)) lower(at.step.key, other);
    }
  }
  const placeByKey = new Map(steps.map(({ key }, at) => [key, at]));
  const placeOf = ({ key }: Step): number => placeByKey.get(key) ?? 0;
  return groups.map((group) => group.toSorted((a, b) => placeOf(a) - placeOf(b)));
};
