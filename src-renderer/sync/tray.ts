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

/** One entry per write: refused twice, it is there once. */
export const keepInTray = (queue: JobQueue, at: number, { row, reason, fields }: TrayEntry): Promise<void> =>
  queue.put([{ id: `${TRAY}:${row.key}:${row.stamp}`, kind: TRAY, state: 'kept', at, body: { row, reason, fields } }]);
