// A download on the disk: written once, sealed as it comes, hashed on the way, and gone on with after a kill from its last whole segment.
import { createHash, type Hash } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';

import { bytesOfSegments, createSealer, hasHead, readSegment, SEGMENT_BYTES } from './blob-cipher.ts';

export interface BlobReceiver {
  /** How many plain bytes are here; the next ones go behind them. */
  readonly at: () => number;
  readonly append: (plain: Uint8Array) => Promise<void>;
  /** Ends it for now. A segment that did not come whole is fetched again. */
  readonly close: () => Promise<void>;
  /** With all bytes here: flushes it and moves it to its place, or, when their hash is not the name, throws them away and answers false. */
  readonly finish: () => Promise<boolean>;
}

interface Receiving {
  readonly sha: string;
  /** Plain bytes of the whole. */
  readonly total: number;
  readonly key: Buffer | null;
  /** Moves the file to where it belongs. */
  readonly keep: (file: string) => Promise<void>;
}

export const openReceiver = async (file: string, { sha, total, key, keep }: Receiving): Promise<BlobReceiver> => {
  // Made when it is not there; what is there stays.
  await (await open(file, 'a', 0o600)).close();
  const handle = await open(file, 'r+');
  const hash = createHash('sha256');
  let segments = 0;
  try {
    segments = await wholeSegments(handle, { total, key, hash });
    await handle.truncate(segments === 0 ? 0 : bytesOfSegments(segments, key));
  } catch (problem) {
    await handle.close();
    throw problem;
  }
  const sealer = createSealer(key, { from: segments, total });
  let at = segments * SEGMENT_BYTES;
  let end = segments === 0 ? 0 : bytesOfSegments(segments, key);
  const write = async (parts: readonly Uint8Array[]): Promise<void> => {
    for (const part of parts) {
      for (let from = 0; from < part.length;) {
        const { bytesWritten } = await handle.write(part, from, part.length - from, end);
        from += bytesWritten;
        end += bytesWritten;
      }
    }
  };
  return {
    at: () => at,
    append: async (plain) => {
      if (end === 0) await write([sealer.head]);
      hash.update(plain);
      at += plain.length;
      await write(sealer.update(plain));
    },
    close: () => handle.close(),
    finish: async () => {
      if (at !== total || hash.digest('hex') !== sha) {
        await handle.close();
        await rm(file, { force: true });
        return false;
      }
      await write(sealer.tail());
      await handle.sync();
      await handle.close();
      await keep(file);
      return true;
    },
  };
};

/** How many segments from the start are here as they were written; the last of the file never counts, it is fetched again. */
const wholeSegments = async (
  handle: FileHandle,
  { total, key, hash }: Pick<Receiving, 'total' | 'key'> & { readonly hash: Hash },
): Promise<number> => {
  const most = Math.ceil(total / SEGMENT_BYTES) - 1;
  if (!(await hasHead(handle, key))) return 0;
  for (let number = 0; number < most; number += 1) {
    const plain = await readSegment(handle, { number, isLast: false }, { key });
    if (plain?.length !== SEGMENT_BYTES) return number;
    hash.update(plain);
  }
  return most;
};
