// Money: splitting loses nothing, and amounts are read as people of different countries write them.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMoney, totalIn, totalsByCurrency } from '../../../domain/kernel/money.ts';
import { parseAmount } from '../../../domain/money/amount.ts';
import { splitMoney } from '../../../domain/money/split.ts';

describe('splitMoney', () => {
  const weights = fc.dictionary(fc.string({ minLength: 1, maxLength: 6 }), fc.nat({ max: 1_000 }), {
    minKeys: 1,
    maxKeys: 12,
  });

  it('gives parts that sum to the whole, each within one minor unit of its exact share', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), weights, (minor, shares) => {
        const sum = Object.values(shares).reduce((total, share) => total + share, 0);
        fc.pre(sum > 0);
        const parts = splitMoney({ minor, currency: 'EUR' }, shares);
        expect(Object.values(parts).reduce((total, part) => total + part.minor, 0)).toBe(minor);
        for (const [name, part] of Object.entries(parts))
          expect(Math.abs(part.minor - (minor * (shares[name] ?? 0)) / sum)).toBeLessThan(1);
      }),
      { seed: 20_261_122, numRuns: 500 },
    );
  });

  it('gives the odd cent to the largest remainder, and to the first on a tie', () => {
    expect(splitMoney({ minor: 100, currency: 'EUR' }, { a: 1, b: 1, c: 1 })).toEqual({
      a: { minor: 34, currency: 'EUR' },
      b: { minor: 33, currency: 'EUR' },
      c: { minor: 33, currency: 'EUR' },
    });
    expect(splitMoney({ minor: 10, currency: 'EUR' }, { a: 0, b: 0 })).toEqual({});
    expect(splitMoney({ minor: 100, currency: 'EUR' }, { small: 1, large: 5 })).toMatchObject({
      small: { minor: 17 },
      large: { minor: 83 },
    });
  });
});

describe('parseAmount', () => {
  it.each([
    ['1,200.50', 120_050],
    ['1.200,50', 120_050],
    ['1 200,50', 120_050],
    ['1\u00A0200,50', 120_050],
    ["1'200.50", 120_050],
    ['1.2k', 120_000],
    ['3m', 300_000_000],
    ['€12', 1_200],
    ['12 EUR', 1_200],
    ['RM 21.50', 2_150],
    ['-€12,5', -1_250],
    ['12.40-', -1_240],
    ['.5', 50],
    ['1,200', 120_000],
    ['1.234.567', 123_456_700],
    ['0', 0],
  ])('reads %s', (text, minor) => expect(parseAmount(text, 'EUR')).toEqual({ minor, currency: 'EUR' }));

  it.each([
    '',
    'abc',
    '1.2.3',
    '12.345,6,7',
    '0.125',
    '1,23,456.00',
    '99999999999999999',
    '12 34.5.6',
    '--5',
    '-5-',
    '+-5',
  ])('refuses %s', (text) => expect(parseAmount(text, 'EUR')).toBeNull());

  it('knows how many digits a currency has', () => {
    expect(parseAmount('1,234', 'JPY')).toEqual({ minor: 1_234, currency: 'JPY' });
    expect(parseAmount('1.5', 'JPY')).toBeNull();
    expect(parseAmount('1.234', 'KWD')).toEqual({ minor: 1_234, currency: 'KWD' });
  });

  it('reads back any amount it could have written, in both styles', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999, max: 999_999_999 }),
        fc.constantFrom('en-GB', 'de-DE'),
        (minor, locale) => {
          const text = (minor / 100).toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
          expect(parseAmount(text, 'EUR')?.minor).toBe(minor);
        },
      ),
      { seed: 20_261_122, numRuns: 500 },
    );
  });
});

describe('adding', () => {
  it('never mixes currencies', () => {
    expect(addMoney({ minor: 1, currency: 'EUR' }, { minor: 1, currency: 'USD' })).toMatchObject({
      ok: false,
      error: { type: 'CurrencyMismatch' },
    });
    const amounts = [
      { minor: 1, currency: 'EUR' },
      { minor: 2, currency: 'USD' },
      { minor: 3, currency: 'EUR' },
    ];
    expect(totalsByCurrency(amounts)).toEqual([
      { minor: 4, currency: 'EUR' },
      { minor: 2, currency: 'USD' },
    ]);
    expect(totalIn('EUR', amounts)).toEqual({ minor: 4, currency: 'EUR' });
    expect(totalIn('CHF', amounts)).toEqual({ minor: 0, currency: 'CHF' });
  });
});
