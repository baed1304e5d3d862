// The calls a transfer makes of the server, each tried a few times when trying again can help.
import { Readable } from 'node:stream';

import { z } from 'zod';

import { err, ok, type Result } from '../../domain/kernel/result.ts';
import { blobState, proofReply, type BlobState } from '../../protocol/blob/blob.ts';
import { isFailureCode, type Failure } from '../../protocol/failures.ts';
import type { Carry, Fetch, LargeAnswer, ServerSession } from '../session/server-session.ts';
import { backOff, TRIES } from './transfer-plan.ts';

/** The longest silence in ms: a slow line from a building site may take its time as long as something moves. */
const SILENCE_LIMIT = 60_000;

export interface ChunkPlace {
  readonly space: string;
  readonly sha: string;
  readonly n: number;
  /** Bytes of the whole original. */
  readonly total: number;
}

export interface BlobServer {
  readonly state: (space: string, sha: string) => Promise<Result<BlobState, Failure>>;
  /** @param sent told how many bytes of the chunk have left so far */
  readonly put: (
    place: ChunkPlace,
    parts: readonly Uint8Array[],
    sent: (bytes: number) => void,
  ) => Promise<Result<null, Failure>>;
  /** @param begin called for each try; what it answers takes the chunk's bytes as they come */
  readonly get: (
    place: Omit<ChunkPlace, 'total'>,
    begin: () => (bytes: Uint8Array) => Promise<void>,
  ) => Promise<Result<null, Failure>>;
  readonly finish: (space: string, sha: string, total: number) => Promise<Result<null, Failure>>;
  /** Has the server take it over from another space of the caller's. */
  readonly copy: (from: string, space: string, sha: string) => Promise<Result<null, Failure>>;
  /** SHA-256 over the nonce and all bytes, as the server holds them. */
  readonly prove: (space: string, sha: string, nonce: string) => Promise<Result<string, Failure>>;
}

/** What differs between the calls. */
interface BlobCall {
  readonly method?: 'GET' | 'PUT' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Of a large body. */
  readonly parts?: readonly Uint8Array[];
  readonly sent?: (bytes: number) => void;
  /** Takes a large answer. */
  readonly begin?: () => (bytes: Uint8Array) => Promise<void>;
}

export interface BlobServerParts {
  readonly session: ServerSession;
  readonly fetch: Fetch;
  readonly carry: Carry;
  readonly wait: (ms: number) => Promise<void>;
  readonly chance: () => number;
}

export const createBlobServer = ({ session, fetch, carry, wait, chance }: BlobServerParts): BlobServer => {
  const ask = async (url: string, call: BlobCall, { token, alive, signal }: Line): Promise<LargeAnswer> => {
    const headers = { ...call.headers, authorization: `Bearer ${token}` };
    const { method = 'GET', body, parts, begin } = call;
    if (parts !== undefined || begin !== undefined) {
      const sent = (bytes: number): void => {
        alive();
        call.sent?.(bytes);
      };
      return carry(url, { headers, parts, sent, signal });
    }
    const to = { redirect: 'manual', credentials: 'omit', ...(body === undefined ? {} : { body }) } as const;
    const answer = await fetch(url, { method, headers, signal, ...to });
    return { status: answer.status, body: Readable.from([new Uint8Array(await answer.arrayBuffer())]) };
  };

  const once = async (path: string, blobCall: BlobCall): Promise<Result<Uint8Array, Failure>> => {
    const credentials = await session.credentials();
    if (credentials === null) return err({ type: 'NotSignedIn' });
    const { alive, signal, over } = silenceLimit();
    const { server, token } = credentials;
    const taking: { problem: unknown } = { problem: null };
    try {
      const answer = await ask(server + path, blobCall, { token, alive, signal });
      const isFine = answer.status >= 200 && answer.status < 300;
      const kept: Uint8Array[] = [];
      const take =
        isFine && blobCall.begin !== undefined ? blobCall.begin() : async (bytes: Uint8Array) => void kept.push(bytes);
      for await (const bytes of answer.body) {
        alive();
        await take(bytes).catch((problem: unknown) => {
          taking.problem = problem;
          throw problem;
        });
      }
      const body = Buffer.concat(kept);
      if (isFine) return ok(body);
      if (answer.status === 401) await session.refused(token);
      return err(failureOf(answer.status, body));
    } catch (problem) {
      // Of this device's own making, and no fault of the line.
      if (taking.problem !== null) throw problem;
      return err({ type: signal.aborted ? 'ServerSlow' : 'ServerUnreachable' });
    } finally {
      over();
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
    put: async ({ space, sha, n, total }, parts, sent) =>
      nothing(
        await call(`/blobs/${space}/${sha}/${n}?bytes=${total}`, {
          method: 'PUT',
          headers: { 'content-type': 'application/octet-stream' },
          parts,
          sent,
        }),
      ),
    get: async ({ space, sha, n }, begin) => nothing(await call(`/blobs/${space}/${sha}/${n}`, { begin })),
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

/** What one try goes over. */
interface Line {
  readonly token: string;
  /** Something moved. */
  readonly alive: () => void;
  readonly signal: AbortSignal;
}

const silenceLimit = (): Omit<Line, 'token'> & { readonly over: () => void } => {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), SILENCE_LIMIT);
  return { alive: () => void timer.refresh(), signal: limit.signal, over: () => clearTimeout(timer) };
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
