// Values in words: what a person reads beside "take this one back".
import { expect, test } from 'vitest';
import { valueWords, type ValueNames } from '../../../src-renderer/ui/value-words.ts';
import { earlierValues } from '../../../domain/sync/earlier.ts';
import { ANNA, aRecord, stampAt } from '../../support/records.ts';

const names: ValueNames = {
  say: (key, blanks) => (blanks?.['count'] === undefined ? key : `${JSON.stringify(blanks['count'])} ${key}`),
  person: (id) => `person ${id}`,
  step: (key) => `step ${key}`,
};

test.each([
  ['cost', 'amount', { minor: 12_000, currency: 'EUR' }, '€120.00'],
  ['cost', 'state', 'paid', 'money:state.paid'],
  ['step', 'state', 'doing', 'ui:stepState.doing'],
  ['step', 'durationDays', 3, '3 past:days'],
  ['step', 'startDate', '2026-08-03', 'Mon, 3 Aug 2026'],
  ['step', 'startDate', null, 'past:none'],
  ['step', 'notes', '', 'past:empty'],
  ['step', 'notes', 'Ring twice', 'Ring twice'],
  ['step', 'assignee', ANNA, `person ${ANNA}`],
  ['step', 'dependsOn', ['a', 'b'], 'step a, step b'],
  ['step', 'dependsOn', [], 'past:none'],
  ['cost', 'receipt', 'private_1|photo_1', 'past:kept'],
  ['budget', 'categories', { tiling: { minor: 1, currency: 'EUR' } }, 'past:kept'],
])('%s %s', (type, field, value, words) => {
  expect(valueWords({ type, field, value }, names)).toBe(words);
});

test('earlier values: newest first, each once, and not what stands again', () => {
  const lost = (value: string, ms: number) => ({ field: 'name', value, by: ANNA, stamp: stampAt(ms) });
  const record = aRecord({
    body: { name: 'now' },
    past: { superseded: [lost('old', 1), lost('now', 2), lost('older', 3), lost('old', 4)] },
  });
  expect(earlierValues(record)).toEqual([lost('old', 4), lost('older', 3)]);
});
