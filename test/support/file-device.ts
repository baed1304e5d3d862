// A device's files without a window: the page's transfers over main's real files and calls, against a real server.
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ok } from '../../domain/kernel/result.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import type { Bridge } from '../../protocol/ipc/channels.ts';
import { blobChannels } from '../../src-main/blobs/blob-channels.ts';
import { createBlobFiles } from '../../src-main/blobs/blob-files.ts';
import { createBlobServer } from '../../src-main/blobs/blob-server.ts';
import { createFreeOriginal } from '../../src-main/blobs/free-original.ts';
import { createImports } from '../../src-main/blobs/imports.ts';
import { createTransfers as createMainTransfers } from '../../src-main/blobs/transfers.ts';
import type { ServerSession } from '../../src-main/session/server-session.ts';
import type { QueueJob } from '../../src-renderer/data/database-schema.ts';
import { createFilePort, createServerPort, type FetchLike } from '../../src-renderer/ports/server.ts';
import { createPreviewWire } from '../../src-renderer/sync/preview-wire.ts';
import { createTransfers, type TransferOptions, type Transfers } from '../../src-renderer/sync/transfers.ts';

export interface FileDevice {
  readonly transfers: Transfers;
  /** Keeps these bytes as an original; answers its hash. */
  readonly keep: (bytes: Uint8Array) => Promise<string>;
  readonly has: (sha: string) => Promise<boolean>;
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
  const key = () => ok(null);
  const files = createBlobFiles(folder, { newId: randomUUID, now: Date.now });
  const imports = createImports({ files, key, newId: randomUUID });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as much of a session as the calls ask
  const session = {
    credentials: async () => ({ server: at.url, token: at.token }),
    refused: async () => undefined,
  } as unknown as ServerSession;
  const server = createBlobServer({
    session,
    fetch: (url, init) => fetch(url, init),
    wait: async () => undefined,
    chance: () => 0,
  });
  const main = blobChannels({
    files,
    imports,
    transfers: createMainTransfers({ files, key, server, progress: () => {} }),
    free: createFreeOriginal({ files, key, server }),
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only channels of files are asked
  const ask = ((channel: keyof typeof main, args: never) => main[channel](args)) as unknown as Bridge['ask'];
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
    keep: async (bytes) => {
      const writer = await files.writer(null);
      await writer.append(bytes);
      const sha = writer.digest();
      await writer.keep(sha);
      return sha;
    },
    has: files.has,
    connect: ({ url, token, store }) => {
      at = { url, token };
      transfers.resume({ holds: () => true, mayWrite: () => true }, store);
    },
    end: async () => {
      transfers.pause();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
