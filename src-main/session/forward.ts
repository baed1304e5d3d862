// Carries the page's `/api/...` to the session's server and the answer back, adding the token that the page never sees.
import type { Failure, FailureReply } from '../../protocol/failures.ts';
import { CALL_LIMIT, type Fetch, type ServerSession } from './server-session.ts';

/** What goes on from the page's request; cookies, origin and whatever else a browser adds stay here. */
const SENT: readonly string[] = ['content-type', 'accept', 'last-event-id'];
/** What comes back; a server can set no cookie and no policy on the page. */
const RETURNED: readonly string[] = ['content-type', 'retry-after', 'cache-control'];

/** Answers that flow for as long as both sides live. */
const isStream = (path: string): boolean => path.startsWith('/sync/stream');

export const createForward =
  /** @param pause the longest silence in the middle of an answer, in ms */
  (session: ServerSession, fetch: Fetch, pause = CALL_LIMIT) =>
    /** @param path with its query, without `/api` */
    async (request: Request, path: string): Promise<Response> => {
      const credentials = await session.credentials();
      // An invitation is looked at before there is an account.
      const server =
        credentials?.server ??
        (request.method === 'GET' && path.startsWith('/invites/') ? await session.address() : null);
      if (server === null) return failed(401, { type: 'NotSignedIn' });

      // The limit is for the headers; a long body may take its time as long as it flows.
      const limit = new AbortController();
      const timer = isStream(path)
        ? undefined
        : setTimeout(() => limit.abort(new DOMException('slow', 'TimeoutError')), CALL_LIMIT);
      let answer: Response;
      try {
        answer = await fetch(server + path, {
          method: request.method,
          headers: {
            ...picked(request.headers, SENT),
            ...(credentials === null ? {} : { authorization: `Bearer ${credentials.token}` }),
          },
          redirect: 'manual',
          credentials: 'omit',
          signal: limit.signal,
          ...(request.body === null ? {} : { body: await request.arrayBuffer() }),
        });
      } catch (problem) {
        // A server that does not answer in time is, to the page, one that is there but slow.
        return problem instanceof Error && problem.name === 'TimeoutError'
          ? failed(504, { type: 'ServerSlow' })
          : failed(502, { type: 'ServerUnreachable' });
      } finally {
        clearTimeout(timer);
      }
      if (answer.type === 'opaqueredirect' || (answer.status >= 300 && answer.status < 400))
        return failed(502, { type: 'ServerNonsense' });
      if (answer.status === 401 && credentials !== null) await session.refused(credentials.token);
      const headers = picked(answer.headers, RETURNED);
      // These change who one is, and the page asks for the account next; after a pause others may have changed it.
      if (answer.ok && (path.endsWith('/accept') || path === '/access/claim')) await session.refresh();
      else if (answer.ok && path === '/sync/hello') void session.refresh();
      const isEmpty = answer.status === 204 || request.method === 'HEAD';
      return new Response(isEmpty ? null : passedOn(answer.body, limit, isStream(path) ? null : pause), {
        status: answer.status,
        headers,
      });
    };

/**
 * Hands the bytes on as they come; when the page stops reading, the call to the server ends too.
 * @param pause the longest silence in ms, null for a stream that may be silent
 */
const passedOn = (
  body: ReadableStream<Uint8Array> | null,
  call: AbortController,
  pause: number | null,
): ReadableStream<Uint8Array> | null => {
  if (body === null) return null;
  const reader = body.getReader();
  return new ReadableStream({
    pull: async (out) => {
      let timer: NodeJS.Timeout | undefined;
      const silence = new Promise<never>((_, reject) => {
        if (pause !== null) timer = setTimeout(() => reject(new Error('the server stopped in the middle')), pause);
      });
      try {
        const { done, value } = await Promise.race([reader.read(), silence]);
        if (done) out.close();
        else out.enqueue(value);
      } catch (problem) {
        out.error(problem);
        call.abort();
      } finally {
        clearTimeout(timer);
      }
    },
    cancel: async () => {
      await reader.cancel().catch(() => undefined);
      call.abort();
    },
  });
};

const picked = (headers: Headers, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (headers.get(name) === null ? [] : [[name, headers.get(name) ?? '']])));

const failed = (status: number, error: Failure): Response =>
  Response.json({ error } satisfies FailureReply, { status });
