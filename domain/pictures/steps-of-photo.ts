// Which steps a photo shows: the one it hangs on, and those that it took over from a copy of itself. Pure.
import type { RecordKey } from '../kernel/ids.ts';
import type { RecordOf } from '../records/registry.ts';

/** The one it hangs on first; none for a photo on no step. */
export const stepsOfPhoto = ({ parent, body }: RecordOf<'photo'>): readonly RecordKey[] =>
  [parent, ...(body.steps ?? [])].filter((key, at, all) => key !== '' && all.indexOf(key) === at);
