// The reader in a house that the table does not know: other steps, another currency, names that are alike.
import { describe, expect, it } from 'vitest';
import type { House } from '../../../domain/assistant/house.ts';
import { readAnswer, readMessage } from '../../../domain/assistant/reader.ts';
import { readDates } from '../../../src-renderer/data/date-reader.ts';
import { gbp } from '../../support/amounts.ts';

const tools = { dates: readDates };
const step = (key: string, name: string, state: 'todo' | 'doing' | 'done' = 'todo') => ({ key, name, state });

/** A Friday. */
const house: House = {
  today: '2027-01-15',
  lang: 'en',
  speaker: 'p-mo',
  journey: 'j-loft',
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
      key: 'j-loft',
      name: 'Loft',
      area: 'Attic',
      template: null,
      currency: 'GBP',
      budget: gbp(4_000_000),
      steps: [
        step('s-survey', 'Survey', 'done'),
        step('s-roof', 'Roof windows', 'doing'),
        step('s-insulation', 'Insulation'),
        step('s-first', 'First-fix electrics'),
        step('s-second', 'Second-fix electrics'),
        step('s-oak', 'Oak floor'),
      ],
    },
  ],
  costs: [
    {
      key: 'k-skip',
      journey: 'j-loft',
      name: 'Scaffold',
      amount: gbp(120_000),
      paid: false,
      step: null,
      payee: 'c-roof',
    },
    {
      key: 'k-wool',
      journey: 'j-loft',
      name: 'Mineral wool',
      amount: gbp(46_000),
      paid: false,
      step: null,
      payee: null,
    },
  ],
  quotes: [
    {
      key: 'q-1',
      journey: 'j-loft',
      vendor: 'Highline Ltd',
      contractor: 'c-roof',
      amount: gbp(800_000),
      step: 's-roof',
      accepted: false,
    },
    {
      key: 'q-2',
      journey: 'j-loft',
      vendor: 'Corvid Lofts',
      contractor: null,
      amount: gbp(910_000),
      step: null,
      accepted: false,
    },
  ],
  tasks: [{ key: 't-1', journey: 'j-loft', text: 'Book the crane', assignee: null, due: null, done: false }],
  decisions: [{ key: 'd-1', journey: 'j-loft', question: 'Stair', alternatives: ['Steel', 'Ash'], taken: false }],
  templates: [{ id: 'kitchen', name: 'Kitchen renovation' }],
};
const read = (text: string) => readMessage(text, house, tools);
const asked = (text: string) => {
  const reading = read(text);
  return 'choose' in reading ? [reading.choose.what, reading.choose.options.map(({ value }) => value)] : reading;
};

describe('acts', () => {
  it.each([
    ['roof windows are finished', [{ act: 'step.finish', step: 's-roof' }]],
    ['start insulation on Monday', [{ act: 'step.plan', step: 's-insulation', starts: '2027-01-18' }]],
    ['begin the first fix electrics', [{ act: 'step.start', step: 's-first' }]],
    ['Dämmung ist fertig', [{ act: 'step.finish', step: 's-insulation' }]],
    ['el aislamiento está terminado', [{ act: 'step.finish', step: 's-insulation' }]],
    ['paid Pat 1,200', [{ act: 'cost.pay', cost: 'k-skip' }]],
    ['mineral wool was 475.50', [{ act: 'cost.change', cost: 'k-wool', money: gbp(47_550) }]],
    [
      'bought screws for €9.90',
      [{ act: 'cost.add', name: 'screws', money: { minor: 990, currency: 'EUR' }, paid: true }],
    ],
    ['accept the roofer’s quote', [{ act: 'quote.accept', quote: 'q-1' }]],
    // Written by hand, its vendor is a name on it and no contractor.
    ['accept the quote from Corvid Lofts', [{ act: 'quote.accept', quote: 'q-2' }]],
    ['accept the Corvid quote', [{ act: 'quote.accept', quote: 'q-2' }]],
    ['the crane is booked', [{ act: 'task.done', task: 't-1' }]],
    ['we go with ash for the stair', [{ act: 'decision.take', decision: 'd-1', choice: 'Ash' }]],
    [
      'Ines has to ring Birch by 1 February',
      [{ act: 'task.add', text: 'ring Birch', assignee: 'p-ines', due: '2027-02-01' }],
    ],
    ['add 1k to the budget', [{ act: 'budget.set', money: gbp(4_100_000) }]],
    ['insulation can start again', [{ act: 'step.start', step: 's-insulation' }]],
    ['on Monday I have to meet Pat', [{ act: 'task.add', text: 'meet Pat', assignee: 'p-mo', due: '2027-01-18' }]],
    ['tomorrow remind me to sweep the hatch', [{ act: 'reminder.add', text: 'sweep the hatch', on: '2027-01-16' }]],
  ])('%s', (text, acts) => {
    expect(read(text)).toEqual({ does: acts });
  });
});

