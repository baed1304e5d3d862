// The moments that no real race hits reliably: access ends after something was read and before it is sent or written.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GrantedSpace } from '../../../protocol/sync/hello.ts';
import type { StreamEvent } from '../../../protocol/sync/stream.ts';
import type { Access, AccessReader } from '../../../sync-server/access/access.ts';
import type { Account } from '../../../sync-server/access/registry.ts';
import { REGISTRY } from '../../../sync-server/access/settle.ts';
import { createApp } from '../../../sync-server/http/app.ts';
import { createServices } from '../../../sync-server/http/services.ts';
import { createLog } from '../../../sync-server/ops/log.ts';
import type { DocStore } from '../../../sync-server/store/doc-store.ts';
import { openEmbeddedStore } from '../../../sync-server/store/embedded/embedded-store.ts';
import { createPull } from '../../../sync-server/sync/pull.ts';
import { createStream } from '../../../sync-server/sync/stream.ts';
import { edited, newRecord } from './records.ts';
import { addContractor, newHousehold, openWorld, type Device, type Household, type World } from './server-world.ts';

const account: Account = {
  id: 'account_a',
  email: '',
  name: '',
  passwordHash: '',
  people: [],
  memberships: [],
  joins: [],
  ended: [],
};

const accessTo = (grants: readonly GrantedSpace[]): Access => ({
  account,
  people: [],
  grants,
  roleIn: () => null,
  isOn: () => false,
  endedEpochs: new Set(grants.length === 0 ? ['e1'] : []),
  readFrom: new Set(),
});

const readerOf = (grants: () => readonly GrantedSpace[]): AccessReader => {
  const read = async (): Promise<Access> => accessTo(grants());
  return { of: read, again: read, drop: () => {} };
};

test('[PU4] a page read just before access ended is not answered', async () => {
  const [kept, lost] = [`journey_${randomUUID()}`, `journey_${randomUUID()}`];
  const writer = { person: `person_${randomUUID()}`, mint: () => '000000001.0000.aaaaaaaa' };
  const grantOf = (space: string): GrantedSpace => ({ space, epoch: 'e1', role: 'viewer' });
  let grants = [grantOf(kept), grantOf(lost)];
  const pull = createPull({
    feed: async (space) => {
      grants = [grantOf(kept)];
      return { records: [newRecord(writer, space, 'step')], last: '1', read: 1 };
    },
    accessReader: readerOf(() => grants),
    store: { countAfter: async () => 0 },
  });
  const answer = await pull(accessTo(grants), { cursors: {}, limit: 10 });
  expect(answer.records.map(({ space }) => space)).toEqual([kept]);
  expect(answer.cursors).toEqual({ [`${kept}@e1`]: '1' });
});

test('[ST3] a page read just before access ended is not sent', async () => {
  const space = `journey_${randomUUID()}`;
  const record = newRecord({ person: `person_${randomUUID()}`, mint: () => '000000001.0000.aaaaaaaa' }, space, 'step');
  const grant: GrantedSpace = { space, epoch: 'e1', role: 'viewer' };
  let grants: readonly GrantedSpace[] = [grant];
  const heard: StreamEvent[] = [];
  const ending = new AbortController();
  const stream = createStream({
    store: { lastSeq: async () => '0' },
    registry: { sessions: { get: async (id) => ({ id, account: account.id, device: '', createdAt: 0 }) } },
    accessReader: readerOf(() => grants),
    feed: async () => {
      // Read while it was allowed; taken back before anything is sent.
      grants = [];
      return { records: [record], last: '1', read: 1 };
    },
    watch: { follow: () => () => {} },
    registryWatch: { follow: () => () => {} },
    marks: { latest: () => null },
    now: () => 0,
    heartbeatMs: 1_000,
  });
  await stream({
    account: account.id,
    session: 'session_s',
    cursors: { [`${space}@e1`]: '0' },
    signal: ending.signal,
    send: async (event) => {
      heard.push(event);
      if (event.kind === 'revoked' || event.kind === 'changes') ending.abort();
    },
  });
  expect(heard.map(({ kind }) => kind)).toEqual(['alive', 'revoked']);
});

interface RaceWorld {
  readonly world: World;
  /** Takes someone off the journey right after the n-th time that documents or bytes of a space were read, and waits for the answer. */
  readonly revokeAfterRead: (house: Household, device: Device, n?: number) => void;
  readonly end: () => Promise<void>;
}

