// /blobs: original files in chunks that can be resumed, by space, by role, by number.
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { spaceId } from '../../domain/kernel/ids.ts';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import { sha256 } from '../../domain/records/media.ts';
import { mayBringFiles } from '../../domain/spaces/may-bring-files.ts';
import { spaceKind } from '../../domain/spaces/space.ts';
import { CHUNK_BYTES, copyRequest, finishRequest, proofQuery } from '../../protocol/blob/blob.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { Access } from '../access/access.ts';
import { callerRoute, readCaller, understand } from './callers.ts';
import { replyFailure } from './failure-replies.ts';
import type { Services } from './services.ts';

const blobParams = z.object({ space: spaceId, sha: sha256 });
const chunkParams = blobParams.extend({ n: z.coerce.number().int().min(0) });
const totalQuery = z.object({ bytes: z.coerce.number().int() });

type Use = 'read' | 'write';

export const addBlobRoutes = (app: FastifyInstance, services: Services): void => {
  const { blobs, households, accessReader } = services;
  // Not read here: a chunk is kept while it comes.
  app.addContentTypeParser('application/octet-stream', (_request, body, done) => done(null, body));

  /** Whether the caller still may, by lists that may be a moment old; what they seem to refuse is looked up anew. */
  const still = async (account: string, use: Use, space: string): Promise<boolean> => {
    const now = await accessReader.again(account);
    if (now === null) return false;
    if (allowed(now, use, ok({ space })).ok) return true;
    const anew = await accessReader.of(account);
    return anew !== null && allowed(anew, use, ok({ space })).ok;
  };

  app.get(
    '/blobs/:space/:sha',
    callerRoute(services, z.unknown(), async ({ access }, _body, request) => {
      const asked = allowed(access, 'read', understand(blobParams, request.params));
      return asked.ok ? ok(await blobs.state(asked.value.space, asked.value.sha)) : asked;
    }),
  );

  app.put('/blobs/:space/:sha/:n', {
    onRequest: callerRoute(services, z.unknown(), async () => ok(null)).onRequest,
    handler: async (request, reply) => {
      const kept = await takeChunk(request).catch((problem: unknown) => {
        // Whoever sent it is gone, and hears no answer.
        if (request.raw.errored === null) throw problem;
        return err({ type: 'BlobDamaged' } as const);
      });
      // What is left of a body that was not wanted to its end must not stand before the next request of this connection.
      request.raw.resume();
      return kept.ok ? reply.code(204).send() : replyFailure(reply, kept.error);
    },
  });

  const takeChunk = async (request: FastifyRequest): Promise<Result<null, Failure>> => {
    const caller = await readCaller(services, request);
    if (!caller.ok) return caller;
    const { access } = caller.value;
    const asked = allowed(access, 'write', understand(chunkParams, request.params));
    if (!asked.ok) return asked;
    const query = understand(totalQuery, request.query);
    if (!query.ok) return query;
    if (!(request.body instanceof Readable)) return err({ type: 'Malformed', fields: ['body'] });
    const length = lengthOf(request);
    if (length !== null && length > CHUNK_BYTES) return err({ type: 'MessageTooLarge' });
    const { space, sha, n } = asked.value;
    const place = { sha, n, total: query.value.bytes };
    const unfit = blobs.unfit(place, length);
    if (unfit !== null) return err(unfit);
    if (spaceKind(space) === 'party') await households.noteParty(space);
    // Left alive whatever comes of it: the answer goes over the same connection.
    const body: AsyncIterable<Uint8Array> = request.body.iterator({ destroyOnReturn: false });
    return blobs.put(space, { ...place, body }, () => still(access.account.id, 'write', space));
  };

  app.post(
    '/blobs/:space/:sha/finish',
    callerRoute(services, finishRequest, async ({ access }, { bytes }, request) => {
      const asked = allowed(access, 'write', understand(blobParams, request.params));
      return asked.ok ? blobs.finish(asked.value.space, asked.value.sha, bytes) : asked;
    }),
  );

  app.post(
    '/blobs/:space/:sha/copy',
    callerRoute(services, copyRequest, async ({ access }, { from }, request) => {
      const asked = allowed(access, 'write', understand(blobParams, request.params));
      if (!asked.ok) return asked;
      const source = allowed(access, 'read', ok({ space: from }));
      if (!source.ok) return source;
      const { space, sha } = asked.value;
      if (spaceKind(space) === 'party') await households.noteParty(space);
      return blobs.copy({ from, to: space }, sha, async () => {
        const now = await accessReader.of(access.account.id);
        return now !== null && allowed(now, 'write', asked).ok && allowed(now, 'read', source).ok;
      });
    }),
  );

  app.get(
    '/blobs/:space/:sha/proof',
    callerRoute(services, z.unknown(), async ({ access }, _body, request) => {
      const asked = allowed(access, 'read', understand(blobParams, request.params));
      if (!asked.ok) return asked;
      const query = understand(proofQuery, request.query);
      if (!query.ok) return query;
      const proof = await blobs.prove(asked.value.space, asked.value.sha, query.value.nonce);
      return proof.ok ? ok({ proof: proof.value }) : proof;
    }),
  );

  app.get('/blobs/:space/:sha/:n', async (request: FastifyRequest, reply: FastifyReply) => {
    const caller = await readCaller(services, request);
    if (!caller.ok) return replyFailure(reply, caller.error);
    const { access } = caller.value;
    const asked = allowed(access, 'read', understand(chunkParams, request.params));
    if (!asked.ok) return replyFailure(reply, asked.error);
    const { space, sha, n } = asked.value;
    const chunk = await blobs.read(space, { sha, n }, () => still(access.account.id, 'read', space));
    if (!chunk.ok) return replyFailure(reply, chunk.error);
    return reply
      .type('application/octet-stream')
      .header('cache-control', 'no-store')
      .header('content-length', chunk.value.bytes)
      .send(Readable.from(chunk.value.pieces));
  });
};

/** What the request says of its body; null when that is found out by reading it. */
const lengthOf = (request: FastifyRequest): number | null => {
  const said = request.headers['content-length'];
  return said === undefined ? null : Number(said);
};

const allowed = <T extends { readonly space: string }>(
  access: Access,
  use: Use,
  asked: Result<T, Failure>,
): Result<T, Failure> => {
  if (!asked.ok) return asked;
  const role = access.roleIn(asked.value.space);
  if (role === null) return err({ type: 'UnknownSpace' });
  return use === 'read' || mayBringFiles(role, asked.value.space) ? asked : err({ type: 'NotAllowed' });
};
