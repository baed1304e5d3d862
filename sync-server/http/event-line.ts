// A line of server-sent events to one client, which waits while the client reads slower than we write.
// Format: https://html.spec.whatwg.org/multipage/server-sent-events.html
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { StreamEvent } from '../../protocol/sync/stream.ts';

export interface EventLine {
  /** Resolves when there is room for the next event, or the line is gone. */
  readonly send: (event: StreamEvent) => Promise<void>;
  readonly end: () => void;
}

/** How long a client may leave the line full before it is cut off, ms: it comes back and pulls. */
const FULL_MS = 30_000;

export const createEventLine = (response: ServerResponse, ending: AbortController, fullMs = FULL_MS): EventLine => {
  response.on('close', () => ending.abort());
  response.on('error', () => ending.abort());
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  return {
    send: async (event) => {
      if (ending.signal.aborted) return;
      if (response.write(`data: ${JSON.stringify(event)}\n\n`)) return;
      const tooLong = AbortSignal.timeout(fullMs);
      await once(response, 'drain', { signal: AbortSignal.any([ending.signal, tooLong]) }).catch(() => ending.abort());
    },
    end: () => {
      response.end();
      // A client that does not read would keep the socket open for ever.
      if (ending.signal.aborted) response.destroy();
    },
  };
};
