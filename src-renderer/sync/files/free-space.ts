// "Free up space": which originals of a journey may go from this device, each only after the server has proven to hold it.
import { z } from 'zod';
import type { RecordId, SpaceId } from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { err, ok, type Result } from '../../../domain/kernel/result.ts';
import type { Failure } from '../../../protocol/failures.ts';
import type { Bridge } from '../../../protocol/ipc/channels.ts';
import type { Settings } from '../../data/store.ts';
import type { Access } from '../access/access.ts';
import type { KnownOriginals } from './known-originals.ts';
import { transfersNeeded, type NamedOriginal } from './transfer-plan.ts';

const STORE = 'serverStore';
/** How long a server that was put back from a backup, wiped or moved must have been the same again, ms. */
const TRUST_AFTER_MS = 30 * 24 * 3_600_000;

const noted = z.object({ id: z.string(), replacedAt: z.number().nullable() });

/** Remembers which store this device syncs with, and when it became another one. */
export const noteServerStore = async (settings: Settings, id: string, now: Instant): Promise<void> => {
  const before = noted.safeParse(settings.get(STORE));
  if (before.success && before.data.id === id) return;
  await settings.set(STORE, { id, replacedAt: before.success ? now : null });
};

/**
 * A store that was replaced may be replaced again, by a still older one, and an original that only this device and the server hold
 * would be gone. Devices give back what such a server lacks; for that they must have it.
 */
export const isTrusted = (settings: Pick<Settings, 'get'>, now: Instant): boolean => {
  const store = noted.safeParse(settings.get(STORE));
  return store.success && (store.data.replacedAt === null || now - store.data.replacedAt > TRUST_AFTER_MS);
};

export interface FreedSpace {
  readonly files: number;
  readonly bytes: number;
  /** Originals that stayed, since they have still to be sent or the server did not prove to hold them. */
  readonly kept: number;
}

export interface FreeQuestion extends Awaited<ReturnType<KnownOriginals['now']>> {
  readonly journey: RecordId;
  readonly mayRead: (space: SpaceId) => boolean;
  readonly mayWrite: (space: SpaceId) => boolean;
}

/** Originals of the journey that lie here, each with the space to ask for; null where it must stay, unsent somewhere. */
export const freeable = (question: FreeQuestion): ReadonlyMap<string, NamedOriginal | null> => {
  const { originals, here, journey, mayRead } = question;
  const unsent = new Set(transfersNeeded(question).flatMap(({ direction, of }) => (direction === 'up' ? [of] : [])));
  const found = new Map<string, NamedOriginal | null>();
  for (const original of originals) {
    const { sha } = original;
    if (original.journey !== journey || !here.has(sha) || found.get(sha) != null) continue;
    found.set(sha, mayRead(original.space) && !unsent.has(sha) ? original : null);
  }
  return found;
};

interface FreeParts {
  readonly settings: Pick<Settings, 'get'>;
  readonly ask: Bridge['ask'];
}

export type FreeSpace = (
  target: { readonly access: Pick<Access, 'holds' | 'mayWrite'>; readonly known: KnownOriginals },
  journey: RecordId,
) => Promise<Result<FreedSpace, Failure>>;

export const createFreeSpace = ({ settings, ask }: FreeParts): FreeSpace => {
  /** Null when it stays; a failure ends the whole. */
  const freeOne = async (
    known: KnownOriginals,
    { space, sha }: NamedOriginal,
  ): Promise<Result<{ readonly bytes: number }, Failure> | null> => {
    // The note first: without it what has gone would be fetched again at once.
    await known.freed(sha, true);
    const gone = await ask('blob.free', { space, sha });
    if (gone.ok) known.gone(sha);
    else await known.freed(sha, false);
    return !gone.ok && STAYS.has(gone.error.type) ? null : gone;
  };

  return async ({ access, known }, journey) => {
    if (!isTrusted(settings, Date.now())) return err({ type: 'ServerReplaced' });
    const question = { ...(await known.now()), journey, mayRead: access.holds, mayWrite: access.mayWrite };
    const candidates = freeable(question);
    let [files, bytes] = [0, 0];
    for (const original of candidates.values()) {
      const gone = original === null ? null : await freeOne(known, original);
      if (gone === null) continue;
      if (!gone.ok) return files > 0 ? ok({ files, bytes, kept: candidates.size - files }) : gone;
      files += 1;
      bytes += gone.value.bytes;
    }
    return ok({ files, bytes, kept: candidates.size - files });
  };
};

/** It is about this one original; the others may go. */
const STAYS: ReadonlySet<Failure['type']> = new Set(['BlobUnproven', 'BlobMissing', 'BlobDamaged', 'UnknownSpace']);
