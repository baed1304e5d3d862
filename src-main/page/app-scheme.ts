// Answers every request for `app://plumbline/...`: the page's own files, and `/api/...`, which goes on to the sync server.
import { net, type Session } from 'electron';

import type { Log } from '../log/log.ts';
import { pagePolicy } from './content-security.ts';
import { createPageFiles } from './page-files.ts';
import { PAGE_ORIGIN } from './schemes.ts';

export interface AppSchemeParts {
  readonly session: Session;
  /** Folder of the built page. */
  readonly folder: string;
  readonly devServer: string | null;
  /** Forwards a request for `/api/...` to the session's server. */
  readonly forward: (request: Request, path: string) => Promise<Response>;
  readonly log: Log;
}

export const serveAppScheme = ({ session, folder, devServer, forward, log }: AppSchemeParts): void => {
  const files = devServer === null ? createPageFiles(folder) : fromDevServer(devServer);
  const policy = pagePolicy(devServer);
  session.protocol.handle('app', async (request) => {
    const address = new URL(request.url);
    if (`app://${address.host}` !== PAGE_ORIGIN) return new Response(null, { status: 404 });
    try {
      if (address.pathname.startsWith('/api/'))
        return asData(await forward(request, address.pathname.slice('/api'.length) + address.search));
      return withHeaders(await files(address), policy);
    } catch (problem) {
      log.bug('app scheme', problem);
      return new Response(null, { status: 500 });
    }
  });
};

/** What a server says is data, whatever it calls it: never a page or a script of this origin, which has the bridge. */
const asData = (answer: Response): Response => {
  const guarded = withHeaders(answer, "sandbox; default-src 'none'");
  const type = guarded.headers.get('content-type') ?? '';
  if (!DATA.test(type)) guarded.headers.set('content-type', 'application/octet-stream');
  return guarded;
};

const DATA = /^(?:application\/json|text\/event-stream)(?:;|$)/i;

const withHeaders = (answer: Response, policy: string): Response => {
  const headers = new Headers(answer.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'no-referrer');
  // The page may keep its own compiled code, never a stale file of an older version.
  headers.set('cache-control', 'no-cache');
  return new Response(answer.body, { status: answer.status, headers });
};

/** In development the page keeps its origin, so that its database and `/api` are where they always are. */
const fromDevServer =
  (devServer: string) =>
  async (address: URL): Promise<Response> => {
    const answer = await net.fetch(new URL(address.pathname + address.search, devServer).href);
    const type = answer.headers.get('content-type');
    return new Response(answer.body, { status: answer.status, headers: type === null ? {} : { 'content-type': type } });
  };
