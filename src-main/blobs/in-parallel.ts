// Does a list of jobs a few at a time, and stops beginning new ones at the first failure.
import { ok, type Result } from '../../domain/kernel/result.ts';

export const inParallel = async <T, E>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<Result<null, E>>,
): Promise<Result<null, E>> => {
  let next = 0;
  let failed: Result<null, E> = ok(null);
  const lane = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined && failed.ok; item = items[next++]) {
      const result = await work(item);
      if (!result.ok && failed.ok) failed = result;
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane));
  return failed;
};
