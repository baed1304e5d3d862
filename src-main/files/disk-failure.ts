// Says which of a person's failures an error of the file system is.
import type { Failure } from '../../protocol/failures.ts';

/** DiskFull for a full disk or an exhausted quota, else StorageFailed with the system's code. Anything else is a bug: thrown on. */
export const diskFailure = (problem: unknown): Failure => {
  const code = codeOf(problem);
  if (code === null) throw problem;
  if (code === 'ENOSPC' || code === 'EDQUOT') return { type: 'DiskFull' };
  return { type: 'StorageFailed', detail: code };
};

export const codeOf = (problem: unknown): string | null =>
  problem instanceof Error && 'code' in problem && typeof problem.code === 'string' && /^E[A-Z]+$/.test(problem.code)
    ? problem.code
    : null;
