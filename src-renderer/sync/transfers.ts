// Moves originals between this device and the server in the background, a few at a time, whenever sync is live.
import type { OpenStore } from '../data/open-store.ts';
import type { FailureCode } from '../../protocol/failures.ts';
import type { Bridge } from '../../protocol/ipc/channels.ts';
import type { Access } from './access.ts';
import { createKnownOriginals, type KnownOriginals, type OriginalsStore } from './known-originals.ts';
import { idOf, mayPass, toldOf, transfersNeeded, type StuckFiles, type Transfer } from './transfer-plan.ts';

const AT_ONCE = 2;
/**
 * After a round that failed, ms: doubled each time. Short at first, since what another device has just added is often still
 * on its way to the server; a change of records tries at once.
 */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;

export interface TransferOptions {
  readonly store: OriginalsStore & Pick<OpenStore, 'onChanges' | 'previews'>;
  readonly ask: Bridge['ask'];
  /** Makes and keeps the preview of an original that has just arrived. */
  readonly preview: (sha: string, mime: string) => Promise<void>;
  /** How many are still to be moved, and which did not and why. */
  readonly waiting: (waiting: { readonly up: number; readonly down: number }, stuck: readonly StuckFiles[]) => void;
}

export interface Transfers {
  /** From now on, against this server store. */
  readonly resume: (access: Pick<Access, 'holds' | 'mayWrite'>, serverStore: string) => void;
  readonly pause: () => void;
  /** Removes originals and previews that no record on this device names any more. */
  readonly forget: (shas: readonly string[]) => Promise<void>;
}

export const createTransfers = ({ store, ask, preview, waiting }: TransferOptions): Transfers => {
  let target: { readonly access: Pick<Access, 'holds' | 'mayWrite'>; readonly known: KnownOriginals } | null = null;
  /** What did not move since the connection began, by transfer. Not kept: the next one finds out by itself. */
  const failed = new Map<
    string,
    { readonly sha: string; readonly direction: Transfer['direction']; readonly code: FailureCode }
  >();
  let working = false;
  let again = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unwatch: (() => void) | null = null;
  /** Asked anew at every turn: a pause may come in the middle of the work. */
  const isOn = (): boolean => target !== null;

  /** One worker at a time; a change that arrives meanwhile makes another round. */
  const work = async (): Promise<void> => {
    if (working) {
      again = true;
      return;
    }
    working = true;
    clearTimeout(timer);
    let good = true;
    try {
      do {
        again = false;
        good = await moveAll(await list());
      } while (again && isOn());
    } finally {
      working = false;
    }
    failures = good ? 0 : failures + 1;
    if (!good && isOn())
      timer = setTimeout(() => void work(), Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1)));
  };

  const list = async (): Promise<readonly Transfer[]> => {
    if (target === null) return [];
    const { access, known } = target;
    const needed = transfersNeeded({ ...(await known.now()), mayRead: access.holds, mayWrite: access.mayWrite });
    const ids = new Set(needed.map(idOf));
    for (const id of failed.keys()) if (!ids.has(id)) failed.delete(id);
    return needed.filter((transfer) => {
      const before = failed.get(idOf(transfer));
      return before === undefined || mayPass(before.direction, before.code);
    });
  };

  /** Whether all went well, or failed in a way that trying again would not change. */
  const moveAll = async (needed: readonly Transfer[]): Promise<boolean> => {
    const queue = [...needed];
    const left = {
      up: needed.filter(({ direction }) => direction === 'up').length,
      down: needed.filter(({ direction }) => direction === 'down').length,
    };
    const tell = (): void => waiting({ ...left }, toldOf(failed.values()));
    tell();
    let good = true;
    const lane = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined && isOn(); next = queue.shift()) {
        const { direction } = next;
        const code = await moveOne(next);
        if (code === null) failed.delete(idOf(next));
        else failed.set(idOf(next), { sha: next.sha, direction, code });
        if (code !== null && mayPass(direction, code)) good = false;
        else left[direction] -= 1;
        tell();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    return good;
  };

  /** Null when it was moved, else why not. */
  const moveOne = async (transfer: Transfer): Promise<FailureCode | null> => {
    const known = target?.known;
    const { direction, space, sha, mime } = transfer;
    const done = await ask(direction === 'up' ? 'blob.upload' : 'blob.download', { space, sha });
    if (!done.ok) {
      // Then it is fetched instead, where it can be had.
      if (direction === 'up' && done.error.type === 'BlobMissing') {
        known?.gone(sha);
        again = true;
      }
      return done.error.type;
    }
    await known?.moved(transfer);
    if (direction === 'down') await preview(sha, mime).catch(() => undefined);
    return null;
  };

  return {
    resume: (access, serverStore) => {
      const known = createKnownOriginals(store, ask, serverStore);
      target = { access, known };
      failed.clear();
      unwatch?.();
      unwatch = store.onChanges((changes) => {
        const named = new Set(known.note(changes));
        if (named.size === 0) return;
        // Added anew, perhaps because it did not go before: one more try.
        for (const [id, { sha }] of failed) if (named.has(sha)) failed.delete(id);
        void work();
      });
      void work();
    },
    forget: async (shas) => {
      const photos = await store.find({ type: 'photo', trash: 'with' });
      const documents = await store.find({ type: 'document', trash: 'with' });
      const named = new Set([...photos, ...documents].map(({ body }) => body.sha));
      const gone = [...new Set(shas)].filter((sha) => !named.has(sha));
      if (gone.length === 0) return;
      await store.previews.remove(gone);
      await ask('blob.remove', { shas: gone });
      for (const sha of gone) target?.known.gone(sha);
    },
    pause: () => {
      target = null;
      clearTimeout(timer);
      unwatch?.();
    },
  };
};
