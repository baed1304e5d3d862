// Hashes files while their pieces are stored, so that finishing one need not read it back. Of this process only, and only as far as
// its pieces came in order; whatever is not covered is read back.
import { createHash, type Hash } from 'node:crypto';

export interface StoredPiece {
  readonly n: number;
  /** The store's name of what it keeps; null when something was there before, whose bytes were not seen here. */
  readonly rev: string | null;
  readonly bytes: Uint8Array;
}

export interface RunningHashes {
  readonly add: (file: string, piece: StoredPiece) => void;
  /** SHA-256 of the file, if what the store holds now, by rev and in order, is just what went through here; else null. */
  readonly digest: (file: string, revs: readonly string[]) => string | null;
  readonly forget: (file: string) => void;
}

interface Running {
  readonly hash: Hash;
  readonly revs: string[];
}

/** Files on their way at once; of more the oldest are read back. */
const MOST = 500;

export const createRunningHashes = (): RunningHashes => {
  // In the order of last use.
  const runningByFile = new Map<string, Running>();
  return {
    add: (file, { n, rev, bytes }) => {
      const running = runningByFile.get(file) ?? { hash: createHash('sha256'), revs: [] };
      runningByFile.delete(file);
      if (rev === null || n !== running.revs.length) return;
      running.hash.update(bytes);
      running.revs.push(rev);
      runningByFile.set(file, running);
      if (runningByFile.size <= MOST) return;
      for (const [oldest] of runningByFile) {
        runningByFile.delete(oldest);
        break;
      }
    },
    digest: (file, revs) => {
      const running = runningByFile.get(file);
      if (running === undefined || running.revs.length !== revs.length) return null;
      return running.revs.every((rev, n) => rev === revs[n]) ? running.hash.copy().digest('hex') : null;
    },
    forget: (file) => void runningByFile.delete(file),
  };
};
