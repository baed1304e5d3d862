// Stands between a device and a server over real HTTP and makes either of them look like another build: it puts fields and
// events into messages that this build does not know, or takes out what is optional.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface OtherBuild {
  readonly url: () => string;
  readonly end: () => Promise<void>;
}

export interface Differences {
  /** A JSON body on its way to the server, and one on its way back. */
  readonly request?: (body: unknown, path: string) => unknown;
  readonly reply?: (body: unknown, path: string) => unknown;
  /** Put into the stream before what the server says. */
  readonly events?: readonly object[];
  /** Added to every query. */
  readonly query?: string;
}

const SAME = (body: unknown): unknown => body;

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
};

export const startOtherBuild = async (
  target: () => string,
  { request: askedAs = SAME, reply: answeredAs = SAME, events = [], query = '' }: Differences,
): Promise<OtherBuild> => {
  const lines = new AbortController();
  const carry = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '/';
    const text = await textOf(request);
    const headers = new Headers();
    for (const name of ['authorization', 'content-type', 'accept']) {
      const value = request.headers[name];
      if (typeof value === 'string') headers.set(name, value);
    }
    const body = text === '' ? undefined : JSON.stringify(askedAs(JSON.parse(text), path));
    const ending = new AbortController();
    response.on('close', () => ending.abort());
    const url = target() + path + (query === '' ? '' : `${path.includes('?') ? '&' : '?'}${query}`);
    const answer = await fetch(url, {
      method: request.method ?? 'GET',
      headers,
      signal: AbortSignal.any([ending.signal, lines.signal]),
      ...(body === undefined ? {} : { body }),
    });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
    if (path.startsWith('/sync/stream') && answer.ok && answer.body !== null) {
      for (const event of events) response.write(`data: ${JSON.stringify(event)}\n\n`);
      for await (const chunk of answer.body) response.write(chunk);
      response.end();
      return;
    }
    response.end(JSON.stringify(answeredAs(await answer.json(), path)));
  };
  const server = createServer((request, response) => void carry(request, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: () => `http://127.0.0.1:${port}`,
    end: async () => {
      lines.abort();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** The same value with a field that no schema of this build names in every object but those whose keys are data. */
export const withUnknown = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withUnknown);
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.entries(value).map(([name, held]) => [name, KEYS_ARE_DATA.has(name) ? held : withUnknown(held)]);
  return { ...Object.fromEntries(inner), fromTheFuture: { new: [1, 'two'] } };
};

const KEYS_ARE_DATA: ReadonlySet<string> = new Set(['cursors', 'from', 'body', 'past', 'mine', 'theirs', 'records']);
