// Takes a file from the page piece by piece and makes a blob of it: whole and durable, or not there at all.
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import { diskFailure } from '../files/disk-failure.ts';
import type { BlobFiles, BlobWriter } from './blob-files.ts';
import { isCompound, sniffOffice, sniffText, TAIL_BYTES } from './sniff-office.ts';
import { sniff, SNIFF_BYTES } from './sniff.ts';

/** The largest original, in bytes. */
export const MAX_BYTES = 200 * 1024 * 1024;

export interface ImportedBlob {
  readonly sha: string;
  readonly bytes: number;
  readonly mime: string;
}

export interface Imports {
  /** The name only helps to tell text, which has no mark of its own. */
  readonly begin: (bytes: number, name?: string) => Promise<Result<{ readonly id: string }, Failure>>;
  readonly append: (id: string, chunk: Uint8Array) => Promise<Result<null, Failure>>;
  readonly finish: (id: string) => Promise<Result<ImportedBlob, Failure>>;
  readonly cancel: (id: string) => Promise<Result<null, Failure>>;
}

interface Session {
  readonly writer: BlobWriter;
  /** What the page said the file has; another number at the end means that it was cut short. */
  readonly expected: number;
  received: number;
  readonly name: string;
  /** The first and the last bytes, to tell what it is. */
  start: Buffer;
  tail: Buffer;
  /** Pieces are written one after the other, in the order they were asked for. */
  last: Promise<unknown>;
}

export interface ImportParts {
  readonly files: BlobFiles;
  readonly key: () => Result<Buffer | null, Failure>;
  readonly newId: () => string;
}

export const createImports = ({ files, key, newId }: ImportParts): Imports => {
  const sessions = new Map<string, Session>();

  const end = async (id: string, failure: Failure): Promise<{ readonly ok: false; readonly error: Failure }> => {
    const session = sessions.get(id);
    sessions.delete(id);
    await session?.writer.discard();
    return err(failure);
  };

  /** Runs after everything asked of this import before; a failure of the disk ends the import. */
  const inTurn = <T>(
    id: string,
    work: (session: Session) => Promise<Result<T, Failure>>,
  ): Promise<Result<T, Failure>> => {
    const session = sessions.get(id);
    if (session === undefined) return Promise.resolve(err({ type: 'ImportCancelled' }));
    const turn = session.last.then(async () => {
      if (!sessions.has(id)) return err({ type: 'ImportCancelled' } as const);
      try {
        return await work(session);
      } catch (problem) {
        return end(id, diskFailure(problem));
      }
    });
    // A bug in one piece must not swallow the next one's answer.
    session.last = turn.catch(() => undefined);
    return turn;
  };

  return {
    begin: async (bytes, name = '') => {
      if (bytes === 0) return err({ type: 'FileEmpty' });
      if (bytes > MAX_BYTES) return err({ type: 'FileTooLarge' });
      const sealing = key();
      if (!sealing.ok) return sealing;
      try {
        const id = newId();
        sessions.set(id, {
          writer: await files.writer(sealing.value),
          expected: bytes,
          received: 0,
          name,
          start: Buffer.alloc(0),
          tail: Buffer.alloc(0),
          last: Promise.resolve(),
        });
        return ok({ id });
      } catch (problem) {
        return err(diskFailure(problem));
      }
    },
    append: (id, chunk) =>
      inTurn(id, async (session) => {
        if (session.received + chunk.length > Math.min(MAX_BYTES, session.expected))
          return end(id, { type: 'FileTooLarge' });
        if (session.start.length < SNIFF_BYTES)
          session.start = Buffer.concat([session.start, chunk.subarray(0, SNIFF_BYTES - session.start.length)]);
        session.tail = Buffer.concat([session.tail, chunk.subarray(-TAIL_BYTES)]).subarray(-TAIL_BYTES);
        await session.writer.append(chunk);
        session.received += chunk.length;
        return ok(null);
      }),
    finish: (id) =>
      inTurn(id, async (session) => {
        if (session.received === 0) return end(id, { type: 'FileEmpty' });
        if (session.received !== session.expected) return end(id, { type: 'FileDamaged' });
        const mime =
          (await sniff(session.start)) ??
          sniffOffice(session.start, session.tail) ??
          sniffText(session.start, session.name);
        if (mime === null) return end(id, { type: isCompound(session.start) ? 'OfficeFileClosed' : 'FileKindUnknown' });
        const sha = session.writer.digest();
        await session.writer.keep(sha);
        sessions.delete(id);
        return ok({ sha, bytes: session.received, mime });
      }),
    // Not in turn: cancelling needs not wait for pieces that are no longer wanted.
    cancel: async (id) => {
      const session = sessions.get(id);
      sessions.delete(id);
      await session?.last;
      await session?.writer.discard();
      return ok(null);
    },
  };
};
