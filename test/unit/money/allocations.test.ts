// How an award or a contractor's bill counts is kept with the family: one record for each, wherever that is, and nothing of it where a contractor reads.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentText } from '../../../domain/approvals/content.ts';
import { allocationKey } from '../../../domain/commands/allocation.ts';
import { heldKey } from '../../../domain/commands/cost.ts';
import { idOfKey, keyOf, spaceOfKey } from '../../../domain/kernel/ids.ts';
import type { Money } from '../../../domain/kernel/money.ts';
import { commitmentsOf, type Commitment } from '../../../domain/money/commitments.ts';
import { bookedCosts } from '../../../domain/money/booked.ts';
import { entriesOf } from '../../../domain/money/entries.ts';
import { lineName } from '../../../domain/quotes/corrections.ts';
import { COST_CATEGORIES } from '../../../domain/records/cost.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { isFamilyOnly } from '../../../domain/spaces/readable.ts';
import { may } from '../../../domain/spaces/may.ts';
import { spaceKind } from '../../../domain/spaces/space.ts';
import { mergeRecords } from '../../../domain/sync/merge.ts';
import { eur } from '../../support/amounts.ts';
import { costInput } from '../../support/a-journey.ts';
import { anAward } from '../../support/an-award.ts';
import { undoIn, type DeedWorld } from '../../support/deed-world.ts';
import { ANNA, BEN, MILLER, PRIVATE, stampAt } from '../../support/records.ts';

const RATE = { value: '0.9', to: 'EUR', on: '2026-05-01' };
const usd = (minor: number): Money => ({ minor, currency: 'USD' });
const tiled = (isShared = false) => anAward([['Wall tiles', usd(50_000)]], usd(50_000), { isShared });
const counted = (world: DeedWorld): Commitment | undefined =>
  commitmentsOf({
    awards: world.all('award'),
    quotes: world.all('quote'),
    allocations: world.all('allocation'),
    costs: [],
  })[0];
const of = ({ world, award }: ReturnType<typeof tiled>): RecordOf<'allocation'> =>
  world.one('allocation', allocationKey(award));

