// Hello, sessions, the store's id, failures that are always coded, and what a restart or a kill leaves.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isFailureCode } from '../../../protocol/failures.ts';
import { eventually } from '../../support/sync-device.ts';
import { newRecord } from './records.ts';
import { startProgram } from './server-program.ts';
import { isKind, openStream } from './stream-reader.ts';
import {
  addContractor,
  askAt,
  failureOf,
  newHousehold,
  openDevice,
  openWorld,
  type Ask,
  type Household,
  type World,
} from './server-world.ts';

describe('handshake', () => {
  let world: World;
  let house: Household;
  beforeAll(async () => {
    world = await openWorld();
    house = await newHousehold(world);
  });
  afterAll(() => world.end());

  test('[HS1] hello names versions, store, time and each space with its role and epoch', async () => {
    const { device: carl, partySpace } = await addContractor(world, house);
    const hello = await carl.hello();
    expect(hello).toMatchObject({ protocol: 1, oldest: 1 });
    expect(Math.abs(hello.serverTime - world.now())).toBeLessThan(60_000);
    expect(new Map(hello.spaces.map(({ space, role }) => [space, role]))).toEqual(
      new Map([
        [house.shared, 'contractor'],
        [partySpace, 'contractor'],
      ]),
    );
    const owned = (await house.owner.hello()).spaces.map(({ space, role }) => `${role} ${space}`);
    expect(owned.toSorted()).toEqual(
      [house.home, house.shared, house.hidden, partySpace].map((space) => `owner ${space}`).toSorted(),
    );
  });

  test('[HS2] without a session nothing but NotSignedIn is answered', async () => {
    const sha = 'a'.repeat(64);
    const routes: readonly (readonly [string, string])[] = [
      ['GET', '/sync/hello'],
      ['POST', '/sync/pull'],
      ['POST', '/sync/push'],
      ['GET', '/sync/stream'],
      ['GET', '/account/me'],
      ['POST', '/access/claim'],
      ['POST', '/access/revoke'],
      ['GET', `/access/members?home=${house.home}`],
      ['POST', '/invites'],
      ['GET', `/calendar/links?journey=${house.journey}`],
      ['POST', '/calendar/links'],
      ['POST', '/calendar/links/end'],
      ['POST', '/invites/AAAAA-AAAAA/accept'],
      ['GET', `/blobs/${house.shared}/${sha}`],
      ['PUT', `/blobs/${house.shared}/${sha}/0`],
      ['GET', `/blobs/${house.shared}/${sha}/0`],
      ['POST', `/blobs/${house.shared}/${sha}/finish`],
    ];
    for (const [method, route] of routes) {
      for (const token of [undefined, 'x'.repeat(43), 'nonsense ; DROP']) {
        const answer = await world.ask(route, {
          method,
          ...(method === 'GET' ? {} : { body: {} }),
          ...(token === undefined ? {} : { token }),
        });
        expect([route, answer.status, answer.body]).toEqual([route, 401, { error: { type: 'NotSignedIn' } }]);
      }
    }
    expect((await world.ask('/health')).body).toMatchObject({ ok: true, store: (await house.owner.hello()).store });
  });

  test('[HS2] a stranger’s body is not read: not a large one, not one that makes no sense, not one that never comes', async () => {
    const sha = 'a'.repeat(64);
    const large = `{"rows":["${'x'.repeat(33 * 1024 * 1024)}"]}`;
    for (const token of [undefined, 'x'.repeat(43)])
      for (const raw of [large, '{"rows": '])
        expect(
          await world.ask('/sync/push', { method: 'POST', raw, ...(token === undefined ? {} : { token }) }),
        ).toMatchObject({ status: 401, body: { error: { type: 'NotSignedIn' } } });
    for (const [method, route, type] of [
      ['POST', '/sync/push', 'application/json'],
      ['POST', '/access/claim', 'application/json'],
      ['POST', '/invites', 'application/json'],
      ['PUT', `/blobs/${house.shared}/${sha}/0?bytes=1000`, 'application/octet-stream'],
    ] as const) {
      // Ten megabytes are announced and none is sent: only who does not wait for them can answer.
      const said = await saidTo(
        world,
        `${method} ${route} HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: 10000000\r\n\r\n`,
        /NotSignedIn/,
      );
      expect([route, /^HTTP\/1.1 401 /.test(said)]).toEqual([route, true]);
    }
  });

  test('[HS4] each route takes bodies of its own size, and says so of a larger one', async () => {
    const { store } = await house.owner.hello();
    const padded = (kib: number, body: object = {}): Ask => ({
      method: 'POST',
      body: { ...body, padding: 'x'.repeat(kib * 1024) },
    });
    const tooLarge = { status: 413, body: { error: { type: 'MessageTooLarge' } } };
    const person = house.owner.person;
    expect(await house.owner.ask('/account/sign-up', padded(17))).toMatchObject(tooLarge);
    expect(await house.owner.ask('/account/sign-in', padded(17))).toMatchObject(tooLarge);
    expect(await house.owner.ask('/invites', padded(17))).toMatchObject(tooLarge);
    expect(await house.owner.ask('/invites/AAAAA-AAAAA/accept', padded(17, { person }))).toMatchObject(tooLarge);
    expect(failureOf(await house.owner.ask('/invites/AAAAA-AAAAA/accept', padded(15, { person })))).toBe(
      'InviteUnknown',
    );
    expect(await house.owner.ask('/access/claim', padded(65))).toMatchObject(tooLarge);
    const { owner, home } = await newHousehold(world, 'many');
    const journeys = Array.from({ length: 500 }, () => `journey_${randomUUID()}`);
    expect(await owner.ask('/access/claim', { method: 'POST', body: { home, journeys } })).toMatchObject({
      status: 200,
    });
    expect(await house.owner.ask('/sync/pull', padded(1025, { store }))).toMatchObject(tooLarge);
    expect(await house.owner.ask('/sync/push', padded(20 * 1024, { store, rows: [] }))).toMatchObject({ status: 200 });
    expect(await house.owner.ask('/sync/push', padded(33 * 1024, { store, rows: [] }))).toMatchObject(tooLarge);
  });

  test('[HS3] a request that names another store learns which one is there', async () => {
    const { store } = await house.owner.hello();
    const expected = { error: { type: 'StoreChanged', detail: store } };
    const pulled = await house.owner.ask('/sync/pull', {
      method: 'POST',
      body: { store: 'another', cursors: {}, limit: 10 },
    });
    const pushed = await house.owner.ask('/sync/push', { method: 'POST', body: { store: 'another', rows: [] } });
    const streamed = await house.owner.ask('/sync/stream?store=another');
    expect([pulled.body, pushed.body, streamed.body]).toEqual([expected, expected, expected]);
  });

  test('[HS4] whatever is sent, a failure is coded and shows no inside', async () => {
    const { store } = await house.owner.hello();
    const asks: readonly (readonly [string, Ask])[] = [
      ['/nowhere', {}],
      ['/sync/pull', { method: 'DELETE' }],
      ['/account/sign-up', { method: 'POST', raw: '{"name": ' }],
      ['/account/sign-up', { method: 'POST', raw: '' }],
      ['/account/sign-up', { method: 'POST', raw: 'x', type: 'text/plain' }],
      ['/account/sign-in', { method: 'POST', raw: '{"__proto__": {"a": 1}}' }],
      ['/sync/push', { method: 'POST', body: { store, rows: 'none' } }],
      ['/sync/push', { method: 'POST', body: [] }],
      ['/sync/pull', { method: 'POST', body: { store, cursors: {}, limit: 0 } }],
      ['/sync/push', { method: 'POST', raw: `{"store":"${store}","rows":["${'x'.repeat(33 * 1024 * 1024)}"]}` }],
      ['/access/members', {}],
      ['/access/claim', { method: 'POST', body: { home: '../etc', journeys: [] } }],
      [`/blobs/${house.shared}/..%2f..%2fetc/0`, {}],
      ['/invites/%00%ff', {}],
      ['/invites', { method: 'POST', body: { into: 'the blue' } }],
      [`/sync/stream?store=${'x'.repeat(100)}`, {}],
    ];
    for (const [route, ask] of asks) {
      const answer = await house.owner.ask(route, ask);
      expect([route, Math.floor(answer.status / 100)]).toEqual([route, 4]);
      expect([route, isFailureCode(failureOf(answer)) ? 'coded' : answer.text]).toEqual([route, 'coded']);
      expect(answer.text).not.toMatch(/node_modules|\.ts:|at Object|stack/);
    }
  });

  test('[HS4] what is not HTTP, or has headers without end, is answered in the same form', async () => {
    for (const sent of [
      'BLAH\r\n\r\n',
      `GET /health HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(600 * 1024)}\r\n\r\n`,
    ]) {
      const said = await saidTo(world, sent);
      expect(said.split('\r\n\r\n')[1]).toBe('{"error":{"type":"Malformed"}}');
    }
  });

  test('[HS4] a message that ends in the middle holds its connection no longer than nothing moves; a stream goes on', async () => {
    const short = await openWorld({ idleMs: 400, heartbeatMs: 100 });
    const { owner, hidden } = await newHousehold(short);
    const stream = await openStream(short, owner, {});
    const head = `Host: x\r\nAuthorization: Bearer ${owner.token}\r\nContent-Length: 1000`;
    for (const half of [
      'POST /account/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
      `POST /sync/push HTTP/1.1\r\n${head}\r\nContent-Type: application/json\r\n\r\n{"rows":`,
      `PUT /blobs/${hidden}/${'a'.repeat(64)}/0?bytes=1000 HTTP/1.1\r\n${head}\r\nContent-Type: application/octet-stream\r\n\r\nab`,
    ])
      // Resolves when the server has ended the connection.
      expect(await saidTo(short, half)).not.toMatch(/^HTTP\/1.1 200/);
    const record = newRecord(owner, hidden, 'cost');
    // The connection that it would go on may be cut at this very moment.
    await eventually('the record to be taken', () => owner.put(record).catch(() => undefined));
    expect(await stream.until(isKind('changes'))).toMatchObject({ records: [{ key: record.key }] });
    stream.close();
    await short.end();
  });

  test('[HS5] the store’s id survives a restart, a fresh store has another, and every epoch holds it', async () => {
    const before = await house.owner.hello();
    await world.restart();
    expect(await house.owner.hello()).toMatchObject({ store: before.store, spaces: before.spaces });
    expect(before.spaces.every(({ epoch }) => epoch.startsWith(`${before.store}-`))).toBe(true);
    const fresh = await openWorld();
    expect((await fresh.ask('/health')).body).not.toMatchObject({ store: before.store });
    await fresh.end();
  });

  test('[HS5] a store put back from a backup has a new id, under which everything is sent from the beginning', async () => {
    const step = newRecord(house.owner, house.shared, 'step');
    await house.owner.put(step);
    const before = await house.owner.hello();
    const { cursors } = await house.owner.pullAll();
    await world.restart({ restored: true });
    expect((await house.owner.hello()).store).not.toBe(before.store);
    expect((await house.owner.pullAll(cursors)).records).toContainEqual(step);
  });

  test('[HS6] a restart keeps accounts, sessions, access and records', async () => {
    const { device: carl } = await addContractor(world, house);
    const step = newRecord(house.owner, house.shared, 'step');
    await house.owner.put(step);
    const before = await carl.pullAll();
    await world.restart();
    expect(await carl.pullAll()).toEqual(before);
    expect((await carl.pullAll(before.cursors)).records).toEqual([]);
  });

  test('[HS6] a killed server has every record that it acknowledged', async () => {
    const data = mkdtempSync(path.join(tmpdir(), 'plumbline-killed-'));
    let program = await startProgram(data);
    const killed = {
      ...world,
      url: () => program.url,
      ask: (route: string, ask: Ask = {}) => askAt(program.url, route, ask),
    };
    const { owner, shared } = await newHousehold(killed);
    const acknowledged: string[] = [];
    const writing = (async () => {
      for (;;) {
        const mine = newRecord(owner, shared, 'step');
        await owner.put(mine);
        acknowledged.push(mine.key);
      }
    })().catch(() => {});
    while (acknowledged.length < 60) await new Promise((resolve) => setTimeout(resolve, 5));
    program.child.kill('SIGKILL');
    await writing;
    program = await startProgram(data);
    const again = openDevice(killed, owner);
    const keys = new Set((await again.pullAll()).records.map(({ key }) => key));
    expect(acknowledged.filter((key) => !keys.has(key))).toEqual([]);
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    rmSync(data, { recursive: true, force: true });
  });
});

/** What the server answers to something sent as it is, up to where `until` is found, or all of it. */
const saidTo = (world: World, sent: string, until?: RegExp): Promise<string> =>
  new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(new URL(world.url()).port), '127.0.0.1', () => socket.write(sent));
    socket.on('data', (chunk) => {
      text += chunk.toString();
      if (until?.test(text) === true) socket.destroy();
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
  });
