// A real server on a real port over a fresh folder, and people who talk to it by HTTP like any client.
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { mintStamp, startClock, type Stamp } from '../../../domain/kernel/stamp.ts';
import type { WireRecord } from '../../../domain/records/envelope.ts';
import { journeySpace, partySpace, privateSpace } from '../../../domain/spaces/space.ts';
import { sessionReply } from '../../../protocol/account/account.ts';
import { acceptReply, inviteReply, type AcceptReply } from '../../../protocol/account/invite.ts';
import type { Cursors } from '../../../protocol/sync/cursors.ts';
import { helloReply, type HelloReply } from '../../../protocol/sync/hello.ts';
import { pullReply } from '../../../protocol/sync/pull.ts';
import { pushReply, type Verdict } from '../../../protocol/sync/push.ts';
import { createLog } from '../../../sync-server/ops/log.ts';
import { createServer, type ServerOptions, type SyncServer } from '../../../sync-server/server.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly text: string;
}

export interface Ask {
  readonly method?: string;
  readonly body?: unknown;
  readonly raw?: Uint8Array<ArrayBuffer> | string;
  readonly type?: string;
  readonly token?: string;
}

export interface World {
  /** The server's folder. */
  readonly data: string;
  readonly url: () => string;
  readonly ask: (route: string, ask?: Ask) => Promise<Answer>;
  /** Asks another node than this world's own. */
  readonly askAt: (address: string, route: string, ask: Ask) => Promise<Answer>;
  /** Ends the server and leaves its folder, until `start`. */
  readonly stop: () => Promise<void>;
  readonly start: (change?: Partial<ServerOptions>) => Promise<void>;
  readonly restart: (change?: Partial<ServerOptions>) => Promise<void>;
  /**
   * As if the server had been killed at this moment: another one, at another address, goes on with what is on the disk. Nobody may
   * be listening to the old one any more, since it still answers.
   */
  readonly crash: () => Promise<void>;
  /** Moves the server's clock, ms. */
  readonly advance: (ms: number) => void;
  readonly now: () => number;
  /** What the server logged, one JSON line an entry. */
  readonly logged: () => string;
  readonly end: () => Promise<void>;
}

/** A server that can be asked, wherever it runs. */
export type Reachable = Pick<World, 'ask' | 'url' | 'now'>;