describe('how an award counts', () => {
  test('is written with the family alone; the award that its contractor reads, what is signed of it and its history stay as they were', () => {
    const there = tiled(true);
    const { world, award } = there;
    const party = spaceOfKey(award);
    expect(spaceKind(party)).toBe('party');
    const readable = () => [...world.records.values()].filter(({ space }) => !isFamilyOnly(space));
    const before = structuredClone(readable());
    const signed = contentText(world.one('award', award));
    world.done('allocation.set', { of: award, categories: { 'wall tiles': 'fixtures' }, rate: RATE });
    expect(readable()).toEqual(before);
    expect(contentText(world.one('award', award))).toBe(signed);
    expect(signed).not.toMatch(/categor|"rate"|tiling/);
    expect(JSON.stringify(readable())).not.toMatch(/"category"|"categories"|"rate"|fixtures/);
    expect(of(there)).toMatchObject({ space: PRIVATE, body: { categories: { 'wall tiles': 'fixtures' }, rate: RATE } });
    expect(counted(world)).toMatchObject({ byCategory: { fixtures: usd(50_000) }, rates: [RATE] });
  });

  test('is no guest’s to say in any space, and is never shown more widely', () => {
    const there = tiled(true);
    there.world.done('allocation.set', { of: there.award, rate: RATE });
    const record = of(there);
    expect(there.world.run('record.share', { key: record.key, to: spaceOfKey(there.award) })).toMatchObject({
      error: { type: 'NotAllowed' },
    });
    const his = { ...record, by: MILLER, createdBy: MILLER };
    for (const role of ['contractor', 'viewer'] as const)
      for (const kind of ['home', 'private', 'journey', 'party'] as const)
        for (const before of [null, record, his])
          expect(may({ role, kind, type: 'allocation', before, after: his, removed: false, caller: [MILLER] }).ok).toBe(
            false,
          );
  });

  test('is one record, by whichever copy of the award it is said', () => {
    const there = tiled();
    const { world, award } = there;
    const wide = keyOf(spaceOfKey(tiled(true).award), idOfKey(award));
    expect(allocationKey(wide)).toBe(allocationKey(award));
    const copy = { ...world.one('award', award), space: spaceOfKey(wide), key: wide };
    world.records.set(wide, copy);
    world.done('allocation.set', { of: wide, rate: RATE });
    world.done('allocation.set', { of: award, categories: { 'wall tiles': 'walls' } });
    expect(world.all('allocation')).toHaveLength(1);
    expect(counted(world)).toMatchObject({ award: wide, byCategory: { walls: usd(50_000) }, rates: [RATE] });
  });

  test('said on two devices apart, of other lines and of the rate, is all of it there, and two rates ask for one of them', () => {
    const said = (by: string, ms: number, body: Partial<RecordOf<'allocation'>['body']>) => {
      const there = tiled();
      there.world.done('allocation.set', { of: there.award, ...body });
      return { ...of(there), by, createdBy: by, stamp: stampAt(ms, by === ANNA ? 'aaaaaaaa' : 'bbbbbbbb') };
    };
    const merged = (a: RecordOf<'allocation'>, b: RecordOf<'allocation'>) =>
      mergeRecords({ base: null, theirs: a, mine: b, mint: () => stampAt(9_000), mergeText: (_base, one) => one });
    const tiles = said(ANNA, 1_000, { categories: { tiles: 'walls' } });
    const rate = said(BEN, 2_000, { categories: { grout: 'tiling' }, rate: RATE });
    expect(tiles.key).toBe(rate.key);
    for (const [a, b] of [
      [tiles, rate],
      [rate, tiles],
    ] as const) {
      const both = merged(a, b);
      expect(both.body).toMatchObject({ categories: { tiles: 'walls', grout: 'tiling' }, rate: RATE });
      expect(both.past.contested ?? []).toEqual([]);
    }
    const dearer = said(ANNA, 3_000, { rate: { ...RATE, value: '0.95' } });
    expect(merged(rate, dearer).past.contested).toMatchObject([
      { field: 'rate', values: [{ value: RATE }, { value: { value: '0.95' } }] },
    ]);
  });

  test('is taken back by its undo, with the first word of it, and a later word begins anew', () => {
    const there = tiled();
    const { world, award } = there;
    const plain = counted(world);
    const first = world.done('allocation.set', { of: award, categories: { 'wall tiles': 'walls' }, rate: RATE });
    const second = world.done('allocation.set', { of: award, categories: { 'wall tiles': 'fixtures' } });
    expect(undoIn(world, second)).toMatchObject({ ok: true });
    expect(counted(world)).toMatchObject({ byCategory: { walls: usd(50_000) }, rates: [RATE] });
    expect(undoIn(world, first)).toMatchObject({ ok: true });
    expect(counted(world)).toEqual(plain);
    world.done('allocation.set', { of: award, categories: { else: 'tools' } });
    expect(counted(world)).toEqual(plain);
    expect(of(there).body).toMatchObject({ categories: { else: 'tools' }, rate: null });
  });

  test('waits in the trash for an award that comes back, and counts for nothing meanwhile', () => {
    const { world, award } = tiled();
    world.done('allocation.set', { of: award, rate: RATE });
    const before = counted(world);
    world.done('record.trash', { key: award });
    expect(counted(world)).toBeUndefined();
    expect(world.run('allocation.set', { of: award, rate: null })).toMatchObject({ error: { type: 'RecordTrashed' } });
    world.done('record.restore', { key: award });
    expect(counted(world)).toEqual(before);
  });

  test('moves money between categories, and never makes or loses a cent', () => {
    const words = ['Wall tiles', 'Waste pipe', 'Paint', '—'];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...words), fc.integer({ min: -5_000, max: 90_000 })), { maxLength: 6 }),
        fc.integer({ min: 1, max: 300_000 }),
        fc.dictionary(fc.constantFrom(...words.map(lineName)), fc.constantFrom(...COST_CATEGORIES, 'constructor')),
        (lines, total, categories) => {
          const { world, award } = anAward(
            lines.map(([name, minor]) => [name, eur(minor)]),
            eur(total),
          );
          const plain = counted(world);
          world.done('allocation.set', { of: award, categories });
          const now = counted(world);
          const sum = Object.values(now?.byCategory ?? {}).reduce((so, { minor }) => so + minor, 0);
          expect(sum).toBe(total);
          expect({ ...now, byCategory: null }).toEqual({ ...plain, byCategory: null });
        },
      ),
      { numRuns: 100, seed: 11 },
    );
  });
});

