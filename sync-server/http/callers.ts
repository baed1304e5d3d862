// Who is asking: the bearer token of a request, the account behind it, and what that account may read right now.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { Access } from '../access/access.ts';
import type { Session } from '../access/registry.ts';
import { replyFailure } from './failure-replies.ts';
import type { Services } from './services.ts';

export interface Caller {
  readonly access: Access;
  readonly session: string;
}

const BEARER = /^Bearer ([\w-]{20,200})$/;

export const tokenOf = (request: FastifyRequest): string | null =>
  BEARER.exec(request.headers.authorization ?? '')?.[1] ?? null;

export const readCaller = async (
  { accounts, accessReader }: Services,
  request: FastifyRequest,
): Promise<Result<Caller, Failure>> => {
  const session = await sessionOf(accounts, request);
  const access = session === null ? null : await accessReader.of(session.account);
  return session === null || access === null ? err({ type: 'NotSignedIn' }) : ok({ access, session: session.id });
};

const sessionOf = async (accounts: Services['accounts'], request: FastifyRequest): Promise<Session | null> => {
  const token = tokenOf(request);
  return token === null ? null : accounts.sessionOf(token);
};

/** Parses what came in; a misfit names its fields. */
export const understand = <T extends z.ZodType>(schema: T, input: unknown): Result<z.output<T>, Failure> => {
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  return err({ type: 'Malformed', fields: [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? '')))] });
};

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

interface CallerRoute {
  readonly onRequest: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;
  readonly handler: Handler;
}

/** A route for anyone: understands the body, answers the result. */
export const openRoute =
  <T extends z.ZodType, R>(
    schema: T,
    handle: (body: z.output<T>, request: FastifyRequest) => Promise<Result<R, Failure>>,
  ): Handler =>
  async (request, reply) => {
    const body = understand(schema, request.body ?? {});
    const result = body.ok ? await handle(body.value, request) : body;
    return result.ok ? reply.send(result.value) : replyFailure(reply, result.error);
  };

/**
 * A route for who is signed in; says so before it says anything about the message. A stranger's body is not even read. What the
 * caller may is asked once more after theirs was: a body may take minutes to come, and access may have ended meanwhile.
 */
export const callerRoute = <T extends z.ZodType, R>(
  services: Services,
  schema: T,
  handle: (caller: Caller, body: z.output<T>, request: FastifyRequest) => Promise<Result<R, Failure>>,
): CallerRoute => ({
  onRequest: async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD') return undefined;
    const session = await sessionOf(services.accounts, request);
    return session === null ? replyFailure(reply, { type: 'NotSignedIn' }) : undefined;
  },
  handler: async (request, reply) => {
    const caller = await readCaller(services, request);
    if (!caller.ok) return replyFailure(reply, caller.error);
    return openRoute(schema, (body) => handle(caller.value, body, request))(request, reply);
  },
});
