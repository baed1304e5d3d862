// A cost's further figures, what is held back of it, and whose it is: nothing is lost or made by any of it, and none of it leaves the family.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldKey } from '../../../domain/commands/cost.ts';
import { savingKey } from '../../../domain/commands/saving.ts';
import { splitKey } from '../../../domain/commands/split.ts';
import { keyOf } from '../../../domain/kernel/ids.ts';
import { costBody } from '../../../domain/records/cost.ts';
import { mergeRecords } from '../../../domain/sync/merge.ts';
import { may } from '../../../domain/spaces/may.ts';
import { eur, usd } from '../../support/amounts.ts';
import { aJourney, costInput } from '../../support/a-journey.ts';
import { createWorld } from '../../support/deed-world.ts';
import { ANNA, BEN, JOURNEY, MILLER, PRIVATE, stampAt } from '../../support/records.ts';

const AWARD = keyOf(PRIVATE, 'award_1');

const withCost = (changes: Parameters<typeof costInput>[0] = {}) => {
  const world = aJourney();
  const [cost = ''] = world.done('cost.add', costInput(changes)).keys;
  return { world, cost };
};

describe('a cost', () => {
  it('keeps what it is, its tax, its rate, when it is to be paid and what it bills', () => {
    const more = {
      kind: 'deposit',
      tax: usd(700),
      dueDate: '2026-07-01',
      rate: { value: '0.9234', to: 'EUR', on: '2026-06-01' },
      against: AWARD,
    } as const;
    const { world, cost } = withCost({ amount: usd(4_700), ...more });
    expect(world.one('cost', cost).body).toMatchObject(more);
    const edit = world.done('cost.edit', { key: cost, set: { kind: 'part', tax: null } });
    expect(world.one('cost', cost).body).toMatchObject({ kind: 'part', tax: null });
    world.done('deed.undo', { events: [...edit.events], records: [...edit.keys] });
    expect(world.one('cost', cost).body).toMatchObject(more);
  });

  it.each([
    ['tax in another currency', { tax: usd(1) }, 'CurrencyMismatch'],
    ['more tax than there is', { tax: eur(4_211) }, 'InputInvalid'],
    ['tax given back of what is paid', { tax: eur(-1) }, 'InputInvalid'],
    ['a rate to its own currency', { rate: { value: '1', to: 'EUR', on: null } }, 'CurrencyMismatch'],
    ['a rate of nothing', { rate: { value: '0.00', to: 'USD', on: null } }, 'InputInvalid'],
    ['a rate with an exponent', { rate: { value: '1e3', to: 'USD', on: null } }, 'InputInvalid'],
    ['a bill of what is no award', { against: keyOf(PRIVATE, 'quote_1') }, 'InputInvalid'],
  ])('refuses %s', (_what, odd, type) => {
    const { world, cost } = withCost();
    expect(world.run('cost.add', costInput(odd))).toMatchObject({ ok: false, error: { type } });
    expect(world.run('cost.edit', { key: cost, set: odd })).toMatchObject({ ok: false, error: { type } });
  });

  it('names nothing of the family’s where a contractor reads', () => {
    const world = aJourney();
    const [party = ''] = world.done('party.add', { journey: JOURNEY, name: 'Miller', trade: '' }).keys;
    const { space } = world.one('party', party).body;
    expect(world.run('cost.add', costInput({ space, against: AWARD }))).toMatchObject({
      ok: false,
      error: { type: 'NotAllowed', fields: ['against'] },
    });
  });

  it('has two people’s tax and rates side by side: no clock decides', () => {
    const { world, cost } = withCost({ amount: usd(4_700), rate: { value: '0.9', to: 'EUR', on: null } });
    const base = world.one('cost', cost);
    const write = (by: string, ms: number, body: object) => ({
      ...base,
      by,
      stamp: stampAt(ms),
      body: { ...base.body, ...body },
    });
    const theirs = write(ANNA, 5_000, { tax: usd(700), rate: { value: '0.91', to: 'EUR', on: null } });
    const mine = write(BEN, 9_000, { tax: usd(800), rate: { value: '0.92', to: 'EUR', on: null } });
    const merged = mergeRecords({ base, theirs, mine, mint: () => stampAt(10_000), mergeText: (_b, t) => t });
    expect(merged.past.contested?.map(({ field }) => field).toSorted()).toEqual(['rate', 'tax']);
  });
});

