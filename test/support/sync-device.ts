// A device without a window: the real store and the real sync client over a link to a real server that a test can cut.
import { ok } from '../../domain/kernel/result.ts';
import { createServerClock } from '../../src-renderer/data/server-clock.ts';
import type { OpenStore } from '../../src-renderer/data/open-store.ts';
import { createFilePort, createServerPort, type FetchLike, type ServerPort } from '../../src-renderer/ports/server.ts';
import { createSyncClient, type SyncClient } from '../../src-renderer/sync/client.ts';
import { createGuestLock, type GuestLock } from '../../src-renderer/sync/access/guest-lock.ts';
import type { SyncState } from '../../src-renderer/sync/machine.ts';
import { createPreviewWire } from '../../src-renderer/sync/files/preview-wire.ts';
import { createTransfers } from '../../src-renderer/sync/files/transfers.ts';
import { sessionReply, type BroughtKey } from '../../protocol/account/account.ts';
import { keepAccount } from '../../src-renderer/approvals/own-keys.ts';
import type { Spoken } from '../../protocol/version.ts';
import type { World } from '../integration/server/server-world.ts';
import { openTestStore } from './open-test-store.ts';
import { createOriginals, type Originals } from './originals.ts';

export interface SyncDevice {
  readonly store: OpenStore;
  readonly client: SyncClient;
  readonly server: ServerPort;
  readonly guests: GuestLock;
  /** Of the session; '' before there is one. */
  readonly token: () => string;
  /** With the key that it signs with, where it has one. */
  readonly signUp: (name: string, key?: BroughtKey) => Promise<void>;
  /** Cuts the link: every request and the stream fail until it is joined again. */
  readonly cut: () => void;
  readonly join: () => void;
  /** The server does what is asked on this path, and the answer gets lost; null ends it. */
  readonly loseReplies: (path: string | null) => void;
  /** How many requests it has tried so far, those without a link included. */
  readonly asked: () => number;
  /** The next request on this path waits: `held` resolves when it came, `letGo` sends it on. */
  readonly holdBack: (path: string) => { readonly held: Promise<void>; readonly letGo: () => void };
  readonly reach: (state: SyncState) => Promise<void>;
  /** A device's clock that is wrong by so much, ms. */
  readonly skew: (ms: number) => void;
  readonly originals: Originals;
  readonly stop: () => Promise<void>;
}

export interface DeviceOptions {
  /** Seals what lies on its disk; nothing is sealed when absent. */
  readonly pageKey?: CryptoKey | null;
  /** Chance of the waits between tries; 0, the shortest, when absent. */
  readonly random?: () => number;
  /** What its build speaks; this one's when absent. */
  readonly spoken?: Spoken;
  /** A folder for the files that it keeps and moves as the desktop does; without it there are none, and none may be asked for. */
  readonly originalsIn?: string;
}

export const createSyncDevice = async (
  world: Pick<World, 'url'>,
  { random = () => 0, spoken, originalsIn, pageKey = null }: DeviceOptions = {},
): Promise<SyncDevice> => {
  let token: string | null = null;
  let account: string | null = null;
  let up = true;
  let wrongBy = 0;
  let losing: string | null = null;
  let asked = 0;
  let holding: { readonly path: string; readonly came: () => void; readonly go: Promise<void> } | null = null;
  let lines = new AbortController();
  const clock = createServerClock(() => Date.now() + wrongBy);
  const store = await openTestStore({ clock: clock.now, pageKey });
  const link: FetchLike = async (path, init) => {
    asked += 1;
    if (!up) throw new Error('no link');
    if (holding !== null && path.includes(holding.path)) {
      const { came, go } = holding;
      holding = null;
      came();
      await go;
    }
    const signal = init.signal == null ? lines.signal : AbortSignal.any([init.signal, lines.signal]);
    const headers = new Headers(init.headers);
    if (token !== null) headers.set('authorization', `Bearer ${token}`);
    const answer = await fetch(world.url() + path.replace('/api', ''), { ...init, headers, signal });
    if (losing !== null && path.includes(losing)) throw new Error('the answer was lost');
    return answer;
  };
  const server = createServerPort(link);
  const originals = createOriginals(originalsIn ?? '', () => ({ server: world.url(), token: token ?? '' }));
  const transfers = createTransfers({
    store,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no original is ever asked for
    ask: originalsIn !== undefined ? originals.ask : ((async () => ok(null)) as never),
    wire: createPreviewWire(server, createFilePort(link)),
    preview: async () => {},
    waiting: () => {},
  });
  const guests = createGuestLock(store, () => Date.now() + wrongBy);
  const client = createSyncClient({
    store,
    clock,
    server,
    account: () => account,
    transfers,
    guests,
    random,
    ...(spoken === undefined ? {} : { spoken }),
  });
  return {
    store,
    client,
    server,
    guests,
    token: () => token ?? '',
    signUp: async (name, key) => {
      const email = `${name}-${crypto.randomUUID().slice(0, 8)}@example.org`;
      const answer = await fetch(`${world.url()}/account/sign-up`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name, email, password: 'correct horse battery', person: store.me, device: 'test', key }),
      });
      const session = sessionReply.parse(await answer.json());
      await keepAccount(store, session.account);
      token = session.token;
      account = session.account.account;
      client.signedIn();
    },
    cut: () => {
      up = false;
      lines.abort();
      lines = new AbortController();
    },
    loseReplies: (path) => {
      losing = path;
    },
    holdBack: (path) => {
      const held = Promise.withResolvers<void>();
      const go = Promise.withResolvers<void>();
      holding = { path, came: held.resolve, go: go.promise };
      return { held: held.promise, letGo: go.resolve };
    },
    join: () => {
      up = true;
      client.wake();
    },
    asked: () => asked,
    reach: (state) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (client.status.get().state !== state) return;
          stop();
          resolve();
        };
        const stop = client.status.watch(look);
        look();
      }),
    skew: (ms) => {
      wrongBy = ms;
    },
    originals,
    stop: () => {
      guests.stop();
      return client.stop();
    },
  };
};

/** Waits until `look` answers something that is not undefined; fails with `what` after 30 s. */
export const eventually = async <T>(what: string, look: () => Promise<T | undefined>): Promise<T> => {
  const until = Date.now() + 30_000;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > until) throw new Error(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
