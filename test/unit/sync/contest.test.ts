// Contests between two people: what there is to choose between, and what becomes of two who settle one at the same time.
import { expect, test } from 'vitest';
import { definitionByType } from '../../../domain/records/registry.ts';
import { CONTESTED_TYPES, contestsOf } from '../../../domain/sync/contest.ts';
import { mergeRecords } from '../../../domain/sync/merge.ts';
import type { AnyRecord, Past } from '../../../domain/records/envelope.ts';
import { mergeText } from '../../../src-renderer/sync/records/merge-text.ts';
import { eur } from '../../support/amounts.ts';
import { aRecord, ANNA, BEN, PRIVATE, stampAt } from '../../support/records.ts';

const mint = (): string => stampAt(9_000, 'mmmmmmmm');
const cost = (minor: number, by: string, ms: number, past: Past = {}): AnyRecord =>
  aRecord({
    id: 'cost_1',
    space: PRIVATE,
    type: 'cost',
    body: { amount: eur(minor), state: 'due' },
    by,
    stamp: stampAt(ms, by === ANNA ? 'aaaaaaaa' : 'bbbbbbbb'),
    past,
  });
const annas = { value: eur(100), by: ANNA, stamp: stampAt(1_000) };
const bens = { value: eur(200), by: BEN, stamp: stampAt(2_000, 'bbbbbbbb') };
const open: Past = { contested: [{ field: 'amount', values: [annas, bens] }] };

test('what stands comes first, and is a choice even where the contest does not name it', () => {
  expect(contestsOf(cost(200, BEN, 3_000, open))).toEqual([{ field: 'amount', values: [bens, annas] }]);
  const standing = { value: eur(300), by: BEN, stamp: stampAt(3_000, 'bbbbbbbb') };
  expect(contestsOf(cost(300, BEN, 3_000, open))).toEqual([{ field: 'amount', values: [standing, annas, bens] }]);
  expect(contestsOf(cost(300, BEN, 3_000))).toEqual([]);
});

test('settled apart by two people it is a contest again, whoever took what stood', () => {
  const base = cost(100, BEN, 3_000, open);
  const keeps = cost(100, ANNA, 4_000);
  const takes = cost(200, BEN, 5_000);
  for (const [theirs, mine] of [
    [keeps, takes],
    [takes, keeps],
  ] as const) {
    const merged = mergeRecords({ base, theirs, mine, mint, mergeText });
    expect(contestsOf(merged).flatMap(({ values }) => values.map(({ value }) => value))).toEqual([
      theirs.body['amount'],
      mine.body['amount'],
    ]);
  }
});

test('settled alike by two people it is settled', () => {
  const base = cost(100, BEN, 3_000, open);
  const merged = mergeRecords({ base, theirs: cost(200, ANNA, 4_000), mine: cost(200, BEN, 5_000), mint, mergeText });
  expect(merged.past.contested).toBeUndefined();
  expect(merged.body['amount']).toEqual(eur(200));
});

test('a value that came into a contest while someone settled it elsewhere stands against what they took', () => {
  const base = cost(200, BEN, 3_000, open);
  const late = { value: eur(300), by: ANNA, stamp: stampAt(3_500) };
  const settled = cost(100, ANNA, 4_000);
  const grown = cost(200, BEN, 5_000, { contested: [{ field: 'amount', values: [annas, bens, late] }] });
  for (const [theirs, mine] of [
    [settled, grown],
    [grown, settled],
  ] as const) {
    const merged = mergeRecords({ base, theirs, mine, mint, mergeText });
    expect(merged.body['amount']).toEqual(eur(100));
    expect(contestsOf(merged).flatMap(({ values }) => values.map(({ value }) => value))).toEqual([eur(100), eur(300)]);
  }
});

test('every type with a field that may be contested is one that a person is led to, and no other', () => {
  const contested = Object.values(definitionByType).filter(({ merge }) => Object.values(merge).includes('contested'));
  expect(contested.map(({ type }) => type).toSorted()).toEqual([...CONTESTED_TYPES].toSorted());
});
