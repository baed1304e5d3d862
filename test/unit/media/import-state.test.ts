// The table of an import's states.
import { describe, expect, test } from 'vitest';
import {
  IMPORT_STATES,
  type ImportEvent,
  isRunning,
  isSettled,
  nextImportState,
} from '../../../src-renderer/media/import-state.ts';

const EVENTS: readonly ImportEvent[] = ['begin', 'copied', 'found', 'checked', 'kept', 'fail', 'cancel', 'again'];
const after = (...events: readonly ImportEvent[]) => events.reduce(nextImportState, 'waiting');

describe('import states', () => {
  test('a file goes from waiting to done', () => {
    expect(after('begin', 'copied', 'checked', 'kept')).toBe('done');
    expect(after('begin', 'copied', 'found')).toBe('already');
  });
  test('a record that is being written can no longer be cancelled, only undone', () => {
    expect(after('begin', 'copied', 'checked', 'cancel')).toBe('keeping');
    for (const events of [[], ['begin'], ['begin', 'copied']] as const)
      expect(after(...events, 'cancel')).toBe('cancelled');
  });
  test('what is done stays done, whatever comes late', () => {
    for (const event of EVENTS) expect(nextImportState('done', event)).toBe('done');
  });
  test('what failed or was cancelled can be tried again, and only that', () => {
    const again = IMPORT_STATES.filter((state) => nextImportState(state, 'again') !== state);
    expect(again).toEqual(['failed', 'cancelled']);
  });
  test('a state is running, settled, or waiting; never two of them', () => {
    expect(IMPORT_STATES.filter((state) => isRunning(state) === isSettled(state))).toEqual(['waiting']);
  });
});
