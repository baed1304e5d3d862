// Answers as CouchDB 3.5 was recorded to answer, one exchange after the other, and tells what was asked otherwise.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

const exchange = z.object({
  note: z.string(),
  request: z.object({ method: z.string(), path: z.string(), body: z.unknown().optional() }),
  response: z.object({ status: z.number(), type: z.string(), body: z.unknown() }),
});
type Exchange = z.infer<typeof exchange>;

const file = path.resolve(import.meta.dirname, '../fixtures/couchdb/exchanges.json');

const exchangeByNote = new Map(
  z
    .array(exchange)
    .parse(JSON.parse(readFileSync(file, 'utf8')))
    .map((recorded) => [recorded.note, recorded] as const),
);

/** The next request that is expected and the note of the answer it gets. */
export interface Step {
  readonly answer: string;
  /** Where the recorded request was another one: `METHOD /path` of the one to expect instead; its body is not compared. */
  readonly to?: string;
  /** Query parameters in which the adapter differs on purpose, or which it sends in addition. */
  readonly but?: Readonly<Record<string, string | null>>;
}

export interface ReplayCouch {
  readonly url: string;
  /** What differed from the recording, and the steps that nobody asked for. Empty when all went as recorded. */
  readonly differences: () => readonly string[];
  readonly end: () => Promise<void>;
}

export const startReplayCouch = async (steps: readonly Step[]): Promise<ReplayCouch> => {
  const left = [...steps];
  const differences: string[] = [];
  const reply = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = { method: request.method ?? '', url: request.url ?? '', body: await readBody(request) };
    const step = left.shift();
    const difference = step === undefined ? 'nothing more was expected' : differenceOf(step, asked);
    if (step === undefined || difference !== null) {
      differences.push(`${asked.method} ${asked.url} ${asked.body.slice(0, 300)}: ${difference}`);
      response.writeHead(599).end('{}');
      return;
    }
    const { status, type, body } = recordedOf(step.answer).response;
    response
      .writeHead(status, { 'content-type': type })
      .end(type === 'application/json' ? JSON.stringify(body) : String(body));
  };
  const server = createServer((request, response) => void reply(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://admin:secret@127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    differences: () => [...differences, ...left.map(({ answer }) => `not asked: ${answer}`)],
    end: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

export const recordedOf = (note: string): Exchange => {
  const recorded = exchangeByNote.get(note);
  if (recorded === undefined) throw new Error(`nothing was recorded as "${note}"`);
  return recorded;
};

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

const differenceOf = ({ answer, to, but = {} }: Step, { method, url, body }: Asked): string | null => {
  const { request } = recordedOf(answer);
  const [expectedMethod = '', expectedUrl = ''] = to?.split(' ') ?? [request.method, request.path];
  const [expected, asked] = [new URL(expectedUrl, 'http://couch'), new URL(url, 'http://couch')];
  if (method !== expectedMethod || asked.pathname !== expected.pathname)
    return `expected ${expectedMethod} ${expectedUrl}`;
  const query = { ...Object.fromEntries(expected.searchParams), ...but };
  const wanted = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== null));
  if (!isDeepStrictEqual(Object.fromEntries(asked.searchParams), wanted))
    return `expected the query ${JSON.stringify(wanted)}`;
  if (to !== undefined || isDeepStrictEqual(parsed(body), request.body ?? '')) return null;
  return `expected the body ${JSON.stringify(request.body)}`;
};

const readBody = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) if (Buffer.isBuffer(part)) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
};

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
};
