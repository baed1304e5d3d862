// Tells whether the store was put back from a backup and nobody said so: devices bring back the marks they were given, and a store
// that holds one no more has lost what was written with it.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { REGISTRY } from '../access/settle.ts';
import type { DocStore } from '../store/doc-store.ts';

export interface StoreMarks {
  /** A mark of this server's run, at most half a minute old where it could be noted; null where none ever was. */
  readonly current: () => Promise<string | null>;
  /** The newest one there is, at once; a newer one is noted meanwhile when it is due. */
  readonly latest: () => string | null;
  /** Whether this store gave the mark out and holds it no more. What it never gave out, or under another id, is no mark. */
  readonly isLost: (mark: string) => Promise<boolean>;
}

export interface StoreMarksOptions {
  readonly store: Pick<DocStore, 'branching' | 'get' | 'write'>;
  readonly storeId: string;
  /** Signs the marks: a device that could make one up would have every other compare all it holds. */
  readonly secret: string;
  readonly now: () => number;
}

/** How often a run notes that it goes on, ms: what was written since the last time is not told from what a backup has. */
const EVERY_MS = 30_000;
/** On a cluster a node may not have heard yet of what another has noted. */
const LOOKS = 5;
const PAUSE_MS = 200;

/** A run of a server, `until` when it last noted that it goes on, and who says so. */
const MARK = /^([0-9a-f]{16})\.(\d{1,15})\.([0-9a-f]{64})$/;
const noted = z.object({ until: z.int() });

export const createStoreMarks = ({ store, storeId, secret, now }: StoreMarksOptions): StoreMarks => {
  const run = randomBytes(8).toString('hex');
  let until = 0;
  /** By this server's clock, which may be set back: `until` never is. */
  let notedAt = -Infinity;
  let noting: Promise<void> | null = null;
  const sign = (of: string, at: string): string =>
    createHmac('sha256', secret).update(`${storeId}.${of}.${at}`).digest('hex');

  const note = async (): Promise<void> => {
    const time = now();
    const at = Math.max(time, until + 1);
    const rev = (await store.get(REGISTRY, docOf(run)))?.rev ?? null;
    const [written] = await store.write(REGISTRY, [{ id: docOf(run), rev, value: { until: at } }]);
    // Only what is on the disk is handed out.
    if (written == null) return;
    until = at;
    notedAt = time;
  };

  const holds = async (of: string, at: number): Promise<boolean> => {
    for (let look = 1; ; look += 1) {
      const found = noted.safeParse((await store.get(REGISTRY, docOf(of)))?.value);
      if (found.success && found.data.until >= at) return true;
      if (!store.branching || look === LOOKS) return false;
      await sleep(PAUSE_MS);
    }
  };

  const noteWhenDue = (): Promise<void> | null => {
    if (Math.abs(now() - notedAt) < EVERY_MS) return null;
    // One that can't be noted now is no reason to turn anyone away: the last one is good too.
    return (noting ??= note()
      .catch(() => {})
      .finally(() => void (noting = null)));
  };
  const newest = (): string | null => (until === 0 ? null : `${run}.${until}.${sign(run, String(until))}`);

  return {
    current: async () => {
      await noteWhenDue();
      return newest();
    },
    latest: () => {
      void noteWhenDue();
      return newest();
    },
    isLost: async (mark) => {
      const [, of = '', at = '', signature = ''] = MARK.exec(mark) ?? [];
      const isOurs = signature !== '' && timingSafeEqual(Buffer.from(signature), Buffer.from(sign(of, at)));
      return isOurs && !(await holds(of, Number(at)));
    },
  };
};

/** As a message carries it. */
export const withMark = (mark: string | null): { readonly mark?: string } => (mark === null ? {} : { mark });

const docOf = (run: string): string => `run_${run}`;
