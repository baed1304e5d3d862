// The clients of `bench sync-crowd`, in a process of their own: each says hello, pulls page by page and opens its stream.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cursors } from '../../protocol/sync/cursors.ts';
import { helloReply } from '../../protocol/sync/hello.ts';
import { pullReply } from '../../protocol/sync/pull.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import { API, createServerPort, type ServerPort } from '../../src-renderer/ports/server.ts';
import { listen } from '../../src-renderer/sync/records/stream.ts';

export interface CrowdMember {
  readonly token: string;
}

interface Asked {
  readonly url: string;
  readonly members: readonly CrowdMember[];
}

export type CrowdAsk =
  /** All members at once, from nothing until each has that many records and an open stream. */
  | (Asked & { readonly kind: 'firstSync'; readonly records: number })
  /** Opens so many streams, spread over the members, that stay until the process ends. */
  | (Asked & { readonly kind: 'streams'; readonly count: number });

/** As many as the client in the page asks for. */
const PAGE = 1_000;
/** Streams that are opened at once. */
const AT_ONCE = 50;
const LONGEST_MS = 120_000;

const portOf = (url: string, { token }: CrowdMember): ServerPort =>
  createServerPort((path, init) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    return fetch(url + path.slice(API.length), { ...init, headers });
  });

interface Position {
  readonly store: string;
  readonly cursors: Cursors;
  readonly count: number;
}

const pullAll = async (server: ServerPort): Promise<Position> => {
  const hello = await server.ask({
    method: 'GET',
    path: `/sync/hello?protocol=${PROTOCOL_VERSION}`,
    reply: helloReply,
  });
  if (!hello.ok) throw new Error(hello.error.type);
  const { store } = hello.value;
  const cursors: Record<string, string> = {};
  for (let count = 0; ;) {
    const page = await server.ask({
      method: 'POST',
      path: '/sync/pull',
      body: { store, cursors, limit: PAGE },
      reply: pullReply,
    });
    if (!page.ok) throw new Error(page.error.type);
    count += page.value.records.length;
    Object.assign(cursors, page.value.cursors);
    if (page.value.records.length < PAGE && page.value.more !== true) return { store, cursors, count };
  }
};

/** Resolves when the stream says that it is open; it goes on until the signal aborts. */
const openStream = (server: ServerPort, { store, cursors }: Position, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const ended = listen({
      server,
      store,
      cursors,
      signal,
      opened: () => {},
      heard: ({ kind }) => kind === 'alive' && resolve(),
    });
    void ended.then(() => reject(new Error('a stream ended')));
    void sleep(LONGEST_MS, undefined, { ref: false }).then(() => reject(new Error('a stream never opened')));
  });

const firstSync = async ({ url, members, records }: Extract<CrowdAsk, { kind: 'firstSync' }>): Promise<void> => {
  const lines = new AbortController();
  try {
    await Promise.all(
      members.map(async (member) => {
        const server = portOf(url, member);
        const position = await pullAll(server);
        if (position.count < records) throw new Error(`a client has ${position.count} of ${records} records`);
        await openStream(server, position, lines.signal);
      }),
    );
  } finally {
    lines.abort();
  }
};

const stayOpen = new AbortController();

interface Ready {
  readonly server: ServerPort;
  readonly position: Position;
}

/** Pulled once: what that costs the server is not to be counted as the streams'. */
let readied: Promise<readonly Ready[]> | null = null;

const openStreams = async ({ url, members, count }: Extract<CrowdAsk, { kind: 'streams' }>): Promise<void> => {
  readied ??= Promise.all(
    members.map(async (member) => {
      const server = portOf(url, member);
      return { server, position: await pullAll(server) };
    }),
  );
  const ready = await readied;
  let opened = 0;
  const lane = async (): Promise<void> => {
    while (opened < count) {
      const next = ready[opened % ready.length];
      opened += 1;
      if (next !== undefined) await openStream(next.server, next.position, stayOpen.signal);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
};

const answer = async (question: CrowdAsk): Promise<void> => {
  const from = performance.now();
  await (question.kind === 'firstSync' ? firstSync(question) : openStreams(question));
  process.send?.({ ms: performance.now() - from });
};

process.on('message', (question) => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only sync-crowd-bench.ts sends here
  answer(question as CrowdAsk).catch((error: unknown) => process.send?.({ error: String(error) }));
});
process.once('disconnect', () => process.exit(0));
