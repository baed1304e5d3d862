// Asks a worker about a file: one that takes for ever is a failure with a name, and one that is gone is taken from what was kept of it.
import { err, type Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import { TookTooLongError } from '../workers/took-too-long.ts';

/** Whatever else a worker throws is a bug, and passed on. */
export const inTime = async <Reply>(asked: Promise<Result<Reply, Failure>>): Promise<Result<Reply, Failure>> => {
  try {
    return await asked;
  } catch (thrown) {
    if (thrown instanceof TookTooLongError) return err({ type: 'FileTakesTooLong' });
    throw thrown;
  }
};

/** What is dragged out of an archive or an e-mail is often deleted as soon as it was dropped; its bytes are here by then. */
export const fileOrKept = async <Reply>(
  file: Blob,
  kept: () => Promise<Blob | null>,
  ask: (file: Blob) => Promise<Result<Reply, Failure>>,
): Promise<Result<Reply, Failure>> => {
  try {
    return await inTime(ask(file));
  } catch (thrown) {
    const original = await kept();
    if (original === null) throw thrown;
    return inTime(ask(original));
  }
};
