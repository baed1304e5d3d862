// The way from a real page through main to a server: the token, redirects, events as they come, and originals up and down.
/* oxlint-disable typescript/no-unsafe-type-assertion -- the page gets plain values whose types only the test knows */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { ask, importFile } from '../../support/ask.ts';
import { makeBareApp } from '../../support/bare-app.ts';
import { launch, type Launched } from '../../support/launch.ts';
import { textPicture } from '../../support/text-picture.ts';

const TOKEN = randomBytes(20).toString('hex');
const SPACE = `private_${randomUUID()}`;
const account = {
  account: 'a1',
  email: 'ann@example.com',
  name: 'Ann',
  people: [`person_${randomUUID()}`],
  households: [],
};
const chunks = new Map<string, Map<number, Buffer>>();
const seen: IncomingMessage[] = [];
let streams: ServerResponse[] = [];
let closed = 0;

const server = createServer((request, reply) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => {
    parts.push(part);
    if (request.method !== 'PUT' || cuts === 0) return;
    cuts -= 1;
    request.socket.destroy();
  });
  request.on('end', () => {
    seen.push(request);
    const url = new URL(request.url ?? '', 'http://x');
    const json = (status: number, value: unknown): void =>
      void reply
        .writeHead(status, { 'content-type': 'application/json', 'set-cookie': 'spy=1' })
        .end(JSON.stringify(value));
    if (url.pathname.startsWith('/account/sign')) return json(200, { token: TOKEN, account });
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return json(401, { error: { type: 'NotSignedIn' } });
    if (url.pathname === '/script')
      return void reply.writeHead(200, { 'content-type': 'text/javascript' }).end('window.ran = true');
    if (url.pathname === '/redirect') return void reply.writeHead(302, { location: '/elsewhere' }).end();
    if (url.pathname === '/echo') return json(200, { got: Buffer.concat(parts).toString() });
    if (url.pathname === '/sync/stream') {
      reply.writeHead(200, { 'content-type': 'text/event-stream' });
      reply.flushHeaders();
      streams.push(reply);
      return void request.socket.once('close', () => (closed += 1));
    }
    const [, , , sha = '', n] = url.pathname.split('/');
    const held = chunks.get(sha) ?? new Map<number, Buffer>();
    chunks.set(sha, held);
    const all = Buffer.concat([...held].toSorted(([a], [b]) => a - b).map(([, bytes]) => bytes));
    const complete = createHash('sha256').update(all).digest('hex') === sha;
    if (n === undefined)
      return json(200, { sha, bytes: complete ? all.length : null, have: [...held.keys()], complete });
    if (n === 'finish') return json(complete ? 200 : 422, complete ? {} : { error: { type: 'BlobDamaged' } });
    if (request.method === 'PUT' && isRefusing) return json(403, { error: { type: 'NotAllowed' } });
    if (request.method === 'PUT') held.set(Number(n), Buffer.concat(parts));
    else return void reply.writeHead(200).end(held.get(Number(n)));
    json(200, {});
  });
});
/** How often a chunk's way breaks off, and whether chunks are refused. */
let cuts = 0;
let isRefusing = false;
let address = '';
const bare = makeBareApp();
let device: Launched;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  device = await launch({ app: bare.folder, protection: 'ask', env: { PLUMBLINE_SERVER_URL: address } });
  await ask(device.page, 'vault.prepare', { mode: 'none', passphrase: null });
  await ask(device.page, 'vault.commit', {});
});
afterAll(async () => {
  await device.close();
  await bare.remove();
  server.closeAllConnections();
  server.close();
});
const signIn = (page = device.page, at = address) =>
  ask(page, 'session.signIn', {
    server: at,
    email: 'ann@example.com',
    password: 'x',
    person: account.people[0] ?? '',
    device: 'test',
  });
