// The server and votes: nobody's is written by another, and those that a store lost come back with the decision they are in.
import { expect, test } from 'vitest';
import type { Access } from '../../../sync-server/access/access.ts';
import { judgeRow, type Question } from '../../../sync-server/sync/judge.ts';
import type { RecordDoc } from '../../../sync-server/sync/record-doc.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { aRecord, ANNA, BEN, PRIVATE, stampAt } from '../../support/records.ts';

const NOW = 1_780_000_000_000;

const decision = (votes: Readonly<Record<string, string>>, more: Partial<AnyRecord> = {}): AnyRecord =>
  aRecord({
    type: 'decision',
    id: 'decision_01890000-0000-7000-8000-0000000000d1',
    space: PRIVATE,
    stamp: stampAt(NOW - 1_000),
    body: {
      question: 'Which floor?',
      alternatives: { a1: { name: 'Oak' }, a2: { name: 'Slate' } },
      step: null,
      decided: null,
      votes: { ...votes },
    },
    ...more,
  });

const docOf = (record: AnyRecord): RecordDoc => ({ record, gone: false, stamps: [record.stamp], from: null });

const access = (person: string): Access => ({
  account: { id: 'a', email: '', name: '', passwordHash: '', people: [person], memberships: [], joins: [], ended: [] },
  people: [person],
  grants: [],
  roleIn: () => 'family',
  endedEpochs: new Set(),
  isOn: () => true,
  readFrom: new Set(),
});

const judge = (mine: AnyRecord, { stored = null, began = 0 }: { stored?: AnyRecord | null; began?: number } = {}) => {
  const question: Question = {
    row: { assumed: stored?.stamp ?? null, mine: { ...mine, body: { ...mine.body }, _deleted: false } },
    stored: stored === null ? null : docOf(stored),
    role: 'family',
    access: access(BEN),
    now: NOW,
    began,
    known: null,
    node: 'server01',
  };
  return judgeRow(question).verdict;
};

test('one’s own vote is taken beside another’s, and another’s is not written', () => {
  const stored = decision({ [ANNA]: 'a1' });
  const written = { by: BEN, stamp: stampAt(NOW - 500) };
  expect(judge(decision({ [ANNA]: 'a1', [BEN]: 'a2' }, written), { stored })).toEqual({ kind: 'accepted' });
  expect(judge(decision({ [ANNA]: 'a2' }, written), { stored })).toMatchObject({
    kind: 'refused',
    code: 'NotAllowed',
    fields: ['votes'],
  });
  const renamed = decision({}, written);
  expect(judge({ ...renamed, body: { ...renamed.body, question: 'What floor?' } }, { stored })).toMatchObject({
    kind: 'refused',
    code: 'FieldsRefused',
    fields: ['votes'],
  });
});

test('a store that was put back takes a decision again with all its votes', () => {
  const lost = decision({ [ANNA]: 'a1', [BEN]: 'a2' });
  expect(judge(lost, { began: NOW })).toEqual({ kind: 'accepted' });
  const older = decision({ [ANNA]: 'a1' }, { stamp: stampAt(NOW - 9_000) });
  expect(judge({ ...lost, by: BEN }, { stored: older, began: NOW })).toEqual({ kind: 'accepted' });
  // Nothing that was written since is given up for it, and no time that somebody writes on a row makes their own rights wider.
  const since = decision({ [ANNA]: 'a2' }, { stamp: stampAt(NOW - 500) });
  expect(judge({ ...lost, by: BEN }, { stored: since, began: NOW - 900 })).toMatchObject({ fields: ['votes'] });
  // In a store that has lost nothing, it would be a vote in another's name.
  expect(judge({ ...lost, by: BEN, createdBy: BEN })).toMatchObject({ kind: 'refused', fields: ['votes'] });
});
