// A CouchDB whose reads may lag: it hands on to another one, and answers some reads as it answered them before, as a node of
// a cluster does that has not yet heard of a write.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface LaggingCouch {
  readonly url: string;
  /** The next so many look-ups of documents are answered as the same look-up was answered first. */
  readonly lag: (reads: number) => void;
  /** The next so many look-ups of one version by its rev find nothing. */
  readonly hide: (reads: number) => void;
  /** How many look-ups were answered either way. */
  readonly lagged: () => number;
  readonly end: () => Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

const MISSING = JSON.stringify({ error: 'not_found', reason: 'missing' });

export const startLaggingCouch = async (behind: string): Promise<LaggingCouch> => {
  const { origin, username, password } = new URL(behind);
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const firstByLookUp = new Map<string, Answer>();
  let lag = 0;
  let hidden = 0;
  let lagged = 0;

  const ask = async (method: string, url: string, body: Buffer): Promise<Answer> => {
    const answer = await fetch(origin + url, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body.byteLength === 0 ? {} : { body: new Uint8Array(body) }),
    });
    return { status: answer.status, body: Buffer.from(await answer.arrayBuffer()) };
  };

  const reply = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [method, url, body] = [request.method ?? 'GET', request.url ?? '/', await readBody(request)];
    if (hidden > 0 && url.includes('?rev=')) {
      [hidden, lagged] = [hidden - 1, lagged + 1];
      response.writeHead(404, { 'content-type': 'application/json' }).end(MISSING);
      return;
    }
    const lookUp = isLookUp(method, url) ? `${method} ${url} ${body.toString()}` : null;
    const first = lookUp === null ? undefined : firstByLookUp.get(lookUp);
    const isOld = lag > 0 && first !== undefined;
    if (isOld) [lag, lagged] = [lag - 1, lagged + 1];
    const answer = isOld ? first : await ask(method, url, body);
    if (lookUp !== null && first === undefined) firstByLookUp.set(lookUp, answer);
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  };
  const server = createServer((request, response) => void reply(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://admin:secret@127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    lag: (reads) => void (lag = reads),
    hide: (reads) => void (hidden = reads),
    lagged: () => lagged,
    end: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** Of one document by its id, with or without a rev, or of several by their ids. */
const isLookUp = (method: string, url: string): boolean =>
  method === 'POST' ? url.includes('/_all_docs') : method === 'GET' && /^\/[^/]+\/[^/_]/.test(url);

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) if (Buffer.isBuffer(part)) parts.push(part);
  return Buffer.concat(parts);
};
