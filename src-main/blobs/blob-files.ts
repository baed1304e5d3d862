// Where originals lie: `blobs/ab/<sha>`, and beside them what is still on its way in.
import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

import { syncFolder } from '../files/write-whole.ts';
import { createSealer, readPlain } from './blob-cipher.ts';
import { openReceiver, type BlobReceiver } from './blob-receiver.ts';

export interface BlobFiles {
  readonly pathOf: (sha: string) => string;
  readonly has: (sha: string) => Promise<boolean>;
  readonly remove: (sha: string) => Promise<void>;
  /** Moves one that was found damaged out of the way: then it counts as not here and is fetched again. Nothing is deleted. */
  readonly putAside: (sha: string) => Promise<void>;
  /** A new file that becomes a blob only by `keep`. */
  readonly writer: (key: Buffer | null) => Promise<BlobWriter>;
  /** What is downloaded of one so far, to go on with: it outlives a kill. */
  readonly receiver: (sha: string, total: number, key: Buffer | null) => Promise<BlobReceiver>;
  /** Where that lies. */
  readonly incoming: (sha: string) => string;
  /** Removes what a kill left half-written, and downloads that nobody went on with in a week. */
  readonly sweep: () => Promise<void>;
}

export interface BlobWriter {
  readonly append: (plain: Uint8Array) => Promise<void>;
  /** SHA-256 of the plain bytes so far, in hex. Ends the hash: nothing can be appended afterwards. */
  readonly digest: () => string;
  /** Seal, fsync, rename into place, fsync of the folder: after this the file is there whatever happens. */
  readonly keep: (sha: string) => Promise<void>;
  readonly discard: () => Promise<void>;
}

const WEEK_MS = 7 * 24 * 3_600_000;

/** @param now the time in ms, to tell forgotten downloads */
export const createBlobFiles = (
  folder: string,
  { newId, now }: { readonly newId: () => string; readonly now: () => number },
): BlobFiles => {
  const arriving = path.join(folder, 'arriving');
  const incoming = path.join(folder, 'incoming');
  const damaged = path.join(folder, 'damaged');
  const pathOf = (sha: string): string => path.join(folder, sha.slice(0, 2), sha);

  const writer = async (key: Buffer | null): Promise<BlobWriter> => {
    await mkdir(arriving, { recursive: true });
    const temporary = path.join(arriving, newId());
    return createWriter(temporary, await open(temporary, 'wx', 0o600), { key, pathOf });
  };

  return {
    pathOf,
    has: async (sha) => (await sizeOf(pathOf(sha))) !== null,
    remove: async (sha) => {
      await rm(pathOf(sha), { force: true });
      await rm(path.join(incoming, sha), { force: true });
    },
    putAside: async (sha) => {
      await mkdir(damaged, { recursive: true });
      await rename(pathOf(sha), path.join(damaged, sha));
    },
    writer,
    receiver: async (sha, total, key) => {
      await mkdir(incoming, { recursive: true });
      return openReceiver(path.join(incoming, sha), { sha, total, key, keep: (file) => moveInto(file, pathOf(sha)) });
    },
    incoming: (sha) => path.join(incoming, sha),
    sweep: async () => {
      await rm(arriving, { recursive: true, force: true });
      for (const sha of await namesIn(incoming)) {
        const one = path.join(incoming, sha);
        if (now() - (await stat(one)).mtimeMs > WEEK_MS) await rm(one, { force: true });
      }
    },
  };
};

interface WriterParts {
  readonly key: Buffer | null;
  readonly pathOf: (sha: string) => string;
}

const createWriter = async (
  temporary: string,
  handle: FileHandle,
  { key, pathOf }: WriterParts,
): Promise<BlobWriter> => {
  const hash = createHash('sha256');
  const sealer = createSealer(key);
  const write = async (parts: readonly Uint8Array[]): Promise<void> => {
    for (const bytes of parts) if (bytes.length > 0) await handle.writeFile(bytes);
  };
  const discard = async (): Promise<void> => {
    await handle.close().catch(() => undefined);
    await rm(temporary, { force: true });
  };
  try {
    await write([sealer.head]);
  } catch (problem) {
    await discard();
    throw problem;
  }
  return {
    append: async (plain) => {
      hash.update(plain);
      await write(sealer.update(plain));
    },
    digest: () => hash.digest('hex'),
    // A blob that is there already is replaced by the same bytes: that heals one that the disk has damaged.
    keep: async (sha) => {
      await write(sealer.tail());
      await handle.sync();
      await handle.close();
      await moveInto(temporary, pathOf(sha));
    },
    discard,
  };
};

/** After this it is there under its name whatever happens. */
const moveInto = async (temporary: string, place: string): Promise<void> => {
  const folder = path.dirname(place);
  if ((await mkdir(folder, { recursive: true })) !== undefined) await syncFolder(path.dirname(folder));
  await rename(temporary, place);
  await syncFolder(folder);
};

/** Reads a blob to its end: true when seal and hash are right. Nothing is shown or sent before this was asked. */
export const verifyBlob = async (file: string, sha: string, key: Buffer | null): Promise<boolean> => {
  try {
    const hash = createHash('sha256');
    for await (const part of readPlain(file, key)) hash.update(part);
    return hash.digest('hex') === sha;
  } catch {
    return false;
  }
};

export const sizeOf = async (file: string): Promise<number | null> => {
  try {
    return (await stat(file)).size;
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return null;
    throw problem;
  }
};

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
};
