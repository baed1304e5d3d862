// Which samples are left out of what is like something: one is alike only within itself, since it is nobody's own.
import { spaceOfKey, type RecordId, type RecordKey } from '../../domain/kernel/ids.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import { journeyOfSpace } from '../../domain/spaces/space.ts';

/** Samples that none of the things looked at is from. */
export const foreignSamples = (
  journeys: readonly Pick<RecordOf<'journey'>, 'id' | 'body'>[],
  keys: readonly RecordKey[],
): readonly RecordId[] => {
  const own = new Set(keys.map((key) => journeyOfSpace(spaceOfKey(key))));
  return journeys.filter(({ id, body }) => body.sample && !own.has(id)).map(({ id }) => id);
};
