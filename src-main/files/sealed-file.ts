// A small file of settings that hold somebody's key: sealed with a key from the vault, written whole, read as nothing where it is damaged.
import { readFile } from 'node:fs/promises';
import type { z } from 'zod';

import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import { sealBytes, unsealBytes } from '../blobs/blob-cipher.ts';
import { diskFailure } from './disk-failure.ts';
import { writeWhole } from './write-whole.ts';

export interface SealedFile<T> {
  /** `nothing` where there is no such file or it can't be read: it is entered again in a minute. */
  readonly read: () => Promise<Result<T, Failure>>;
  readonly write: (next: T) => Promise<Result<T, Failure>>;
}

export interface SealedFileParts<T> {
  readonly file: string;
  /** Null when the person chose no encryption. */
  readonly key: () => Result<Buffer | null, Failure>;
  readonly shape: z.ZodType<T>;
  readonly nothing: T;
}

export const createSealedFile = <T>({ file, key, shape, nothing }: SealedFileParts<T>): SealedFile<T> => ({
  read: async () => {
    const opening = key();
    if (!opening.ok) return opening;
    try {
      const plain = unsealBytes(await readFile(file), opening.value);
      return ok(plain === null ? nothing : shape.parse(JSON.parse(plain.toString('utf8'))));
    } catch {
      return ok(nothing);
    }
  },
  write: async (next) => {
    const opening = key();
    if (!opening.ok) return opening;
    try {
      await writeWhole(file, sealBytes(opening.value, Buffer.from(JSON.stringify(next))));
    } catch (problem) {
      return err(diskFailure(problem));
    }
    return ok(next);
  },
});
