// Decisions: alternatives with what is known of them, votes that are each person's own, and selections with their allowances.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alternativeKey } from '../../../domain/commands/decision.ts';
import { agreementOf, stateOf } from '../../../domain/decisions/agreement.ts';
import { allowanceLeft, allowancesOf, openSelections } from '../../../domain/decisions/allowance.ts';
import { savingsIn } from '../../../domain/money/savings/savings.ts';
import { mergeRecords } from '../../../domain/sync/merge.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { eur } from '../../support/amounts.ts';
import { aJourney } from '../../support/a-journey.ts';
import { ANNA, BEN, JOURNEY, stampAt } from '../../support/records.ts';

/** What the savings make of it. */
const unused = (selections: readonly RecordOf<'selection'>[]) =>
  savingsIn({
    journey: JOURNEY,
    today: '2026-06-01',
    entries: [],
    rows: [],
    quotes: [],
    allowances: allowancesOf(selections),
    warranties: [],
    terms: [],
    advice: [],
    dismissed: [],
  }).open;

const asked = () => {
  const world = aJourney();
  const [key = ''] = world.done('decision.add', {
    journey: JOURNEY,
    question: 'Which floor?',
    alternatives: ['Oak', 'Slate'],
    step: null,
    deadline: '2026-07-01',
    agree: [ANNA, BEN],
  }).keys;
  return { world, key, body: () => world.one('decision', key).body };
};

const merged = (base: AnyRecord, theirs: AnyRecord, mine: AnyRecord): AnyRecord =>
  mergeRecords({ base, theirs, mine, mint: () => stampAt(9_000_000), mergeText: (_base, a, b) => `${a}${b}` });

describe('an alternative', () => {
  it('is added, told more of, renamed and dropped', () => {
    const { world, key, body } = asked();
    world.done('decision.offer', { key, place: 'a1', set: { cost: eur(400_000), days: 4, pros: 'Warm' } });
    world.done('decision.offer', { key, place: 'a1', set: { cons: 'Dear' } });
    expect(world.one('alternative', alternativeKey(key, 'a1'))).toMatchObject({
      parent: key,
      space: world.one('decision', key).space,
      body: { cost: eur(400_000), days: 4, pros: 'Warm', cons: 'Dear', photos: [], links: [] },
    });
    world.done('decision.offer', { key, name: 'Cork', set: { cost: eur(100) } });
    const [, , place = ''] = Object.keys(body().alternatives);
    expect(body().alternatives[place]).toEqual({ name: 'Cork' });
    world.done('decision.offer', { key, place, name: 'Cork, oiled' });
    expect(Object.values(body().alternatives).map(({ name }) => name)).toEqual(['Oak', 'Slate', 'Cork, oiled']);
    world.done('decision.drop', { key, place });
    expect(Object.keys(body().alternatives)).toEqual(['a1', 'a2']);
    expect(world.one('alternative', alternativeKey(key, place)).trashedAt).not.toBe(0);
  });

  it('has to be named, to be there, and stays when it was decided for', () => {
    const { world, key } = asked();
    expect(world.run('decision.offer', { key, set: { days: 1 } })).toMatchObject({ error: { fields: ['name'] } });
    expect(world.run('decision.offer', { key, place: 'a9', name: 'x' })).toMatchObject({
      error: { fields: ['place'] },
    });
    world.done('decision.take', { key, choice: 'a1' });
    expect(world.run('decision.drop', { key, place: 'a1' })).toMatchObject({ error: { fields: ['place'] } });
    expect(world.run('decision.drop', { key, place: 'a9' }).ok).toBe(false);
  });

  it('that two fill in at once keeps what both said; two costs stand until a person takes one', () => {
    const { world, key } = asked();
    world.done('decision.offer', { key, place: 'a1', set: { cost: eur(100) } });
    const base = world.one('alternative', alternativeKey(key, 'a1'));
    const photo = `${base.space}|photo_1`;
    const theirs = { ...base, stamp: stampAt(5), body: { ...base.body, photos: [photo], cost: eur(200) } };
    const mine = { ...base, stamp: stampAt(6), by: BEN, body: { ...base.body, pros: 'Warm', cost: eur(300) } };
    const both = merged(base, theirs, mine);
    expect(both.body).toMatchObject({ photos: [photo], pros: 'Warm' });
    expect(both.past.contested?.[0]?.values.map(({ value }) => value)).toEqual([eur(200), eur(300)]);
  });
});

