// The session and the way to the server, against a real HTTP server on loopback that misbehaves in every way we know.
/* oxlint-disable typescript/no-unsafe-type-assertion -- what is read back is checked by the test itself */
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomBytes, randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { err, ok } from '../../../domain/kernel/result.ts';
import type { Log } from '../../../src-main/log/log.ts';
import { createForward } from '../../../src-main/session/forward.ts';
import { serverAddress } from '../../../src-main/session/server-address.ts';
import { createServerSession, type Fetch, type SessionParts } from '../../../src-main/session/server-session.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-session-'));
const quiet: Log = { write: () => undefined, bug: () => 'id', folder, read: () => '' };
const fetchIt: Fetch = (url, init) => fetch(url, init);
const noKey: SessionParts['sign'] = async () => err({ type: 'VaultLocked' });
const TOKEN = 'token-that-nobody-may-see-0123456789';
const person = `person_${randomUUID()}`;
const account = {
  account: 'a1',
  email: 'ann@example.com',
  name: 'Ann',
  people: [person],
  households: [],
};

type Answer = (request: IncomingMessage, reply: ServerResponse, body: string) => void;
let answer: Answer = () => undefined;
const seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = [];
const server = createServer((request, reply) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
    answer(request, reply, body);
  });
});
let address = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => void seen.splice(0));

const json =
  (status: number, value: unknown): Answer =>
  (_, reply) => {
    reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  };
const newSession = (key: Buffer | null = randomBytes(32), file = path.join(folder, randomUUID())) => ({
  file,
  session: createServerSession({
    file,
    key: () => ok(key),
    sign: noKey,
    fetch: fetchIt,
    suggestedServer: null,
    allowHttp: false,
    log: quiet,
  }),
});
const signedIn = async (key: Buffer | null = randomBytes(32)) => {
  const { file, session } = newSession(key);
  answer = json(200, { token: TOKEN, account });
  expect(await session.enter('signIn', address, { person, email: account.email, password: 'x' })).toEqual(ok(account));
  seen.splice(0);
  return { file, key, session, forward: createForward(session, fetchIt) };
};
const ask = (init: RequestInit = {}): Request => new Request('http://page/', init);

test('signing in keeps the token sealed, and the account is known after a restart', async () => {
  const { file, key, session } = await signedIn();
  expect(await session.status()).toEqual({ server: address, suggestedServer: null, account });
  expect(readFileSync(file).includes(TOKEN)).toBe(false);
  expect(readFileSync(file).includes('ann@example.com')).toBe(false);
  const again = createServerSession({
    file,
    key: () => ok(key),
    sign: noKey,
    fetch: fetchIt,
    suggestedServer: null,
    allowHttp: false,
    log: quiet,
  });
  expect(await again.credentials()).toEqual({ server: address, token: TOKEN });
});

test('without encryption the file is in clear but for this person only', async () => {
  const { file } = await signedIn(null);
  expect(readFileSync(file, 'utf8')).toContain(TOKEN);
  expect(statSync(file).mode & 0o077).toBe(0);
});

test('while the vault is locked nobody is signed in and nobody can sign in', async () => {
  const locked = err({ type: 'VaultLocked' } as const);
  const session = createServerSession({
    file: path.join(folder, 'x'),
    key: () => locked,
    sign: noKey,
    fetch: fetchIt,
    suggestedServer: null,
    allowHttp: false,
    log: quiet,
  });
  expect(await session.status()).toMatchObject({ account: null });
  expect(await session.enter('signIn', address, { person })).toEqual(locked);
});

test.each([
  [401, { error: { type: 'SignInWrong' } }, 'SignInWrong'],
  [409, { error: { type: 'EmailTaken' } }, 'EmailTaken'],
  [500, '<html>', 'ServerNonsense'],
  [200, { hello: 'I am another server' }, 'ServerNonsense'],
])('an answer %i %j on signing in is %s, and nothing is kept', async (status, value, code) => {
  const { session } = newSession();
  answer = json(status, value);
  expect(await session.enter('signIn', address, { person })).toMatchObject({ ok: false, error: { type: code } });
  expect(await session.credentials()).toBeNull();
});

test('an answer without an end is nonsense at once, and not held in memory', async () => {
  const { session } = newSession();
  answer = (_, reply) => {
    const more = (): void => {
      while (!reply.destroyed && reply.write(' '.repeat(65_536)));
    };
    reply.on('drain', more);
    more();
  };
  const began = Date.now();
  expect(await session.enter('signIn', address, { person })).toEqual(err({ type: 'ServerNonsense' }));
  expect(Date.now() - began).toBeLessThan(20_000);
});

test('a server that is not there is ServerUnreachable', async () => {
  const { session } = newSession();
  expect(await session.enter('signIn', 'http://127.0.0.1:1', { person })).toEqual(err({ type: 'ServerUnreachable' }));
});

test('signing out drops the token here even when the server is gone, and remembers the address', async () => {
  const { session } = await signedIn();
  answer = (request) => request.socket.destroy();
  expect(await session.signOut()).toEqual(ok(null));
  expect(await session.status()).toEqual({ server: address, suggestedServer: null, account: null });
});

