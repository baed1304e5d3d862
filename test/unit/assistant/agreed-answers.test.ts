// What is answered about what was agreed: what is committed, what approved changes cost, what is to be signed, what a quote leaves out, who owes whom.
import { describe, expect, it } from 'vitest';
import { answerTo } from '../../../domain/assistant/answer-to.ts';
import type { Agreed, Facts } from '../../../domain/assistant/answers/facts.ts';
import { seenFrom } from '../../../domain/assistant/house-of.ts';
import { saidTo } from '../../../domain/assistant/propose.ts';
import { saidIn } from '../../../domain/assistant/reply.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { eur } from '../../support/amounts.ts';
import { addStep, aJourney, costInput } from '../../support/a-journey.ts';
import { NOTHING_AGREED, recordsIn } from '../../support/assistant-records.ts';
import { ANNA, BEN, JOURNEY, PRIVATE } from '../../support/records.ts';

const TODAY = '2026-06-10';

const anAgreement = () => {
  const world = aJourney({ budget: eur(1_000_000) });
  const plumbing = addStep(world, 'Plumbing', {});
  const floor = addStep(world, 'Floor', {});
  const [miller = ''] = world.done('party.add', { journey: JOURNEY, name: 'Miller', trade: 'plumber' }).keys;
  const accepted = (vendor: string, total: number, step: RecordKey, party: RecordKey | null): RecordKey => {
    const asked = { journey: JOURNEY, vendor, total: eur(total), party, step, date: TODAY };
    const [quote = ''] = world.done('quote.add', asked).keys;
    world.done('quote.accept', { key: quote });
    return quote;
  };
  const pipes = accepted('Miller', 400_000, plumbing, miller);
  const boards = accepted('Parquet & Co', 250_000, floor, null);
  const awardOf = (quote: RecordKey): RecordKey =>
    world.all('award').find(({ body }) => body.quote === quote)?.key ?? '';
  const changed = (title: string, amount: number, against: RecordKey | null): RecordKey => {
    const asked = { journey: JOURNEY, space: PRIVATE, why: '', days: 0, lines: [], step: null };
    return world.done('change.add', { ...asked, title, amount: eur(amount), against }).keys[0] ?? '';
  };
  const valve = changed('New valve', 30_000, awardOf(pipes));
  const less = changed('No skirting', -5_000, awardOf(boards));
  const facts = (agreed: Partial<Agreed> = {}): Facts => ({
    records: recordsIn(world),
    journey: JOURNEY,
    me: ANNA,
    today: TODAY,
    agreed: { ...NOTHING_AGREED, approved: world.all('change'), ...agreed },
  });
  return { world, plumbing, floor, miller, pipes, boards, valve, less, facts, awardOf };
};

describe('what is left', () => {
  it('counts approved changes, and says so where signatures could not be checked and they are not in it', () => {
    const { facts } = anAgreement();
    const checked = answerTo({ question: 'left' }, facts());
    expect(checked).toMatchObject({ left: eur(325_000), open: eur(675_000) });
    expect(checked).not.toHaveProperty('unchecked');
    expect(answerTo({ question: 'left' }, facts({ approved: null }))).toMatchObject({
      left: eur(350_000),
      open: eur(650_000),
      unchecked: true,
    });
  });
});

describe('what is committed', () => {
  it('is what accepted quotes and approved changes come to, with what is billed of it, in all, to one, for a step', () => {
    const { world, miller, floor, pipes, boards, facts, awardOf } = anAgreement();
    world.done('cost.add', { ...costInput({ amount: eur(100_000) }), against: awardOf(pipes) });
    expect(answerTo({ question: 'committed' }, facts())).toMatchObject({
      committed: [eur(675_000)],
      billed: [eur(100_000)],
      open: [eur(575_000)],
      quotes: [pipes, boards],
      count: 2,
    });
    expect(answerTo({ question: 'committed', vendor: miller }, facts())).toMatchObject({
      vendor: 'Miller',
      committed: [eur(430_000)],
      quotes: [pipes],
    });
    expect(answerTo({ question: 'committed', step: floor }, facts())).toMatchObject({
      committed: [eur(245_000)],
      quotes: [boards],
    });
  });

  it('says so where signatures could not be verified, and counts no change then', () => {
    const { facts } = anAgreement();
    expect(answerTo({ question: 'committed' }, facts({ approved: null }))).toMatchObject({
      committed: [eur(650_000)],
      unchecked: true,
    });
  });

  it('stands beside what is left of the budget', () => {
    const { facts } = anAgreement();
    expect(answerTo({ question: 'left' }, facts())).toMatchObject({ left: eur(325_000), open: eur(675_000) });
    const { agreed: _none, ...bare } = facts();
    expect(answerTo({ question: 'left' }, bare)).not.toHaveProperty('open');
  });
});

