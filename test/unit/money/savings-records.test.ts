// Every way to save, found in records as people and papers make them, each with the figures that it comes from.
import { expect, test } from 'vitest';
import { findingKey } from '../../../domain/commands/finding.ts';
import { awardKey } from '../../../domain/commands/quote.ts';
import { readPaper } from '../../../domain/documents/paper.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { entriesOf } from '../../../domain/money/entries.ts';
import { headOf, SAVING_PAPERS, savingsOf, type PaperRead } from '../../../domain/money/savings/from-records.ts';
import type { Saving } from '../../../domain/money/savings/saving.ts';
import { eur } from '../../support/amounts.ts';
import { addPhoto, addStep, aJourney, costInput } from '../../support/a-journey.ts';
import { JOURNEY, PRIVATE } from '../../support/records.ts';

const TODAY = '2026-06-10';

type Line = readonly [description: string, minor: number, thousandths: number | null, unit: string];

const aHome = () => {
  const world = aJourney({ budget: eur(1_500_000) });
  const papers: PaperRead[] = [];
  return {
    world,
    /** A paper as it was read, kept if it is of a kind whose terms matter. */
    paper: (text: string): RecordKey => {
      const of = addPhoto(world);
      const { values } = readPaper([{ text, words: [] }], { currency: 'EUR', today: TODAY });
      if (SAVING_PAPERS.has(values.kind)) papers.push({ of, values, head: headOf([{ text }]) });
      return of;
    },
    quote: (vendor: string, lines: readonly Line[], terms = ''): RecordKey => {
      const total = eur(lines.reduce((sum, [, minor]) => sum + minor, 0));
      const written = lines.map(([description, minor, quantity, unit], at) => ({
        id: `l${at + 1}`,
        description,
        quantity,
        unit,
        unitPrice: null,
        amount: eur(minor),
        optional: false,
        places: {},
      }));
      const none = {
        title: '',
        number: '',
        validUntil: null,
        subtotal: null,
        discount: null,
        tax: null,
        document: null,
      };
      const asked = { journey: JOURNEY, vendor, total, party: null, step: null, date: '2026-05-02' };
      return world.done('quote.add', { ...asked, rest: { ...none, terms, lines: written } }).keys[0] ?? '';
    },
    found: (): readonly Saving[] =>
      savingsOf({
        journey: world.one('journey', `${JOURNEY}|${JOURNEY}`),
        today: TODAY,
        entries: entriesOf(world.all('cost'), 'EUR').entries,
        quotes: world.all('quote'),
        awards: world.all('award'),
        changes: world.all('change'),
        selections: world.all('selection'),
        questions: world.all('question'),
        findings: world.all('finding'),
        steps: world.all('step'),
        dismissed: world.all('saving'),
        corrections: undefined,
        papers,
      }).open,
  };
};

test('a discount for paying early: from the invoice itself, from the accepted quote, and for what bills a change order to it', () => {
  const { world, paper, quote, found } = aHome();
  const invoice = paper(
    'INVOICE 2026-118\nBrandt Sanitär GmbH\nDate: 05/06/2026\nConcealed cistern 480.00 EUR\nTotal 480.00 EUR\nPayment: 2 % Skonto within 14 days, net 30 days.',
  );
  world.done(
    'cost.add',
    costInput({
      description: 'Cistern',
      vendor: 'Brandt',
      amount: eur(48_000),
      state: 'due',
      date: '2026-06-05',
      receipt: invoice,
    }),
  );
  const taken = quote(
    'Miller',
    [['Wall tiling', 300_000, 24_000, 'm²']],
    'Payable in 30 days; 3 % discount within 10 days.',
  );
  world.done('quote.accept', { key: taken });
  const due = { state: 'due', date: '2026-06-04', vendor: 'Miller' } as const;
  world.done('cost.add', {
    ...costInput({ ...due, description: 'First part', amount: eur(100_000) }),
    against: awardKey(taken),
  });
  const change = {
    title: 'Dry the wall',
    why: '',
    amount: eur(24_000),
    days: 0,
    lines: [],
    step: null,
    against: awardKey(taken),
  };
  const [order = ''] = world.done('change.add', { journey: JOURNEY, space: PRIVATE, ...change }).keys;
  world.done('cost.add', { ...costInput({ ...due, description: 'Drying', amount: eur(24_000) }), against: order });
  expect(found()).toMatchObject([
    {
      found: { kind: 'early', name: 'First part', amount: eur(100_000), hundredths: 300, by: '2026-06-14' },
      worth: eur(3_000),
    },
    {
      found: { kind: 'early', name: 'Drying', amount: eur(24_000), hundredths: 300, by: '2026-06-14' },
      worth: eur(720),
    },
    {
      found: { kind: 'early', name: 'Cistern', amount: eur(48_000), hundredths: 200, by: '2026-06-19' },
      worth: eur(960),
    },
  ]);
});

