// Who may change what: the table, asked the way the server asks it.
import { describe, expect, test } from 'vitest';
import { may, type MayQuestion } from '../../../domain/spaces/may.ts';
import { aRecord, ANNA, BEN, MILLER, PRIVATE } from '../../support/records.ts';

const ask = (changes: Partial<MayQuestion>): ReturnType<typeof may> =>
  may({
    role: 'contractor',
    kind: 'journey',
    type: 'step',
    before: null,
    after: aRecord({ by: MILLER, createdBy: MILLER }),
    removed: false,
    caller: [MILLER],
    ...changes,
  });

describe('a contractor on a journey', () => {
  const before = aRecord({ body: { name: 'Tiles', state: 'todo' } });

  test('may move a step along, not rename it', () => {
    expect(ask({ before, after: { ...before, by: MILLER, body: { ...before.body, state: 'doing' } } })).toEqual({
      ok: true,
    });
    expect(ask({ before, after: { ...before, by: MILLER, body: { name: 'Mine', state: 'doing' } } })).toEqual({
      ok: false,
      code: 'FieldsRefused',
      fields: ['name'],
    });
    expect(ask({ before, after: { ...before, by: MILLER, body: { ...before.body, name: 'Mine' } } })).toEqual({
      ok: false,
      code: 'NotAllowed',
      fields: ['name'],
    });
  });

  test('may not make steps, trash them or remove them', () => {
    expect(ask({}).ok).toBe(false);
    expect(ask({ before, after: { ...before, by: MILLER, trashedAt: 5 } }).ok).toBe(false);
    expect(ask({ before, after: { ...before, by: MILLER, body: {} }, removed: true }).ok).toBe(false);
  });

  test('may keep the value that a merge put aside, and take nothing away from the past', () => {
    const lost = { field: 'state', value: 'doing', by: ANNA, stamp: before.stamp };
    const moved = { ...before, by: MILLER, body: { ...before.body, state: 'blocked' } };
    expect(ask({ before, after: { ...moved, past: { superseded: [lost] } } })).toEqual({ ok: true });
    const withPast = { ...before, past: { superseded: [lost] } };
    expect(ask({ before: withPast, after: { ...moved, past: {} } })).toMatchObject({ ok: false, fields: ['past'] });
    const foreign = { ...lost, field: 'name' };
    expect(ask({ before, after: { ...moved, past: { superseded: [foreign] } } })).toMatchObject({ fields: ['past'] });
  });

  test('may comment, and change only own comments', () => {
    const mine = aRecord({ type: 'comment', id: 'comment_1', by: MILLER, createdBy: MILLER, body: { text: 'a' } });
    const hers = { ...mine, by: ANNA, createdBy: ANNA };
    expect(ask({ type: 'comment', after: mine }).ok).toBe(true);
    expect(ask({ type: 'comment', before: mine, after: { ...mine, body: { text: 'b' } } }).ok).toBe(true);
    expect(ask({ type: 'comment', before: hers, after: { ...hers, by: MILLER, body: { text: 'b' } } }).ok).toBe(false);
  });

  test('may talk where they read, and what others said and what is proposed to them stays theirs', () => {
    const mine = aRecord({ type: 'message', id: 'message_1', by: MILLER, createdBy: MILLER, body: { text: 'a' } });
    const hers = { ...mine, by: ANNA, createdBy: ANNA };
    for (const kind of ['journey', 'party'] as const) {
      expect(ask({ kind, type: 'message', after: mine }).ok).toBe(true);
      expect(ask({ kind, type: 'conversation', after: { ...mine, type: 'conversation' } }).ok).toBe(true);
      const answered = { ...hers, by: MILLER, body: { ...hers.body, outcomes: { '0:done': {} } } };
      expect(ask({ kind, type: 'message', before: hers, after: answered }).ok).toBe(false);
      for (const type of ['decision', 'award']) expect(ask({ kind, type, after: { ...mine, type } }).ok).toBe(false);
    }
  });

  test('may pair photos where files are theirs to bring, and draw only on what they brought', () => {
    const pair = aRecord({ type: 'pair', id: 'pair_1_2', by: MILLER, createdBy: MILLER });
    expect(ask({ kind: 'party', type: 'pair', after: pair }).ok).toBe(true);
    expect(ask({ kind: 'journey', type: 'pair', after: pair }).ok).toBe(false);
    expect(ask({ role: 'viewer', type: 'pair', after: pair }).ok).toBe(false);
    const hers = aRecord({ type: 'photo', id: 'photo_1', body: { marks: {} } });
    const drawn = { ...hers, by: MILLER, body: { marks: { mark_a: {} } } };
    expect(ask({ kind: 'party', type: 'photo', before: hers, after: drawn })).toMatchObject({ fields: ['marks'] });
    const mine = { ...hers, createdBy: MILLER };
    expect(ask({ kind: 'party', type: 'photo', before: mine, after: { ...drawn, createdBy: MILLER } }).ok).toBe(true);
  });

  test('has no business in private or home spaces, whatever the type', () => {
    for (const type of ['budget', 'cost', 'comment', 'event', 'step']) {
      for (const kind of ['private', 'home'] as const) {
        expect(ask({ kind, type, after: aRecord({ space: PRIVATE, type, by: MILLER, createdBy: MILLER }) }).ok).toBe(
          false,
        );
      }
    }
    expect(
      ask({ type: 'budget', after: aRecord({ type: 'budget', id: 'budget_1', by: MILLER, createdBy: MILLER }) }).ok,
    ).toBe(false);
  });
});

