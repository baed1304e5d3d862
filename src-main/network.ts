// The way main itself reaches servers: Chromium's network stack, so that proxies and certificates of the system count. Originals to a server
// nearby, with neither in between, take a shorter one.
import { Readable } from 'node:stream';

import { net, session, type Session } from 'electron';

import { carryDirectly } from './session/carry-directly.ts';
import type { Carry, Fetch, LargeAnswer, LargeCall } from './session/server-session.ts';

export interface Network {
  readonly fetch: Fetch;
  readonly carry: Carry;
}

export const serverNetwork = (): Network => {
  // In memory: no cookie and no cached answer outlives a call, and the page's session knows nothing of it.
  const own = session.fromPartition('plumbline-server', { cache: false });
  own.setPermissionRequestHandler((_, __, answer) => answer(false));
  const fetch: Fetch = async (url, init) => {
    try {
      return await own.fetch(url, init);
    } catch (problem) {
      // With `redirect: 'manual'` Electron throws where the standard answers the redirect itself.
      if (problem instanceof Error && /redirect/i.test(problem.message)) return new Response(null, { status: 302 });
      throw problem;
    }
  };
  return {
    fetch,
    // Chromium wants what it sends whole, copies it four times and only then begins: it is spared where it has nothing to add.
    carry: async (url, call) => {
      if (new URL(url).protocol === 'http:' && (await own.resolveProxy(url)) === 'DIRECT')
        return carryDirectly(url, call);
      if (call.parts !== undefined) return sendByChromium(own, url, call);
      const { headers, signal } = call;
      const answer = await fetch(url, { headers, signal, redirect: 'manual', credentials: 'omit' });
      return { status: answer.status, body: answer.body ?? nothing() };
    },
  };
};

const nothing = (): AsyncIterable<Uint8Array> => Readable.from([]);

/** Between two looks at how much has left, ms. */
const LOOK_MS = 250;

/**
 * `chunkedEncoding` would spare the copies and is not to be had: where a connection ends in the middle Chromium begins the body anew,
 * which Electron can't, and throws where nobody can catch it.
 */
const sendByChromium = (
  own: Session,
  url: string,
  { headers, parts = [], sent, signal }: LargeCall,
): Promise<LargeAnswer> =>
  new Promise((resolve, reject) => {
    const request = net.request({
      method: 'PUT',
      url,
      session: own,
      redirect: 'manual',
      credentials: 'omit',
      headers: { ...headers },
    });
    let left = 0;
    const looking = setInterval(() => {
      const { current } = request.getUploadProgress();
      if (current > left) sent((left = current));
    }, LOOK_MS);
    const over = (done: () => void): void => {
      clearInterval(looking);
      signal.removeEventListener('abort', abort);
      done();
    };
    const fail = (problem: Error): void => over(() => reject(problem));
    const abort = (): void => {
      fail(new Error('the call was ended'));
      request.abort();
    };
    signal.addEventListener('abort', abort);
    request.once('error', fail);
    request.once('redirect', () => {
      over(() => resolve({ status: 302, body: nothing() }));
      request.abort();
    });
    request.once('response', (answer) => {
      const body: Buffer[] = [];
      answer.on('data', (part: Buffer) => body.push(part));
      answer.once('error', fail);
      answer.once('aborted', () => fail(new Error('the answer ended in the middle')));
      answer.once('end', () => over(() => resolve({ status: answer.statusCode, body: Readable.from(body) })));
    });
    request.end(Buffer.concat(parts));
  });