export const openWorld = async (options: Partial<ServerOptions> = {}): Promise<World> => {
  const data = mkdtempSync(path.join(tmpdir(), 'plumbline-server-'));
  // The same tests run on CouchDB where one is given; each world has databases of its own there.
  const url = process.env['COUCHDB_URL'] ?? '';
  const couch = url === '' ? null : { url, prefix: `world-${randomUUID().slice(0, 8)}-` };
  const folders = [data];
  const dying: Promise<void>[] = [];
  let ahead = 0;
  let logged = '';
  const now = (): number => Date.now() + ahead;
  const start = async (change: Partial<ServerOptions> = {}): Promise<SyncServer> => {
    const log = createLog('info', (line) => void (logged += line));
    const server = await createServer({
      port: 0,
      data: folders.at(-1) ?? data,
      couch,
      log,
      now,
      rateLimits: { perMinute: 10_000 },
      ...options,
      ...change,
    });
    await server.listen();
    return server;
  };
  let server = await start();
  return {
    data,
    url: () => server.address(),
    ask: (route, ask = {}) => askAt(server.address(), route, ask),
    askAt,
    stop: () => server.close(),
    start: async (change) => void (server = await start(change)),
    restart: async (change) => {
      await server.close();
      server = await start(change);
    },
    crash: async () => {
      if (couch === null) {
        folders.push(copyUnder(folders.at(-1) ?? data));
      }
      dying.push(server.close());
      server = await start();
    },
    advance: (ms) => void (ahead += ms),
    now,
    logged: () => logged,
    end: async () => {
      await server.close();
      await Promise.allSettled(dying);
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** The store still writes while it is copied, and now and then renames what was just about to be. */
const copyUnder = (living: string, triesLeft = 5): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-server-'));
  try {
    cpSync(living, folder, { recursive: true });
    return folder;
  } catch (thrown) {
    rmSync(folder, { recursive: true, force: true });
    if (triesLeft === 0) throw thrown;
    return copyUnder(living, triesLeft - 1);
  }
};

export const askAt: World['askAt'] = async (address, route, { method = 'GET', body, raw, type, token }) => {
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(`${address}${route}`, {
    method,
    headers: {
      ...(sent === undefined ? {} : { 'content-type': type ?? 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(sent === undefined ? {} : { body: sent }),
  });
  const text = await response.text();
  return { status: response.status, text, body: parsed(text) };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** The failure's code in an answer, or its status when it has none. */
export const failureOf = ({ body, status }: Answer): string => {
  const failure = z.object({ error: z.object({ type: z.string() }) }).safeParse(body);
  return failure.success ? failure.data.error.type : `status ${status}`;
};

/** One device of one person, signed in. */
export interface Device {
  readonly person: string;
  readonly email: string;
  readonly token: string;
  readonly account: string;
  readonly mint: () => Stamp;
  readonly ask: (route: string, ask?: Ask) => Promise<Answer>;
  readonly hello: () => Promise<HelloReply>;
  /** Pulls until nothing is left; answers every record by key, and the cursors reached. */
  readonly pullAll: (
    cursors?: Cursors,
    limit?: number,
  ) => Promise<{ readonly records: readonly WireRecord[]; readonly cursors: Cursors }>;
  readonly push: (rows: readonly unknown[]) => Promise<readonly Verdict[]>;
  readonly put: (mine: WireRecord, assumed?: Stamp | null) => Promise<Verdict>;
}

export const PASSWORD = 'correct horse battery';

export const newPerson = (): string => `person_${randomUUID()}`;

export const signUp = async (world: Reachable, name: string): Promise<Device> => {
  const person = newPerson();
  const email = `${name}-${randomUUID().slice(0, 8)}@example.org`;
  const answer = await world.ask('/account/sign-up', {
    method: 'POST',
    body: { name, email, password: PASSWORD, person, device: 'test' },
  });
  if (answer.status !== 200) throw new Error(`sign-up: ${answer.text}`);
  const { token, account } = sessionReply.parse(answer.body);
  return openDevice(world, { person, email, token, account: account.account });
};

/** Tries to sign in as whoever has the e-mail; a person of its own for the device when none is given. */
export const trySignIn = (
  world: Reachable,
  { email, password = PASSWORD, person = newPerson() }: Pick<Device, 'email'> & { password?: string; person?: string },
): Promise<Answer> =>
  world.ask('/account/sign-in', { method: 'POST', body: { email, password, person, device: 'test' } });

export const openDevice = (
  world: Reachable,
  { person, email, token, account }: Pick<Device, 'person' | 'email' | 'token' | 'account'>,
): Device => {
  let clock = startClock(randomUUID().slice(0, 8));
  const ask: Device['ask'] = (route, more = {}) => world.ask(route, { token, ...more });
  const post = async (route: string, body: unknown): Promise<unknown> => {
    const answer = await ask(route, { method: 'POST', body });
    if (answer.status !== 200) throw new Error(`${route}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  const hello = async (): Promise<HelloReply> => {
    const answer = await ask('/sync/hello');
    if (answer.status !== 200) throw new Error(`hello: ${answer.text}`);
    return helloReply.parse(answer.body);
  };
  const push: Device['push'] = async (rows) =>
    pushReply.parse(await post('/sync/push', { store: (await hello()).store, rows })).verdicts;
  return {
    person,
    email,
    token,
    account,
    ask,
    hello,
    push,
    mint: () => {
      const minted = mintStamp(clock, world.now());
      clock = minted.clock;
      return minted.stamp;
    },
    pullAll: async (from = {}, limit = 100) => {
      const { store } = await hello();
      const records: WireRecord[] = [];
      let cursors = from;
      for (;;) {
        const page = pullReply.parse(await post('/sync/pull', { store, cursors, limit }));
        records.push(...page.records);
        cursors = Object.assign({}, cursors, page.cursors);
        if (page.records.length < limit && page.more !== true) return { records, cursors };
      }
    },
    put: async (mine, assumed = null) => {
      const [verdict] = await push([{ assumed, mine }]);
      if (verdict === undefined) throw new Error('no verdict');
      return verdict;
    },
  };
};

/** A household with one journey, claimed: what most tests begin from. */
export interface Household {
  readonly owner: Device;
  readonly home: string;
  readonly journey: string;
  readonly shared: string;
  readonly hidden: string;
}

export const newHousehold = async (world: Reachable, name = 'olive'): Promise<Household> => {
  const owner = await signUp(world, name);
  const home = `home_${randomUUID()}`;
  const journey = `journey_${randomUUID()}`;
  const claimed = await owner.ask('/access/claim', { method: 'POST', body: { home, journeys: [journey] } });
  if (claimed.status !== 200) throw new Error(`claim: ${claimed.text}`);
  return { owner, home, journey, shared: journeySpace(journey), hidden: privateSpace(journey) };
};

export const invite = async (from: Device, body: object): Promise<string> => {
  const answer = await from.ask('/invites', { method: 'POST', body: { label: 'Kitchen', inviter: 'Olive', ...body } });
  if (answer.status !== 200) throw new Error(`invite: ${answer.text}`);
  return inviteReply.parse(answer.body).code;
};

export const accept = async (device: Device, code: string): Promise<AcceptReply> => {
  const answer = await device.ask(`/invites/${code}/accept`, { method: 'POST', body: { person: device.person } });
  if (answer.status !== 200) throw new Error(`accept: ${answer.text}`);
  return acceptReply.parse(answer.body);
};

export interface Contractor {
  readonly device: Device;
  readonly party: string;
  readonly partySpace: string;
}

export const addContractor = async (
  world: Reachable,
  { owner, journey }: Household,
  name = 'carl',
): Promise<Contractor> => {
  const device = await signUp(world, name);
  const party = `party_${randomUUID()}`;
  await accept(device, await invite(owner, { into: 'journey', role: 'contractor', journey, party }));
  return { device, party, partySpace: partySpace(journey, party) };
};

export const addFamily = async (world: Reachable, { owner, home }: Household, name = 'finn'): Promise<Device> => {
  const device = await signUp(world, name);
  await joinHousehold({ owner, home }, device);
  return device;
};

export const joinHousehold = async (
  { owner, home }: Pick<Household, 'owner' | 'home'>,
  device: Device,
): Promise<void> => {
  await accept(device, await invite(owner, { into: 'household', home }));
};

export const addViewer = async (world: Reachable, { owner, journey }: Household, name = 'vera'): Promise<Device> => {
  const device = await signUp(world, name);
  await accept(device, await invite(owner, { into: 'journey', role: 'viewer', journey, party: null }));
  return device;
};