test('nobody writes in another name, family included', () => {
  expect(ask({ role: 'owner', caller: [ANNA], after: aRecord({ by: MILLER }) })).toEqual({
    ok: false,
    code: 'NotAllowed',
    fields: ['by'],
  });
  expect(ask({ role: 'family', caller: [ANNA], after: aRecord({ by: ANNA, createdBy: MILLER }) })).toEqual({
    ok: false,
    code: 'NotAllowed',
    fields: ['createdBy'],
  });
});

test('what was fixed when a record was made stays fixed', () => {
  const before = aRecord();
  expect(ask({ role: 'owner', caller: [ANNA], before, after: { ...before, createdAt: 5 } })).toEqual({
    ok: false,
    code: 'NotAllowed',
    fields: ['createdAt'],
  });
  expect(ask({ role: 'owner', caller: [ANNA], before, after: { ...before, type: 'cost' } }).ok).toBe(false);
});

test('what a newer build put around a record is not a guest’s to change, and is the family’s', () => {
  const before = { ...aRecord({ body: { name: 'Tiles', state: 'todo' } }), pinned: 1 };
  const moved = { ...before, by: MILLER, body: { ...before.body, state: 'doing' } };
  expect(ask({ before, after: moved }).ok).toBe(true);
  const pinnedAnew = { ...moved, pinned: 2 };
  expect(ask({ before, after: pinnedAnew })).toMatchObject({ code: 'FieldsRefused', fields: ['pinned'] });
  const { pinned: _, ...without } = moved;
  expect(ask({ before, after: without })).toMatchObject({ ok: false, fields: ['pinned'] });
  expect(ask({ role: 'family', caller: [ANNA], before, after: { ...pinnedAnew, by: ANNA } }).ok).toBe(true);
});

test('only its author says of an event that it was taken back', () => {
  const event = aRecord({
    type: 'event',
    id: 'event_1',
    by: ANNA,
    createdBy: ANNA,
    body: { deed: 'deed_1', undoneBy: null },
  });
  const marked = { ...event, by: MILLER, body: { ...event.body, undoneBy: 'deed_2' } };
  for (const role of ['contractor', 'viewer'] as const)
    expect(ask({ role, type: 'event', before: event, after: marked }).ok).toBe(false);
  const own = { ...event, by: MILLER, createdBy: MILLER };
  expect(ask({ type: 'event', before: own, after: { ...own, body: marked.body } }).ok).toBe(true);
  expect(ask({ type: 'event', before: own, after: { ...own, body: { ...own.body, deed: 'deed_9' } } }).ok).toBe(false);
});

test('decisions, what is said of their alternatives, and selections are no guest’s to make or change in any space', () => {
  for (const role of ['contractor', 'viewer'] as const)
    for (const kind of ['private', 'journey', 'party'] as const)
      for (const type of ['decision', 'alternative', 'selection']) {
        const mine = aRecord({ type, id: `${type}_1`, by: MILLER, createdBy: MILLER });
        expect(ask({ role, kind, type, after: mine }).ok).toBe(false);
        const hers = { ...mine, by: ANNA, createdBy: ANNA };
        const written = { ...hers, by: MILLER, body: { cost: 1 } };
        expect(ask({ role, kind, type, before: hers, after: written }).ok).toBe(false);
      }
});