describe('how a bill counts that its contractor reads too', () => {
  const aBill = () => {
    const there = tiled(true);
    const space = spaceOfKey(there.award);
    const input = { ...costInput({ amount: usd(20_000), category: 'tiling', state: 'due' }), space };
    const [cost = ''] = there.world.done('cost.add', input).keys;
    const booked = () => bookedCosts(there.world.all('cost'), there.world.all('allocation'));
    return { ...there, space, cost, booked };
  };

  test('is written beside it: the bill and its history stay as they were, and every figure is reckoned by it', () => {
    const { world, cost, space, booked } = aBill();
    expect(booked()).toEqual(world.all('cost'));
    expect(entriesOf(booked(), 'EUR').entries).toEqual([]);
    const before = structuredClone([...world.records.values()].filter((record) => record.space === space));
    world.done('allocation.set', { of: cost, categories: { '': 'fixtures' } });
    world.done('allocation.set', { of: cost, rate: RATE });
    expect([...world.records.values()].filter((record) => record.space === space)).toEqual(before);
    expect(entriesOf(booked(), 'EUR').entries).toMatchObject([{ category: 'fixtures', gross: eur(18_000) }]);
    expect(world.run('allocation.set', { of: cost, rate: { ...RATE, to: 'USD' } })).toMatchObject({
      error: { type: 'CurrencyMismatch' },
    });
    // A rate that is taken back is none, also where the bill has one.
    world.done('allocation.set', { of: cost, rate: null });
    world.done('cost.edit', { key: cost, set: { rate: RATE } });
    expect(entriesOf(booked(), 'EUR').entries).toEqual([]);
  });

  test('goes for what is held back of it too, until that is said of itself', () => {
    const { world, cost, booked } = aBill();
    world.done('allocation.set', { of: cost, categories: { '': 'fixtures' }, rate: RATE });
    world.done('cost.holdBack', { key: cost, amount: usd(5_000), until: null });
    const rows = () => entriesOf(booked(), 'EUR').entries.map(({ category, gross }) => [category, gross.minor]);
    expect(rows()).toEqual([
      ['fixtures', 13_500],
      ['fixtures', 4_500],
    ]);
    world.done('allocation.set', { of: heldKey(cost), categories: { '': 'other' }, rate: RATE });
    expect(rows()[1]).toEqual(['other', 4_500]);
  });

  test('is nothing for a cost of the family’s own, which says it itself', () => {
    const { world, booked } = aBill();
    const [own = ''] = world.done('cost.add', costInput({})).keys;
    expect(world.run('allocation.set', { of: own, categories: { '': 'fixtures' } })).toMatchObject({
      error: { type: 'NotAllowed' },
    });
    const costs = world.all('cost');
    expect(bookedCosts(costs, [])).toBe(costs);
    expect(booked().map(({ key }) => key)).toEqual(costs.map(({ key }) => key));
  });

  test('and an award and a bill that came of one paper have each their own', () => {
    expect(allocationKey(`${PRIVATE}|cost_1`)).not.toBe(allocationKey(`${PRIVATE}|award_1`));
  });
});
