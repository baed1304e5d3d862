// The history of a rollback: the family reads which decision it was, a guest only what changed of what they may read.
import { expect, test } from 'vitest';
import type { ActivityEntry } from '../../../domain/journey/activity.ts';
import { sentenceOf } from '../../../src-renderer/features/activity/sentence.ts';
import { ANNA } from '../../support/records.ts';

const change = (type: string) => ({ key: `s|${type}_1`, type, kind: 'changed' as const, fields: [] });
const entry = (command: string, types: readonly string[]): ActivityEntry => ({
  deed: 'deed_1',
  command,
  by: ANNA,
  at: 1,
  changes: types.map(change),
  events: [],
  deeds: 1,
  undone: false,
});
const nameOf = (key: string): string => (key.includes('decision') ? 'Which floor?' : 'Lay the floor');

test.each(['decision.rollback', 'decision.reapply'])('%s', (command) => {
  expect(sentenceOf(entry(command, ['step', 'decision']), nameOf)).toMatchObject({
    key: command,
    name: 'Which floor?',
  });
  expect(sentenceOf(entry(command, ['step']), nameOf)).toMatchObject({ key: 'other', name: 'Lay the floor' });
});
