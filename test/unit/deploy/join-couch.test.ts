// deploy/join-couch.mjs against stand-ins for CouchDB nodes: what it asks of the first one, and that once is enough.
import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';

const script = path.resolve(import.meta.dirname, '../../../deploy/join-couch.mjs');
const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const setUpRequest = z.object({ action: z.string(), remote_node: z.string().optional(), host: z.string().optional() });

/** Three nodes; the first one keeps who has joined. A set-up that is `halfDone` has joined the second one already. */
const startNodes = async (halfDone = false) => {
  const asked: string[] = [];
  const joined = new Set(halfDone ? ['first', 'second'] : ['first']);
  const listen = async (answer: (method: string, url: string, body: unknown) => readonly [number, unknown]) => {
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString();
      const [status, reply] = answer(request.method ?? '', request.url ?? '', text === '' ? null : JSON.parse(text));
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    return `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  };
  const portNames = new Map<number, string>();
  const first = await listen((method, url, body) => {
    if (url === '/_up') return [200, { status: 'ok' }];
    if (url === '/_membership') return [200, { cluster_nodes: [...joined] }];
    if (url !== '/_cluster_setup') return [asked.push(`${method} ${url}`) > 0 ? 201 : 500, {}];
    const { action } = setUpRequest.parse(body);
    const { port } = z.object({ port: z.number().default(0) }).parse(body);
    const name = portNames.get(port) ?? '';
    asked.push(`${action} ${name}`.trim());
    if (action === 'enable_cluster' && joined.has(name))
      return [400, { error: 'bad_request', reason: 'Cluster is already enabled' }];
    if (action === 'add_node') joined.add(name);
    return [201, { ok: true }];
  });
  const others = [];
  for (const name of ['second', 'third']) {
    const address = await listen(() => [200, { status: 'ok' }]);
    portNames.set(Number(address.split(':')[1]), name);
    others.push(address);
  }
  return { asked, nodes: [first, ...others].join(',') };
};

const run = (nodes: string) =>
  new Promise<{ readonly code: number | null; readonly said: string }>((resolve) => {
    const env = { ...process.env, COUCHDB_NODES: nodes, COUCHDB_USER: 'plumbline', COUCHDB_PASSWORD: 'abc' };
    const child = spawn(process.execPath, [script], { env });
    let said = '';
    child.stdout.on('data', (part: Buffer) => (said += part.toString()));
    child.stderr.on('data', (part: Buffer) => (said += part.toString()));
    child.once('exit', (code) => resolve({ code, said }));
  });

const DATABASES = ['PUT /_users', 'PUT /_replicator', 'PUT /_global_changes'];

test('joins every other node by the first one, and once joined changes nothing', async () => {
  const { nodes, asked } = await startNodes();
  expect(await run(nodes)).toMatchObject({ code: 0, said: expect.stringContaining('joined: first, second, third') });
  expect(asked).toEqual([
    'enable_cluster second',
    'add_node second',
    'enable_cluster third',
    'add_node third',
    'finish_cluster',
    ...DATABASES,
  ]);
  asked.length = 0;
  expect((await run(nodes)).code).toBe(0);
  expect(asked).toEqual(DATABASES);
});

test('goes through a set-up again that was cut short', async () => {
  const { nodes, asked } = await startNodes(true);
  expect((await run(nodes)).code).toBe(0);
  expect(asked.slice(0, 5)).toEqual([
    'enable_cluster second',
    'add_node second',
    'enable_cluster third',
    'add_node third',
    'finish_cluster',
  ]);
});
