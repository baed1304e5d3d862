// Ways to save over real comparisons: three contractors' quotes, matched by their words and brought to one quantity.
import { expect, test } from 'vitest';
import { dearLines, overlaps, type PricedQuote } from '../../../domain/money/savings/quote-lines.ts';
import { compareQuotes } from '../../../domain/quotes/compare.ts';
import { eur } from '../../support/amounts.ts';
import { quoteOf } from '../../support/three-quotes.ts';

const quotes = [
  quoteOf('a', [
    { text: 'Wall tiling, 30 x 60 cm, including adhesive and grout', count: 24, unit: 'm²', price: 9_000 },
    { text: 'Wall-hung WC with concealed cistern', count: 1, unit: 'pc', price: 64_000 },
  ]),
  quoteOf('b', [
    { text: 'Wall-hung WC with concealed cistern', count: 1, unit: 'pc', price: 60_000 },
    { text: 'Wall tiling 30 x 60', count: 20, unit: 'sqm', price: 6_000 },
  ]),
  quoteOf('c', [
    { text: 'Tiling of walls 30x60 cm', count: 24, unit: 'm2', price: 7_000 },
    { text: 'WC, wall-hung, concealed cistern', count: 1, unit: 'pc', price: 66_000 },
  ]),
];
const { rows } = compareQuotes(quotes);
const named = (...taken: readonly string[]): readonly PricedQuote[] =>
  quotes.map(({ key, id }) => ({ key, id, vendor: id, isTaken: taken.includes(id) }));

test('a line is dear by what it would cost at the middle price for the same quantity', () => {
  const found = dearLines(rows, named('quote_a'));
  // 24 m² at 90.00 against the middle of 60.00 and 70.00; the WC is above the middle, but not by a tenth.
  expect(found.map(({ worth }) => worth)).toEqual([eur(24 * 9_000 - 24 * 6_500)]);
  expect(found[0]?.found).toMatchObject({ price: eur(216_000), middle: eur(156_000), others: 2 });
  expect(found[0]?.records.toSorted()).toEqual(quotes.map(({ key }) => key));
});

test('what was taken from two is there twice', () => {
  expect(
    overlaps(rows, named('quote_a', 'quote_c'))
      .map(({ worth }) => worth.minor)
      .toSorted((x, y) => x - y),
  ).toEqual([64_000, 24 * 7_000]);
  expect(overlaps(rows, named('quote_b'))).toEqual([]);
});

test('two trades whose lines have a thing in common have no work in common, unless they say it in the same words', () => {
  const plumber = quoteOf('p', [
    { text: 'Connection for dishwasher, with siphon', count: 1, unit: 'pc', price: 8_500 },
    { text: 'Cut and close wall chases', count: 6, unit: 'm', price: 2_000 },
  ]);
  const electrician = quoteOf('e', [
    { text: 'Separate circuit for dishwasher', count: 1, unit: 'pc', price: 19_800 },
    { text: 'Cut and close wall chases', count: 6, unit: 'm', price: 1_500 },
  ]);
  const both = compareQuotes([plumber, electrician]).rows;
  const taken = (steps: readonly [string | null, string | null]): readonly PricedQuote[] =>
    [plumber, electrician].map(({ key, id }, at) => ({ key, id, vendor: id, isTaken: true, step: steps[at] ?? null }));
  expect(overlaps(both, taken(['plumbing', 'electrics'])).map(({ worth }) => worth.minor)).toEqual([9_000]);
  // For one step they compete, and what was matched is one work.
  expect(overlaps(both, taken(['plumbing', 'plumbing']))).toHaveLength(2);
  expect(overlaps(both, taken([null, 'electrics']))).toHaveLength(2);
  expect(dearLines(both, taken(['plumbing', 'electrics'])).map(({ worth }) => worth.minor)).toEqual([3_000]);
});