test('an allowance that the choice does not use up', () => {
  const { world, found } = aHome();
  const chosen = { name: 'Granite sink 60 cm', price: eur(38_900), finding: null };
  world.done('selection.add', {
    journey: JOURNEY,
    title: 'Sink and tap',
    allowance: eur(45_000),
    deadline: null,
    step: null,
    chosen,
  });
  expect(found()).toMatchObject([
    { found: { kind: 'allowance', allowance: eur(45_000), spent: eur(38_900) }, worth: eur(6_100) },
  ]);
});

test('one piece of work in two accepted quotes, and a line that is dear beside the others', () => {
  const { world, quote, found } = aHome();
  const tiler = quote('Miller', [
    ['Remove old wall tiles and dispose', 62_000, null, ''],
    ['Wall tiling, bathroom', 190_000, 24_000, 'm²'],
  ]);
  const builder = quote('Lindner', [
    ['Remove old wall tiles, dispose', 58_000, null, ''],
    ['Screed', 90_000, 12_000, 'm²'],
  ]);
  const third = quote('Ortiz', [['Wall tiling bathroom', 150_000, 24_000, 'm²']]);
  for (const key of [tiler, builder]) world.done('quote.accept', { key });
  const seen = found();
  expect(seen.filter((one) => one.found.kind === 'overlap')).toMatchObject([
    {
      worth: eur(58_000),
      found: {
        prices: [
          { vendor: 'Lindner', price: eur(58_000) },
          { vendor: 'Miller', price: eur(62_000) },
        ],
      },
    },
  ]);
  expect(seen.filter((one) => one.found.kind === 'line')).toMatchObject([
    {
      worth: eur(40_000),
      records: [tiler, third],
      found: { vendor: 'Miller', price: eur(190_000), middle: eur(150_000), others: 1 },
    },
  ]);
});

test('a repair that was paid while the warranty of its paper held, and none after it', () => {
  const { world, paper, found } = aHome();
  const card = paper(
    'Warranty certificate\nKüchen Hartmann\nDishwasher built-in\nDate: 01/02/2026\nWarranty period: 2 years',
  );
  const repair = { vendor: 'Service Weiß', category: 'appliances', amount: eur(14_900) };
  const [paid = ''] = world.done(
    'cost.add',
    costInput({ ...repair, description: 'Repair of the dishwasher', date: '2026-06-01' }),
  ).keys;
  world.done(
    'cost.add',
    costInput({ ...repair, description: 'Repair of the hob', date: '2026-06-02', amount: eur(9_000) }),
  );
  expect(found()).toMatchObject([
    {
      worth: eur(14_900),
      records: [paid, card],
      found: { kind: 'warranty', on: '2026-06-01', until: '2028-02-01', words: ['dishwasher'] },
    },
  ]);
});

test('an equal that costs less than what was chosen in the research, by the same unit', () => {
  const { world, found } = aHome();
  const step = addStep(world, 'Tile the wall');
  const [question = ''] = world.done('question.ask', {
    journey: JOURNEY,
    text: 'Wall tiles',
    kind: 'product',
    step,
    search: false,
  }).keys;
  const product = (url: string, title: string, minor: number): RecordKey => {
    world.done('finding.save', { journey: JOURNEY, url, title, site: 'shop', snippet: '', kind: 'product', question });
    const key = findingKey(JOURNEY, url);
    world.done('finding.edit', { key, set: { tags: ['matt', '20x20'] } });
    world.done('finding.price', { key, price: { amount: eur(minor), unit: 'm²', quantity: 1_440 } });
    return key;
  };
  const dear = product('https://a.example/tile', 'Zellige white', 7_200);
  const other = product('https://b.example/tile', 'Cotto white', 5_760);
  world.done('finding.mark', { key: dear, state: 'chosen' });
  // 50.00 and 40.00 a square metre.
  expect(found()).toMatchObject([
    {
      worth: eur(1_000),
      records: [dear, other],
      found: { kind: 'cheaper', price: eur(5_000), otherPrice: eur(4_000), unit: 'm²' },
    },
  ]);
});

test('a purchase that was entered from the receipt and from the bank', () => {
  const { world, found } = aHome();
  const bought = { description: 'Grout', amount: eur(4_210), vendor: 'Fliesen  Kontor' };
  world.done('cost.add', costInput({ ...bought, date: '2026-05-12', receipt: addPhoto(world) }));
  world.done('cost.add', costInput({ ...bought, description: '', vendor: 'FLIESEN KONTOR', date: '2026-05-14' }));
  expect(found()).toMatchObject([{ worth: eur(4_210), found: { kind: 'duplicate', amount: eur(4_210), days: 2 } }]);
});
