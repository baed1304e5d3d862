// Compares what this device holds with what the server holds, space by space: first one sum each, and record by record only
// where the sums differ. Only at equal cursors: what arrives meanwhile is waited for, and then looked at again.
import type { SpaceId } from '../../../domain/kernel/ids.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import { checksumOf, sameChecksum, type Checksum } from '../../../domain/sync/checksum.ts';
import { acknowledgedStates, compareSpace, isUnsent, type Difference } from '../../../domain/sync/compare.ts';
import type { GrantedSpace } from '../../../protocol/sync/hello.ts';
import { cursorKeyOf, type Cursors } from '../../../protocol/sync/cursors.ts';
import type { Failure } from '../../../protocol/failures.ts';
import type { OpenStore } from '../../data/open-store.ts';
import { readHeld, type HeldSpace } from './held-space.ts';
import type { Notes } from '../records/notes.ts';
import type { ServerSpaces } from './server-spaces.ts';

export interface SpaceReport {
  readonly space: SpaceId;
  /** Records that stand here and at the server. */
  readonly here: number;
  readonly there: number;
  /** Null when both hold the same. */
  readonly difference: Difference | null;
  /** It went on changing for as long as it was looked at: nothing can be said. */
  readonly isBusy: boolean;
}

export interface VerifyOptions {
  readonly store: Pick<OpenStore, 'rowsOf'>;
  readonly notes: Pick<Notes, 'cursors' | 'of'>;
  readonly server: ServerSpaces;
  readonly grants: readonly GrantedSpace[];
  /** Fetches what this device has not read yet. */
  readonly resync: () => void;
  readonly progress: (done: number, of: number) => void;
  readonly pause: (ms: number) => Promise<void>;
  /** Aborted, it ends early with what it has. */
  readonly signal: AbortSignal;
}

/** How often a space is looked at that is still changing, and how long between, ms. */
const LOOKS = 12;
const BETWEEN_MS = 250;
/** Spaces asked for at once. */
const AT_ONCE = 10;

/** Spaces that may not be read any more are left out: the server says so by itself. */
export const verifySpaces = async (options: VerifyOptions): Promise<Result<readonly SpaceReport[], Failure>> => {
  const { grants, progress, pause, resync, signal } = options;
  const reports = new Map<SpaceId, SpaceReport | null>();
  let waiting = [...grants];
  progress(0, grants.length);
  for (let look = 1; waiting.length > 0 && !signal.aborted; look += 1) {
    for (let at = 0; at < waiting.length && !signal.aborted; at += AT_ONCE) {
      const looked = await lookAt(waiting.slice(at, at + AT_ONCE), look === LOOKS, options);
      if (!looked.ok) return looked;
      for (const [space, report] of looked.value) reports.set(space, report);
      progress(reports.size, grants.length);
    }
    waiting = waiting.filter(({ space }) => !reports.has(space));
    if (waiting.length === 0) break;
    resync();
    await pause(BETWEEN_MS);
  }
  return ok([...reports.values()].filter((report) => report !== null));
};

/** Null for a space that may not be read any more; a space that is still changing is left out, but for the last time. */
const lookAt = async (
  grants: readonly GrantedSpace[],
  isLast: boolean,
  { store, notes, server }: VerifyOptions,
): Promise<Result<ReadonlyMap<SpaceId, SpaceReport | null>, Failure>> => {
  const cursors = await notes.cursors();
  const spaces = grants.map(({ space }) => space);
  const sums = await server.sums(spaces, cursorsOf(grants, cursors));
  if (!sums.ok) return sums;
  const reports = new Map<SpaceId, SpaceReport | null>();
  for (const grant of grants) {
    const { space } = grant;
    const there = sums.value.get(space);
    if (there === undefined) {
      reports.set(space, null);
      continue;
    }
    const held = await readHeld(store, notes, space);
    const here = checksumOf(acknowledgedStates(held.records));
    const isLevel = there !== null && hasNotMoved(grant, cursors, await notes.cursors());
    const found = isLevel ? await differenceOf({ grant, held, here, there, cursors }, server) : ok('moved' as const);
    if (!found.ok) return found;
    const { value: difference } = found;
    // What was written here a moment ago is on its way; only what does not go is news.
    if (difference !== 'moved' && (isLast || (difference?.send.length ?? 0) === 0))
      reports.set(space, { space, here: here.count, there: there?.count ?? 0, difference, isBusy: false });
    else if (isLast)
      reports.set(space, { space, here: here.count, there: there?.count ?? 0, difference: null, isBusy: true });
  }
  return ok(reports);
};

interface Look {
  readonly grant: GrantedSpace;
  readonly held: HeldSpace;
  readonly here: Checksum;
  readonly there: Checksum;
  readonly cursors: Cursors;
}

/** Null when both hold the same; `moved` when something came while the records were listed. */
const differenceOf = async (
  { grant, held, here, there, cursors }: Look,
  server: ServerSpaces,
): Promise<Result<Difference | 'moved' | null, Failure>> => {
  if (sameChecksum(here, there)) {
    const send = held.records.filter(isUnsent).map(({ key }) => key);
    return ok(send.length === 0 ? null : { pull: [], push: [], note: [], send });
  }
  const listed = await server.inventory(grant.space);
  if (!listed.ok) return isRefusal(listed.error) ? ok('moved') : listed;
  const again = await server.sums([grant.space], cursorsOf([grant], cursors));
  if (!again.ok) return again;
  const after = again.value.get(grant.space) ?? null;
  if (after === null || !sameChecksum(after, there)) return ok('moved');
  return ok(compareSpace(held.records, listed.value));
};

/** A space that was taken away while it was looked at. */
export const isRefusal = ({ type }: Failure): boolean => type === 'NotAllowed' || type === 'UnknownSpace';

const cursorsOf = (grants: readonly GrantedSpace[], cursors: Cursors): Cursors =>
  Object.fromEntries(
    grants
      .map(({ space, epoch }) => cursorKeyOf(space, epoch))
      .flatMap((key) => (cursors[key] === undefined ? [] : [[key, cursors[key]]])),
  );

const hasNotMoved = ({ space, epoch }: GrantedSpace, before: Cursors, after: Cursors): boolean => {
  const key = cursorKeyOf(space, epoch);
  return before[key] === after[key];
};
