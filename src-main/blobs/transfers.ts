// Sends originals to the session's server and fetches them, chunk by chunk, going on where the last try ended. One chunk of a
// file is under way at a time, so that whichever side ends, one chunk at most travels twice; several files go at once.
import { createHash } from 'node:crypto';

import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { BlobState } from '../../protocol/blob/blob.ts';
import type { Failure } from '../../protocol/failures.ts';
import { diskFailure } from '../files/disk-failure.ts';
import { plainSize, readPlain, SealBroken } from './blob-cipher.ts';
import { sizeOf, verifyBlob, type BlobFiles } from './blob-files.ts';
import type { BlobReceiver } from './blob-receiver.ts';
import type { BlobServer } from './blob-server.ts';
import { chunksOf, missingChunks, type Chunk } from './transfer-plan.ts';

export interface Progress {
  readonly space: string;
  readonly sha: string;
  readonly direction: 'up' | 'down';
  readonly done: number;
  readonly total: number;
}

export interface Transfers {
  /** @param from another space that the server is known to hold it in: then it is copied there, and no byte travels */
  readonly upload: (space: string, sha: string, from?: string | null) => Promise<Result<null, Failure>>;
  readonly download: (space: string, sha: string) => Promise<Result<null, Failure>>;
  /** Ends every transfer after the chunk that is under way, with BlobHeld; each goes on from there when it is asked for again. */
  readonly halt: () => void;
}

export interface TransferParts {
  readonly files: BlobFiles;
  readonly key: () => Result<Buffer | null, Failure>;
  readonly server: BlobServer;
  readonly progress: (progress: Progress) => void;
}

export const createTransfers = ({ files, key, server, progress }: TransferParts): Transfers => {
  /** The same transfer asked for twice is one. */
  const running = new Map<string, Promise<Result<null, Failure>>>();
  const once = (name: string, work: () => Promise<Result<null, Failure>>): Promise<Result<null, Failure>> => {
    const already = running.get(name);
    if (already !== undefined) return already;
    const job = work()
      .catch((problem: unknown) => err(diskFailure(problem)))
      .finally(() => running.delete(name));
    running.set(name, job);
    return job;
  };

  let halts = 0;
  /** Asked before each chunk. */
  const haltedSince = (mine: number): Result<null, Failure> => (mine === halts ? ok(null) : err({ type: 'BlobHeld' }));

  const upload = async (space: string, sha: string, from: string | null): Promise<Result<null, Failure>> => {
    const opening = key();
    if (!opening.ok) return opening;
    const file = files.pathOf(sha);
    const fileBytes = await sizeOf(file);
    if (fileBytes === null) return err({ type: 'BlobMissing' });
    const total = plainSize(fileBytes, opening.value);
    if (total === null || total === 0) return err({ type: 'BlobDamaged' });
    const asked = await server.state(space, sha);
    if (!asked.ok) return asked;
    if (asked.value.complete) return ok(null);
    // Where the server won't, whatever the reason, the bytes go the long way.
    if (from !== null && asked.value.have.length === 0 && (await server.copy(from, space, sha)).ok) return ok(null);

    const mine = halts;
    const missing = missingChunks(total, asked.value.have);
    const wanted = new Set(missing.map(({ n }) => n));
    let done = total - sum(missing);
    const tell = (moved: number): void => progress({ space, sha, direction: 'up', done: moved, total });
    tell(done);
    // The next chunk is read while one is under way, so two are held at most.
    let underWay: Promise<Result<null, Failure>> = Promise.resolve(ok(null));
    try {
      for await (const { chunk, parts } of readChunks({ file, sha, key: opening.value }, chunksOf(total))) {
        if (!wanted.has(chunk.n)) continue;
        const last = await underWay;
        if (!last.ok) return last;
        const halted = haltedSince(mine);
        if (!halted.ok) return halted;
        const before = done;
        done += chunk.to - chunk.from;
        // The one place where a chunk leaves this device.
        underWay = server.put({ space, sha, n: chunk.n, total }, parts, (bytes) => tell(before + bytes));
      }
    } catch (problem) {
      const sent = await underWay;
      if (!(problem instanceof SealBroken)) throw problem;
      // Where all of it went out, the server compares hashes too, and drops what is no good to anyone.
      if (sent.ok && done === total) await server.finish(space, sha, total);
      return err({ type: 'BlobDamaged' });
    }
    const last = await underWay;
    return last.ok ? server.finish(space, sha, total) : last;
  };

  const download = async (space: string, sha: string): Promise<Result<null, Failure>> => {
    const opening = key();
    if (!opening.ok) return opening;
    // One that the disk has damaged is fetched again.
    if (await verifyBlob(files.pathOf(sha), sha, opening.value)) return ok(null);
    const asked = await server.state(space, sha);
    if (!asked.ok) return asked;
    const total = totalOf(asked.value);
    if (total === null) return err({ type: 'BlobMissing' });

    const receiver = await files.receiver(sha, total, opening.value);
    const tell = (): void => progress({ space, sha, direction: 'down', done: receiver.at(), total });
    tell();
    const mine = halts;
    try {
      for (const chunk of chunksOf(total)) {
        if (chunk.to <= receiver.at()) continue;
        const halted = haltedSince(mine);
        const got = halted.ok
          ? await server.get({ space, sha, n: chunk.n }, () => taker(receiver, chunk, tell))
          : halted;
        if (got.ok && receiver.at() === chunk.to) continue;
        await receiver.close();
        return got.ok ? err({ type: 'BlobDamaged' }) : got;
      }
    } catch (problem) {
      await receiver.close();
      throw problem;
    }
    // Bytes are believed only if their hash is the name. Wrong ones are thrown away and asked for again later.
    return (await receiver.finish()) ? ok(null) : err({ type: 'BlobDamaged' });
  };

  return {
    upload: (space, sha, from = null) => once(`up ${space} ${sha}`, () => upload(space, sha, from)),
    download: (space, sha) => once(`down ${sha}`, () => download(space, sha)),
    halt: () => {
      halts += 1;
    },
  };
};

