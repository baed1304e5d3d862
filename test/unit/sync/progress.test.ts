// How far a catch-up is, and the words for it: numbers only where they are known, and never more done than there is.
import { describe, expect, test } from 'vitest';
import { createProgress, NO_PROGRESS, type Progress } from '../../../src-renderer/sync/records/progress.ts';
import { createStatusBoard, type SyncStatus } from '../../../src-renderer/sync/status.ts';
import { footWords, wordsOf } from '../../../src-renderer/features/sync/sync-words.ts';

const counted = () => {
  let told: Progress = NO_PROGRESS;
  const count = createProgress((progress) => {
    told = progress;
  });
  return { count, told: () => told };
};

describe('counting', () => {
  test('asks how much is ahead with the first page only, and counts on from there', () => {
    const { count, told } = counted();
    expect(count.asksAhead()).toBe(true);
    count.fetched(1_000, 2_000);
    expect(count.asksAhead()).toBe(false);
    expect(told()).toMatchObject({ fetched: 1_000, toFetch: 3_000 });
    count.fetched(1_000, undefined);
    count.fetched(1_400, undefined);
    expect(told()).toMatchObject({ fetched: 3_400, toFetch: 3_400 });
  });

  test('names no total where nobody has said one', () => {
    const { count, told } = counted();
    count.fetched(12, undefined);
    count.sent(3);
    expect(told()).toEqual({ fetched: 12, toFetch: null, sent: 3, toSend: null });
    count.toSend(40);
    expect(told()).toMatchObject({ sent: 3, toSend: 43 });
  });
});

const status = (change: Partial<SyncStatus>): SyncStatus => ({ ...createStatusBoard().get(), ...change });
const catchingUp = (progress: Partial<Progress>): SyncStatus =>
  status({ state: 'catchingUp', progress: { ...NO_PROGRESS, ...progress } });
const NO_CONTESTS = { count: 0, by: null, record: null };

describe('words', () => {
  test('fetching comes before sending, and small things need no number', () => {
    expect(wordsOf(catchingUp({ fetched: 1_240, toFetch: 3_000, sent: 1, toSend: 90 }))).toEqual({
      icon: 'moving',
      key: 'foot.fetchingRecords',
      count: 1_240,
      total: 3_000,
    });
    expect(wordsOf(catchingUp({ fetched: 12, sent: 400, toSend: 10_000 }))).toMatchObject({
      key: 'foot.sendingRecords',
      count: 400,
      total: 10_000,
    });
    for (const small of [{ toSend: 3 }, { fetched: 50, toFetch: 50 }, { sent: 90, toSend: 90 }, {}])
      expect(wordsOf(catchingUp(small))).toMatchObject({ key: 'foot.catchingUp' });
  });

  test('a refusal says what a person can do, and leads to where it is told', () => {
    const keyOf = (problem: SyncStatus['problem']): string => wordsOf(status({ state: 'refused', problem })).key;
    expect(keyOf('NotSignedIn')).toBe('foot.refused');
    expect(keyOf('UpdateNeeded')).toBe('foot.updateNeeded');
    expect(keyOf('ServerOutdated')).toBe('foot.serverOutdated');
    expect(footWords(status({ state: 'refused', problem: 'UpdateNeeded' }), NO_CONTESTS).leads).toBe('settings');
  });

  test('a pause is told and leads to its switch', () => {
    expect(footWords(status({ state: 'paused' }), NO_CONTESTS)).toEqual({
      icon: 'paused',
      key: 'foot.paused',
      count: 0,
      leads: 'settings',
    });
  });
});
