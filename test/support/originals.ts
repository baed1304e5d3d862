// Main's originals for a device without a window: its real files and its real transfers, against the server of a test.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { ok } from '../../domain/kernel/result.ts';
import type { Bridge, Channel } from '../../protocol/ipc/channels.ts';
import { blobChannels } from '../../src-main/blobs/blob-channels.ts';
import { createBlobFiles } from '../../src-main/blobs/blob-files.ts';
import { createBlobServer } from '../../src-main/blobs/blob-server.ts';
import { createFreeOriginal } from '../../src-main/blobs/free-original.ts';
import { createImports } from '../../src-main/blobs/imports.ts';
import { createTransfers } from '../../src-main/blobs/transfers.ts';
import { carryDirectly } from '../../src-main/session/carry-directly.ts';
import type { ServerSession } from '../../src-main/session/server-session.ts';

export interface Originals {
  /** Keeps a file as an import would, and answers its hash. */
  readonly keep: (bytes: Uint8Array) => Promise<string>;
  readonly has: (sha: string) => Promise<boolean>;
  /** What the page asks of main about originals. */
  readonly ask: Bridge['ask'];
  /** How often it has asked this. */
  readonly asked: (channel: Channel) => number;
}

export const createOriginals = (
  within: string,
  credentials: () => { readonly server: string; readonly token: string },
): Originals => {
  const files = createBlobFiles(path.join(within, `originals-${randomUUID()}`), { newId: randomUUID, now: Date.now });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as much of a session as transfers use
  const session = {
    credentials: async () => credentials(),
    refused: async () => undefined,
  } as unknown as ServerSession;
  const server = createBlobServer({
    session,
    fetch: (url, init) => fetch(url, init),
    carry: carryDirectly,
    wait: async () => undefined,
    chance: () => 0,
  });
  const key = () => ok(null);
  const asked: Channel[] = [];
  const answers = blobChannels({
    files,
    imports: createImports({ files, key, newId: randomUUID }),
    transfers: createTransfers({ files, key, server, progress: () => {} }),
    free: createFreeOriginal({ files, key, server }),
  });
  return {
    keep: async (bytes) => {
      const writer = await files.writer(null);
      await writer.append(bytes);
      const sha = writer.digest();
      await writer.keep(sha);
      return sha;
    },
    has: files.has,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only channels of originals are asked
    ask: ((channel: keyof typeof answers, args: never) => {
      asked.push(channel);
      return answers[channel](args);
    }) as unknown as Bridge['ask'],
    asked: (channel) => asked.filter((each) => each === channel).length,
  };
};
