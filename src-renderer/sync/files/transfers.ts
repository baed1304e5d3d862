// Moves previews and originals between this device and the server in the background whenever sync is live: previews first, a
// few files at a time; over a limited connection previews only.
import { err, ok, type Result } from '../../../domain/kernel/result.ts';
import type { RecordId, SpaceId } from '../../../domain/kernel/ids.ts';
import { removeUnnamed } from '../../data/named-originals.ts';
import type { OpenStore } from '../../data/open-store.ts';
import { storageFailure } from '../../data/storage-failures.ts';
import type { Failure, FailureCode } from '../../../protocol/failures.ts';
import type { Bridge, MainEventBody } from '../../../protocol/ipc/channels.ts';
import { createFreeSpace, noteServerStore, type FreedSpace } from './free-space.ts';
import { createKnownOriginals, forgetNotes, type OriginalsStore } from './known-originals.ts';
import { isLimited, LIMITED } from './limited.ts';
import { createMove, type MoveTarget } from './move-file.ts';
import type { PreviewWire } from './preview-wire.ts';
import type { SyncStatus } from '../status.ts';
import { heldOf, idOf, mayPass, toldOf, transfersNeeded, waitingOf, type Transfer } from './transfer-plan.ts';

/** Of each kind at once: an original of 200 MB must not keep the previews of new photos waiting. */
const AT_ONCE = 2;
/**
 * After a round that failed, ms: doubled each time. Short at first, since what another device has just added is often still
 * on its way to the server; a change of records tries at once.
 */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;
/** Between two looks of the window at how much is left, ms: counting thousands of files takes a moment. */
const TELL_MS = 50;

export interface TransferOptions {
  readonly store: OriginalsStore & Pick<OpenStore, 'onChanges' | 'previews' | 'settings'>;
  readonly ask: Bridge['ask'];
  readonly wire: PreviewWire;
  /** Makes and keeps the preview of an original that has just arrived. */
  readonly preview: (sha: string, mime: string) => Promise<void>;
  /** How much is still to be moved, and what did not move and why. */
  readonly waiting: (news: Pick<SyncStatus, 'waiting' | 'held' | 'stuck'>) => void;
}

export interface Transfers {
  /** From now on, against this server store. */
  readonly resume: (access: MoveTarget['access'], serverStore: string) => void;
  readonly pause: () => void;
  /** The server has files of a space complete, these or, without hashes, perhaps some: what was not there before is fetched now. */
  readonly came: (space: SpaceId, shas: readonly string[] | null) => void;
  /** Removes originals and previews that no record on this device names any more. Throws when it could not. */
  readonly forget: (shas: readonly string[]) => Promise<void>;
  /** Someone opens an original that is not here: fetched now, over whatever connection. */
  readonly want: (sha: string) => Promise<Result<null, Failure>>;
  /** Frees the originals of a journey that the server proves to hold; previews stay. */
  readonly free: (journey: RecordId) => Promise<Result<FreedSpace, Failure>>;
  /** What main says of an original on its way. */
  readonly progressed: (progress: Omit<MainEventBody<'blob.progress'>, 'total'>) => void;
}

