// Photos that nobody meant to lose: two devices apart each kept another of two copies, and so both lie in the trash. Pure.
import type { RecordKey } from '../kernel/ids.ts';
import type { RecordOf } from '../records/registry.ts';

type Kept = Pick<RecordOf<'photo'>, 'key' | 'trashedAt'> & {
  readonly body: Pick<RecordOf<'photo'>['body'], 'mergedInto'>;
};

/**
 * Those that took a copy over and were in the trash before: whoever kept them had not seen that. What was thrown away since is
 * meant to lie there.
 */
export const lostInMerges = (photos: readonly Kept[]): readonly RecordKey[] => {
  const trashedByKey = new Map(photos.map(({ key, trashedAt }) => [key, trashedAt]));
  const lost = photos.flatMap(({ trashedAt, body: { mergedInto = null } }) => {
    const kept = mergedInto === null ? 0 : (trashedByKey.get(mergedInto) ?? 0);
    return mergedInto !== null && trashedAt !== 0 && kept !== 0 && kept <= trashedAt ? [mergedInto] : [];
  });
  return [...new Set(lost)];
};
