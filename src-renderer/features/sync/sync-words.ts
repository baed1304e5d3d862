// Which words say how sync stands: one short sentence for every state, the most pressing first.
import type { FailureCode } from '../../../protocol/failures.ts';
import type { OpenContests } from './use-contests.ts';
import { NO_PROGRESS, type Progress } from '../../sync/records/progress.ts';
import type { SyncStatus } from '../../sync/status.ts';

export interface SyncWords {
  readonly icon: 'device' | 'sent' | 'moving' | 'waiting' | 'attention' | 'paused';
  /** Key in the `sync` catalogue. */
  readonly key: string;
  readonly count: number;
  /** Of about how many, where that is known. */
  readonly total?: number;
  /** Bytes that are left to move. */
  readonly size?: number;
  /** Where the person has to decide something. */
  readonly leads: 'settings' | 'contest' | null;
}

/** What a person can do something about there. */
const LEADS_TO_SETTINGS: ReadonlySet<string> = new Set([
  'foot.stuck',
  'foot.paused',
  'foot.limited',
  'foot.limitedPhotos',
]);

type Words = Omit<SyncWords, 'leads'>;

/** At the foot of the rail: what needs a person comes before how the connection is. */
export const footWords = (status: SyncStatus, contests: OpenContests): SyncWords => {
  if (status.state === 'refused' || (status.state !== 'signedOut' && status.inTray > 0))
    return { ...wordsOf(status), leads: 'settings' };
  if (contests.count === 0) {
    const words = wordsOf(status);
    return { ...words, leads: LEADS_TO_SETTINGS.has(words.key) ? 'settings' : null };
  }
  const key = contests.count === 1 && contests.by !== null ? 'foot.settleOf' : 'foot.settle';
  return { icon: 'attention', key, count: contests.count, leads: 'contest' };
};

/** What a person has to do before the server takes this device again. */
const REFUSED: Partial<Record<FailureCode, string>> = {
  UpdateNeeded: 'foot.updateNeeded',
  ServerOutdated: 'foot.serverOutdated',
};

export const wordsOf = ({ state, problem, progress, sending, waiting, held, stuck, inTray }: SyncStatus): Words => {
  if (state === 'signedOut') return { icon: 'device', key: 'foot.device', count: 0 };
  if (state === 'refused') {
    const key = (problem === null ? undefined : REFUSED[problem]) ?? 'foot.refused';
    return { icon: 'attention', key, count: 0 };
  }
  if (inTray > 0) return { icon: 'attention', key: 'foot.tray', count: inTray };
  if (state === 'paused') return { icon: 'paused', key: 'foot.paused', count: 0 };
  const unsent = stuck.filter(({ direction }) => direction === 'up').reduce((sum, { count }) => sum + count, 0);
  if (state === 'offline')
    return { icon: 'waiting', key: waiting.up > 0 ? 'foot.offlineWaiting' : 'foot.offline', count: waiting.up };
  if (state === 'connecting') return { icon: 'moving', key: 'foot.connecting', count: 0 };
  if (state === 'catchingUp') return { icon: 'moving', ...catchingUpWords(progress) };
  if (waiting.up > 0) return { icon: 'moving', key: 'foot.sending', count: waiting.up, size: waiting.upBytes };
  if (waiting.down > 0) return { icon: 'moving', key: 'foot.fetching', count: waiting.down, size: waiting.downBytes };
  if (sending) return { icon: 'moving', key: 'foot.sendingChanges', count: 0 };
  if (unsent > 0) return { icon: 'attention', key: 'foot.stuck', count: unsent };
  if (held.count > 0)
    return { icon: 'waiting', key: held.photos ? 'foot.limitedPhotos' : 'foot.limited', count: held.count };
  return { icon: 'sent', key: 'foot.sent', count: 0 };
};

/** Fewer than this are there before anyone could read a number. */
const FEW = 20;

const catchingUpWords = (progress: Progress | null): Omit<Words, 'icon'> => {
  const { fetched, toFetch, sent, toSend } = progress ?? NO_PROGRESS;
  if (toFetch !== null && fetched < toFetch) return { key: 'foot.fetchingRecords', count: fetched, total: toFetch };
  if (toSend !== null && toSend >= FEW && sent < toSend)
    return { key: 'foot.sendingRecords', count: sent, total: toSend };
  return { key: 'foot.catchingUp', count: 0 };
};
