// What the page may ask about originals. It names them by hash and never by a path.
import { err, ok } from '../../domain/kernel/result.ts';
import { diskFailure } from '../files/disk-failure.ts';
import type { Handlers } from '../ipc/serve.ts';
import type { BlobFiles } from './blob-files.ts';
import type { FreeOriginal } from './free-original.ts';
import type { Imports } from './imports.ts';
import type { Transfers } from './transfers.ts';

type BlobChannel =
  | 'begin'
  | 'append'
  | 'finish'
  | 'cancel'
  | 'has'
  | 'remove'
  | 'upload'
  | 'download'
  | 'halt'
  | 'free';

export interface BlobParts {
  readonly files: BlobFiles;
  readonly imports: Imports;
  readonly transfers: Transfers;
  readonly free: FreeOriginal;
}

export const blobChannels = ({
  files,
  imports,
  transfers,
  free,
}: BlobParts): Pick<Handlers, `blob.${BlobChannel}`> => ({
  // The name is not kept here, and trusted only as far as the content agrees.
  'blob.begin': ({ bytes, name }) => imports.begin(bytes, name),
  'blob.append': ({ id, chunk }) => imports.append(id, chunk),
  'blob.finish': ({ id }) => imports.finish(id),
  'blob.cancel': ({ id }) => imports.cancel(id),
  'blob.has': async ({ shas }) => {
    const there = await Promise.all(shas.map((sha) => files.has(sha)));
    return { have: shas.filter((_, i) => there[i]) };
  },
  'blob.remove': async ({ shas }) => {
    try {
      for (const sha of shas) await files.remove(sha);
      return ok(null);
    } catch (problem) {
      return err(diskFailure(problem));
    }
  },
  'blob.upload': ({ space, sha, from }) => transfers.upload(space, sha, from),
  'blob.download': ({ space, sha }) => transfers.download(space, sha),
  'blob.halt': async () => {
    transfers.halt();
    return ok(null);
  },
  'blob.free': ({ space, sha }) => free(space, sha),
});
