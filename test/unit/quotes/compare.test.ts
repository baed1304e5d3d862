// Quotes side by side: the columns add up to the cent, all is brought to one quantity and unit, and what is missing or odd is marked.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Money } from '../../../domain/kernel/money.ts';
import { compareQuotes } from '../../../domain/quotes/compare.ts';
import type { Cell, ComparedQuote, Comparison } from '../../../domain/quotes/comparison.ts';
import { worthOf } from '../../../domain/quotes/worth.ts';
import { unitOf } from '../../../domain/quotes/units.ts';
import { eur } from '../../support/amounts.ts';
import { lindner, miller, ortiz, quoteOf } from '../../support/three-quotes.ts';

/** The same figures in another currency. */
const abroad = (quote: ComparedQuote, currency: string): ComparedQuote => {
  const there = (figure: Money | null): Money | null => (figure === null ? null : { minor: figure.minor, currency });
  return {
    ...quote,
    currency,
    lines: quote.lines.map((line) => ({ ...line, amount: there(line.amount), unitPrice: there(line.unitPrice) })),
    subtotal: there(quote.subtotal),
    discount: there(quote.discount),
    tax: there(quote.tax),
    total: there(quote.total),
  };
};

const three = compareQuotes([miller, lindner, ortiz]);
const row = (name: string, { rows }: Comparison = three): readonly Cell[] => {
  const found = rows.find((each) => each.name.includes(name));
  if (found === undefined) throw new Error(`no row ${name}`);
  return found.cells;
};

describe('three quotes for a bathroom', () => {
  it('stand at one quantity, with a price for one unit', () => {
    const floor = three.rows.find(({ name }) => name.includes('Floor tiling'));
    expect(floor).toMatchObject({ measure: 'area', quantity: 6_000 });
    // 6.5 m² at 79.00 are 513.50; for 6 m² 474.00.
    expect(floor?.cells.map(({ normal, perUnit, quantity }) => [normal?.minor, perUnit?.minor, quantity])).toEqual([
      [44_400, 7_400, 6_000],
      [47_400, 7_900, 6_500],
      [43_200, 7_200, 6_000],
    ]);
  });

  it('mark the price that is far from the middle, and it alone', () => {
    expect(row('Wall tiling').map(({ outlier }) => outlier)).toEqual([
      null,
      null,
      // 124.00 against the middle, 71.00, each for 24 m².
      { percent: 75, middle: eur(170_400) },
    ]);
    expect(three.rows.flatMap(({ cells }) => cells).filter(({ outlier }) => outlier !== null)).toHaveLength(1);
  });

  it('say what a quote leaves out, silently or in its terms, and what the whole would cost', () => {
    expect(row('Painting').map(({ state }) => state)).toEqual(['priced', 'excluded', 'missing']);
    expect(row('Painting')[1]?.says).toBe('Malerarbeiten sind nicht enthalten.');
    expect(row('Underfloor').map(({ state }) => state)).toEqual(['none', 'none', 'optional']);
    const [first, second, third] = three.columns;
    expect(first).toMatchObject({ missing: 0, gap: eur(0), whole: miller.total });
    // Painting at 108.00 and 19 %.
    expect(second).toMatchObject({ missing: 1, gap: eur(12_852) });
    // Electrical work in the middle of 880.00 and 930.00, and painting.
    expect(third).toMatchObject({ missing: 2, gap: eur(Math.round((90_500 + 10_800) * 1.19)) });
    expect(three.lowest).toBe(miller.id);
  });

  it('take no sentence about the tax for work that is left out', () => {
    const taxed = compareQuotes([miller, { ...lindner, terms: 'All prices exclude VAT. Preise ohne MwSt.' }]);
    expect(taxed.columns[1]?.exclusions).toEqual([]);
    const payable = compareQuotes([
      miller,
      { ...lindner, terms: 'Zahlbar in 14 Tagen ohne Abzug. Ohne Malerarbeiten.' },
    ]);
    expect(payable.columns[1]?.exclusions).toEqual(['Ohne Malerarbeiten.']);
  });
});

describe('what cannot be compared is not compared', () => {
  it('another currency', () => {
    const dollars = abroad(ortiz, 'USD');
    const mixed = compareQuotes([miller, lindner, dollars]);
    expect(mixed.columns.map(({ isForeign, whole }) => [isForeign, whole === null])).toEqual([
      [false, false],
      [false, false],
      [true, true],
    ]);
    expect(mixed.rows.flatMap(({ cells }) => cells).every(({ outlier }) => outlier === null)).toBe(true);
  });

  it('a quote that gives only its total: nothing in it is missing, nothing is promised', () => {
    const bare = quoteOf('d', [], { total: eur(900_000), subtotal: null, tax: null });
    const { rows, columns } = compareQuotes([miller, bare]);
    expect(new Set(rows.map(({ cells }) => cells[1]?.state))).toEqual(new Set(['unknown']));
    expect(columns[1]).toMatchObject({ missing: 0, whole: null, worth: eur(900_000) });
  });

  it('a lump sum with a price per metre', () => {
    const lump = quoteOf('d', [{ text: 'Floor tiling, everything', count: 1, unit: 'psch', price: 50_000 }]);
    const [own, other] = row('Floor tiling', compareQuotes([miller, lump]));
    expect([own?.perUnit?.minor, other?.perUnit ?? null, other?.normal?.minor]).toEqual([7_400, null, 50_000]);
  });
});

