// Invoices against what was agreed: what is right says nothing, and what is not is named with the figures it comes from.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { billsOf, findingsByCost } from '../../../domain/quotes/bills.ts';
import { billing, type Corrections } from '../../../domain/quotes/corrections.ts';
import { billedTo, checkInvoices, type Agreed, type Bill, type Finding } from '../../../domain/quotes/invoice.ts';
import type { PaperLine } from '../../../domain/records/paper.ts';
import { aJourney, costInput } from '../../support/a-journey.ts';
import { eur } from '../../support/amounts.ts';
import { lineOf, miller, quoteOf } from '../../support/three-quotes.ts';

const taken: Agreed = { ...miller, committed: miller.total ?? eur(0), changes: [] };

const billOf = (key: string, lines: readonly PaperLine[], more: Partial<Bill> = {}): Bill => {
  const net = lines.reduce((sum, { amount }) => sum + (amount?.minor ?? 0), 0);
  const tax = Math.round(net * 0.19);
  return {
    key,
    number: key,
    date: '2026-06-01',
    lines,
    subtotal: eur(net),
    discount: null,
    tax: eur(tax),
    total: eur(net + tax),
    currency: 'EUR',
    ...more,
  };
};
const said = (bills: readonly Bill[], agreed = taken): readonly (readonly Finding[])[] =>
  [...checkInvoices(bills, agreed)].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, findings]) => findings);
const line = (at: number): PaperLine => {
  const found = miller.lines[at];
  if (found === undefined) throw new Error('no line');
  return found;
};

