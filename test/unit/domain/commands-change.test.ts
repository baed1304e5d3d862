// Change orders, what is signed about them, and planned payments: what the commands write, and who may run them.
import { expect, test } from 'vitest';
import { contentText } from '../../../domain/approvals/content.ts';
import { keyOf, type RecordKey } from '../../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { approvalBody } from '../../../domain/records/approval.ts';
import { may } from '../../../domain/spaces/may.ts';
import type { Role } from '../../../domain/spaces/roles.ts';
import { spaceKind } from '../../../domain/spaces/space.ts';
import { eur } from '../../support/amounts.ts';
import { addPhoto, addStep, aJourney, costInput } from '../../support/a-journey.ts';
import type { DeedWorld } from '../../support/deed-world.ts';
import { ANNA, aRecord, BEN, JOURNEY, MILLER, PRIVATE } from '../../support/records.ts';
import { aSigner, entryBy, PARTY_SPACE } from '../../support/signed-entries.ts';

const order = { title: 'Dry the wall', why: '', amount: eur(24_000), days: 3, lines: [], step: null, against: null };
const payment = { title: 'First part', amount: eur(100_000), against: null, dueBy: null, needsPhotos: true };

const addChange = (world: DeedWorld, more: object = {}): RecordKey =>
  world.done('change.add', { journey: JOURNEY, space: PARTY_SPACE, ...order, ...more }).keys[0] ?? '';

const sayOn = (world: DeedWorld, about: RecordKey) => {
  const { id, body } = entryBy(aSigner(ANNA, 'family'), { verdict: 'approve', heads: [], about });
  return world.run('approval.say', { space: PARTY_SPACE, journey: JOURNEY, id, body: approvalBody.parse(body) });
};

test('a change order names nothing that its readers can’t read', () => {
  const world = aJourney();
  const hidden = keyOf(PRIVATE, 'award_1');
  const refusal = { ok: false, error: { type: 'InputInvalid', fields: ['against'] } };
  expect(world.run('change.add', { journey: JOURNEY, space: PARTY_SPACE, ...order, against: hidden })).toMatchObject(
    refusal,
  );
  const key = addChange(world, { step: addStep(world, 'Tile the wall') });
  expect(world.run('change.edit', { key, set: { against: hidden } })).toMatchObject(refusal);
  world.done('change.edit', { key, set: { amount: eur(-5_000) } });
  expect(world.one('change', key).body.amount).toEqual(eur(-5_000));
});

test('what was signed is written once, under its hash, and neither trashed, undone nor purged', () => {
  const world = aJourney();
  const key = addChange(world);
  const said = sayOn(world, key);
  if (!said.ok) throw new Error(said.error.type);
  const [entry = ''] = said.value.keys;
  expect(world.one('approval', entry).body).toMatchObject({ about: key, verdict: 'approve' });
  expect(world.run('record.trash', { key: entry })).toMatchObject({ ok: false, error: { type: 'NotAllowed' } });
  const undo = world.run('deed.undo', { events: [...said.value.events], records: [entry] });
  expect(undo).toMatchObject({ ok: false, error: { type: 'NotAllowed' } });
  expect(world.run('record.share', { key: entry, to: JOURNEY })).toMatchObject({ ok: false });
  expect(sayOn(world, keyOf(PARTY_SPACE, 'change_nowhere'))).toMatchObject({ error: { type: 'RecordNotFound' } });
  // What stands in another space is not told of here.
  const own = world.done('change.add', { journey: JOURNEY, space: PRIVATE, ...order }).keys[0] ?? '';
  expect(sayOn(world, own)).toMatchObject({ ok: false, error: { type: 'InputInvalid', fields: ['about'] } });
});

