// Answers `plumbline-blob://<sha>` with an original's plain bytes: shown, never run.
import { Readable } from 'node:stream';

import type { Session } from 'electron';

import type { Result } from '../../domain/kernel/result.ts';
import { sha256 } from '../../domain/records/media.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { Log } from '../log/log.ts';
import { ORIGINAL_POLICY } from '../page/content-security.ts';
import { PAGE_ORIGIN } from '../page/schemes.ts';
import type { BlobFiles } from './blob-files.ts';
import { readOriginal } from './read-original.ts';

export interface BlobSchemeParts {
  readonly files: BlobFiles;
  readonly key: () => Result<Buffer | null, Failure>;
  readonly log: Log;
}

/** 404 when it is not here (or locked), 422 when it is damaged: the page shows BlobMissing or BlobDamaged. */
export const serveBlobScheme = (session: Session, { files, key, log }: BlobSchemeParts): void => {
  session.protocol.handle('plumbline-blob', async (request) => {
    const sha = new URL(request.url).host;
    const opening = key();
    if (request.method !== 'GET' || !sha256.safeParse(sha).success || !opening.ok) return refusal(404);
    try {
      const original = await readOriginal(files.pathOf(sha), sha, opening.value);
      if (original.state === 'missing') return refusal(404);
      if (original.state === 'damaged') {
        log.write({ level: 'error', code: 'BlobDamaged', detail: sha });
        // Where it lies it would pass for one that is here, and the server's whole one would never come.
        await files.putAside(sha).catch((problem: unknown) => log.bug('damaged original', problem));
        return refusal(422);
      }
      const body =
        original.body instanceof Readable
          ? (Readable.toWeb(original.body) as ReadableStream)
          : new Uint8Array(original.body);
      const headers = {
        ...always,
        'content-type': original.mime,
        'content-length': String(original.bytes),
        'cache-control': 'private, no-store',
      };
      return new Response(body, { headers });
    } catch (problem) {
      log.bug('blob scheme', problem);
      return refusal(500);
    }
  });
};

const always = {
  // The page fetches PDFs from here; no other origin may read an answer.
  'access-control-allow-origin': PAGE_ORIGIN,
  'content-security-policy': ORIGINAL_POLICY,
  'x-content-type-options': 'nosniff',
};

const refusal = (status: number): Response => new Response(null, { status, headers: always });
