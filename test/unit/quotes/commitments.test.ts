// What is committed to whom: kept as it was taken, summed to the minor unit whatever the order, and counted once wherever it lies.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awardKey } from '../../../domain/commands/quote.ts';
import { commitmentsOf, committedTotal, type ApprovedChange } from '../../../domain/money/commitments.ts';
import { idOfKey, keyOf, type RecordKey, type SpaceId } from '../../../domain/kernel/ids.ts';
import type { Money } from '../../../domain/kernel/money.ts';
import type { CommandInput } from '../../../domain/commands/registry.ts';
import { awardOf } from '../../../domain/quotes/awarded.ts';
import { may } from '../../../domain/spaces/may.ts';
import { privateSpace } from '../../../domain/spaces/space.ts';
import { eur } from '../../support/amounts.ts';
import { aJourney, costInput } from '../../support/a-journey.ts';
import type { DeedWorld } from '../../support/deed-world.ts';
import { JOURNEY, MILLER, PARTY } from '../../support/records.ts';

const PRIVATE = privateSpace(JOURNEY);

type Lines = NonNullable<CommandInput<'quote.add'>['rest']>['lines'];
const line = (id: string, description: string, minor: number | null, more: object = {}): Lines[number] => ({
  id,
  description,
  quantity: null,
  unit: '',
  unitPrice: null,
  amount: minor === null ? null : eur(minor),
  ...more,
});

const addQuote = (
  world: DeedWorld,
  {
    space = PRIVATE,
    total,
    lines = [],
  }: { readonly space?: SpaceId; readonly total: Money | null; readonly lines?: Lines },
): RecordKey => {
  const [key = ''] = world.done('quote.add', {
    journey: JOURNEY,
    space,
    vendor: 'Miller',
    total,
    currency: 'EUR',
    party: null,
    step: null,
    date: null,
    rest: {
      title: 'Bathroom',
      number: 'Q-7',
      validUntil: null,
      terms: '',
      lines,
      subtotal: null,
      discount: null,
      tax: null,
      document: null,
    },
  }).keys;
  return key;
};

const committed = (world: DeedWorld, changes: readonly ApprovedChange[] = []): ReturnType<typeof commitmentsOf> =>
  commitmentsOf({
    awards: world.all('award'),
    quotes: world.all('quote'),
    allocations: world.all('allocation'),
    costs: world.all('cost'),
    changes,
  });

const billed = (world: DeedWorld, against: RecordKey, amount: Money, space: SpaceId = PRIVATE): RecordKey => {
  const [key = ''] = world.done('cost.add', { ...costInput({ amount }), space }).keys;
  const record = world.records.get(key);
  if (record !== undefined) world.records.set(key, { ...record, body: { ...record.body, against } });
  return key;
};

describe('an award', () => {
  it('lives where its quote does, so that whose quote it is reads it, and never writes it', () => {
    const world = aJourney();
    const own = addQuote(world, { space: PARTY, total: eur(60_000) });
    const private_ = addQuote(world, { total: eur(70_000) });
    world.done('quote.accept', { key: own });
    world.done('quote.accept', { key: private_ });
    expect(world.all('award').map(({ space }) => space)).toEqual([PARTY, PRIVATE]);
    const taken = world.one('award', awardKey(own));
    const ask = {
      role: 'contractor' as const,
      kind: 'party' as const,
      type: 'award',
      removed: false,
      caller: [MILLER],
    };
    const mine = { ...taken, by: MILLER, createdBy: MILLER };
    expect(may({ ...ask, before: null, after: mine }).ok).toBe(false);
    expect(may({ ...ask, before: taken, after: { ...taken, by: MILLER, trashedAt: 5 } }).ok).toBe(false);
    expect(may({ ...ask, before: taken, after: { ...taken, by: MILLER, body: {} }, removed: true }).ok).toBe(false);
    const dearer = { ...taken, by: MILLER, body: { ...taken.body, total: eur(90_000) } };
    expect(may({ ...ask, before: taken, after: dearer }).ok).toBe(false);
    // Not even one that a contractor's device was made to sign as its maker.
    expect(may({ ...ask, before: mine, after: { ...mine, body: dearer.body } }).ok).toBe(false);
  });

  it('keeps what was taken when its contractor changes the quote, and goes and comes back with Undo', () => {
    const world = aJourney();
    const key = addQuote(world, { space: PARTY, total: eur(60_000), lines: [line('l1', 'Tiles', 50_000)] });
    const deed = world.done('quote.accept', { key });
    world.done('quote.edit', { key, set: { total: eur(90_000), lines: [] } });
    expect(committed(world)).toMatchObject([{ committed: eur(60_000), byCategory: { tiling: eur(60_000) } }]);
    expect(awardOf(key, world.all('award'))?.body).toMatchObject({ number: 'Q-7', lines: [{ description: 'Tiles' }] });
    world.done('deed.undo', { events: [...deed.events], records: [...deed.keys] });
    expect(committed(world)).toEqual([]);
    expect(awardOf(key, world.all('award'))).toBe(null);
    world.done('quote.accept', { key });
    expect(committed(world)).toMatchObject([{ committed: eur(90_000) }]);
  });

  it('in the private space and where its contractor reads it is one', () => {
    const world = aJourney();
    const key = addQuote(world, { total: eur(60_000) });
    world.done('quote.accept', { key });
    const own = world.one('award', awardKey(key));
    const shown = keyOf(PARTY, own.id);
    world.records.set(shown, {
      ...own,
      key: shown,
      space: PARTY,
      body: { ...own.body, quote: keyOf(PARTY, idOfKey(key)) },
    });
    billed(world, own.key, eur(1_000));
    billed(world, shown, eur(2_000), PARTY);
    expect(committed(world)).toMatchObject([{ award: shown, committed: eur(60_000), billed: eur(3_000) }]);
  });

  it('of an earlier build, which names the quote alone, stands for what the quote says now', () => {
    const world = aJourney();
    const key = addQuote(world, { total: eur(60_000), lines: [line('l1', 'Oak floor', 60_000)] });
    world.done('quote.accept', { key });
    const own = world.one('award', awardKey(key));
    world.records.set(own.key, { ...own, body: { quote: key } });
    expect(committed(world)).toMatchObject([
      { vendor: 'Miller', committed: eur(60_000), byCategory: { flooring: eur(60_000) }, isUnknown: false },
    ]);
  });

  it('of a quote without a single figure is known to be unknown', () => {
    const world = aJourney();
    world.done('quote.accept', { key: addQuote(world, { total: null }) });
    expect(committed(world)).toMatchObject([{ committed: eur(0), isUnknown: true }]);
  });
});

