// The server and what it lost of one's own: taken again where an earlier store held it, merged by its author where none did.
import { expect, test } from 'vitest';
import type { Access } from '../../../sync-server/access/access.ts';
import { judgeRow, type Question } from '../../../sync-server/sync/judge.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import type { Role } from '../../../domain/spaces/roles.ts';
import { aRecord, ANNA, BEN, stampAt } from '../../support/records.ts';

const NOW = 1_780_000_000_000;
const BEGAN = NOW - 1_000;

const access: Access = {
  account: { id: 'a', email: '', name: '', passwordHash: '', people: [BEN], memberships: [], joins: [], ended: [] },
  people: [BEN],
  grants: [],
  roleIn: () => 'family',
  endedEpochs: new Set(),
  isOn: () => true,
  readFrom: new Set(),
};

const comment = (at: number, more: Partial<AnyRecord> = {}): AnyRecord =>
  aRecord({
    type: 'comment',
    id: 'comment_01890000-0000-7000-8000-0000000000c1',
    stamp: stampAt(at),
    body: { text: 'So be it' },
    ...more,
  });

const judge = (
  mine: AnyRecord,
  { stored, assumed, role = 'family' }: { stored: AnyRecord; assumed: string | null; role?: Role },
) => {
  const question: Question = {
    row: { assumed, mine: { ...mine, body: { ...mine.body }, _deleted: false } },
    stored: { record: stored, gone: false, stamps: [stored.stamp], from: null },
    role,
    access,
    now: NOW,
    began: BEGAN,
    known: null,
    node: 'server01',
  };
  return judgeRow(question).verdict;
};

test('[PS10] one’s own write that an earlier store held goes over the older one that this store holds', () => {
  const stored = comment(BEGAN - 900, { by: ANNA });
  const mine = comment(BEGAN - 500, { by: BEN });
  expect(judge(mine, { stored, assumed: mine.stamp })).toMatchObject({ kind: 'accepted' });
  // One that no store ever held meets what stands, and its author's device merges them.
  expect(judge(mine, { stored, assumed: null })).toMatchObject({ kind: 'conflict' });
});

test('[PS10] nothing that was written since the store began is given up for it, whatever it assumes', () => {
  const mine = comment(BEGAN - 500, { by: BEN });
  expect(judge(mine, { stored: comment(BEGAN + 100, { by: ANNA }), assumed: mine.stamp })).toMatchObject({
    kind: 'conflict',
  });
  expect(judge(mine, { stored: comment(BEGAN - 100, { by: ANNA }), assumed: mine.stamp })).toMatchObject({
    kind: 'conflict',
  });
  const since = comment(BEGAN + 200, { by: BEN });
  expect(judge(since, { stored: comment(BEGAN + 100, { by: ANNA }), assumed: since.stamp })).toMatchObject({
    kind: 'conflict',
  });
});

test('[PS10] a guest may no more by it than they may', () => {
  const stored = comment(BEGAN - 900, { by: ANNA });
  const reworded = comment(BEGAN - 500, { by: BEN, createdBy: stored.createdBy, body: { text: 'Never' } });
  expect(judge(reworded, { stored, assumed: reworded.stamp, role: 'contractor' })).toMatchObject({
    kind: 'refused',
    code: 'NotAllowed',
  });
});
