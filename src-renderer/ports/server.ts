// Asks the sync server, through the address that main serves and to which it adds the session; failures are values.
import { z } from 'zod';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import { failure, type Failure } from '../../protocol/failures.ts';

/** Main forwards `app://plumbline/api/...` to the session's server. */
export const API = '/api';

export interface ServerCall<T extends z.ZodType> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly reply: T;
  readonly signal?: AbortSignal;
}

/** A server as the sync client and the account see it; tests and simulated devices bring their own. */
export interface ServerPort {
  readonly ask: <T extends z.ZodType>(call: ServerCall<T>) => Promise<Result<z.output<T>, Failure>>;
  /** A body that goes on and on: the stream of changes. Rejects when there is no line. */
  readonly open: (path: string, signal: AbortSignal) => Promise<Response>;
}

export type FetchLike = (path: string, init: RequestInit) => Promise<Response>;

export const createServerPort = (fetchIt: FetchLike): ServerPort => ({
  ask: async ({ method, path, body, reply, signal }) => {
    let answer: Response;
    try {
      answer = await fetchIt(`${API}${path}`, {
        method,
        ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
        ...(signal === undefined ? {} : { signal }),
      });
    } catch {
      return err({ type: 'ServerUnreachable' });
    }
    const parsed: unknown = await answer.json().catch(() => null);
    if (!answer.ok) return err(failureOf(parsed));
    const value = reply.safeParse(parsed);
    return value.success ? ok(value.data) : err({ type: 'ServerNonsense' });
  },
  open: (path, signal) => fetchIt(`${API}${path}`, { headers: { accept: 'text/event-stream' }, signal }),
});

/** The bytes of a small file, there and back. */
export interface FilePort {
  readonly send: (path: string, bytes: ArrayBuffer) => Promise<Result<null, Failure>>;
  readonly fetch: (path: string) => Promise<Result<ArrayBuffer, Failure>>;
}

export const createFilePort = (fetchIt: FetchLike): FilePort => {
  const ask = async (path: string, init: RequestInit): Promise<Result<ArrayBuffer, Failure>> => {
    try {
      const answer = await fetchIt(`${API}${path}`, init);
      return answer.ok
        ? ok(await answer.arrayBuffer())
        : err(failureOf((await answer.json().catch(() => null)) as unknown));
    } catch {
      return err({ type: 'ServerUnreachable' });
    }
  };
  return {
    send: async (path, body) => {
      const headers = { 'content-type': 'application/octet-stream' };
      const sent = await ask(path, { method: 'PUT', headers, body });
      return sent.ok ? ok(null) : sent;
    },
    fetch: (path) => ask(path, {}),
  };
};

/** The session's server, through main. */
export const pageServer: ServerPort = createServerPort((path, init) => fetch(path, init));
export const pageFiles: FilePort = createFilePort((path, init) => fetch(path, init));

const failureReply = z.object({ error: failure });

/** A coded failure in the answer is passed on; anything else is nonsense. */
const failureOf = (parsed: unknown): Failure => {
  const reply = failureReply.safeParse(parsed);
  return reply.success ? reply.data.error : { type: 'ServerNonsense' };
};
