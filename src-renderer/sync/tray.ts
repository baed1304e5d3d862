// The tray: work of this person that was not accepted, kept with the reason until they decide what becomes of it.
import type { JobQueue } from '../data/job-queue.ts';
import type { LocalRow } from './records/wire.ts';

export const TRAY = 'tray';

export interface TrayEntry {
  readonly row: LocalRow;
  /** A code from protocol/failures.ts or a refusal's code. */
  readonly reason: string;
  readonly fields: readonly string[];
}

/** One entry per write: refused twice, it is there once. All of them are kept in one go. */
export const keepInTray = async (queue: JobQueue, at: number, entries: readonly TrayEntry[]): Promise<void> => {
  if (entries.length === 0) return;
  await queue.put(entries.map((entry) => ({ id: idOf(entry.row), kind: TRAY, state: 'kept', at, body: { ...entry } })));
};

const idOf = ({ key, stamp }: LocalRow): string => `${TRAY}:${key}:${stamp}`;