test('days of a change order go into the plan of its step once, change with it, and come out again', () => {
  const world = aJourney();
  const step = addStep(world, 'Tile the wall');
  const key = addChange(world, { step });
  const length = () => world.one('step', step).body.durationDays;
  const signed = contentText(world.one('change', key));
  world.done('change.plan', { key, step, days: 3 });
  expect(length()).toBe(4);
  world.done('change.plan', { key, step, days: 3 });
  expect(length()).toBe(4);
  // What was signed is not touched by it.
  expect(contentText(world.one('change', key))).toBe(signed);
  world.done('change.plan', { key, step, days: 1 });
  expect(length()).toBe(2);
  world.done('change.plan', { key, step, days: 0 });
  expect(length()).toBe(1);
  expect(world.run('change.plan', { key, step: addStep(world, 'Paint'), days: 3 })).toMatchObject({
    error: { type: 'InputInvalid', fields: ['step'] },
  });
});

test('a payment is planned, shown by photos that its readers can see, paid by a cost, and taken back', () => {
  const world = aJourney();
  const step = addStep(world, 'Tile the wall');
  const key = world.done('payment.add', { journey: JOURNEY, space: PARTY_SPACE, ...payment, step }).keys[0] ?? '';
  const hidden = addPhoto(world);
  expect(world.run('payment.show', { key, photos: [hidden] })).toMatchObject({ error: { fields: ['photos'] } });
  const photo = addPhoto(world, { space: PARTY_SPACE });
  world.done('payment.show', { key, photos: [photo] });
  expect(world.one('payment', key).body.photos).toEqual([photo]);
  const cost = world.done('cost.add', costInput()).keys[0] ?? '';
  world.done('payment.paid', { key, paidOn: '2026-06-10', cost });
  expect(world.one('payment', key).body.paidOn).toBe('2026-06-10');
  expect(world.one('cost', cost).body.payment).toBe(key);
  // The contractor, who reads the payment, is not told of the family's cost.
  expect(JSON.stringify(world.one('payment', key).body)).not.toContain(cost);
  world.done('payment.paid', { key, paidOn: null, cost });
  expect(world.one('cost', cost).body.payment).toBeNull();
});

const asks = (
  role: Role,
  type: string,
  { space = PARTY_SPACE, before = false, by = MILLER, body = {}, createdBy = '' } = {},
) => {
  const after = aRecord({ space, id: `${type}_1`, type, by, createdBy: createdBy || by, body });
  const was: AnyRecord | null = before ? { ...after, body: {} } : null;
  const kind = spaceKind(space);
  if (kind === null) throw new Error('no space');
  return may({ role, kind, type, before: was, after, removed: false, caller: [by] }).ok;
};

test('a contractor proposes and changes their own change orders, says their own word, and shows photos of their work', () => {
  expect(asks('contractor', 'change')).toBe(true);
  expect(asks('contractor', 'change', { before: true, body: { amount: 1 } })).toBe(true);
  expect(asks('contractor', 'change', { before: true, body: { amount: 1 }, createdBy: ANNA })).toBe(false);
  expect(asks('contractor', 'change', { space: PRIVATE })).toBe(false);
  expect(asks('contractor', 'change', { space: JOURNEY })).toBe(false);
  expect(asks('contractor', 'payment')).toBe(false);
  expect(asks('contractor', 'payment', { before: true, body: { photos: ['x'] }, createdBy: ANNA })).toBe(true);
  expect(asks('contractor', 'payment', { before: true, body: { paidOn: '2026-06-10' }, createdBy: ANNA })).toBe(false);
  expect(asks('contractor', 'approval', { body: { side: 'contractor', verdict: 'approve' } })).toBe(true);
  expect(asks('viewer', 'approval', { body: { side: 'family', verdict: 'approve' } })).toBe(false);
});

test('nobody changes what was said, its author and the owner included', () => {
  const body = { side: 'family', verdict: 'approve' };
  for (const [role, by] of [
    ['owner', ANNA],
    ['family', BEN],
  ] as const) {
    expect(asks(role, 'approval', { by, body })).toBe(true);
    expect(asks(role, 'approval', { by, body, before: true })).toBe(false);
    expect(asks(role, 'approval', { by, body: { ...body, side: 'contractor' } })).toBe(false);
  }
  expect(asks('contractor', 'approval', { before: true, body: { side: 'contractor', verdict: 'approve' } })).toBe(
    false,
  );
});
