// Words typed after a question with options pick the one that they fit, and only that; whatever else is typed is a message of its own.
import { expect, it } from 'vitest';
import type { House } from '../../../domain/assistant/house.ts';
import { readAnswer, readMessage } from '../../../domain/assistant/reader.ts';
import type { Choice } from '../../../domain/assistant/reading.ts';
import { readDates } from '../../../src-renderer/data/date-reader.ts';
import { gbp } from '../../support/amounts.ts';

const tools = { dates: readDates };
const step = (key: string, name: string, state: 'todo' | 'doing' | 'done' = 'todo') => ({ key, name, state });
const cost = (key: string, name: string, paid = false) => ({
  key,
  journey: 'j',
  name,
  amount: gbp(5_000),
  paid,
  step: null,
  payee: null,
});

/** A Wednesday. */
const house: House = {
  today: '2027-01-13',
  lang: 'en',
  speaker: 'p-mo',
  journey: 'j',
  currency: 'GBP',
  people: [
    { key: 'p-mo', name: 'Mo' },
    { key: 'p-ines', name: 'Inés' },
  ],
  contractors: [
    { key: 'c-roof', company: 'Highline Ltd', person: 'Pat Doyle', trade: 'Roofing' },
    { key: 'c-floor', company: 'Birch & Sons', person: null, trade: 'flooring' },
  ],
  journeys: [
    {
      key: 'j',
      name: 'Loft',
      area: 'Attic',
      template: null,
      currency: 'GBP',
      budget: gbp(4_000_000),
      steps: [
        step('s-roof', 'Roof windows', 'doing'),
        step('s-first', 'First-fix electrics'),
        step('s-second', 'Second-fix electrics'),
        step('s-oak', 'Oak floor'),
      ],
    },
  ],
  costs: [cost('k-oil', 'Oil'), cost('k-samples', 'Oil samples'), cost('k-wool', 'Mineral wool')],
  quotes: ['c-roof', 'c-floor'].map((contractor, at) => ({
    key: `q-${contractor}`,
    journey: 'j',
    vendor: at === 0 ? 'Highline Ltd' : 'Birch & Sons',
    contractor,
    amount: gbp(80_000),
    step: null,
    accepted: false,
  })),
  tasks: [
    { key: 't-1', journey: 'j', text: 'Book the crane', assignee: null, due: null, done: false },
    { key: 't-2', journey: 'j', text: 'Call the crane driver', assignee: null, due: null, done: false },
  ],
  decisions: [],
  templates: [{ id: 'kitchen', name: 'Kitchen renovation' }],
};
const asked = (text: string): Choice => {
  const reading = readMessage(text, house, tools);
  if (!('choose' in reading)) throw new Error(`"${text}" was not asked back: ${JSON.stringify(reading)}`);
  return reading.choose;
};
const answer = (text: string, choose: Choice) => readAnswer({ text, choose }, house, tools);
const start = (key: string) => ({ does: [{ act: 'step.start', step: key }] });
const pay = (key: string) => ({ does: [{ act: 'cost.pay', cost: key }] });
const remind = (on: string) => ({ does: [{ act: 'reminder.add', text: 'call Pat', on }] });

it.each([
  ['start electrics', 'the second one', start('s-second')],
  ['start electrics', '2', start('s-second')],
  ['start electrics', 'the 1st', start('s-first')],
  ['start electrics', 'the last one please', start('s-second')],
  ['start electrics', 'das zweite', start('s-second')],
  ['start electrics', 'la primera', start('s-first')],
  ['start electrics', 'Second-fix electrics', start('s-second')],
  ['start electrics', 'first fix', start('s-first')],
  ['pay the oil', 'Oil samples', pay('k-samples')],
  ['pay the oil', 'Oil', pay('k-oil')],
  ['pay the oil', 'the samples', pay('k-samples')],
  ['pay the bill', 'wool', pay('k-wool')],
  ['accept the quote', 'Pat', { does: [{ act: 'quote.accept', quote: 'q-c-roof' }] }],
  ['accept the quote', 'Birch and Sons', { does: [{ act: 'quote.accept', quote: 'q-c-floor' }] }],
  ['accept the quote', 'the roofer', { does: [{ act: 'quote.accept', quote: 'q-c-roof' }] }],
  ['remind me next Friday to call Pat', 'the 22nd', remind('2027-01-22')],
  ['remind me next Friday to call Pat', '15 January', remind('2027-01-15')],
  ['remind me next Friday to call Pat', 'the second', remind('2027-01-22')],
  ['remind me on Monday, no, Tuesday to call Pat', 'Tuesday', remind('2027-01-19')],
  ['add a cost of 1.200 for boards', '1,200', { does: [{ act: 'cost.add', name: 'boards', money: gbp(120_000) }] }],
  ['mineral wool 60', 'a new cost', { does: [{ act: 'cost.add', name: 'mineral wool', money: gbp(6_000) }] }],
  ['mineral wool 60', 'change it', { does: [{ act: 'cost.change', cost: 'k-wool', money: gbp(6_000) }] }],
])('"%s", then "%s"', (question, typed, picked) => {
  expect(answer(typed, asked(question))).toEqual(picked);
});

