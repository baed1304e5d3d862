// A disk under the embedded store on which a write gets into LevelDB's log by half, as on one that is full or torn out.
import { readdirSync, readlinkSync, writeSync } from 'node:fs';
import path from 'node:path';
import leveldown from 'leveldown';
import type { Level } from '../../sync-server/store/embedded/durable-leveldown.ts';

export interface TornDisk {
  /** The next batch, in whichever database, is torn and fails. */
  readonly tearNext: () => void;
  /** For databases opened from now on. */
  readonly restore: () => void;
}

interface Located extends Level {
  readonly location: string;
}

/** A checksum, a length of 4,096 bytes, the mark of a whole record, and then too few bytes. */
const HALF_A_RECORD = Buffer.from([1, 2, 3, 4, 0, 16, 1, ...Array.from({ length: 60 }, () => 7)]);

/** The open file of a database's log. */
const logOf = (location: string): number => {
  for (const fd of readdirSync('/proc/self/fd')) {
    const file = linkOf(`/proc/self/fd/${fd}`);
    if (path.dirname(file) === location && file.endsWith('.log')) return Number(fd);
  }
  throw new Error(`no log is open in ${location}`);
};

const linkOf = (link: string): string => {
  try {
    return readlinkSync(link);
  } catch {
    // The one that was open to list the others.
    return '';
  }
};

/** Why a disk can't be torn here; null where it can. */
export const whyNotTorn = (): string | null =>
  process.platform === 'linux' ? null : 'open files are found in /proc, which only Linux has';

/** For databases opened from now on: each takes its methods when it is opened. */
export const createTornDisk = (): TornDisk => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see Level
  const level = leveldown.prototype as Level;
  const good = level._batch;
  let isNext = false;
  level._batch = function torn(this: Located, operations, options, callback): void {
    if (!isNext) {
      good.call(this, operations, options, callback);
      return;
    }
    isNext = false;
    // Written through LevelDB's own file: what it writes next comes behind this, as it does after a write that failed.
    writeSync(logOf(this.location), HALF_A_RECORD);
    process.nextTick(callback, new Error('IO error: No space left on device'));
  };
  return {
    tearNext: () => {
      isNext = true;
    },
    restore: () => {
      level._batch = good;
    },
  };
};