/** A real server whose store can be held up between a read and what is done with it. */
const openRaceWorld = async (): Promise<RaceWorld> => {
  const base = await openWorld();
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-race-'));
  const store = await openEmbeddedStore(folder);
  let meanwhile = async (): Promise<void> => {};
  const held: DocStore = {
    ...store,
    getMany: async (database, ids) => {
      const read = await store.getMany(database, ids);
      if (database !== REGISTRY) await meanwhile();
      return read;
    },
    getBytes: async (database, id) => {
      const read = await store.getBytes(database, id);
      await meanwhile();
      return read;
    },
  };
  const services = await createServices({
    store: held,
    restored: false,
    log: createLog('error'),
    now: Date.now,
    inviteTtl: 60_000,
    heartbeatMs: 60_000,
  });
  const app = await createApp(services, { version: '0', rateLimits: { perMinute: 1_000 } });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    world: { ...base, url: () => address, ask: (route, ask = {}) => base.askAt(address, route, ask) },
    revokeAfterRead: (house, device, n = 1) => {
      let reads = 0;
      meanwhile = async () => {
        reads += 1;
        if (reads === n) await takeOff(house, device);
      };
    },
    end: async () => {
      await app.close();
      services.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
      await base.end();
    },
  };
};

const takeOff = async ({ owner, journey }: Household, { person }: Device): Promise<void> => {
  const body = { from: 'journey', journey, person };
  expect((await owner.ask('/access/revoke', { method: 'POST', body })).status).toBe(200);
};

describe('a revoke that is answered in the middle of', () => {
  let race: RaceWorld;
  let house: Household;
  beforeEach(async () => {
    race = await openRaceWorld();
    house = await newHousehold(race.world);
  });
  afterEach(() => race.end());

  const NOTHING = { kind: 'refused', code: 'UnknownSpace', fields: [] };

  test('[AC8] a push: nothing of it is stored any more', async () => {
    const { device: carl } = await addContractor(race.world, house);
    const comments = Array.from({ length: 3 }, () => newRecord(carl, house.shared, 'comment'));
    race.revokeAfterRead(house, carl);
    expect(await carl.push(comments.map((mine) => ({ assumed: null, mine })))).toEqual([NOTHING, NOTHING, NOTHING]);
    expect((await house.owner.pullAll()).records).toEqual([]);
  });

  test('[AC8] a push of several rounds: what was accepted before stays, what stands is not told', async () => {
    const { device: carl } = await addContractor(race.world, house);
    const step = newRecord(house.owner, house.shared, 'step');
    await house.owner.put(step);
    const comment = newRecord(carl, house.shared, 'comment');
    const again = edited(carl, comment, { text: 'Looks better' });
    const rows = [
      { assumed: null, mine: edited(carl, step, { state: 'doing' }) },
      { assumed: null, mine: comment },
      { assumed: comment.stamp, mine: again },
    ];
    race.revokeAfterRead(house, carl, 2);
    expect(await carl.push(rows)).toEqual([NOTHING, { kind: 'accepted' }, NOTHING]);
    expect(new Set((await house.owner.pullAll()).records.map(({ stamp }) => stamp))).toEqual(
      new Set([step.stamp, comment.stamp]),
    );
  });

  test('[AC8] fetching a chunk: its bytes are not answered', async () => {
    const { device: carl } = await addContractor(race.world, house);
    const bytes = new Uint8Array(randomBytes(5_000));
    const sha = createHash('sha256').update(bytes).digest('hex');
    const at = `/blobs/${house.shared}/${sha}`;
    await house.owner.ask(`${at}/0?bytes=5000`, { method: 'PUT', raw: bytes, type: OCTETS });
    await house.owner.ask(`${at}/finish`, { method: 'POST', body: { bytes: 5_000 } });
    expect((await carl.ask(`${at}/0`)).status).toBe(200);
    race.revokeAfterRead(house, carl);
    expect(await carl.ask(`${at}/0`)).toMatchObject({ status: 404, body: { error: { type: 'UnknownSpace' } } });
  });

  test('[AC8] sending a chunk: it is not kept', async () => {
    const { device: carl, partySpace } = await addContractor(race.world, house);
    const sha = 'b'.repeat(64);
    const at = `/blobs/${partySpace}/${sha}`;
    const { port } = new URL(race.world.url());
    const socket = connect(Number(port), '127.0.0.1');
    const answered = new Promise<string>((resolve) => socket.on('data', (said) => resolve(said.toString())));
    socket.write(
      `PUT ${at}/0?bytes=10 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${carl.token}\r\nContent-Type: ${OCTETS}\r\nContent-Length: 10\r\n\r\n12345`,
    );
    // Answered after the request above had begun, on the same single thread.
    await carl.hello();
    await takeOff(house, carl);
    socket.write('67890');
    expect(await answered).toMatch(/^HTTP\/1.1 404 [^]*UnknownSpace/);
    socket.destroy();
    expect((await house.owner.ask(at)).body).toMatchObject({ bytes: null, have: [] });
  });
});

const OCTETS = 'application/octet-stream';