it.each([
  ['start electrics', 'undo', { does: [{ act: 'undo' }] }],
  ['start electrics', 'finish oak floor', { does: [{ act: 'step.finish', step: 's-oak' }] }],
  ['start electrics', "what's next?", { asks: { question: 'next' } }],
  ['start electrics', 'electrics', { unread: true }],
  ['start electrics', 'the third one', { unread: true }],
  ['start electrics', 'yes', { unread: true }],
  ['start electrics', 'no', { unread: true }],
  ['start electrics', 'oak floor', { unread: true }],
  ['remind me next Friday to call Pat', 'Friday', { unread: true }],
  ['start electrics', 'neither', { unread: true, why: 'negated' }],
])('"%s", then "%s" picks nothing', (question, typed, reading) => {
  const { why, ...read } = { why: undefined, ...answer(typed, asked(question)) };
  expect('why' in reading ? { ...read, why } : read).toEqual(reading);
});

it('a question with one option is answered by yes and no', () => {
  const { options, ...rest } = asked('start electrics');
  const one: Choice = { ...rest, options: options.slice(0, 1) };
  for (const yes of ['yes', 'Yes, please!', 'ja', 'sí', 'ok']) expect(answer(yes, one)).toEqual(start('s-first'));
  for (const no of ['no', 'No.', 'nein']) expect(answer(no, one)).toEqual({ unread: true, why: 'negated' });
});

it.each([
  ["we can't go on with the oak floor because the wood is wet", 's-oak', 'the wood is wet'],
  ["we can't continue oak floor, the glue is missing", 's-oak', 'the glue is missing'],
  ["oak floor can't continue: no glue", 's-oak', 'no glue'],
  ['wir kommen nicht weiter mit den Roof windows, weil der Kran fehlt', 's-roof', 'der Kran fehlt'],
  ['no podemos seguir con Oak floor porque falta cola', 's-oak', 'falta cola'],
])('"%s" is a block', (text, key, reason) => {
  expect(readMessage(text, house, tools)).toEqual({ does: [{ act: 'step.block', step: key, reason }] });
});

it.each([
  "we can't go on Friday",
  "I can't go on",
  "we can't go on with the holiday",
  "if we can't go on with the oak floor call Pat",
  "can't continue oak floor because it costs 500",
])('"%s" starts nothing', (text) => {
  const reading = readMessage(text, house, tools);
  expect('does' in reading && reading.does.some(({ act }) => act !== 'step.block')).toBe(false);
});

it.each([
  ['remind me tomorrow at 8 to call Pat', 'call Pat at 8'],
  ['remind me at 8 tomorrow to call Pat', 'call Pat at 8'],
  ['remind me tomorrow at 14:30 to call Pat', 'call Pat at 14:30'],
  ['remind me tomorrow 8pm to call Pat', 'call Pat 8pm'],
  ['remind me to call Pat tomorrow at 8', 'call Pat at 8'],
  ['remind me tomorrow at half past 8: the crane comes', 'the crane comes at half past 8'],
  ['erinnere mich morgen um 8 Uhr daran, Pat anzurufen', 'Pat anzurufen um 8 Uhr'],
  ['recuérdame mañana a las 8 llamar a Pat', 'llamar a Pat a las 8'],
])('"%s" keeps the day, and the time in the text', (text, kept) => {
  expect(readMessage(text, house, tools)).toEqual({ does: [{ act: 'reminder.add', text: kept, on: '2027-01-14' }] });
});
