// One client's stream: changes of the spaces it may read, as they happen, and grants and revokes as they are made.
// Nothing is queued: a space is only marked as having news, and is read when the line has room, so a slow reader costs no memory.
import type { SpaceId } from '../../domain/kernel/ids.ts';
import { cursorKeyOf, type Cursors } from '../../protocol/sync/cursors.ts';
import type { GrantedSpace } from '../../protocol/sync/hello.ts';
import type { StreamEvent } from '../../protocol/sync/stream.ts';
import type { AccessReader } from '../access/access.ts';
import type { Registry } from '../access/registry.ts';
import type { RegistryWatch } from '../access/registry-watch.ts';
import { withMark, type StoreMarks } from '../ops/store-marks.ts';
import { readNews } from '../store/blob-databases.ts';
import type { DocStore } from '../store/doc-store.ts';
import type { Watch } from '../store/watch.ts';
import type { Feed } from './feed.ts';

export interface StreamCaller {
  readonly account: string;
  /** Id of the session's document: when it goes, the stream ends. */
  readonly session: string;
  readonly cursors: Cursors;
  /** Resolves when there is room for more. */
  readonly send: (event: StreamEvent) => Promise<void>;
  readonly signal: AbortSignal;
}

/** Runs until the signal aborts, the session ends or the store fails. */
export type Stream = (caller: StreamCaller) => Promise<void>;

export interface StreamOptions {
  readonly store: Pick<DocStore, 'lastSeq'>;
  readonly registry: { readonly sessions: Pick<Registry['sessions'], 'get'> };
  readonly accessReader: AccessReader;
  readonly feed: Feed;
  readonly watch: Pick<Watch, 'follow'>;
  readonly registryWatch: Pick<RegistryWatch, 'follow'>;
  readonly marks: Pick<StoreMarks, 'latest'>;
  readonly now: () => number;
  /** How often a quiet line says that it is alive, ms. */
  readonly heartbeatMs: number;
}

/** Records in one event. */
const PAGE = 100;

/** Files named in one event; of more the client looks for itself. */
const MOST_FILES = 50;

const NOBODY_WAITS = (): void => {};

interface Followed {
  readonly grant: GrantedSpace;
  since: string;
  readonly stop: () => void;
}