describe('what approved changes cost', () => {
  it('is their sum, of all or of one contractor or step', () => {
    const { miller, floor, valve, less, facts } = anAgreement();
    expect(answerTo({ question: 'changes' }, facts())).toMatchObject({ amounts: [eur(25_000)], count: 2 });
    expect(answerTo({ question: 'changes', vendor: miller }, facts())).toMatchObject({ orders: [valve] });
    expect(answerTo({ question: 'changes', step: floor }, facts())).toMatchObject({
      orders: [less],
      amounts: [eur(-5_000)],
    });
  });

  it('is not told where it could not be verified what stands', () => {
    const { facts } = anAgreement();
    expect(answerTo({ question: 'changes' }, facts({ approved: null }))).toMatchObject({ unchecked: true, count: 0 });
  });
});

it('what is to be signed are change orders that wait and accepted quotes that nobody signed', () => {
  const { world, valve, pipes, facts, awardOf } = anAgreement();
  const waiting = { orders: [world.one('change', valve)], unsigned: [world.one('award', awardOf(pipes))] };
  expect(answerTo({ question: 'signing' }, facts(waiting))).toMatchObject({
    orders: [valve],
    quotes: [pipes],
    count: 2,
  });
  expect(answerTo({ question: 'signing' }, facts({ orders: null }))).toMatchObject({ unchecked: true, count: 0 });
});

describe('who owes whom', () => {
  it('is told in the fewest payments, with the costs it comes from', () => {
    const { world, facts } = anAgreement();
    const bought = (amount: number): RecordKey =>
      world.done('cost.add', costInput({ amount: eur(amount), state: 'paid' })).keys[0] ?? '';
    const [dear, cheap] = [bought(10_000), bought(4_000)];
    world.done('split.set', { cost: dear, paidBy: ANNA, shares: { [ANNA]: 1, [BEN]: 1 } });
    world.done('split.set', { cost: cheap, paidBy: BEN, shares: { [ANNA]: 1, [BEN]: 1 } });
    const splits = world.all('split');
    expect(answerTo({ question: 'shares' }, facts({ splits }))).toMatchObject({
      payments: [{ from: BEN, to: ANNA, amount: eur(3_000) }],
      costs: [dear, cheap],
      count: 2,
    });
    world.done('split.repay', { journey: JOURNEY, from: BEN, to: ANNA, amount: eur(3_000), date: TODAY });
    expect(answerTo({ question: 'shares', person: BEN }, facts({ splits: world.all('split') }))).toMatchObject({
      person: BEN,
      payments: [],
      count: 2,
    });
  });

  it('is nothing where nothing is shared', () => {
    expect(answerTo({ question: 'shares' }, anAgreement().facts())).toMatchObject({ payments: [], count: 0 });
  });
});

it('what a quote does not include stands in its lines without a price and in its terms', () => {
  const { world, miller, pipes, facts } = anAgreement();
  const line = { id: 'l1', quantity: null, unit: '', unitPrice: null, amount: null };
  const records = recordsIn(world);
  const quotes = records.quotes.map((quote) => ({
    ...quote,
    body: {
      ...quote.body,
      lines: [{ ...line, description: 'Chasing of walls not included' }],
      terms: 'Payable within 14 days. Painting is excluded. Prices exclude VAT.',
    },
  }));
  expect(
    answerTo({ question: 'quotes', vendor: miller, want: 'missing' }, { ...facts(), records: { ...records, quotes } }),
  ).toMatchObject({
    excludes: [
      { text: 'Chasing of walls not included', in: pipes },
      { text: 'Painting is excluded.', in: pipes },
    ],
  });
});

it('where others read, none of it is told that they may not see, nor that there is nothing', () => {
  const { facts } = anAgreement();
  const seen = { ...facts({ approved: [], splits: [] }), records: seenFrom(JOURNEY, facts().records) };
  const context = { ...seen, isShared: true, message: 'message_01890000-0000-7000-8000-0000000000ff', last: null };
  for (const question of ['committed', 'changes', 'signing', 'shares'] as const)
    expect(saidTo({ asks: { question } }, context)).toEqual({ kind: 'unread', why: 'familyOnly' });
});

it('every answer is one that a message may hold', () => {
  const { facts } = anAgreement();
  for (const question of ['committed', 'changes', 'signing', 'shares', 'left'] as const) {
    const said = { kind: 'answer', answer: answerTo({ question }, facts()) };
    expect(saidIn(said)).toEqual(said);
  }
});