describe('holding back', () => {
  it('makes two costs whose amounts and tax sum to the one, and is taken back as one deed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 10_000_000 }),
        fc.nat({ max: 1_000 }),
        fc.nat({ max: 100 }),
        (whole, share, taxShare) => {
          const held = Math.min(whole - 1, Math.max(1, Math.floor((whole * share) / 1_000)));
          const tax = Math.floor((whole * taxShare) / 100);
          const { world, cost } = withCost({ amount: eur(whole), tax: eur(tax), state: 'due' });
          const deed = world.done('cost.holdBack', { key: cost, amount: eur(held), until: '2027-01-01' });
          const parts = world.all('cost');
          const sum = (of: (body: (typeof parts)[number]['body']) => number): number =>
            parts.reduce((total, { body }) => total + of(body), 0);
          expect(parts.map(({ body }) => body.amount.minor).toSorted((a, b) => a - b)).toEqual(
            [whole - held, held].toSorted((a, b) => a - b),
          );
          expect(sum(({ tax: part }) => part?.minor ?? 0)).toBe(tax);
          expect(parts.find(({ body }) => body.kind === 'retention')?.body).toMatchObject({
            amount: eur(held),
            dueDate: '2027-01-01',
            state: 'due',
          });
          world.done('deed.undo', { events: [...deed.events], records: [...deed.keys] });
          const left = world.all('cost').filter(({ trashedAt }) => trashedAt === 0);
          expect(left.map(({ body }) => [body.amount.minor, body.tax?.minor])).toEqual([[whole, tax]]);
        },
      ),
      { seed: 20_261_126, numRuns: 60 },
    );
  });

  it('by two people who were apart is one retention, and the sums stay what they were', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 1_000_000 }), fc.nat({ max: 99 }), fc.nat({ max: 99 }), (whole, a, b) => {
        const held = [a, b].map((share) => Math.max(1, Math.floor((whole * share) / 100)));
        const { world, cost } = withCost({ amount: eur(whole), state: 'due' });
        const base = new Map(world.records);
        const [theirs, mine] = held.map((minor, nth) => {
          const apart = createWorld({ by: nth === 0 ? ANNA : BEN, start: world.now() + nth });
          for (const [key, record] of base) apart.records.set(key, record);
          apart.done('cost.holdBack', { key: cost, amount: eur(minor), until: null });
          return apart;
        });
        const merged = [cost, heldKey(cost)].map((key) =>
          mergeRecords({
            base: base.get(key) ?? null,
            theirs: theirs?.one('cost', key) ?? world.one('cost', cost),
            mine: mine?.one('cost', key) ?? world.one('cost', cost),
            mint: () => stampAt(9_000_000_000_000),
            mergeText: (_b, t) => t,
          }),
        );
        expect(merged.reduce((sum, { body }) => sum + costBody.parse(body).amount.minor, 0)).toBe(whole);
        // Where they held back different sums both amounts wait for a choice; no clock decides.
        expect(merged.map(({ past }) => past.contested?.map(({ field }) => field) ?? [])).toEqual(
          held[0] === held[1] ? [[], []] : [['amount'], ['amount']],
        );
      }),
      { seed: 20_261_126, numRuns: 60 },
    );
    const { world, cost } = withCost({ state: 'due' });
    world.done('cost.holdBack', { key: cost, amount: eur(10), until: null });
    expect(world.run('cost.holdBack', { key: cost, amount: eur(10), until: null })).toMatchObject({
      ok: false,
      error: { type: 'AlreadyThere' },
    });
  });

  it('is of what is still due, and of a part of it', () => {
    const { world, cost } = withCost({ state: 'due' });
    const hold = (minor: number) => world.run('cost.holdBack', { key: cost, amount: eur(minor), until: null });
    expect(hold(0)).toMatchObject({ ok: false, error: { type: 'InputInvalid' } });
    expect(hold(4_210)).toMatchObject({ ok: false, error: { type: 'InputInvalid' } });
    world.done('cost.edit', { key: cost, set: { state: 'paid' } });
    expect(hold(10)).toMatchObject({ ok: false, error: { type: 'NotAllowed' } });
  });
});