describe('a vote in a decision', () => {
  const decision = (body: object) => aRecord({ type: 'decision', id: 'decision_1', space: PRIVATE, body: { ...body } });
  const before = decision({ question: 'Which?', votes: { [ANNA]: 'a1' } });
  const vote = (after: ReturnType<typeof aRecord>, from: ReturnType<typeof aRecord> | null = before) =>
    ask({
      role: 'owner',
      kind: 'private',
      type: 'decision',
      caller: [BEN],
      before: from,
      after: { ...after, by: BEN },
    });

  test('is one’s own: nobody casts, changes or takes back another’s, the owner included', () => {
    const own = { ...before, body: { ...before.body, votes: { [ANNA]: 'a1', [BEN]: 'a2' } } };
    expect(vote(own)).toEqual({ ok: true });
    for (const votes of [{ [ANNA]: 'a2' }, {}, { [ANNA]: 'a1', [MILLER]: 'a1' }])
      expect(vote({ ...before, body: { ...before.body, votes } })).toEqual({
        ok: false,
        code: 'NotAllowed',
        fields: ['votes'],
      });
    const more = { ...before, body: { question: 'Which one?', votes: { [ANNA]: 'a2' } } };
    expect(vote(more)).toEqual({ ok: false, code: 'FieldsRefused', fields: ['votes'] });
  });

  test('does not come with a new decision in another’s name either', () => {
    const mine = { ...before, createdBy: BEN };
    expect(vote(mine, null)).toMatchObject({ ok: false, code: 'NotAllowed', fields: ['votes'] });
    expect(vote({ ...mine, body: { ...mine.body, votes: { [BEN]: 'a1' } } }, null)).toEqual({ ok: true });
  });

  test('goes with the decision when that is removed for good', () => {
    expect(
      ask({
        role: 'owner',
        kind: 'private',
        type: 'decision',
        caller: [BEN],
        before,
        after: { ...before, by: BEN, body: {} },
        removed: true,
      }).ok,
    ).toBe(true);
  });
});

test('a contractor changes their own change order, but plans none of its days and never removes it for good', () => {
  const own = aRecord({ type: 'change', id: 'change_1', by: MILLER, createdBy: MILLER, body: { title: 'a', days: 2 } });
  const asked = { kind: 'party', type: 'change', before: own } as const;
  expect(ask({ ...asked, after: { ...own, body: { title: 'b', days: 3 } } })).toEqual({ ok: true });
  expect(ask({ ...asked, after: { ...own, body: { ...own.body, plannedDays: -3_000 } } })).toMatchObject({
    ok: false,
    fields: ['plannedDays'],
  });
  const planned = { ...own, body: { ...own.body, plannedDays: 2 } };
  expect(ask({ ...asked, before: null, after: planned })).toMatchObject({ ok: false, fields: ['plannedDays'] });
  expect(ask({ ...asked, before: planned, after: { ...planned, body: { ...planned.body, title: 'b' } } }).ok).toBe(
    true,
  );
  expect(ask({ ...asked, after: { ...own, body: {} }, removed: true }).ok).toBe(false);
  expect(ask({ ...asked, role: 'family', caller: [ANNA], after: { ...planned, by: ANNA } }).ok).toBe(true);
});

test('a contractor says of no cost of theirs that a planned payment is paid by it, and keeps what the family said', () => {
  const own = aRecord({ type: 'cost', id: 'cost_1', by: MILLER, createdBy: MILLER, body: { state: 'paid' } });
  const paying = { ...own, body: { ...own.body, payment: 'payment_1' } };
  const asked = { kind: 'party', type: 'cost' } as const;
  expect(ask({ ...asked, after: own })).toEqual({ ok: true });
  expect(ask({ ...asked, after: paying })).toMatchObject({ ok: false, fields: ['payment'] });
  expect(ask({ ...asked, before: own, after: paying })).toMatchObject({ ok: false, fields: ['payment'] });
  expect(ask({ ...asked, before: paying, after: own })).toMatchObject({ ok: false, fields: ['payment'] });
  expect(ask({ ...asked, before: paying, after: { ...paying, body: { ...paying.body, state: 'due' } } }).ok).toBe(true);
});

test('a guest removes nothing for good, not even their own', () => {
  const own = aRecord({ type: 'comment', id: 'comment_1', by: MILLER, createdBy: MILLER, body: { text: 'a' } });
  for (const kind of ['journey', 'party'] as const) {
    const asked = { kind, type: 'comment', before: own } as const;
    expect(ask({ ...asked, after: { ...own, body: {} }, removed: true }).ok).toBe(false);
    expect(ask({ ...asked, after: { ...own, trashedAt: 5 } }).ok).toBe(true);
  }
});
