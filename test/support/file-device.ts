// A device's files without a window: the page's transfers over main's real files and calls, against a real server.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import type { QueueJob } from '../../src-renderer/data/database-schema.ts';
import { createFilePort, createServerPort, type FetchLike } from '../../src-renderer/ports/server.ts';
import { createPreviewWire } from '../../src-renderer/sync/files/preview-wire.ts';
import { createTransfers, type TransferOptions, type Transfers } from '../../src-renderer/sync/files/transfers.ts';
import { createOriginals, type Originals } from './originals.ts';

export interface FileDevice extends Pick<Originals, 'keep' | 'has'> {
  readonly transfers: Transfers;
  /** Previews, by the hash of their original. */
  readonly previews: Map<string, Blob>;
  /** Connects to a server with these credentials; the records it knows of may be read and written. */
  readonly connect: (server: { readonly url: string; readonly token: string; readonly store: string }) => void;
  readonly end: () => Promise<void>;
}

/** @param records the photos that every device of this household knows of */
export const createFileDevice = (records: readonly AnyRecord[]): FileDevice => {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-files-'));
  let at = { url: '', token: '' };
  const { ask, keep, has } = createOriginals(folder, () => ({ server: at.url, token: at.token }));
  const link: FetchLike = (where, init) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${at.token}`);
    return fetch(at.url + where.replace('/api', ''), { ...init, headers });
  };

  const previews = new Map<string, Blob>();
  const settings = new Map<string, unknown>();
  const jobs = new Map<string, QueueJob>();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- stand-ins as far as transfers ask them
  const options = {
    store: {
      find: async ({ type }: { readonly type: string }) => records.filter((record) => record.type === type),
      queue: {
        list: async (kind: string) => [...jobs.values()].filter((job) => job.kind === kind),
        put: async (more: readonly QueueJob[]) => more.forEach((job) => jobs.set(job.id, job)),
        remove: async (ids: readonly string[]) => ids.forEach((id) => jobs.delete(id)),
      },
      onChanges: () => () => undefined,
      previews: {
        sizes: async () => new Map([...previews].map(([sha, { size }]) => [sha, size])),
        get: async (sha: string) => previews.get(sha) ?? null,
        put: async (sha: string, preview: Blob) => void previews.set(sha, preview),
      },
      settings: {
        get: (name: string) => settings.get(name),
        set: async (name: string, value: unknown) => void settings.set(name, value),
        watch: () => () => undefined,
      },
    },
    ask,
    wire: createPreviewWire(createServerPort(link), createFilePort(link)),
    preview: async () => {},
    waiting: () => {},
  } as unknown as TransferOptions;
  const transfers = createTransfers(options);
  return {
    transfers,
    previews,
    keep,
    has,
    connect: ({ url, token, store }) => {
      at = { url, token };
      transfers.resume({ holds: () => true, mayWrite: () => true, mayBringFiles: () => true }, store);
    },
    end: async () => {
      transfers.pause();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
