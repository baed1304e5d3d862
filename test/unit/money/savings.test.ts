// Ways to save: each found where it is, with its arithmetic, and none found where there is none.
import { describe, expect, it } from 'vitest';
import { savingKey } from '../../../domain/commands/saving.ts';
import { entriesOf } from '../../../domain/money/entries.ts';
import { discountTerms } from '../../../domain/money/savings/early-payment.ts';
import { savingsIn, type SavingsInput } from '../../../domain/money/savings/savings.ts';
import { eur } from '../../support/amounts.ts';
import { aCost } from '../../support/money.ts';
import { JOURNEY, PRIVATE, aRecord } from '../../support/records.ts';
import { recordAs } from '../../../domain/records/registry.ts';

type Body = NonNullable<Parameters<typeof aCost>[0]['body']>;
const costs = (...bodies: readonly Body[]) =>
  entriesOf(
    bodies.map((body, nth) => aCost({ id: `cost_${nth + 1}`, body })),
    'EUR',
  ).entries;
const keyOf = (nth: number): string => `${PRIVATE}|cost_${nth}`;

const found = (input: Partial<SavingsInput>) =>
  savingsIn({
    journey: JOURNEY,
    today: '2026-07-01',
    entries: [],
    rows: [],
    quotes: [],
    allowances: [],
    warranties: [],
    terms: [],
    advice: [],
    dismissed: [],
    ...input,
  });

describe('a cost twice', () => {
  const tiles = { amount: eur(42_10), vendor: 'Kontor', description: 'Tiles', date: '2026-06-01' };

  it.each<[string, Body]>([
    ['the same some days later', { ...tiles, date: '2026-06-09' }],
    ['the same without its words', { ...tiles, description: '', date: '2026-06-03' }],
    ['the vendor spelled otherwise', { ...tiles, vendor: ' KONTOR ' }],
    ['the same words of no vendor', { ...tiles, vendor: '' }],
  ])('%s', (_what, second) => {
    const { open } = found({ entries: costs(tiles, second) });
    expect(open).toHaveLength(1);
    expect(open[0]).toMatchObject({
      found: { kind: 'duplicate', amount: eur(42_10) },
      worth: eur(42_10),
    });
    expect(open[0]?.records.toSorted()).toEqual([keyOf(1), keyOf(2)]);
  });

  it('of one receipt, however long between them', () => {
    const receipt = `${PRIVATE}|photo_1`;
    const pair = costs({ ...tiles, receipt }, { ...tiles, receipt, date: '2026-12-01', vendor: 'Bank' });
    expect(found({ entries: pair }).open).toHaveLength(1);
  });

  it.each<[string, Body]>([
    ['another amount', { ...tiles, amount: eur(42_11) }],
    [
      'another currency',
      { ...tiles, amount: { minor: 42_10, currency: 'USD' }, rate: { value: '1', to: 'EUR', on: null } },
    ],
    ['weeks later', { ...tiles, date: '2026-06-29' }],
    ['another vendor', { ...tiles, vendor: 'Baumarkt' }],
    ['other words days later', { ...tiles, description: 'Grout', date: '2026-06-03' }],
    ['an instalment', { ...tiles, kind: 'part' }],
    ['a credit', { ...tiles, amount: eur(-42_10), kind: 'credit' }],
  ])('is not %s', (_what, second) => expect(found({ entries: costs(tiles, second) }).open).toEqual([]));

  it('is told once of each', () => {
    expect(found({ entries: costs(tiles, tiles, tiles, tiles, tiles) }).open).toHaveLength(2);
  });
});