describe('what is billed', () => {
  it('counts costs against the award and against its changes, credits off, the trash not, and another currency apart', () => {
    const world = aJourney();
    const key = addQuote(world, { total: eur(100_000) });
    world.done('quote.accept', { key });
    const award = awardKey(key);
    const change = { key: keyOf(PRIVATE, 'change_1'), award, amount: eur(20_000) };
    billed(world, award, eur(30_000));
    billed(world, change.key, eur(20_000));
    billed(world, award, eur(-5_000));
    billed(world, award, { minor: 900, currency: 'USD' });
    billed(world, keyOf(PRIVATE, 'award_other'), eur(7_000));
    world.done('record.trash', { key: billed(world, award, eur(4_000)) });
    expect(committed(world, [change])).toMatchObject([
      {
        awarded: eur(100_000),
        changed: eur(20_000),
        committed: eur(120_000),
        billed: eur(45_000),
        open: eur(75_000),
        otherBilled: [{ minor: 900, currency: 'USD' }],
      },
    ]);
  });
});

it('steps and categories each sum to what is committed, to the minor unit and in any order of what came', () => {
  const amount = fc.integer({ min: -9_000_000, max: 90_000_000 });
  const categories = fc.constantFrom('Tiles', 'Oak floor', 'Wiring', 'Anything');
  fc.assert(
    fc.property(
      fc.record({
        total: fc.option(amount),
        lines: fc.array(fc.tuple(categories, fc.option(amount), fc.boolean()), { maxLength: 8 }),
        changes: fc.array(fc.tuple(amount, fc.option(fc.constantFrom('tiling', 'other')), fc.boolean()), {
          maxLength: 5,
        }),
        bills: fc.array(amount, { maxLength: 5 }),
      }),
      ({ total, lines, changes, bills }) => {
        const world = aJourney();
        const key = addQuote(world, {
          total: total === null ? null : eur(total),
          lines: lines.map(([name, minor, optional], at) => line(`l${at + 1}`, name, minor, { optional })),
        });
        world.done('quote.accept', { key });
        const award = awardKey(key);
        const approved = changes.map(([minor, category, elsewhere], at) => ({
          key: keyOf(PRIVATE, `change_${at}`),
          award,
          amount: eur(minor),
          category,
          step: elsewhere ? keyOf(JOURNEY, 'step_9') : null,
        }));
        for (const minor of bills) billed(world, award, eur(minor));
        const [one, ...more] = committed(world, approved);
        expect(more).toEqual([]);
        if (one === undefined) throw new Error('no commitment');
        const sum = (parts: Readonly<Record<string, Money>>): number =>
          Object.values(parts).reduce((so, { minor }) => so + minor, 0);
        expect(one.committed.minor).toBe(
          one.awarded.minor + approved.reduce((so, change) => so + change.amount.minor, 0),
        );
        expect([sum(one.byStep), sum(one.byCategory)]).toEqual([one.committed.minor, one.committed.minor]);
        expect(one.billed.minor + one.open.minor).toBe(one.committed.minor);
        expect(one.billed.minor).toBe(bills.reduce((so, minor) => so + minor, 0));
        expect(committedTotal([one], 'EUR')).toEqual(one.committed);
        const [again] = commitmentsOf({
          awards: world.all('award').toReversed(),
          quotes: world.all('quote').toReversed(),
          allocations: world.all('allocation').toReversed(),
          costs: world.all('cost').toReversed(),
          changes: approved.toReversed(),
        });
        expect(again).toEqual({ ...one, costs: one.costs.toReversed(), bills: one.bills.toReversed() });
      },
    ),
    { numRuns: 100, seed: 6 },
  );
});
