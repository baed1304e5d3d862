// Steps that wait for each other in a circle. Only two devices' edits that met can make one; a person has to cut it.
// Source: R. Tarjan, "Depth-First Search and Linear Graph Algorithms" (1972), strongly connected components.
import type { RecordKey } from '../kernel/ids.ts';
import type { RecordOf } from '../records/registry.ts';

type Step = RecordOf<'step'>;

/** Every group of steps that wait for each other, each in the order of the list handed in. */
export const stepCycles = (steps: readonly Step[]): readonly (readonly Step[])[] => {
  const stepByKey = new Map(steps.map((step) => [step.key, step]));
  const numberByKey = new Map<RecordKey, number>();
  const lowByKey = new Map<RecordKey, number>();
  const stack: RecordKey[] = [];
  const cycles: (readonly Step[])[] = [];

  const visit = (step: Step): void => {
    const { key } = step;
    const number = numberByKey.size;
    numberByKey.set(key, number);
    lowByKey.set(key, number);
    stack.push(key);
    for (const other of step.body.dependsOn) {
      const next = stepByKey.get(other);
      if (next === undefined) continue;
      if (!numberByKey.has(other)) visit(next);
      else if (!stack.includes(other)) continue;
      lowByKey.set(key, Math.min(lowByKey.get(key) ?? number, lowByKey.get(other) ?? number));
    }
    if (lowByKey.get(key) !== number) return;
    const group = new Set(stack.splice(stack.indexOf(key)));
    if (group.size > 1 || step.body.dependsOn.includes(key)) cycles.push(steps.filter((each) => group.has(each.key)));
  };

  for (const step of steps) if (!numberByKey.has(step.key)) visit(step);
  return cycles;
};
