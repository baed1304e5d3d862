// Asks the sync server, through the address that main serves and to which it adds the session; failures are values.
import type { z } from 'zod';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import { isFailureCode, type Failure } from '../../protocol/failures.ts';

/** Main forwards `app://plumbline/api/...` to the session's server. */
export const API = '/api';

export interface ServerCall<T extends z.ZodType> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly reply: T;
  readonly signal?: AbortSignal;
}

export const askServer = async <T extends z.ZodType>({ method, path, body, reply, signal }: ServerCall<T>): Promise<Result<z.output<T>, Failure>> => {
  let answer: Response;
  try {
    answer = await fetch(`${API}${path}`, {
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
};

/** A coded failure in the answer is passed on; anything else is nonsense. */
const failureOf = (parsed: unknown): Failure => {
  if (typeof parsed === 'object' && parsed !== null && 'error' in parsed && typeof parsed.error === 'object' && parsed.error !== null && 'type' in parsed.error) {
    if (isFailureCode(parsed.error.type)) return parsed.error as Failure;
  }
  return { type: 'ServerNonsense' };
};
