// Turns failures into HTTP answers: always `{error: {type, ...}}` with a code of protocol/failures.ts, never a stack trace.
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Failure, FailureCode, FailureReply } from '../../protocol/failures.ts';
import { errorToFields, type Log } from '../ops/log.ts';

const STATUS: Partial<Readonly<Record<FailureCode, number>>> = {
  Malformed: 400,
  NotSignedIn: 401,
  SignInWrong: 401,
  NotAllowed: 403,
  UnknownSpace: 404,
  InviteUnknown: 404,
  CalendarUnknown: 404,
  BlobMissing: 404,
  EmailTaken: 409,
  PersonClaimed: 409,
  StoreChanged: 409,
  InviteOtherRole: 409,
  InviteExpired: 410,
  InviteUsed: 410,
  FileTooLarge: 413,
  MessageTooLarge: 413,
  BlobDamaged: 422,
  UpdateNeeded: 426,
  ServerOutdated: 426,
  ResearchOff: 404,
  ServerBusy: 429,
  ProviderRefused: 502,
  ProviderNonsense: 502,
  ProviderUnreachable: 502,
  ProviderBusy: 503,
  ProviderSlow: 504,
};

export const replyFailure = (reply: FastifyReply, failure: Failure): FastifyReply =>
  reply.code(STATUS[failure.type] ?? 500).send({ error: failure } satisfies FailureReply);

/** What Fastify throws by itself: a body that is no JSON or too large, too many requests; all else is a bug or a failing store. */
export const createErrorHandler =
  (log: Log) =>
  (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const status = error.statusCode ?? 500;
    if (status === 429) return replyFailure(reply, { type: 'ServerBusy' });
    if (status === 413) return replyFailure(reply, { type: 'MessageTooLarge' });
    if (status >= 400 && status < 500) return replyFailure(reply, { type: 'Malformed' });
    log.write('error', 'request failed', { route: request.routeOptions.url ?? '', ...errorToFields(error) });
    return replyFailure(reply, { type: 'Unexpected' });
  };

export const replyUnknownRoute = (_request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply.code(404).send({ error: { type: 'Malformed', detail: 'no such route' } } satisfies FailureReply);

/** What is not HTTP at all, or has headers without end: answered in the same form, then cut off. */
export const refuseNonsense = (_error: Error, socket: Socket): void => {
  const body = JSON.stringify({ error: { type: 'Malformed' } } satisfies FailureReply);
  if (socket.writable)
    socket.end(
      `HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
  else socket.destroy();
};
