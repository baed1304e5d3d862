// Main's originals for a device without a window: its real files and its real transfers, against the server of a test.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { ok } from '../../domain/kernel/result.ts';
import type { Bridge } from '../../protocol/ipc/channels.ts';
import { createBlobFiles } from '../../src-main/blobs/blob-files.ts';
import { createBlobServer } from '../../src-main/blobs/blob-server.ts';
import { createTransfers } from '../../src-main/blobs/transfers.ts';
import type { ServerSession } from '../../src-main/session/server-session.ts';

export interface Originals {
  /** Keeps a file as an import would, and answers its hash. */
  readonly keep: (bytes: Uint8Array) => Promise<string>;
  readonly has: (sha: string) => Promise<boolean>;
  /** What the page asks of main about originals. */
  readonly ask: Bridge['ask'];
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
    wait: async () => undefined,
    chance: () => 0,
  });
  const transfers = createTransfers({ files, key: () => ok(null), server, progress: () => {} });
  const answers: Readonly<Record<string, (args: never) => unknown>> = {
    'blob.has': async ({ shas }: { shas: readonly string[] }) => {
      const held = await Promise.all(shas.map((sha) => files.has(sha)));
      return { have: shas.filter((_, place) => held[place]) };
    },
    'blob.upload': ({ space, sha }: { space: string; sha: string }) => transfers.upload(space, sha),
    'blob.download': ({ space, sha }: { space: string; sha: string }) => transfers.download(space, sha),
    'blob.remove': async ({ shas }: { shas: readonly string[] }) => {
      for (const sha of shas) await files.remove(sha);
      return ok(null);
    },
  };
  return {
    keep: async (bytes) => {
      const writer = await files.writer(null);
      await writer.append(bytes);
      const sha = writer.digest();
      await writer.keep(sha);
      return sha;
    },
    has: files.has,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a stand-in for as much as the tests ask of main
    ask: (async (channel: string, args: never) => {
      const answer = answers[channel];
      if (answer === undefined) throw new Error(`nobody answers ${channel}`);
      return answer(args);
    }) as Bridge['ask'],
  };
};