describe('quotes side by side', () => {
  const quote = (id: string, isTaken = false) => ({ key: `${PRIVATE}|${id}`, id, vendor: id, isTaken });
  const row = (prices: Readonly<Record<string, number>>, states: Readonly<Record<string, string>> = {}) => ({
    id: 'r1',
    name: 'Tiling, 12 m²',
    cells: Object.entries(prices).map(([id, minor]) => ({
      quote: id,
      state: states[id] ?? 'priced',
      normal: eur(minor),
    })),
  });

  it('shows what the quote that was taken charges above the middle of the others', () => {
    const { open } = found({
      rows: [row({ a: 150_00, b: 100_00, c: 110_01 })],
      quotes: [quote('a', true), quote('b'), quote('c')],
    });
    // (100.00 + 110.01) / 2 = 105.005, half away from zero.
    expect(open.map(({ found: { kind }, worth }) => [kind, worth])).toEqual([['line', eur(150_00 - 105_01)]]);
    expect(open[0]?.found).toMatchObject({ vendor: 'a', price: eur(150_00), middle: eur(105_01), others: 2 });
  });

  it('is silent below a tenth, and of quotes that were not taken once one is', () => {
    const quotes = [quote('a', true), quote('b')];
    expect(found({ rows: [row({ a: 109_99, b: 100_00 })], quotes }).open).toEqual([]);
    expect(found({ rows: [row({ a: 100_00, b: 190_00 })], quotes }).open).toEqual([]);
    expect(found({ rows: [row({ a: 190_00, b: 100_00 }, { b: 'optional' })], quotes }).open).toEqual([]);
    expect(found({ rows: [row({ a: 100_00, b: 190_00 })], quotes: [quote('a'), quote('b')] }).open).toHaveLength(1);
  });

  it('shows work that was taken from two', () => {
    const { open } = found({ rows: [row({ a: 100_00, b: 104_00 })], quotes: [quote('a', true), quote('b', true)] });
    expect(open.map(({ found: { kind }, worth }) => [kind, worth])).toEqual([['overlap', eur(100_00)]]);
  });

  it('does not lay prices of two currencies over one another', () => {
    const both = row({ a: 100_00, b: 104_00, c: 50_00 });
    const cells = both.cells.map((cell) =>
      cell.quote.endsWith('c') ? { ...cell, normal: { minor: 50_00, currency: 'JPY' } } : cell,
    );
    const quotes = [quote('a', true), quote('b', true), quote('c', true)];
    const { open } = found({ rows: [{ ...both, cells }], quotes });
    expect(
      open.filter(({ found: { kind } }) => kind === 'overlap').map(({ worth, records }) => [worth, records]),
    ).toEqual([[eur(100_00), quotes.slice(0, 2).map(({ key }) => key)]]);
  });
});

describe('terms of payment', () => {
  it.each([
    ['2/10 net 30', 200, 10],
    ['2 % discount within 10 days, 30 days net', 200, 10],
    ['2.5% early payment discount if paid within 14 days.', 250, 14],
    ['Bei Zahlung innerhalb von 8 Tagen 3 % Skonto, sonst 30 Tage netto.', 300, 8],
    ['3% Skonto bei Zahlung innerhalb von 10 Tagen', 300, 10],
    ['2,5 % Skonto 14 Tage', 250, 14],
    ['3 % de descuento por pago en 10 días', 300, 10],
  ])('%s', (terms, hundredths, days) => expect(discountTerms(terms)).toEqual({ hundredths, days }));

  it.each([
    '30 days net',
    'Interest of 8 % is charged after 30 days',
    '30 % deposit within 7 days, the rest on completion',
    '19 % VAT, payable within 14 days',
    '40 % on order, 60 % within 10 days of completion',
    '',
  ])('grants nothing by “%s”', (terms) => expect(discountTerms(terms)).toBeNull());

  it('save their part of what is due while there is time', () => {
    const due = { amount: eur(1_234_56), state: 'due', date: '2026-06-25', description: 'Cabinets' } as const;
    const entries = costs(due, { ...due, state: 'paid', description: 'Paid' });
    const source = `${PRIVATE}|document_1`;
    const terms = [1, 2].map((nth) => ({
      cost: keyOf(nth),
      source,
      terms: '2 % discount within 10 days',
      date: '2026-06-24',
    }));
    const { open } = found({ entries, terms });
    expect(open).toMatchObject([
      { found: { kind: 'early', by: '2026-07-04', hundredths: 200 }, worth: eur(24_69), records: [keyOf(1), source] },
    ]);
    expect(found({ entries, terms, today: '2026-07-05' }).open).toEqual([]);
  });
});