/** Takes a chunk's bytes as they come. What a try that broke off has brought stays and counts, so its begin is left out the next time. */
const taker = (receiver: BlobReceiver, chunk: Chunk, tell: () => void): ((bytes: Uint8Array) => Promise<void>) => {
  let from = chunk.from;
  return async (bytes) => {
    const fresh = bytes.subarray(Math.max(0, receiver.at() - from), Math.max(0, chunk.to - from));
    from += bytes.length;
    if (fresh.length === 0) return;
    await receiver.append(fresh);
    tell();
  };
};

interface Reading {
  readonly file: string;
  readonly sha: string;
  readonly key: Buffer | null;
}

interface ReadChunk {
  readonly chunk: Chunk;
  readonly parts: readonly Uint8Array[];
}

/**
 * Reads a file once, from its start, and hashes it on the way. A broken seal is seen before anything of its chunk is handed out; a
 * wrong hash, which a disk without encryption may bring, only at the end: then a file of one chunk is not handed out at all.
 * Throws SealBroken after what it handed out.
 */
async function* readChunks({ file, sha, key }: Reading, chunks: readonly Chunk[]): AsyncGenerator<ReadChunk> {
  const hash = createHash('sha256');
  let parts: Buffer[] = [];
  let next = 0;
  let held = 0;
  for await (const part of readPlain(file, key)) {
    hash.update(part);
    parts.push(part);
    held += part.length;
    const chunk = chunks[next];
    // Chunks are whole segments long, so none of these is in two of them.
    if (chunk === undefined || held < chunk.to - chunk.from) continue;
    if (next < chunks.length - 1) {
      yield { chunk, parts };
      parts = [];
      held = 0;
      next += 1;
    }
  }
  const last = chunks[next];
  if (last === undefined || held !== last.to - last.from) throw new SealBroken();
  const isTrue = hash.digest('hex') === sha;
  if (isTrue || chunks.length > 1) yield { chunk: last, parts };
  if (!isTrue) throw new SealBroken();
}

const sum = (chunks: readonly Chunk[]): number => chunks.reduce((bytes, { from, to }) => bytes + to - from, 0);

const totalOf = ({ complete, bytes }: BlobState): number | null => (complete ? bytes : null);