interface Sent {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
const api = (path: string, init: Sent = {}) =>
  device.page.evaluate(
    async ([where, options]) => {
      const reply = await fetch(`/api${where}`, options);
      return { status: reply.status, body: (await reply.json()) as unknown };
    },
    [path, init] as const,
  );

test('before signing in nothing goes out, and the server’s address is suggested', async () => {
  expect(await ask(device.page, 'session.status', {})).toEqual({
    server: null,
    suggestedServer: address,
    account: null,
  });
  expect(await api('/echo')).toEqual({ status: 401, body: { error: { type: 'NotSignedIn' } } });
  expect(seen).toHaveLength(0);
});

test('signing in answers the account and never the token; calls then carry it', async () => {
  expect(await signIn()).toEqual({ ok: true, value: account });
  expect(JSON.stringify(await ask(device.page, 'session.status', {}))).not.toContain(TOKEN);
  expect(
    await api('/echo', { method: 'POST', body: '{"hello":1}', headers: { 'content-type': 'application/json' } }),
  ).toEqual({ status: 200, body: { got: '{"hello":1}' } });
  await api('/echo');
  expect(seen.at(-1)?.headers.cookie).toBeUndefined();
  expect(seen.at(-1)?.headers.origin).toBeUndefined();
  expect(await device.page.evaluate(() => document.cookie)).toBe('');
});

test('a redirect is not followed', async () => {
  expect(await api('/redirect')).toEqual({ status: 502, body: { error: { type: 'ServerNonsense' } } });
  expect(seen.some(({ url }) => url === '/elsewhere')).toBe(false);
});

test('what a server answers is data to the page: no script, no page of its origin', async () => {
  const { page } = device;
  const before = page.url();
  const found = await page.evaluate(async () => {
    const { headers } = await fetch('/api/script');
    const script = document.createElement('script');
    script.src = '/api/script';
    const ended = new Promise((resolve) => {
      script.addEventListener('load', () => resolve('loaded'));
      script.addEventListener('error', () => resolve('refused'));
    });
    document.body.append(script);
    const outcome = await ended;
    window.location.href = '/api/script';
    // Time in which it would have gone there.
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { outcome, ran: 'ran' in window, type: headers.get('content-type') };
  });
  expect(found).toEqual({ outcome: 'refused', ran: false, type: 'application/octet-stream' });
  expect(page.url()).toBe(before);
});

test('events reach the page one by one while the stream is open, and closing it closes it at the server', async () => {
  await device.page.evaluate(() => {
    const heard: string[] = [];
    const stop = new AbortController();
    Object.assign(window, { heard, stop });
    void fetch('/api/sync/stream', { signal: stop.signal }).then(
      // oxlint-disable-next-line promise/always-return -- it ends when the test aborts it
      async ({ body }) => {
        const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
        for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read())
          heard.push(part.value);
      },
      () => undefined,
    );
  });
  await expect.poll(() => streams.length).toBe(1);
  for (const event of ['data: 1\n\n', 'data: 2\n\n']) {
    streams[0]?.write(event);
    await expect
      .poll(() => device.page.evaluate(() => (window as unknown as { heard: string[] }).heard.join('')))
      .toContain(event);
  }
  await device.page.evaluate(() => (window as unknown as { stop: AbortController }).stop.abort());
  await expect.poll(() => closed).toBe(1);
  streams = [];
});