describe('what is left, covered or cheaper elsewhere', () => {
  it('an allowance that the choice does not use up', () => {
    const allowances = [
      { key: 'p|selection_1', name: 'Tap', allowance: eur(300_00), chosen: eur(220_00) },
      { key: 'p|selection_2', name: 'Sink', allowance: eur(300_00), chosen: null },
      { key: 'p|selection_3', name: 'Bath', allowance: eur(300_00), chosen: eur(300_00) },
    ];
    expect(found({ allowances }).open).toMatchObject([
      { found: { kind: 'allowance', name: 'Tap' }, worth: eur(80_00) },
    ]);
  });

  it('a repair that a warranty still covers, and no purchase', () => {
    const warranties = [
      {
        key: 'p|document_1',
        vendor: 'Elektro Haus',
        words: 'Warranty for oven Bosch HBG',
        from: '2025-05-01',
        until: '2027-05-01',
      },
    ];
    const repair = {
      amount: eur(89_00),
      description: 'Oven repair, new door seal',
      vendor: 'Schmidt',
      date: '2026-06-01',
    };
    const covered = (body: Body) => found({ entries: costs(body), warranties }).open;
    expect(covered(repair)).toMatchObject([
      {
        found: { kind: 'warranty', words: ['oven'], until: '2027-05-01' },
        worth: eur(89_00),
        records: [keyOf(1), 'p|document_1'],
      },
    ]);
    expect(covered({ ...repair, description: 'Replacement seal', vendor: 'elektro  haus' })).toHaveLength(1);
    expect(covered({ ...repair, date: '2027-05-02' })).toEqual([]);
    expect(covered({ ...repair, date: '2025-04-30' })).toEqual([]);
    expect(covered({ ...repair, description: 'Oven cleaner' })).toEqual([]);
    expect(covered({ ...repair, description: 'Tap repair' })).toEqual([]);
  });

  it('an equal of what was chosen that costs less, as research found it', () => {
    const finding = (id: string, title: string, minor: number) => {
      const price = { amount: eur(minor), unit: 'm²', quantity: 2_000, from: 'page' };
      const made = recordAs(
        'finding',
        aRecord({ type: 'finding', id, space: PRIVATE, body: { title, prices: { 5: price } } }),
      );
      if (made === null) throw new Error('no finding');
      return made;
    };
    const [than, other] = [finding('finding_1', 'Slate', 80_00), finding('finding_2', 'Slate, other shop', 70_00)];
    const advice = [{ kind: 'cheaper', finding: other, than, saving: eur(5_00), unit: 'm²', tags: [] }] as const;
    expect(found({ advice }).open).toMatchObject([
      {
        found: { price: eur(40_00), otherPrice: eur(35_00), unit: 'm²' },
        worth: eur(5_00),
        records: [than.key, other.key],
      },
    ]);
  });
});

describe('the list', () => {
  const tiles = { amount: eur(42_10), vendor: 'Kontor', description: 'Tiles', date: '2026-06-01' };

  it('has what was waved away apart, for good, and whoever sees it first', () => {
    const entries = costs(tiles, tiles);
    const [first] = found({ entries }).open;
    const key = savingKey(JOURNEY, 'duplicate', first?.about ?? '');
    const [space = '', id = ''] = key.split('|');
    const waved = recordAs(
      'saving',
      aRecord({ type: 'saving', space, id, body: { kind: 'duplicate', about: first?.about } }),
    );
    if (waved === null) throw new Error('no saving');
    const after = found({ entries: entries.toReversed(), dismissed: [waved] });
    expect([after.open, after.dismissed.map(({ about }) => about)]).toEqual([[], [first?.about]]);
    expect(found({ entries, dismissed: [{ ...waved, trashedAt: 5 }] }).open).toHaveLength(1);
  });

  it('begins with what has a day, then with most money', () => {
    const due = { amount: eur(100), state: 'due', date: '2026-06-30', description: 'Paint', vendor: 'Lenz' } as const;
    const entries = costs(tiles, tiles, { ...tiles, amount: eur(99_00) }, { ...tiles, amount: eur(99_00) }, due);
    const terms = [{ cost: keyOf(5), source: 'p|document_1', terms: '2/10 net 30', date: null }];
    expect(found({ entries, terms }).open.map(({ worth }) => worth.minor)).toEqual([2, 99_00, 42_10]);
  });
});
