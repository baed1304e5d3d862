// Moves originals between this device and the server in the background, a few at a time, whenever sync is live.
import type { RecordOf } from '../../domain/records/registry.ts';
import type { OpenStore } from '../data/open-store.ts';
import type { Bridge } from '../../protocol/ipc/channels.ts';
import type { Access } from './access.ts';
import { placeOf, transfersNeeded, type Transfer } from './transfer-plan.ts';

const AT_ONCE = 2;
const SENT = 'sent';
/**
 * After a round that failed, ms: doubled each time. Short at first, since what another device has just added is often still
 * on its way to the server; a change of records tries at once.
 */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;

export interface TransferOptions {
  readonly store: OpenStore;
  readonly ask: Bridge['ask'];
  /** Makes and keeps the preview of an original that has just arrived. */
  readonly preview: (sha: string, mime: string) => Promise<void>;
  readonly waiting: (waiting: { readonly up: number; readonly down: number }) => void;
}

export interface Transfers {
  /** From now on, against this server store. */
  readonly resume: (access: Access, serverStore: string) => void;
  readonly pause: () => void;
  /** Removes originals and previews that no record on this device names any more. */
  readonly forget: (shas: readonly string[]) => Promise<void>;
}

export const createTransfers = ({ store, ask, preview, waiting }: TransferOptions): Transfers => {
  let target: { readonly access: Access; readonly serverStore: string } | null = null;
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
    let failed = false;
    try {
      do {
        again = false;
        const needed = await list();
        failed = needed.length > 0 && !(await moveAll(needed));
      } while (again && isOn());
    } finally {
      working = false;
    }
    failures = failed ? failures + 1 : 0;
    if (failed && isOn())
      timer = setTimeout(() => void work(), Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1)));
  };

  const everyOriginal = async (): Promise<readonly (RecordOf<'photo'> | RecordOf<'document'>)[]> => [
    ...(await store.find({ type: 'photo', trash: 'with' })),
    ...(await store.find({ type: 'document', trash: 'with' })),
  ];

  const list = async (): Promise<readonly Transfer[]> => {
    if (target === null) return [];
    const { access, serverStore } = target;
    const originals = await everyOriginal();
    const shas = [...new Set(originals.map(({ body }) => body.sha))];
    const here = new Set<string>();
    for (let from = 0; from < shas.length; from += 5_000) {
      for (const sha of (await ask('blob.has', { shas: shas.slice(from, from + 5_000) })).have) here.add(sha);
    }
    const sent = await store.queue.list(SENT);
    const there = new Set(sent.filter(({ state }) => state === serverStore).map(({ body }) => String(body['place'])));
    return transfersNeeded({ originals, here, there, mayRead: access.holds, mayWrite: access.mayWrite });
  };

  const moveAll = async (needed: readonly Transfer[]): Promise<boolean> => {
    const queue = [...needed];
    const left = {
      up: needed.filter(({ direction }) => direction === 'up').length,
      down: needed.filter(({ direction }) => direction === 'down').length,
    };
    waiting({ ...left });
    let good = true;
    const lane = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined && isOn(); next = queue.shift()) {
        if (await moveOne(next)) left[next.direction] -= 1;
        else good = false;
        waiting({ ...left });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    return good;
  };

  const moveOne = async ({ direction, space, sha, mime }: Transfer): Promise<boolean> => {
    const done = await ask(direction === 'up' ? 'blob.upload' : 'blob.download', { space, sha });
    if (!done.ok) return false;
    if (direction === 'up' && target !== null) {
      const place = placeOf(space, sha);
      await store.queue.put([
        { id: `${SENT}:${place}`, kind: SENT, state: target.serverStore, at: Date.now(), body: { place } },
      ]);
    }
    if (direction === 'down') await preview(sha, mime).catch(() => undefined);
    return true;
  };

  return {
    resume: (access, serverStore) => {
      target = { access, serverStore };
      unwatch?.();
      unwatch = store.onChanges((changes) => {
        if (changes.some(({ after }) => after?.type === 'photo' || after?.type === 'document')) void work();
      });
      void work();
    },
    forget: async (shas) => {
      const named = new Set((await everyOriginal()).map(({ body }) => body.sha));
      const gone = [...new Set(shas)].filter((sha) => !named.has(sha));
      if (gone.length === 0) return;
      await store.previews.remove(gone);
      await ask('blob.remove', { shas: gone });
    },
    pause: () => {
      target = null;
      clearTimeout(timer);
      unwatch?.();
    },
  };
};
