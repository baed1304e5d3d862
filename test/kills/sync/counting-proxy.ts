// Stands between the devices and the server: counts which chunks of one file pass, and lets their bytes through only so fast.
import { once } from 'node:events';
import { createServer, request as askUpstream, type IncomingMessage, type ServerResponse } from 'node:http';
import { Transform, type TransformCallback } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

export type Way = 'up' | 'down';

export interface CountingProxy {
  readonly url: string;
  /** The file whose chunks count. */
  readonly watch: (sha: string) => void;
  /** Bytes of chunks a second, from now on. */
  readonly pace: (way: Way, bytesPerSecond: number) => void;
  /** How many chunks began to travel that way, each time one does. */
  readonly sent: (way: Way) => number;
  /** Those of them that had begun to travel before. */
  readonly resent: (way: Way) => number;
  /** Resolves when a chunk is travelling that way; false when none does for so long, ms. */
  readonly flowing: (way: Way, limit: number) => Promise<boolean>;
  /** Whether the server has said that it holds the whole file. */
  readonly isWhole: () => boolean;
  readonly end: () => Promise<void>;
}

const CHUNK = /^\/blobs\/[^/]+\/([0-9a-f]{64})\/(\d+)(?:\?|$)/;
const FINISH = /^\/blobs\/[^/]+\/([0-9a-f]{64})\/finish$/;

export const startCountingProxy = async (server: string): Promise<CountingProxy> => {
  const { hostname, port } = new URL(server);
  const timesByChunk = new Map<string, number>();
  const travelling: Record<Way, number> = { up: 0, down: 0 };
  let watched = '';
  const rate: Record<Way, number> = { up: Infinity, down: Infinity };
  let whole = false;

  const paced = (way: Way): Transform =>
    new Transform({
      transform: (piece: Buffer, _encoding, next: TransformCallback) =>
        void setTimeout(() => next(null, piece), (piece.length / rate[way]) * 1_000),
    });

  const pass = (asked: IncomingMessage, answer: ServerResponse): void => {
    const chunk = CHUNK.exec(asked.url ?? '');
    const way: Way | null = chunk?.[1] === watched ? (asked.method === 'PUT' ? 'up' : 'down') : null;
    let state: 'waiting' | 'travelling' | 'over' = 'waiting';
    const begin = (): void => {
      if (way === null || state !== 'waiting') return;
      state = 'travelling';
      travelling[way] += 1;
      const name = `${way} ${chunk?.[2]}`;
      timesByChunk.set(name, (timesByChunk.get(name) ?? 0) + 1);
    };
    const over = (): void => {
      if (way !== null && state === 'travelling') travelling[way] -= 1;
      state = 'over';
    };
    // A connection of its own: that it stands says that the server is there, and only then does a byte count as sent.
    const upstream = askUpstream({
      hostname,
      port,
      method: asked.method,
      path: asked.url,
      headers: asked.headers,
      agent: false,
    });
    upstream.on('error', () => answer.destroy());
    answer.on('close', () => {
      over();
      upstream.destroy();
    });
    upstream.on('socket', (socket) =>
      socket.once('connect', () => {
        if (way === 'up') begin();
        if (way === 'up') asked.pipe(paced(way)).pipe(upstream);
        else asked.pipe(upstream);
      }),
    );
    upstream.on('response', (back) => {
      if (FINISH.exec(asked.url ?? '')?.[1] === watched && back.statusCode === 200) whole = true;
      answer.writeHead(back.statusCode ?? 502, back.headers);
      answer.flushHeaders();
      back.on('error', () => answer.destroy());
      // A server that is killed leaves its answer unfinished; so must this.
      back.on('aborted', () => answer.destroy());
      if (way === 'down' && back.statusCode === 200) {
        begin();
        back.pipe(paced(way)).pipe(answer);
      } else back.pipe(answer);
    });
  };

  const proxy = createServer(pass).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  const timesOf = (way: Way): readonly number[] =>
    [...timesByChunk].filter(([name]) => name.startsWith(way)).map(([, times]) => times);
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    watch: (sha) => {
      watched = sha;
    },
    pace: (way, bytesPerSecond) => {
      rate[way] = bytesPerSecond;
    },
    sent: (way) => timesOf(way).reduce((sum, times) => sum + times, 0),
    resent: (way) => timesOf(way).reduce((sum, times) => sum + times - 1, 0),
    flowing: async (way, limit) => {
      for (const until = Date.now() + limit; Date.now() < until && travelling[way] === 0;) await wait(20);
      return travelling[way] > 0;
    },
    isWhole: () => whole,
    end: async () => {
      proxy.closeAllConnections();
      proxy.close();
      await once(proxy, 'close');
    },
  };
};