describe('who paid', () => {
  it('is kept in private whatever space the cost is in, once for each cost', () => {
    const world = aJourney();
    const [party = ''] = world.done('party.add', { journey: JOURNEY, name: 'Miller', trade: '' }).keys;
    const { space } = world.one('party', party).body;
    const [cost = ''] = world.done('cost.add', costInput({ space })).keys;
    world.done('split.set', { cost, paidBy: ANNA, shares: { [ANNA]: 1, [BEN]: 1 } });
    world.done('split.set', { cost, paidBy: BEN, shares: { [ANNA]: 2, [BEN]: 1 } });
    expect(world.all('split').map(({ key, body }) => [key, body.paidBy, body.shares])).toEqual([
      [splitKey(cost), BEN, { [ANNA]: 2, [BEN]: 1 }],
    ]);
    expect(world.all('split').every((record) => record.space === PRIVATE)).toBe(true);
    // History tells it where it happened, and nowhere else.
    const told = world.all('event').filter(({ body }) => body.command === 'split.set');
    expect(told.map((event) => event.space)).toEqual([PRIVATE, PRIVATE]);
  });

  it('is shared with nobody, and no contractor may make or change it', () => {
    const { world, cost } = withCost();
    const [party = ''] = world.done('party.add', { journey: JOURNEY, name: 'Miller', trade: '' }).keys;
    world.done('split.set', { cost, paidBy: ANNA, shares: { [BEN]: 1 } });
    const record = world.one('split', splitKey(cost));
    const { space } = world.one('party', party).body;
    expect(world.run('record.share', { key: record.key, to: space })).toMatchObject({
      ok: false,
      error: { type: 'NotAllowed' },
    });
    for (const kind of ['party', 'private', 'journey'] as const)
      for (const type of ['split', 'saving', 'budget'])
        expect(
          may({
            role: 'contractor',
            kind,
            type,
            before: null,
            after: { ...record, by: MILLER, createdBy: MILLER, type },
            removed: false,
            caller: [MILLER],
          }).ok,
        ).toBe(false);
  });

  it('is said with the cost in one deed, and taken back with it', () => {
    const world = aJourney();
    const split = { paidBy: ANNA, shares: { [ANNA]: 1, [BEN]: 1 } };
    const deed = world.done('cost.add', costInput({ split }));
    expect(world.all('split').map(({ body }) => body)).toMatchObject([{ cost: world.all('cost')[0]?.key, ...split }]);
    expect(world.all('cost')[0]?.body['split']).toBeUndefined();
    world.done('deed.undo', { events: [...deed.events], records: [...deed.keys] });
    expect([...world.all('cost'), ...world.all('split')].every(({ trashedAt }) => trashedAt !== 0)).toBe(true);
  });

  it('records what one gave the other, and nobody gives to themselves', () => {
    const world = aJourney();
    world.done('split.repay', { journey: JOURNEY, from: BEN, to: ANNA, amount: eur(500), date: '2026-06-02' });
    expect(world.all('split').map(({ body }) => body)).toMatchObject([
      { cost: null, paidBy: BEN, shares: { [ANNA]: 1 }, amount: eur(500) },
    ]);
    // Pressed by both on one day it was given once.
    const again = { journey: JOURNEY, from: BEN, to: ANNA, amount: eur(500), date: '2026-06-02' };
    expect(world.run('split.repay', again)).toMatchObject({ ok: false, error: { type: 'AlreadyThere' } });
    const odd = { journey: JOURNEY, from: BEN, to: BEN, amount: eur(500), date: '2026-06-02' };
    expect(world.run('split.repay', odd)).toMatchObject({ ok: false });
    expect(world.run('split.repay', { ...odd, to: ANNA, amount: eur(0) })).toMatchObject({ ok: false });
  });
});

describe('a way to save', () => {
  it('is waved away once, whoever does it, and seen again from the trash', () => {
    const world = aJourney();
    const found = { journey: JOURNEY, kind: 'duplicate', about: 'a b' };
    world.done('saving.dismiss', found);
    world.done('saving.dismiss', found);
    expect(world.all('saving').map(({ key }) => key)).toEqual([savingKey(JOURNEY, 'duplicate', 'a b')]);
    world.done('record.trash', { key: savingKey(JOURNEY, 'duplicate', 'a b') });
    world.done('saving.dismiss', found);
    expect(world.all('saving').map(({ trashedAt }) => trashedAt)).toEqual([0]);
  });
});

describe('a budget', () => {
  it('keeps a contingency, which later edits of the rest leave as it is', () => {
    const world = aJourney({ budget: eur(1_000_000) });
    world.done('budget.set', { journey: JOURNEY, contingency: eur(100_000) });
    world.done('budget.set', { journey: JOURNEY, total: eur(1_200_000), categories: { tiling: eur(5) } });
    expect(world.all('budget')[0]?.body).toMatchObject({ total: eur(1_200_000), contingency: eur(100_000) });
    expect(world.run('budget.set', { journey: JOURNEY, contingency: usd(1) })).toMatchObject({
      ok: false,
      error: { type: 'CurrencyMismatch' },
    });
  });
});