describe('votes', () => {
  it('are each person’s own, and two that come together both count', () => {
    const { world, key, body } = asked();
    world.done('decision.vote', { key, choice: 'a1' });
    expect(body().votes).toEqual({ [ANNA]: 'a1' });
    world.done('decision.vote', { key, choice: null });
    expect(body().votes).toEqual({});
    expect(world.run('decision.vote', { key, choice: 'a9' })).toMatchObject({ error: { fields: ['choice'] } });
    const base = world.one('decision', key);
    const vote = (by: string, choice: string, at: number): AnyRecord => ({
      ...base,
      by,
      stamp: stampAt(at),
      body: { ...base.body, votes: { [by]: choice } },
    });
    expect(merged(base, vote(ANNA, 'a1', 5), vote(BEN, 'a2', 6)).body['votes']).toEqual({ [ANNA]: 'a1', [BEN]: 'a2' });
  });

  it('tell who is for what, who is still to be heard, and whether all agree', () => {
    const { body } = asked();
    const all = { ...body(), agree: [ANNA, BEN] };
    expect(agreementOf({ ...all, votes: { [ANNA]: 'a1' } })).toMatchObject({ awaited: [BEN], agreed: null });
    expect(agreementOf({ ...all, votes: { [ANNA]: 'a1', [BEN]: 'a2' } })).toMatchObject({ awaited: [], agreed: null });
    expect(agreementOf({ ...all, votes: { [ANNA]: 'a1', [BEN]: 'a1' } })).toMatchObject({ agreed: 'a1' });
    // One for an alternative that was dropped is none.
    const dropped = agreementOf({ ...all, votes: { [ANNA]: 'gone', [BEN]: 'a1' } });
    expect(dropped).toMatchObject({ awaited: [ANNA], agreed: null });
    expect(dropped.votersByPlace.get('a1')).toEqual([BEN]);
    expect(agreementOf({ ...all, agree: [], votes: { [BEN]: 'a1' } }).agreed).toBeNull();
  });
});

it('a decision is open, decided, or was decided once', () => {
  const { world, key } = asked();
  const state = () => stateOf(world.one('decision', key));
  expect(state()).toBe('open');
  world.done('decision.take', { key, choice: 'a1' });
  expect(state()).toBe('decided');
  world.done('decision.rollback', { key, events: [], records: [], take: [] });
  expect(state()).toBe('revisited');
});

describe('a selection', () => {
  const wanted = () => {
    const world = aJourney();
    const [key = ''] = world.done('selection.add', {
      journey: JOURNEY,
      title: 'Tap',
      allowance: eur(30_000),
      deadline: '2026-07-01',
      step: null,
    }).keys;
    return { world, key, one: () => world.one('selection', key) };
  };

  it('is chosen, told how far over or under it is, and opened again', () => {
    const { world, key, one } = wanted();
    expect(allowanceLeft(one().body)).toBeNull();
    expect(openSelections([one()]).length).toBe(1);
    world.done('selection.choose', { key, chosen: { name: 'Grohe', price: eur(24_999), finding: null } });
    expect(allowanceLeft(one().body)).toEqual(eur(5_001));
    expect(unused([one()])).toMatchObject([
      { worth: eur(5_001), found: { kind: 'allowance', name: 'Tap', spent: eur(24_999) }, records: [key] },
    ]);
    world.done('selection.choose', { key, chosen: { name: 'Gold', price: eur(90_000), finding: null } });
    expect(allowanceLeft(one().body)).toEqual(eur(-60_000));
    expect(unused([one()])).toEqual([]);
    world.done('selection.choose', { key, chosen: null });
    expect(one().body.chosen).toBeNull();
  });

  it('compares no two currencies', () => {
    const { world, key } = wanted();
    const chosen = { name: 'Grohe', price: { minor: 1, currency: 'CHF' }, finding: null };
    expect(world.run('selection.choose', { key, chosen })).toMatchObject({ error: { type: 'CurrencyMismatch' } });
    world.done('selection.choose', { key, chosen: { ...chosen, price: eur(1) } });
    expect(world.run('selection.edit', { key, set: { allowance: chosen.price } })).toMatchObject({
      error: { type: 'CurrencyMismatch' },
    });
  });

  it('leaves exactly what was allowed less what it cost, in whole minor units, whatever was chosen', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(10_000_000), fc.nat(10_000_000)), { maxLength: 8 }), (pairs) => {
        const { world } = wanted();
        for (const [allowed, price] of pairs)
          world.done('selection.add', {
            journey: JOURNEY,
            title: 'One',
            allowance: eur(allowed),
            deadline: null,
            step: null,
            chosen: { name: 'x', price: eur(price), finding: null },
          });
        const left = unused(world.all('selection')).reduce((sum, one) => sum + one.worth.minor, 0);
        expect(left).toBe(pairs.reduce((sum, [allowed, price]) => sum + Math.max(0, allowed - price), 0));
      }),
      { seed: 20_261_126, numRuns: 60 },
    );
  });

  it('says nothing of what is left while two choices stand against each other', () => {
    const { world, key, one } = wanted();
    world.done('selection.choose', { key, chosen: { name: 'Grohe', price: eur(1), finding: null } });
    expect(unused([{ ...one(), past: { contested: [{ field: 'chosen', values: [] }] } }])).toEqual([]);
    expect(unused([{ ...one(), trashedAt: 1 }])).toEqual([]);
  });
});