export const createStream =
  ({ store, registry, accessReader, feed, watch, registryWatch, marks, now, heartbeatMs }: StreamOptions): Stream =>
  async ({ account, session, cursors, send, signal }) => {
    const followedBySpace = new Map<SpaceId, Followed>();
    const withNews = new Set<SpaceId>();
    /** Hashes of files that are complete, by space; an empty one for some that is not known. */
    const filesBySpace = new Map<SpaceId, Set<string>>();
    /** With news that could not be shown to be readable. */
    const heldBack = new Set<SpaceId>();
    let accessMayDiffer = true;
    let readFrom: ReadonlySet<string> = new Set();
    let wake = NOBODY_WAITS;

    const stopRegistry = registryWatch.follow((changed) => {
      if (changed !== null && ![...changed].some((id) => id === session || readFrom.has(id))) return;
      accessMayDiffer = true;
      wake();
    });

    const follow = async (grant: GrantedSpace): Promise<void> => {
      const { space, epoch } = grant;
      // Without a cursor the client has yet to pull: the stream begins here and now, and what it says first names that place.
      const since = cursors[cursorKeyOf(space, epoch)] ?? (await store.lastSeq(space));
      const stop = watch.follow(space, (ids) => {
        const { files, hasRecords } = readNews(ids);
        if (hasRecords) withNews.add(space);
        if (files.length > 0) noteFiles(space, files);
        wake();
      });
      followedBySpace.set(space, { grant, since, stop });
      withNews.add(space);
    };

    const noteFiles = (space: SpaceId, files: readonly string[]): void => {
      const noted = filesBySpace.get(space) ?? new Set();
      for (const sha of files) noted.add(noted.size < MOST_FILES ? sha : '');
      filesBySpace.set(space, noted);
    };

    const unfollow = (space: SpaceId): void => {
      followedBySpace.get(space)?.stop();
      followedBySpace.delete(space);
      withNews.delete(space);
      heldBack.delete(space);
      filesBySpace.delete(space);
    };

    /** Compares what the caller may read now with what is followed; false when they are no longer signed in. */
    const lookAgain = async (isFirst: boolean): Promise<boolean> => {
      accessMayDiffer = false;
      const access = (await registry.sessions.get(session)) === null ? null : await accessReader.of(account);
      if (access === null) return false;
      readFrom = access.readFrom;
      if (isFirst) await sayWhatEnded(cursors, access.endedEpochs, send);
      const grantBySpace = new Map(access.grants.map((grant) => [grant.space, grant]));
      for (const [space, { grant }] of followedBySpace) {
        if (grantBySpace.get(space)?.epoch === grant.epoch) continue;
        // A list that a cluster read from before the space was in it is no revoke: only a grant that ended is, and nothing else deletes.
        const isOver = access.endedEpochs.has(grant.epoch);
        if (!isOver && !grantBySpace.has(space)) continue;
        // A contractor who joins the household reads the same space by another grant: that is said below.
        unfollow(space);
        if (isOver) await send({ kind: 'revoked', space, epoch: grant.epoch });
      }
      for (const space of heldBack) {
        if (grantBySpace.get(space)?.epoch !== followedBySpace.get(space)?.grant.epoch) continue;
        heldBack.delete(space);
        withNews.add(space);
      }
      for (const grant of access.grants) {
        if (followedBySpace.has(grant.space)) continue;
        await follow(grant);
        if (!isFirst || cursors[cursorKeyOf(grant.space, grant.epoch)] === undefined)
          await send({ kind: 'granted', grant });
      }
      return true;
    };

    const isStillGranted = async ({ space, epoch }: GrantedSpace): Promise<boolean> => {
      const access = await accessReader.again(account);
      const isSame = access?.grants.find((grant) => grant.space === space)?.epoch === epoch;
      if (!isSame) accessMayDiffer = true;
      return isSame;
    };

    /** What is held back here is found anyway: whoever is granted a space looks for its files. */
    const deliverFiles = async (space: SpaceId, files: ReadonlySet<string>): Promise<void> => {
      filesBySpace.delete(space);
      const followed = followedBySpace.get(space);
      if (followed === undefined || !(await isStillGranted(followed.grant))) return;
      await send(files.has('') ? { kind: 'files', space } : { kind: 'files', space, shas: [...files] });
    };

    const deliver = async (space: SpaceId): Promise<void> => {
      withNews.delete(space);
      const followed = followedBySpace.get(space);
      if (followed === undefined) return;
      const page = await feed(space, followed.since, PAGE);
      if (page.read === 0) return;
      // Read again after the records were: a revoke that was answered before now holds for them.
      if (!(await isStillGranted(followed.grant))) {
        heldBack.add(space);
        return;
      }
      const key = cursorKeyOf(space, followed.grant.epoch);
      await send({
        kind: 'changes',
        from: { [key]: followed.since },
        records: [...page.records],
        cursors: { [key]: page.last },
      });
      followed.since = page.last;
      if (page.read === PAGE) withNews.add(space);
    };

    /** False when the time was up before anything happened. */
    const untilWoken = (): Promise<boolean> =>
      new Promise((resolve) => {
        const timer = setTimeout(() => resolve(false), heartbeatMs);
        wake = () => {
          clearTimeout(timer);
          resolve(true);
        };
        if (signal.aborted) wake();
      });

    const sayAlive = async (): Promise<void> => send({ kind: 'alive', serverTime: now(), ...withMark(marks.latest()) });

    const onAbort = (): void => wake();
    signal.addEventListener('abort', onAbort);
    try {
      await sayAlive();
      for (let isFirst = true; !signal.aborted; isFirst = false) {
        const [next] = withNews;
        const [files] = filesBySpace;
        if (accessMayDiffer) {
          if (!(await lookAgain(isFirst))) return;
        } else if (next !== undefined) await deliver(next);
        else if (files !== undefined) await deliverFiles(...files);
        else if (!(await untilWoken())) await sayAlive();
      }
    } finally {
      signal.removeEventListener('abort', onAbort);
      stopRegistry();
      for (const { stop } of followedBySpace.values()) stop();
    }
  };

/** A device that was away holds cursors of grants that were taken back since: it is told now. */
const sayWhatEnded = async (
  cursors: Cursors,
  endedEpochs: ReadonlySet<string>,
  send: (event: StreamEvent) => Promise<void>,
): Promise<void> => {
  for (const key of Object.keys(cursors)) {
    const at = key.indexOf('@');
    const epoch = key.slice(at + 1);
    if (endedEpochs.has(epoch)) await send({ kind: 'revoked', space: key.slice(0, at), epoch });
  }
};
