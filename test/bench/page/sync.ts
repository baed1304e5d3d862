// The page's half of the sync benches: the real sync client over main's way to the server, with no screen on top of it.
import type { RecordId, RecordKey, SpaceId } from '../../../domain/kernel/ids.ts';
import { journeySpace } from '../../../domain/spaces/space.ts';
import type { OpenedData } from '../../../src-renderer/app/open-session.ts';
import { desktop } from '../../../src-renderer/ports/desktop.ts';
import { pageServer } from '../../../src-renderer/ports/server.ts';
import { signIn, signUp, type SignUpForm } from '../../../src-renderer/sync/account.ts';
import { createSyncClient } from '../../../src-renderer/sync/client.ts';
import type { Transfers } from '../../../src-renderer/sync/files/transfers.ts';
import { words } from '../words.ts';

/** Something that was written or arrived, by wall clock, ms: all pages of a machine read the same one. */
export interface Moment {
  readonly key: RecordKey;
  readonly at: number;
}

/** Times are ms. */
export interface SyncBench {
  readonly enter: (how: 'signUp' | 'signIn', form: SignUpForm) => Promise<void>;
  /** From being told that someone is signed in until live: everything fetched and sent. */
  readonly connect: () => Promise<number>;
  readonly hangUp: () => Promise<void>;
  readonly count: () => Promise<number>;
  /** Begins to note when the live query of a journey's comments tells of each. */
  readonly listen: (journey: RecordId) => Promise<void>;
  readonly heard: () => readonly Moment[];
  /** Writes one comment at a time, with a pause of 60 to 140 ms after each; answers when each was asked for. */
  readonly say: (journey: RecordId, count: number) => Promise<readonly Moment[]>;
  /** An original of random bytes, kept by main; answers its hash. */
  readonly makeOriginal: (bytes: number) => Promise<string>;
  readonly move: (way: 'blob.upload' | 'blob.download', space: SpaceId, sha: string) => Promise<number>;
}

/** What moves originals is measured by itself; here it would only get in the way of records. */
const NO_TRANSFERS: Pick<Transfers, 'resume' | 'pause' | 'forget' | 'came'> = {
  resume: () => {},
  pause: () => {},
  came: () => {},
  forget: async () => {},
};

export const createSyncBench = ({ store, clock }: OpenedData): SyncBench => {
  let account: string | null = null;
  const heard = new Map<RecordKey, number>();
  const client = createSyncClient({
    store,
    clock,
    server: pageServer,
    account: () => account,
    transfers: NO_TRANSFERS,
  });
  return {
    enter: async (how, form) => {
      const entered = how === 'signUp' ? await signUp(store, form) : await signIn(store, form);
      if (!entered.ok) throw new Error(entered.error.type);
      account = entered.value.account;
    },
    connect: async () => {
      const { status } = client;
      const from = performance.now();
      const live = new Promise<void>((resolve, reject) => {
        const stop = status.watch(() => {
          const { state, problem } = status.get();
          if (state !== 'live' && state !== 'offline' && state !== 'refused') return;
          stop();
          if (state === 'live') resolve();
          else reject(new Error(problem ?? state));
        });
      });
      client.signedIn();
      await live;
      return performance.now() - from;
    },
    hangUp: () => client.stop(),
    count: async () => {
      const spaces = client.access.granted().map(({ space }) => space);
      return (await Promise.all(spaces.map((space) => store.inSpace(space)))).flat().length;
    },
    listen: (journey) =>
      new Promise((resolve) => {
        store.watch({ type: 'comment', journey }, (comments) => {
          const at = Date.now();
          for (const { key } of comments) if (!heard.has(key)) heard.set(key, at);
          resolve();
        });
      }),
    heard: () => [...heard].map(([key, at]) => ({ key, at })),
    say: async (journey, count) => {
      const space = journeySpace(journey);
      const said: Moment[] = [];
      for (let n = 0; n < count; n += 1) {
        const at = Date.now();
        const done = await store.run('comment.add', {
          space,
          journey,
          parent: `${space}|${journey}`,
          text: words(12, at),
        });
        if (!done.ok) throw new Error(done.error.type);
        said.push(...done.value.keys.slice(0, 1).map((key) => ({ key, at })));
        await new Promise((resolve) => setTimeout(resolve, 60 + Math.random() * 80));
      }
      return said;
    },
    makeOriginal,
    move: async (way, space, sha) => {
      const from = performance.now();
      const moved = await desktop().ask(way, { space, sha });
      if (!moved.ok) throw new Error(moved.error.type);
      return performance.now() - from;
    },
  };
};

const PIECE = 1024 * 1024;
/** `getRandomValues` fills so many bytes at once. */
const CHANCE = 65_536;

const makeOriginal = async (bytes: number): Promise<string> => {
  const begun = await desktop().ask('blob.begin', { name: 'plan.pdf', bytes });
  if (!begun.ok) throw new Error(begun.error.type);
  const { id } = begun.value;
  for (let at = 0; at < bytes; at += PIECE) {
    const chunk = new Uint8Array(Math.min(PIECE, bytes - at));
    for (let from = 0; from < chunk.length; from += CHANCE) crypto.getRandomValues(chunk.subarray(from, from + CHANCE));
    // Main takes pictures and PDFs only.
    if (at === 0) chunk.set(new TextEncoder().encode('%PDF-1.7\n'));
    const taken = await desktop().ask('blob.append', { id, chunk });
    if (!taken.ok) throw new Error(taken.error.type);
  }
  const done = await desktop().ask('blob.finish', { id });
  if (!done.ok) throw new Error(done.error.type);
  return done.value.sha;
};