test('the token is added, and cookies, origin and the page’s own authorization stay here', async () => {
  const { forward } = await signedIn();
  answer = (_, reply) =>
    reply
      .writeHead(200, { 'content-type': 'application/json', 'set-cookie': 'spy=1', 'content-security-policy': 'none' })
      .end('{"a":1}');
  const headers = { 'content-type': 'application/json', cookie: 'a=b', authorization: 'Bearer mine', 'x-other': '1' };
  const reply = await forward(ask({ method: 'POST', headers, body: '{"q":1}' }), '/sync/pull?x=1');
  expect(await reply.json()).toEqual({ a: 1 });
  expect([...reply.headers.keys()]).toEqual(['content-type']);
  expect(seen[0]).toMatchObject({ method: 'POST', url: '/sync/pull?x=1', body: '{"q":1}' });
  expect(seen[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
  expect(seen[0]?.headers.cookie).toBeUndefined();
  expect(seen[0]?.headers['x-other']).toBeUndefined();
});

test('without a session nothing goes out but the look at an invitation', async () => {
  const { session } = newSession();
  const forward = createForward(session, fetchIt);
  expect((await forward(ask(), '/sync/hello')).status).toBe(401);
  expect((await forward(ask(), '/invites/ABCDE-FGHJK')).status).toBe(401);
  const suggested = createServerSession({
    file: path.join(folder, randomUUID()),
    key: () => ok(null),
    sign: noKey,
    fetch: fetchIt,
    suggestedServer: address,
    allowHttp: false,
    log: quiet,
  });
  answer = json(200, { into: 'household' });
  expect((await createForward(suggested, fetchIt)(ask(), '/invites/ABCDE-FGHJK')).status).toBe(200);
  expect((await createForward(suggested, fetchIt)(ask(), '/sync/hello')).status).toBe(401);
  expect(seen).toHaveLength(1);
});

test('a server that is down is a coded 502', async () => {
  const { forward } = await signedIn();
  answer = (request) => request.socket.destroy();
  const reply = await forward(ask(), '/sync/hello');
  expect(reply.status).toBe(502);
  expect(await reply.json()).toEqual({ error: { type: 'ServerUnreachable' } });
});

test('a redirect is not followed: the token goes nowhere else', async () => {
  const { forward } = await signedIn();
  answer = (_, reply) => reply.writeHead(302, { location: `${address}/elsewhere` }).end();
  expect(await (await forward(ask(), '/sync/hello')).json()).toEqual({ error: { type: 'ServerNonsense' } });
  expect(seen.map(({ url }) => url)).toEqual(['/sync/hello']);
});

test('a 401 signs this device out and passes the answer on; a newer token survives it', async () => {
  const { session, forward } = await signedIn();
  answer = json(401, { error: { type: 'NotSignedIn' } });
  const reply = await forward(ask(), '/sync/hello');
  expect(reply.status).toBe(401);
  expect(await session.credentials()).toBeNull();
  expect(await session.status()).toMatchObject({ server: address, account: null });
  answer = json(200, { token: `${TOKEN}-new`, account });
  await session.enter('signIn', address, { person });
  await session.refused(TOKEN);
  expect(await session.credentials()).toMatchObject({ token: `${TOKEN}-new` });
});

test('an answer that stops in the middle is an error to the page, never a short answer', async () => {
  const { session } = await signedIn();
  answer = (_, reply) => void reply.writeHead(200, { 'content-type': 'application/json' }).write('{"half":');
  const reply = await createForward(session, fetchIt, 100)(ask(), '/sync/pull');
  await expect(reply.text()).rejects.toThrow('stopped in the middle');
  const hangUp = await (async () => {
    answer = (request, other) => {
      other.writeHead(200, { 'content-length': '100' }).write('{');
      setTimeout(() => request.socket.destroy(), 50);
    };
    return createForward(session, fetchIt)(ask(), '/sync/pull');
  })();
  await expect(hangUp.text()).rejects.toThrow(/./);
});

test('events flow as they come, and end at the server when the page stops listening', async () => {
  const { forward } = await signedIn();
  let send: (text: string) => void = () => undefined;
  const over = new Promise<void>((resolve) => {
    answer = (request, reply) => {
      reply.writeHead(200, { 'content-type': 'text/event-stream' });
      reply.flushHeaders();
      send = (text) => void reply.write(text);
      request.socket.once('close', () => resolve());
    };
  });
  const reply = await forward(ask({ headers: { accept: 'text/event-stream' } }), '/sync/stream');
  const reader = reply.body?.getReader();
  for (const event of ['data: 1\n\n', 'data: 2\n\n']) {
    send(event);
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe(event);
  }
  await reader?.cancel();
  await over;
});

test.each(['/invites/ABCDE-FGHJK/accept', '/access/claim'])('after %s the account is asked for anew', async (where) => {
  const { session, forward } = await signedIn();
  const wider = { ...account, households: [{ home: `home_${randomUUID()}`, role: 'family' as const }] };
  answer = (request, reply, body) => json(200, request.url === '/account/me' ? wider : {})(request, reply, body);
  expect((await forward(ask({ method: 'POST', body: '{}' }), where)).status).toBe(200);
  expect((await session.status()).account).toEqual(wider);
});

test.each([
  ['https://plumbline.example', 'https://plumbline.example'],
  [' https://plumbline.example/base/ ', 'https://plumbline.example/base'],
  ['http://localhost:8080', 'http://localhost:8080'],
  ['http://192.168.1.20:8080/', 'http://192.168.1.20:8080'],
  ['http://nas', 'http://nas'],
  ['http://[::1]:80', 'http://[::1]'],
])('%j is an address', (typed, expected) => expect(serverAddress(typed, false)).toEqual(ok(expected)));

test.each([
  'http://plumbline.example',
  'http://172.32.0.1',
  'ftp://localhost',
  'file:///etc/passwd',
  'plumbline.example',
  '',
  'https://a:b@plumbline.example',
  'https://x.example/?q=1',
])('%j is none', (typed) =>
  expect(serverAddress(typed, false)).toMatchObject({ error: { type: 'InputInvalid', fields: ['server'] } }),
);
