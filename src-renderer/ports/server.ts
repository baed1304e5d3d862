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

/** The session's server, through main. */
export const pageServer: ServerPort = createServerPort((path, init) => fetch(path, init));

const failureReply = z.object({ error: failure });

/** A coded failure in the answer is passed on; anything else is nonsense. */
const failureOf = (parsed: unknown): Failure => {
  const reply = failureReply.safeParse(parsed);
  return reply.success ? reply.data.error : { type: 'ServerNonsense' };
};