describe('an invoice', () => {
  it('for what was agreed, whole or in parts, in other words and another order, says nothing', () => {
    expect(said([billOf('r1', miller.lines)])).toEqual([[]]);
    expect(said([billOf('r1', miller.lines.slice(0, 3)), billOf('r2', miller.lines.slice(3))])).toEqual([[], []]);
    const own = [
      lineOf('1', { text: 'Wall tiles, laid and grouted', count: 12, unit: 'sqm', price: 6_800 }),
      lineOf('2', { text: 'Demolition and disposal', amount: 145_000 }),
    ];
    expect(said([billOf('r1', own)])).toEqual([[]]);
  });

  it('above a line: what was agreed, what was billed before, and what is over', () => {
    const more = [lineOf('1', { text: 'Wall tiling', count: 14, unit: 'm²', price: 6_800 })];
    expect(said([billOf('r1', more), billOf('r2', more, { date: '2026-07-01' })])[1]).toEqual([
      // The same amount of the same work: billed twice rather than more of it.
      { kind: 'twice', line: 'Wall tiling', billed: eur(95_200), in: 'r1' },
    ]);
    const rest = [lineOf('1', { text: 'Wall tiling', count: 13, unit: 'm²', price: 6_800 })];
    expect(said([billOf('r1', more), billOf('r2', rest, { date: '2026-07-01' })])[1]).toEqual([
      {
        kind: 'overLine',
        line: 'Wall tiling',
        agreed: eur(163_200),
        before: eur(95_200),
        billed: eur(88_400),
        // 952 and 884 are 1,836, and 1,632 were agreed.
        over: eur(20_400),
      },
    ]);
  });

  it('at a higher price for one: named although the sum is within the line', () => {
    const dear = [lineOf('1', { text: 'Floor tiling', count: 4, unit: 'm²', price: 8_900 })];
    expect(said([billOf('r1', dear)])).toEqual([
      [
        {
          kind: 'overPrice',
          line: 'Floor tiling',
          agreed: eur(7_400),
          billed: eur(8_900),
          quantity: 4_000,
          unit: 'm²',
          // 4 times 15.00.
          over: eur(6_000),
        },
      ],
    ]);
  });

  it('with work that was never agreed, until a change order says it was', () => {
    const extra = [lineOf('1', { text: 'Replace rotten joists', amount: 74_000 })];
    expect(said([billOf('r1', extra)])).toEqual([
      [{ kind: 'notAgreed', line: 'Replace rotten joists', billed: eur(74_000) }],
    ]);
    const changes = [{ key: 'private_x|change_1', title: 'Rotten joists replaced', amount: eur(74_000) }];
    const more = { ...taken, changes, committed: eur(taken.committed.minor + 88_060) };
    expect(said([billOf('r1', extra)], more)).toEqual([[]]);
  });

  it('whose line a person matched by hand bills that, in this bill and the next; or was never agreed, where they said so', () => {
    const award = { ...taken, id: 'award_1' };
    const odd = [lineOf('1', { text: 'Position 7', amount: 145_000 })];
    const first = billOf('r1', odd);
    const { lines, agreed } = billedTo(first, award);
    const [demolition] = agreed;
    const [own] = lines;
    if (demolition === undefined || own === undefined) throw new Error('no line');
    expect(own).toMatchObject({ to: null, byHand: false });
    const all = [own.line, ...agreed];
    const rowed = (some: Corrections): Corrections =>
      Object.fromEntries(
        Object.entries(some).map(([name, at]) => [name, at?.row === '+' ? { ...at, row: 'row_1' } : at]),
      );
    const corrections = rowed(billing(own.line, demolition, { corrections: {}, all }));
    expect([...checkInvoices([first], award, corrections).values()]).toEqual([[]]);
    expect(billedTo(first, award, corrections).lines).toMatchObject([{ to: { id: demolition.id }, byHand: true }]);
    // The next bill's line goes into the row that the agreed line has by then.
    const second = billOf('r2', [lineOf('1', { text: 'Item 9', amount: 20_000 })], { date: '2026-07-01' });
    const next = billedTo(second, award, corrections);
    const [line2] = next.lines;
    if (line2 === undefined) throw new Error('no line');
    const target = next.agreed.find(({ id }) => id === demolition.id) ?? demolition;
    const more = billing(line2.line, target, { corrections, all: [line2.line, ...next.agreed] });
    expect(Object.values(more).map((place) => place?.row)).toEqual(['row_1']);
    expect(checkInvoices([first, second], award, { ...corrections, ...more }).get('r2')).toMatchObject([
      { kind: 'overLine', before: eur(145_000), billed: eur(20_000) },
    ]);
    // Set apart, what was alike is not agreed.
    const alike = billOf('r3', [line(0)]);
    const [found] = billedTo(alike, award).lines;
    if (found === undefined) throw new Error('no line');
    const apart = billing(found.line, null, { corrections: {}, all: [found.line, ...agreed] });
    expect(checkInvoices([alike], award).get('r3')).toEqual([]);
    expect(checkInvoices([alike], award, apart).get('r3')).toMatchObject([{ kind: 'notAgreed' }]);
  });

  it('that was recorded already, by its number or by its day and amount', () => {
    const two = [billOf('r1', [line(0)], { number: 'R-17' }), billOf('r2', [line(0)], { number: 'r-17' })];
    expect(said(two)[1]).toEqual([{ kind: 'sameInvoice', in: 'r1', billed: two[1]?.total }]);
    const bare = [billOf('r1', [line(0)], { number: '' }), billOf('r2', [line(0)], { number: '' })];
    expect(said(bare)[1]?.[0]).toMatchObject({ kind: 'sameInvoice', in: 'r1' });
  });

  it('over the whole, without a line to show for it', () => {
    const paid = (key: string, minor: number): Bill => ({
      ...billOf(key, [], { date: key === 'r1' ? '2026-05-01' : '2026-06-01' }),
      tax: null,
      subtotal: null,
      total: eur(minor),
    });
    expect(said([paid('r1', 1_000_000), paid('r2', 60_000)])).toEqual([
      [],
      [
        {
          kind: 'overTotal',
          agreed: eur(1_053_626),
          before: eur(1_000_000),
          billed: eur(60_000),
          over: eur(6_374),
        },
      ],
    ]);
  });

  it('with tax in its prices, against lines without, is the same money', () => {
    const gross = [lineOf('1', { text: 'Floor tiling', count: 6, unit: 'm²', price: 8_806 })];
    const bill = billOf('r1', gross, { subtotal: null, tax: eur(8_436), total: eur(52_836) });
    expect(said([bill])).toEqual([[]]);
  });

  it('is measured by nothing in another currency: no line of it, no change order', () => {
    const usd = { minor: 9_000_000, currency: 'USD' };
    const change = { key: 'change_1', title: 'Heated towel rail', amount: usd };
    const rail = lineOf('1', { text: 'Heated towel rail', amount: 30_000 });
    const bill = billOf('r1', [rail]);
    expect(said([bill], { ...taken, changes: [change] })).toEqual(said([bill]));
    expect(said([bill])[0]?.map(({ kind }) => kind)).toEqual(['notAgreed']);
    // A line that was put into dollars by an edit elsewhere is no line of this bill, and no agreed one.
    const dollars = { ...lineOf('9', { text: 'Painting', amount: 1 }), amount: usd };
    expect(said([{ ...bill, lines: [...bill.lines, dollars] }])).toEqual(said([bill]));
    expect(said([bill], { ...taken, lines: [...taken.lines, dollars] })).toEqual(said([bill]));
  });

  it('in another currency is compared with nothing', () => {
    const bill = { ...billOf('r1', []), currency: 'USD', total: { minor: 5, currency: 'USD' } };
    expect(said([bill])).toEqual([[{ kind: 'otherCurrency', billed: bill.total, agreed: taken.committed }]]);
  });
});