describe('questions back', () => {
  it.each([
    ['start electrics', ['step', ['s-first', 's-second']]],
    ['paid Tom or Pat 1200', { unread: true, why: 'unknown' }],
    ['task for Mo or Inés: paint the hatch', ['person', ['p-mo', 'p-ines']]],
    ['budget for insulation or oak floor 2k', ['step', ['s-oak', 's-insulation']]],
    ['remind me on Monday, no, Tuesday to call Pat', ['date', ['2027-01-18', '2027-01-19']]],
    ['add 40 to the mineral wool', ['intent', ['cost.add', 'cost.change']]],
    ['pay the bill', ['cost', ['k-skip', 'k-wool']]],
    ['move insulation', ['date', []]],
  ])('%s', (text, wanted) => {
    expect(asked(text)).toEqual(wanted);
  });

  it('an option holds what choosing it proposes', () => {
    const reading = read('start electrics');
    expect('choose' in reading && reading.choose.options[1]?.means).toEqual({
      does: [{ act: 'step.start', step: 's-second' }],
    });
  });

  it('a missing amount is given by the next message, and by nothing else', () => {
    const reading = read('add a cost for a ladder');
    if (!('choose' in reading)) throw new Error('nothing was asked');
    const { choose } = reading;
    expect(readAnswer({ text: 'about 85.50', choose }, house, tools)).toEqual({
      does: [{ act: 'cost.add', name: 'ladder', money: gbp(8_550) }],
    });
    expect(readAnswer({ text: 'undo', choose }, house, tools)).toEqual({ does: [{ act: 'undo' }] });
    expect(readAnswer({ text: 'minus 5', choose }, house, tools)).toEqual({ unread: true, why: 'impossible' });
  });

  it('a missing day is asked for in one doubt after the other', () => {
    const reading = read('remind me to call Pat');
    if (!('choose' in reading)) throw new Error('nothing was asked');
    const answer = readAnswer({ text: 'next Sunday', choose: reading.choose }, house, tools);
    expect('choose' in answer && answer.choose.options.map(({ value }) => value)).toEqual(['2027-01-17', '2027-01-24']);
  });
});

it.each([
  ["don't start insulation", 'negated'],
  ['Pat said insulation is done', 'reported'],
  ['if it rains block the roof windows', 'conditional'],
  ['should we skip insulation', 'advice'],
  ['share the loft with Pat', 'sharing'],
  ['delete the scaffold', 'deleting'],
  ['remind me on 30 February to call Pat', 'impossible'],
  ['finish the cellar', 'unknown'],
  ['I pay Pat tomorrow', 'impossible'],
])('leaves "%s" alone and says why', (text, why) => {
  expect(read(text)).toEqual({ unread: true, why });
});

it.each(['thanks', 'the insulation looks great', 'we watched 3 films yesterday', '🎉', 'x'.repeat(700), '', '. , ! ?'])(
  'makes nothing of "%s"',
  (text) => {
    expect('unread' in read(text)).toBe(true);
  },
);
