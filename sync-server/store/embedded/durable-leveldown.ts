// LevelDB that has every batch on the disk before it answers: an acknowledged write outlives a power cut, not only a kill.
import leveldown from 'leveldown';

/** PouchDB keeps its open databases by this function's name, so it must have one. */
export function durableLeveldown(location: string): ReturnType<typeof leveldown> {
  const level = leveldown(location);
  const batch = level._batch;
  level._batch = (operations, options, callback): void =>
    batch.call(level, operations, { ...options, sync: true }, callback);
  return level;
}
