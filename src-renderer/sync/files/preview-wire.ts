// Sends and fetches previews: each is one small chunk, so the page does it by itself; originals are main's.
import type { SpaceId } from '../../../domain/kernel/ids.ts';
import { err, ok, type Result } from '../../../domain/kernel/result.ts';
import type { Failure } from '../../../protocol/failures.ts';
import { blobState } from '../../../protocol/blob/blob.ts';
import { sha256Of } from '../../data/sha256.ts';
import type { FilePort, ServerPort } from '../../ports/server.ts';

/** A preview as its record names it, and where it goes or comes from. */
export interface PreviewPlace {
  readonly space: SpaceId;
  readonly sha: string;
  readonly bytes: number;
}

export interface PreviewWire {
  /** BlobMissing when these are not the bytes that the record names: another device has them. */
  readonly send: (place: PreviewPlace, preview: Blob) => Promise<Result<null, Failure>>;
  /** Believed only if its hash is the one the record names. */
  readonly fetch: (place: PreviewPlace) => Promise<Result<Blob, Failure>>;
}

export const createPreviewWire = (server: Pick<ServerPort, 'ask'>, files: FilePort): PreviewWire => ({
  send: async ({ space, sha, bytes }, preview) => {
    const body = await preview.arrayBuffer();
    if ((await sha256Of(body)) !== sha) return err({ type: 'BlobMissing' });
    const sent = await files.send(`/blobs/${space}/${sha}/0?bytes=${bytes}`, body);
    if (!sent.ok) return sent;
    const path = `/blobs/${space}/${sha}/finish`;
    const finished = await server.ask({ method: 'POST', path, body: { bytes }, reply: blobState });
    return finished.ok ? ok(null) : finished;
  },
  fetch: async ({ space, sha }) => {
    const got = await files.fetch(`/blobs/${space}/${sha}/0`);
    if (!got.ok) return got;
    const isWhole = isJpeg(new Uint8Array(got.value)) && (await sha256Of(got.value)) === sha;
    return isWhole ? ok(new Blob([got.value], { type: 'image/jpeg' })) : err({ type: 'BlobDamaged' });
  },
});

const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
