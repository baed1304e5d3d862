// The way main itself reaches servers: Chromium's network stack, so that proxies and certificates of the system count.
import { session } from 'electron';

import type { Fetch } from './session/server-session.ts';

/** A session of its own in memory: no cookie and no cached answer outlives a call, and the page's session knows nothing of it. */
export const serverFetch = (): Fetch => {
  const own = session.fromPartition('plumbline-server', { cache: false });
  own.setPermissionRequestHandler((_, __, answer) => answer(false));
  return async (url, init) => {
    try {
      return await own.fetch(url, init);
    } catch (problem) {
      // With `redirect: 'manual'` Electron throws where the standard answers the redirect itself.
      if (problem instanceof Error && /redirect/i.test(problem.message)) return new Response(null, { status: 302 });
      throw problem;
    }
  };
};