describe('what one paper brought', () => {
  const aHeldBack = (receipt: string | null) => {
    const world = aJourney();
    const amount = eur(taken.committed.minor);
    const [key = ''] = world.done('cost.add', { ...costInput({ amount, state: 'due', receipt }) }).keys;
    world.done('cost.holdBack', { key, amount: eur(amount.minor / 2), until: null });
    return world.all('cost');
  };
  const paper = {
    number: 'R-1',
    lines: [...miller.lines],
    subtotal: miller.subtotal,
    discount: null,
    tax: miller.tax,
    total: miller.total,
  };
  const found = (receipt: string | null, read: typeof paper | null) => {
    const costs = aHeldBack(receipt);
    const bills = billsOf(costs, () => read);
    const findings = findingsByCost(
      bills,
      checkInvoices(
        bills.map(({ bill }) => bill),
        taken,
      ),
    );
    return { bills, findings: [...findings.values()], keys: [...findings.keys()], costs };
  };

  it('is one bill, though half of it is held back as a cost of its own', () => {
    const { bills, findings, keys, costs } = found('private_x|photo_1', paper);
    expect(bills.map(({ bill }) => bill.total)).toEqual([taken.committed]);
    expect(findings).toEqual([[], []]);
    expect(keys.toSorted()).toEqual(costs.map(({ key }) => key).toSorted());
  });

  it('in two currencies is two bills: nothing is added over them, and the lines are of the one in which it is printed', () => {
    const world = aJourney();
    const receipt = 'private_x|photo_1';
    const dollars = (minor: number) => ({ minor, currency: 'USD' });
    const add = (amount: { readonly minor: number; readonly currency: string }): string =>
      world.done('cost.add', { ...costInput({ amount, receipt }), tax: { ...amount, minor: amount.minor / 10 } })
        .keys[0] ?? '';
    const keys = [add(dollars(70_000)), add(eur(40_000)), add(dollars(5_000)), add(eur(2_000))];
    for (const order of [world.all('cost'), world.all('cost').toReversed()]) {
      const bills = billsOf(order, () => paper).toSorted((a, b) => (a.bill.currency < b.bill.currency ? -1 : 1));
      expect(bills.map(({ bill }) => [bill.total, bill.tax, bill.lines.length > 0])).toEqual([
        [eur(42_000), paper.tax, true],
        [dollars(75_000), dollars(7_500), false],
      ]);
      expect(bills.flatMap(({ costs }) => costs.map(({ key }) => key)).toSorted()).toEqual(keys.toSorted());
    }
  });

  it('without a paper that was read has the tax of both halves, or none where one does not say it', () => {
    const world = aJourney();
    const receipt = 'private_x|photo_1';
    world.done('cost.add', { ...costInput({ amount: eur(100), receipt }), tax: eur(16) });
    world.done('cost.add', { ...costInput({ amount: eur(50), receipt }), tax: eur(8) });
    expect(billsOf(world.all('cost'), () => null).map(({ bill }) => [bill.total, bill.tax])).toEqual([
      [eur(150), eur(24)],
    ]);
    world.done('cost.add', costInput({ amount: eur(1), receipt }));
    expect(billsOf(world.all('cost'), () => null).map(({ bill }) => bill.tax)).toEqual([null]);
  });

  it('without a paper the half that is held back is not the same bill again', () => {
    expect(found(null, null).findings).toEqual([[], []]);
  });
});

it('billed in any parts, what is over is exactly what was added, and nothing where nothing was', () => {
  const works = ['Demolition', 'Wall tiling', 'Oak parquet', 'Shower', 'Painting', 'Radiators'] as const;
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1_000, max: 900_000 }), { minLength: works.length, maxLength: works.length }),
      fc.array(fc.integer({ min: 1, max: 999 }), { minLength: works.length, maxLength: works.length }),
      fc.integer({ min: 0, max: works.length - 1 }),
      fc.integer({ min: 0, max: 50_000 }),
      (amounts, shares, dearer, more) => {
        const lines = works.map((text, at) => lineOf(`l${at + 1}`, { text, amount: amounts[at] ?? 0 }));
        const quote = quoteOf('a', [], { lines, subtotal: null, tax: null, total: null });
        const worth = amounts.reduce((sum, minor) => sum + minor, 0);
        const agreed: Agreed = { ...quote, changes: [], committed: eur(worth) };
        const first = amounts.map((minor, at) => Math.floor((minor * (shares[at] ?? 1)) / 1_000));
        const part = (key: string, date: string, of: readonly number[]): Bill => ({
          ...billOf(
            key,
            works.map((text, at) => lineOf(`x${at}`, { text, amount: of[at] ?? 0 })),
            { date },
          ),
          subtotal: null,
          tax: null,
          total: eur(of.reduce((sum, minor) => sum + minor, 0)),
        });
        const rest = amounts.map((minor, at) => minor - (first[at] ?? 0) + (at === dearer ? more : 0));
        const bills = [part('r1', '2026-06-01', first), part('r2', '2026-07-01', rest)];
        const [none, found] = said(
          fc.sample(fc.shuffledSubarray(bills, { minLength: 2 }), { numRuns: 1, seed: more })[0] ?? [],
          agreed,
        );
        expect(none).toEqual([]);
        const overs = (found ?? []).flatMap((one) =>
          one.kind === 'overLine' || one.kind === 'overTotal' ? [one.over.minor] : [],
        );
        const twice = (found ?? []).some(({ kind }) => kind === 'twice');
        // Where both halves are alike to the cent, the second is the same line twice.
        expect(twice ? [] : overs).toEqual(twice || more === 0 ? [] : [more, more]);
      },
    ),
    { numRuns: 100, seed: 9 },
  );
});
