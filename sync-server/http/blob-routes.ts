// /blobs: original files in chunks that can be resumed, by space, by role, by number.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { spaceId } from '../../domain/kernel/ids.ts';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import { sha256 } from '../../domain/records/media.ts';
import type { Role } from '../../domain/spaces/roles.ts';
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
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );

  app.get(
    '/blobs/:space/:sha',
    callerRoute(services, z.unknown(), async ({ access }, _body, request) => {
      const asked = allowed(access, 'read', understand(blobParams, request.params));
      return asked.ok ? ok(await blobs.state(asked.value.space, asked.value.sha)) : asked;
    }),
  );

  app.put('/blobs/:space/:sha/:n', {
    bodyLimit: CHUNK_BYTES,
    ...callerRoute(services, z.unknown(), async ({ access }, body, request) => {
      const asked = allowed(access, 'write', understand(chunkParams, request.params));
      if (!asked.ok) return asked;
      const query = understand(totalQuery, request.query);
      if (!query.ok) return query;
      if (!Buffer.isBuffer(body)) return err({ type: 'Malformed', fields: ['body'] });
      const { space, sha, n } = asked.value;
      if (spaceKind(space) === 'party') await households.noteParty(space);
      return blobs.put(space, { sha, n, total: query.value.bytes, bytes: body });
    }),
  });

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
    const asked = allowed(caller.value.access, 'read', understand(chunkParams, request.params));
    if (!asked.ok) return replyFailure(reply, asked.error);
    const bytes = await blobs.read(asked.value.space, asked.value.sha, asked.value.n);
    if (!bytes.ok) return replyFailure(reply, bytes.error);
    // Asked again after the bytes were read: a revoke that was answered meanwhile holds for them.
    const after = await accessReader.of(caller.value.access.account.id);
    if (after?.roleIn(asked.value.space) == null) return replyFailure(reply, { type: 'UnknownSpace' });
    return reply.type('application/octet-stream').header('cache-control', 'no-store').send(Buffer.from(bytes.value));
  });
};

const allowed = <T extends { readonly space: string }>(
  access: Access,
  use: Use,
  asked: Result<T, Failure>,
): Result<T, Failure> => {
  if (!asked.ok) return asked;
  const role = access.roleIn(asked.value.space);
  if (role === null) return err({ type: 'UnknownSpace' });
  return use === 'read' || mayWriteFiles(role, asked.value.space) ? asked : err({ type: 'NotAllowed' });
};

/** A contractor brings files into their own party space only, a viewer none. */
const mayWriteFiles = (role: Role, space: string): boolean =>
  role === 'owner' || role === 'family' || (role === 'contractor' && spaceKind(space) === 'party');
