// Frees the room an original takes on this device, once the server has shown that it holds the very same bytes now.
import { createHash, randomBytes } from 'node:crypto';

import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import { diskFailure } from '../files/disk-failure.ts';
import { readPlain, SealBroken } from './blob-cipher.ts';
import type { BlobFiles } from './blob-files.ts';
import type { BlobServer } from './blob-server.ts';

export interface FreeParts {
  readonly files: BlobFiles;
  readonly key: () => Result<Buffer | null, Failure>;
  readonly server: Pick<BlobServer, 'prove'>;
}

/** Answers the bytes freed. The nonce is new each time: an answer kept from before, or made from the hash alone, proves nothing. */
export type FreeOriginal = (space: string, sha: string) => Promise<Result<{ readonly bytes: number }, Failure>>;

export const createFreeOriginal =
  ({ files, key, server }: FreeParts): FreeOriginal =>
  async (space, sha) => {
    const opening = key();
    if (!opening.ok) return opening;
    try {
      if (!(await files.has(sha))) return err({ type: 'BlobMissing' });
      const nonce = randomBytes(32).toString('hex');
      const here = await proofOf(files.pathOf(sha), { sha, nonce, key: opening.value });
      // A damaged one is healed by fetching it again; it is no measure for what the server holds.
      if (here === null) return err({ type: 'BlobDamaged' });
      const there = await server.prove(space, sha, nonce);
      if (!there.ok) return there.error.type === 'BlobMissing' ? err({ type: 'BlobUnproven' }) : there;
      if (there.value !== here.proof) return err({ type: 'BlobUnproven' });
      await files.remove(sha);
      return ok({ bytes: here.bytes });
    } catch (problem) {
      return err(diskFailure(problem));
    }
  };

interface Proving {
  readonly sha: string;
  readonly nonce: string;
  readonly key: Buffer | null;
}

/** Null when the file is not what it is named by. */
const proofOf = async (
  file: string,
  { sha, nonce, key }: Proving,
): Promise<{ readonly proof: string; readonly bytes: number } | null> => {
  const [proof, whole] = [createHash('sha256').update(nonce), createHash('sha256')];
  let bytes = 0;
  try {
    for await (const part of readPlain(file, key)) {
      proof.update(part);
      whole.update(part);
      bytes += part.length;
    }
  } catch (problem) {
    if (problem instanceof SealBroken) return null;
    throw problem;
  }
  return whole.digest('hex') === sha ? { proof: proof.digest('hex'), bytes } : null;
};
