// Where a step goes when it is moved: its new neighbours, which is all that `step.place` asks for.
import type { RecordKey } from '../../../domain/kernel/ids.ts';

export interface Placing {
  readonly key: RecordKey;
  /** The step that shall come before it; null at the top. */
  readonly before: RecordKey | null;
  readonly after: RecordKey | null;
}

/** `keys` in their present order; `to` is the index the step shall have. Null when nothing changes. */
export const placeAt = (keys: readonly RecordKey[], key: RecordKey, to: number): Placing | null => {
  const others = keys.filter((other) => other !== key);
  const index = Math.max(0, Math.min(to, others.length));
  if (keys[index] === key) return null;
  return { key, before: others[index - 1] ?? null, after: others[index] ?? null };
};

export const moved = (keys: readonly RecordKey[], { key, before }: Placing): readonly RecordKey[] => {
  const others = keys.filter((other) => other !== key);
  const index = before === null ? 0 : others.indexOf(before) + 1;
  return others.toSpliced(index, 0, key);
};