describe('units and tax', () => {
  it('square feet stand beside square metres', () => {
    const feet = quoteOf('d', [{ text: 'Floor tiling', count: 64.583, unit: 'sq ft', price: 700 }]);
    const metres = quoteOf('e', [{ text: 'Floor tiling', count: 6, unit: 'm²', price: 7_400 }]);
    const [cell] = row('Floor tiling', compareQuotes([feet, metres]));
    // 64.583 sq ft are 6.000 m²; 452.08 for it are 75.35 for one.
    expect(cell).toMatchObject({ quantity: 6_000, perUnit: eur(7_535) });
    expect(unitOf('lfm', 1_000)?.measure).toBe('length');
    expect(unitOf('', 1_000)?.measure).toBe('whole');
    expect(unitOf('bags', 3_000)).toBe(null);
  });

  it('prices with and without tax are brought to the same: without', () => {
    const net = quoteOf('d', [{ text: 'Floor tiling', count: 10, unit: 'm²', price: 10_000 }]);
    const gross: ComparedQuote = {
      ...quoteOf('e', [{ text: 'Floor tiling', count: 10, unit: 'm²', price: 11_900 }]),
      tax: eur(19_000),
      subtotal: null,
      total: eur(119_000),
    };
    const both = compareQuotes([net, gross]);
    expect(both.isWithoutTax).toBe(true);
    expect(row('Floor tiling', both).map(({ perUnit }) => perUnit?.minor)).toEqual([10_000, 10_000]);
    expect(both.columns.map(({ rest }) => rest.minor)).toEqual([0, 0]);
    expect(compareQuotes([net, net]).isWithoutTax).toBe(false);
  });
});

it('what stands in the rows, the discount, the tax and the rest are the whole of each quote, in any order of the quotes', () => {
  const line = fc.record({
    text: fc.constantFrom('Tile walls', 'Wandfliesen', 'Floor tiles', 'Waste not included', 'Shower', ''),
    count: fc.constantFrom(1, 2.5, 24),
    unit: fc.constantFrom('', 'm²', 'sq ft', 'psch'),
    amount: fc.option(fc.integer({ min: -50_000, max: 900_000 })),
    optional: fc.boolean(),
  });
  const paper = fc.record({
    said: fc.array(line, { maxLength: 6 }),
    discount: fc.option(fc.integer({ min: -9_000, max: 0 })),
    tax: fc.option(fc.integer({ min: 0, max: 90_000 })),
    total: fc.option(fc.integer({ min: 1, max: 5_000_000 })),
    foreign: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(paper, { minLength: 1, maxLength: 4 }), (papers) => {
      const quotes = papers.map(({ said, discount, tax, total, foreign }, at) => {
        const money = (minor: number | null) => (minor === null ? null : { minor, currency: foreign ? 'CHF' : 'EUR' });
        const figures = { discount: money(discount), tax: money(tax), total: money(total), subtotal: null };
        const quote = quoteOf('abcd'.charAt(at), said, figures);
        return foreign ? abroad(quote, 'CHF') : quote;
      });
      const { rows, columns } = compareQuotes(quotes);
      for (const [at, { worth, lines, discount, tax, rest, gap, whole }] of columns.entries()) {
        const cells = rows.map(({ cells: own }) => own[at]?.amount?.minor ?? 0);
        const own = quotes[at]?.lines ?? [];
        expect(cells.reduce((sum, minor) => sum + minor, 0)).toBe(lines.minor);
        expect(lines.minor).toBe(
          own.reduce((sum, each) => sum + (each.optional === true ? 0 : (each.amount?.minor ?? 0)), 0),
        );
        const sum = lines.minor + (discount?.minor ?? 0) + (tax?.minor ?? 0) + rest.minor;
        expect(worth === null ? null : sum).toBe(worth?.minor ?? null);
        expect(whole?.minor ?? null).toBe(whole === null ? null : (worth?.minor ?? 0) + gap.minor);
        for (const value of [lines.minor, rest.minor, gap.minor]) expect(Number.isInteger(value)).toBe(true);
      }
      const turned = compareQuotes(quotes.toReversed());
      expect(turned.columns.toReversed()).toEqual(columns);
      expect(turned.lowest).toBe(compareQuotes(quotes).lowest);
      expect(turned.rows.map((each) => Object.assign({}, each, { cells: each.cells.toReversed() }))).toEqual(rows);
    }),
    { numRuns: 150, seed: 8 },
  );
});

it('figures that an edit elsewhere left in another currency are added to nothing', () => {
  const usd = { minor: 77_777, currency: 'USD' };
  const [first, ...rest] = miller.lines;
  if (first === undefined) throw new Error('no line');
  const lines = [{ ...first, amount: usd }, ...rest];
  const mixed = { ...miller, lines, discount: usd, tax: usd, total: usd };
  const without = { ...miller, lines: [{ ...first, amount: null }, ...rest], discount: null, tax: null, total: null };
  expect(compareQuotes([mixed, lindner, ortiz])).toEqual(compareQuotes([without, lindner, ortiz]));
  expect(worthOf({ ...mixed, total: null, subtotal: null })).toEqual(worthOf({ ...without, subtotal: null }));
  expect(worthOf(mixed)).toEqual(usd);
});