test('an original goes up, is removed here, comes down again, and progress is told', async () => {
  const png = Buffer.concat([await textPicture(['Receipt']), randomBytes(8_500_000)]);
  const imported = await importFile(device.page, png);
  if (!imported.ok) throw new Error(imported.error.type);
  const { sha } = imported.value;
  await device.page.evaluate(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    window.plumbline.on('blob.progress', (body) => void told.push(body));
  });
  expect(await ask(device.page, 'blob.upload', { space: SPACE, sha })).toEqual({ ok: true, value: null });
  expect(chunks.get(sha)?.size).toBe(3);
  expect(await ask(device.page, 'blob.remove', { shas: [sha] })).toEqual({ ok: true, value: null });
  expect(await ask(device.page, 'blob.has', { shas: [sha] })).toEqual({ have: [] });
  expect(await device.page.evaluate(async (name) => (await fetch(`plumbline-blob://${name}`)).status, sha)).toBe(404);
  expect(await ask(device.page, 'blob.download', { space: SPACE, sha })).toEqual({ ok: true, value: null });
  expect(await ask(device.page, 'blob.has', { shas: [sha] })).toEqual({ have: [sha] });
  const told = await device.page.evaluate(
    () => (window as unknown as { told: { direction: string; done: number }[] }).told,
  );
  for (const direction of ['up', 'down'])
    expect(told.findLast((one) => one.direction === direction)?.done).toBe(png.length);
});

test('an original whose way breaks in the middle of a chunk arrives all the same; one that is refused says why', async () => {
  const imported = await importFile(device.page, Buffer.concat([await textPicture(['Cut']), randomBytes(5_000_000)]));
  const sha = imported.ok ? imported.value.sha : '';
  isRefusing = true;
  expect(await ask(device.page, 'blob.upload', { space: SPACE, sha })).toEqual({
    ok: false,
    error: { type: 'NotAllowed' },
  });
  isRefusing = false;
  cuts = 2;
  expect(await ask(device.page, 'blob.upload', { space: SPACE, sha })).toEqual({ ok: true, value: null });
  expect({ cuts, chunks: chunks.get(sha)?.size }).toEqual({ cuts: 0, chunks: 2 });
});

test('behind a proxy of the system originals go through it, also where their way breaks or they are refused', async () => {
  // Of a name that only the proxy can reach, which here is the server itself.
  const behind = await launch({
    app: bare.folder,
    args: [`--proxy-server=${new URL(address).host}`, '--proxy-bypass-list=<-loopback>'],
  });
  try {
    expect(await signIn(behind.page, 'http://renovation.local')).toMatchObject({ ok: true });
    const picture = Buffer.concat([await textPicture(['Proxy']), randomBytes(5_000_000)]);
    const imported = await importFile(behind.page, picture);
    const sha = imported.ok ? imported.value.sha : '';
    const upload = () => ask(behind.page, 'blob.upload', { space: SPACE, sha });
    isRefusing = true;
    expect(await upload()).toEqual({ ok: false, error: { type: 'NotAllowed' } });
    isRefusing = false;
    cuts = 2;
    expect(await upload()).toEqual({ ok: true, value: null });
    expect({ cuts, chunks: chunks.get(sha)?.size }).toEqual({ cuts: 0, chunks: 2 });
    expect(seen.at(-1)?.url).toMatch(/^http:\/\/renovation\.local\//);
    await ask(behind.page, 'blob.remove', { shas: [sha] });
    expect(await ask(behind.page, 'blob.download', { space: SPACE, sha })).toEqual({ ok: true, value: null });
  } finally {
    await behind.close();
  }
});

test('an original is shown with its type, and its answer forbids scripts', async () => {
  const imported = await importFile(device.page, await textPicture(['Shown']));
  const sha = imported.ok ? imported.value.sha : '';
  const shown = await device.page.evaluate(async (name) => {
    const image = new Image();
    image.src = `plumbline-blob://${name}`;
    await image.decode();
    const reply = await fetch(image.src);
    return {
      width: image.naturalWidth,
      type: reply.headers.get('content-type'),
      policy: reply.headers.get('content-security-policy'),
      sniff: reply.headers.get('x-content-type-options'),
    };
  }, sha);
  expect(shown).toEqual({ width: 1000, type: 'image/png', policy: "default-src 'none'; sandbox", sniff: 'nosniff' });
});

test('a server that went away is a coded answer at once', async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  expect(await api('/echo')).toEqual({ status: 502, body: { error: { type: 'ServerUnreachable' } } });
});
