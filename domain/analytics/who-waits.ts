// Who waits for whom: people whose steps can't begin, beside the people and steps that hold them up.
import { isOpen } from '../journey/schedule.ts';
import type { PersonId, RecordKey } from '../kernel/ids.ts';
import type { RecordOf } from '../records/registry.ts';

type Step = RecordOf<'step'>;

export interface Wait {
  /** Whose step can't begin; null where nobody is named for it. */
  readonly who: PersonId | null;
  /** Their steps, in order. */
  readonly steps: readonly RecordKey[];
  /** The step that they wait for now, and whose it is. */
  readonly on: RecordKey;
  readonly whom: PersonId | null;
}

/**
 * Only the front of each chain counts: a step waits for those of its dependencies that are open and could themselves be worked on, or
 * are blocked. Who waits for a step of their own is left out, and so is a pair in which nobody is named. Most steps held up first.
 */
export const whoWaits = (steps: readonly Step[]): readonly Wait[] => {
  const openByKey = new Map(steps.filter(isOpen).map((step) => [step.key, step]));
  const isFront = ({ body }: Step): boolean =>
    body.state !== 'todo' || !body.dependsOn.some((key) => openByKey.has(key));
  const frontByKey = new Map<RecordKey, ReadonlySet<RecordKey>>();
  /** The steps on the way to the one that is asked: in a circle nobody is asked twice. */
  const way = new Set<RecordKey>();
  const frontOf = (step: Step): ReadonlySet<RecordKey> => {
    const known = frontByKey.get(step.key);
    if (known !== undefined) return known;
    const found = new Set<RecordKey>();
    way.add(step.key);
    for (const key of step.body.dependsOn) {
      const other = openByKey.get(key);
      if (other === undefined || way.has(key)) continue;
      if (isFront(other)) found.add(key);
      else for (const front of frontOf(other)) found.add(front);
    }
    way.delete(step.key);
    frontByKey.set(step.key, found);
    return found;
  };
  const waits = new Map<string, { readonly on: Step; readonly who: PersonId | null; readonly steps: RecordKey[] }>();
  for (const step of openByKey.values()) {
    if (isFront(step)) continue;
    for (const key of frontOf(step)) {
      const on = openByKey.get(key);
      const who = step.body.assignee;
      if (on === undefined || who === on.body.assignee) continue;
      const name = `${key} ${who ?? ''}`;
      const known = waits.get(name) ?? { on, who, steps: [] };
      known.steps.push(step.key);
      waits.set(name, known);
    }
  }
  return [...waits.values()]
    .map(({ on, who, steps: held }) => ({ who, steps: held, on: on.key, whom: on.body.assignee }))
    .toSorted((a, b) => b.steps.length - a.steps.length);
};
