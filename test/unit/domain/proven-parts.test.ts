// A count or a price that a reader lost is put back where the other figures of its line leave one possibility, and nowhere else.
import { expect, test } from 'vitest';
import { withProvenParts } from '../../../domain/documents/arithmetic.ts';
import type { PaperLine } from '../../../domain/records/paper.ts';

const line = (quantity: number | null, price: number | null, amount: number | null): PaperLine => ({
  id: 'l',
  description: 'Tiling',
  quantity,
  unit: '',
  unitPrice: price === null ? null : { minor: price, currency: 'EUR' },
  amount: amount === null ? null : { minor: amount, currency: 'EUR' },
});
const whole = line(2_000, 500, 1_000);
const proven = (...lines: readonly PaperLine[]) =>
  withProvenParts(lines).map(({ quantity, unitPrice, amount }) => [quantity, unitPrice?.minor, amount?.minor]);

test('a lost count that is whole, and a lost price that is exact', () => {
  expect(proven(whole, line(null, 944, 19_824), line(12_500, null, 73_900))).toEqual([
    [2_000, 500, 1_000],
    [21_000, 944, 19_824],
    [12_500, 5_912, 73_900],
  ]);
});

test('what is not proven is left: a count with decimals, a price that is not exact, a single piece, a line with a discount', () => {
  const unproven = [
    line(null, 944, 20_000),
    line(7_000, null, 1_000),
    line(1_000, null, 1_000),
    line(null, null, 1_000),
    line(null, 500, null),
    { ...line(null, 500, 1_000), discountRate: 10_000 },
  ];
  expect(withProvenParts([whole, ...unproven])).toEqual([whole, ...unproven]);
});

test('a table of lump sums prints no counts: none are made up', () => {
  const sums = [line(null, 500, 1_000), line(null, 300, 300)];
  expect(withProvenParts(sums)).toEqual(sums);
});
