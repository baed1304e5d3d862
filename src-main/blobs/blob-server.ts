// The calls a transfer makes of the server, each tried a few times when trying again can help.
import { z } from 'zod';

import { err, ok, type Result } from '../../domain/kernel/result.ts';
import { blobState, proofReply, type BlobState } from '../../protocol/blob/blob.ts';
import { isFailureCode, type Failure } from '../../protocol/failures.ts';
import type { Fetch, ServerSession } from '../session/server-session.ts';
import { backOff, TRIES } from './transfer-plan.ts';

/** Milliseconds for one chunk: a megabyte over a slow line from a building site. */
const CHUNK_LIMIT = 90_000;

export interface ChunkPlace {
  readonly space: string;
  readonly sha: string;
  readonly n: number;
  /** Bytes of the whole original. */
  readonly total: number;
}

export interface BlobServer {
  readonly state: (space: string, sha: string) => Promise<Result<BlobState, Failure>>;
  readonly put: (place: ChunkPlace, bytes: Uint8Array) => Promise<Result<null, Failure>>;
  readonly get: (space: string, sha: string, n: number) => Promise<Result<Uint8Array, Failure>>;
  readonly finish: (space: string, sha: string, total: number) => Promise<Result<null, Failure>>;
  /** Has the server take it over from another space of the caller's. */
  readonly copy: (from: string, space: string, sha: string) => Promise<Result<null, Failure>>;
  /** SHA-256 over the nonce and all bytes, as the server holds them. */
  readonly prove: (space: string, sha: string, nonce: string) => Promise<Result<string, Failure>>;
}

/** What differs between the calls. */
type BlobCall = Pick<RequestInit, 'method' | 'body'> & { readonly headers?: Readonly<Record<string, string>> };

export interface BlobServerParts {
  readonly session: ServerSession;
  readonly fetch: Fetch;
  readonly wait: (ms: number) => Promise<void>;
  readonly chance: () => number;
}

export const createBlobServer = ({ session, fetch, wait, chance }: BlobServerParts): BlobServer => {
  const once = async (path: string, init: BlobCall): Promise<Result<Uint8Array, Failure>> => {
    const credentials = await session.credentials();
    if (credentials === null) return err({ type: 'NotSignedIn' });
    try {
      const answer = await fetch(credentials.server + path, {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${credentials.token}` },
        redirect: 'manual',
        credentials: 'omit',
        signal: AbortSignal.timeout(CHUNK_LIMIT),
      });
      const body = new Uint8Array(await answer.arrayBuffer());
      if (answer.ok) return ok(body);
      if (answer.status === 401) await session.refused(credentials.token);
      return err(failureOf(answer.status, body));
    } catch (problem) {
      return err({
        type: problem instanceof Error && problem.name === 'TimeoutError' ? 'ServerSlow' : 'ServerUnreachable',
      });
    }
  };

  const call = async (path: string, init: BlobCall = {}): Promise<Result<Uint8Array, Failure>> => {
    for (let tries = 1; ; tries++) {
      const result = await once(path, init);
      if (result.ok || tries === TRIES || !mayPass(result.error)) return result;
      await wait(backOff(tries, chance()));
    }
  };

  return {
    state: async (space, sha) => {
      const answer = await call(`/blobs/${space}/${sha}`);
      if (!answer.ok) return answer;
      const state = blobState.safeParse(json(answer.value));
      return state.success ? ok(state.data) : err({ type: 'ServerNonsense' });
    },
    put: async ({ space, sha, n, total }, bytes) => {
      const body = new Uint8Array(bytes);
      return nothing(
        await call(`/blobs/${space}/${sha}/${n}?bytes=${total}`, {
          method: 'PUT',
          headers: { 'content-type': 'application/octet-stream' },
          body,
        }),
      );
    },
    get: (space, sha, n) => call(`/blobs/${space}/${sha}/${n}`),
    finish: async (space, sha, total) => nothing(await call(`/blobs/${space}/${sha}/finish`, post({ bytes: total }))),
    // Once: if it can't be, the bytes go the long way.
    copy: async (from, space, sha) => nothing(await once(`/blobs/${space}/${sha}/copy`, post({ from }))),
    prove: async (space, sha, nonce) => {
      const answer = await call(`/blobs/${space}/${sha}/proof?nonce=${nonce}`);
      if (!answer.ok) return answer;
      const proof = proofReply.safeParse(json(answer.value));
      return proof.success ? ok(proof.data.proof) : err({ type: 'ServerNonsense' });
    },
  };
};

const post = (body: unknown): BlobCall => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** Only what time can cure is tried again: not a refusal, nor a wrong hash. */
const mayPass = ({ type }: Failure): boolean =>
  ['ServerUnreachable', 'ServerSlow', 'ServerBusy', 'ServerNonsense'].includes(type);

const reply = z.object({ error: z.object({ type: z.custom<Failure['type']>(isFailureCode) }) });

const failureOf = (status: number, body: Uint8Array): Failure => {
  const coded = reply.safeParse(json(body));
  if (coded.success) return { type: coded.data.error.type };
  if (status === 429) return { type: 'ServerBusy' };
  return { type: status === 401 ? 'NotSignedIn' : 'ServerNonsense' };
};

const nothing = (result: Result<unknown, Failure>): Result<null, Failure> => (result.ok ? ok(null) : result);

const json = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
};