export const createTransfers = (options: TransferOptions): Transfers => {
  const { store, ask, waiting } = options;
  const { move, arrived } = createMove(options);
  const freeSpace = createFreeSpace({ settings: store.settings, ask });
  let target: MoveTarget | null = null;
  /** What did not move since the connection began, by transfer. Not kept: the next one finds out by itself. */
  const failed = new Map<string, Pick<Transfer, 'of' | 'direction'> & { readonly code: FailureCode }>();
  /** What waits for a lane, what is under way, what failed and waits for the next round, what a limited connection holds. */
  const queue: Record<Transfer['what'], Transfer[]> = { preview: [], original: [] };
  const running = new Map<string, Transfer>();
  const later = new Map<string, Transfer>();
  /** Of those under way: their file came after they had asked for it, perhaps. */
  const cameMeanwhile = new Set<string>();
  let held: readonly Transfer[] = [];
  /** Bytes of originals under way that have moved. */
  const bytesMoved = new Map<string, number>();
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unwatch: (() => void) | null = null;
  let filling: Promise<void> | null = null;
  let again = false;
  let toldAt = -TELL_MS;
  let telling: ReturnType<typeof setTimeout> | undefined;

  /** Now, or a moment later when it was told a moment ago. While there is no connection what was told last stands. */
  const tell = (): void => {
    if (telling !== undefined || target === null) return;
    const since = performance.now() - toldAt;
    if (since >= TELL_MS) tellNow();
    else telling = setTimeout(tellNow, TELL_MS - since);
  };
  const movedOf = (transfer: Transfer): number => bytesMoved.get(nameOf(transfer)) ?? 0;
  const tellNow = (): void => {
    clearTimeout(telling);
    telling = undefined;
    toldAt = performance.now();
    if (target === null) return;
    const left = [...running.values(), ...queue.preview, ...queue.original, ...later.values()];
    waiting({ waiting: waitingOf(left, movedOf), held: heldOf(held), stuck: toldOf(failed.values()) });
  };

  /** Looks anew at what there is to move; what changes meanwhile makes it look once more. */
  const fill = (): void => {
    again = true;
    filling ??= (async () => {
      try {
        while (again) {
          again = false;
          await fillOnce();
        }
        filling = null;
        begin();
      } catch {
        // The database could not be read; what there is to move waits.
        filling = null;
        tryLater();
      }
    })();
  };

  const fillOnce = async (): Promise<void> => {
    const mine = target;
    if (mine === null) return;
    const now = await mine.known.now();
    if (target !== mine) return;
    const needed = transfersNeeded({ ...now, mayRead: mine.access.holds, mayWrite: mine.access.mayBringFiles });
    const ids = new Set(needed.map(idOf));
    for (const known of [failed, later]) for (const id of known.keys()) if (!ids.has(id)) known.delete(id);
    const open = needed.filter((transfer) => {
      const id = idOf(transfer);
      const before = failed.get(id);
      return !running.has(id) && !later.has(id) && (before === undefined || mayPass(before.direction, before.code));
    });
    const originals = open.filter(({ what }) => what === 'original');
    const limited = isLimited(store.settings);
    held = limited ? originals : [];
    queue.original = limited ? [] : originals;
    queue.preview = open.filter(({ what }) => what === 'preview');
  };

  /** Fills the lanes; originals only when no preview waits or is under way. */
  const begin = (): void => {
    if (target === null) return;
    startAll('preview', target);
    if (atWork('preview') === 0) startAll('original', target);
    tell();
    if (running.size === 0) endRound();
  };
  const startAll = (what: Transfer['what'], mine: MoveTarget): void => {
    for (let next = nextOf(what); next !== undefined; next = nextOf(what)) {
      running.set(idOf(next), next);
      void work(next, mine);
    }
  };
  const nextOf = (what: Transfer['what']): Transfer | undefined =>
    atWork(what) < AT_ONCE ? queue[what].shift() : undefined;
  const atWork = (what: Transfer['what']): number =>
    [...running.values()].filter((transfer) => transfer.what === what).length;

  const work = async (transfer: Transfer, mine: MoveTarget): Promise<void> => {
    const id = idOf(transfer);
    const code = await move(transfer, mine).catch((thrown: unknown) => storageFailure(thrown).type);
    running.delete(id);
    const isThereNow = cameMeanwhile.delete(id);
    bytesMoved.delete(nameOf(transfer));
    // The connection ended meanwhile: whatever came of it, the next one looks for itself. So does whoever was told to wait.
    if (target !== mine || code === 'BlobHeld') return fill();
    if (code === null) {
      failed.delete(id);
      // With the original here, its preview is made here.
      if (transfer.what === 'original') later.delete(idOf({ ...transfer, what: 'preview' }));
    } else {
      const { of, direction } = transfer;
      failed.set(id, { of, direction, code });
      if (isThereNow && code === 'BlobMissing') fill();
      else if (mayPass(direction, code)) later.set(id, transfer);
      // One that is not here is fetched instead, where it can be had.
      if (direction === 'up' && code === 'BlobMissing') fill();
    }
    begin();
  };

  const endRound = (): void => {
    clearTimeout(timer);
    if (later.size > 0) tryLater();
    else failures = 0;
  };
  const tryLater = (): void => {
    clearTimeout(timer);
    failures += 1;
    timer = setTimeout(nextRound, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1)));
  };
  const nextRound = (): void => {
    later.clear();
    fill();
  };

  store.settings.watch(LIMITED, () => {
    // What is under way ends after its chunk, and goes on from there later.
    if (isLimited(store.settings)) void ask('blob.halt', {});
    fill();
  });

  return {
    resume: (access, serverStore) => {
      const known = createKnownOriginals(store, ask, serverStore);
      void noteServerStore(store.settings, serverStore, Date.now());
      target = { access, known };
      failed.clear();
      failures = 0;
      unwatch?.();
      unwatch = store.onChanges((changes) => {
        const named = new Set(known.note(changes));
        if (named.size === 0) return;
        // Added anew, perhaps because it did not go before: one more try.
        for (const [id, { of }] of failed) if (named.has(of)) failed.delete(id);
        nextRound();
      });
      nextRound();
    },
    came: (space, shas) => {
      const isIt = ({ direction, space: from, sha }: Transfer): boolean =>
        direction === 'down' && (shas === null ? from === space : shas.includes(sha));
      for (const [id, transfer] of running) if (isIt(transfer)) cameMeanwhile.add(id);
      let isAwaited = false;
      for (const [id, transfer] of later)
        if (isIt(transfer)) {
          later.delete(id);
          isAwaited = true;
        }
      if (isAwaited) fill();
    },
    forget: async (shas) => {
      const gone = await removeUnnamed({ store, ask }, shas);
      if (gone.length === 0) return;
      await forgetNotes(store, gone);
      for (const sha of gone) target?.known.gone(sha);
    },
    want: async (sha) => {
      let last: Result<null, Failure> = err({ type: 'BlobMissing' });
      if (target === null) return last;
      const { access, known } = target;
      const { originals } = await known.now();
      for (const { space, bytes, mime } of originals.filter((one) => one.sha === sha && access.holds(one.space))) {
        last = await ask('blob.download', { space, sha });
        if (!last.ok) continue;
        await arrived({ what: 'original', direction: 'down', space, of: sha, sha, bytes, mime }, known);
        fill();
        return ok(null);
      }
      return last;
    },
    free: async (journey) => {
      if (target === null) return err({ type: 'ServerUnreachable' });
      const done = await freeSpace(target, journey);
      fill();
      return done;
    },
    progressed: (progress) => {
      bytesMoved.set(nameOf(progress), progress.done);
      tell();
    },
    pause: () => {
      if (running.size > 0) void ask('blob.halt', {});
      target = null;
      clearTimeout(timer);
      unwatch?.();
    },
  };
};

/** Of one file's way, as main tells of it. */
const nameOf = ({
  direction,
  space,
  sha,
}: Pick<MainEventBody<'blob.progress'>, 'direction' | 'space' | 'sha'>): string =>
  `${direction} ${direction === 'up' ? space : ''} ${sha}`;
