// What is typed into a cost's rarer fields, and the costs as a file.
import { parse } from 'papaparse';
import { describe, expect, it, test } from 'vitest';
import { entriesOf } from '../../../domain/money/entries.ts';
import { COLUMNS, costFile, type CostFileWords } from '../../../src-renderer/features/money/cost-file.ts';
import { rateOf, sharesOf, signed, taxOf } from '../../../src-renderer/features/money/cost-more.ts';
import { eur } from '../../support/amounts.ts';
import { aCost } from '../../support/money.ts';

describe('typed', () => {
  it.each([
    ['19 %', 119_00, eur(19_00)],
    ['19%', 1_190_01, eur(190_00)],
    ['7,5 %', 107_50, eur(7_50)],
    ['38.00', 200_00, eur(38_00)],
    ['38', -200_00, eur(-38_00)],
    ['19 %', -119_00, eur(-19_00)],
    ['', 100, null],
    ['much', 100, 'odd'],
    ['200.01', 200_00, 'odd'],
  ])('tax “%s” of %i', (text, gross, tax) => expect(taxOf(text, eur(gross))).toEqual(tax));

  it('a rate with either sign, and none where none is needed', () => {
    const of = (rate: string, currency = 'USD') => rateOf({ rate, currency }, 'EUR', '2026-06-01');
    expect(of('0,9234')).toEqual({ value: '0.9234', to: 'EUR', on: '2026-06-01' });
    expect([of(''), of('0.9', 'EUR'), of('0'), of('1e2'), of('-1')]).toEqual([null, null, 'odd', 'odd', 'odd']);
  });

  it('shares in whole numbers', () => {
    expect(sharesOf({ anna: '2', ben: '1', cleo: '', dan: '0' })).toEqual({ anna: 2, ben: 1 });
    expect(sharesOf({ anna: '1.5' })).toBe('odd');
  });

  it('a credit without its sign', () => {
    expect(signed(eur(5), 'credit')).toEqual(eur(-5));
    expect(signed(eur(-5), 'credit')).toEqual(eur(-5));
    expect(signed(eur(5), 'deposit')).toEqual(eur(5));
  });
});

test('the file holds every cost once, oldest first, with plain decimals and no formula', () => {
  const { entries } = entriesOf(
    [
      aCost({ id: 'cost_1', body: { amount: eur(-5), description: '=1+1', vendor: '-tile, "x"', date: '2026-06-02' } }),
      aCost({
        id: 'cost_2',
        body: {
          amount: { minor: 10_000, currency: 'JPY' },
          tax: { minor: 909, currency: 'JPY' },
          rate: { value: '0.0061', to: 'EUR', on: null },
          date: '2026-06-01',
        },
      }),
    ],
    'EUR',
  );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made of the columns themselves
  const head = Object.fromEntries(COLUMNS.map((column) => [column, column])) as CostFileWords['head'];
  const text = costFile(entries, {
    head,
    category: (name) => name,
    step: () => '',
    kind: (kind) => kind,
    state: (state) => state,
  });
  const { data, errors } = parse<Record<string, string>>(text.slice(1).trim(), { header: true });
  expect(errors).toEqual([]);
  expect(data).toMatchObject([
    { original: '10000', originalCurrency: 'JPY', net: '55.46', tax: '5.54', gross: '61.00', currency: 'EUR' },
    { original: '-0.05', gross: '-0.05', tax: '0.00', description: "'=1+1", vendor: '\'-tile, "x"' },
  ]);
});
