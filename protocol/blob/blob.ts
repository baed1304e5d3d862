// Original files on the wire: chunks that can be resumed, a whole that is hashed again before it counts.
import { z } from 'zod';
import { spaceId } from '../../domain/kernel/ids.ts';
import { sha256 } from '../../domain/records/media.ts';

/** Bytes of every chunk but the last: what is sent or fetched by one request, and at most what a kill costs. */
export const CHUNK_BYTES = 4 * 1024 * 1024;

/** PUT /blobs/:space/:sha/:n?bytes=TOTAL takes a chunk as its raw body and answers nothing (204) once all of it is kept. */

/** GET /blobs/:space/:sha. `have` are the numbers of the chunks that are there whole. */
export const blobState = z.object({
  sha: sha256,
  bytes: z.int().nullable(),
  have: z.array(z.int()),
  complete: z.boolean(),
});
export type BlobState = z.infer<typeof blobState>;

/** POST /blobs/:space/:sha/finish: hash the whole; a wrong hash drops the chunks and answers BlobDamaged; so do missing chunks, but those there stay. */
export const finishRequest = z.object({ bytes: z.int().positive() });

/**
 * POST /blobs/:space/:sha/copy: what another space of the caller's has already need not travel again. The caller must be allowed to
 * read it there and to write it here, so it opens nothing that fetching and sending it would not.
 */
export const copyRequest = z.object({ from: spaceId });

/** GET /blobs/:space/:sha/proof?nonce=NONCE: SHA-256 over the nonce's text and then all bytes, which only who has them now can tell. */
export const proofQuery = z.object({ nonce: z.string().regex(/^[0-9a-f]{64}$/) });
export const proofReply = z.object({ proof: sha256 });
