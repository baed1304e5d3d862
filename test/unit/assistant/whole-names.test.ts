// A name of the house that stands whole in a sentence is one thing, whatever commas, "and"s and verbs it holds.
import { describe, expect, it } from 'vitest';
import type { House } from '../../../domain/assistant/house.ts';
import { readMessage } from '../../../domain/assistant/reader.ts';
import { templates } from '../../../domain/templates/templates.ts';
import { readDates } from '../../../src-renderer/data/date-reader.ts';
import { gbp } from '../../support/amounts.ts';

const tools = { dates: readDates };
const step = (key: string, name: string, state: 'todo' | 'doing' | 'done' = 'todo') => ({ key, name, state });

const bare: House = {
  today: '2027-01-15',
  lang: 'en',
  speaker: 'p-mo',
  journey: 'j',
  currency: 'GBP',
  people: [{ key: 'p-mo', name: 'Mo' }],
  contractors: [],
  journeys: [],
  costs: [],
  quotes: [],
  tasks: [],
  decisions: [],
  templates: templates.map(({ id, name }) => ({ id, name })),
};
const houseWith = (names: readonly string[]): House => ({
  ...bare,
  journeys: [
    {
      key: 'j',
      name: 'Home',
      area: '',
      template: null,
      currency: 'GBP',
      budget: gbp(1_000_000),
      steps: names.map((name) => step(name, name)),
    },
  ],
});

describe.each(templates.map(({ name, steps }) => [name, steps.map((each) => each.name)] as const))('%s', (_, names) => {
  const house = houseWith(names);
  it.each(names)('%s', (name) => {
    const read = (text: string) => readMessage(text, house, tools);
    expect(read(`finish ${name}`)).toEqual({ does: [{ act: 'step.finish', step: name }] });
    expect(read(`start ${name}`)).toEqual({ does: [{ act: 'step.start', step: name }] });
    expect(read(`${name} is done`)).toEqual({ does: [{ act: 'step.finish', step: name }] });
    expect(read(`block ${name} because the tiles are missing`)).toEqual({
      does: [{ act: 'step.block', step: name, reason: 'the tiles are missing' }],
    });
    expect(read(`add 120 for screws to ${name}`)).toEqual({
      does: [{ act: 'cost.add', name: 'screws', money: gbp(12_000), step: name }],
    });
    expect(read(`${name} ist fertig`)).toEqual({ does: [{ act: 'step.finish', step: name }] });
    expect(read(`${name} está terminado`)).toEqual({ does: [{ act: 'step.finish', step: name }] });
    expect(read(`we can't go on with ${name}, the tiles are missing`)).toEqual({
      does: [{ act: 'step.block', step: name, reason: 'the tiles are missing' }],
    });
    expect(read(`we are done with ${name.toLowerCase()}.`)).toEqual({ does: [{ act: 'step.finish', step: name }] });
  });
});

const house: House = {
  ...houseWith([]),
  contractors: [{ key: 'c', company: 'Birch, Elm & Sons', person: null, trade: '' }],
  journeys: [
    {
      key: 'j',
      name: 'Home',
      area: '',
      template: null,
      currency: 'GBP',
      budget: null,
      steps: [
        step('order', 'Order units, worktop and appliances'),
        step('done', 'Collect doors, frames and skirting', 'done'),
        step('tiling', 'Tiling'),
        step('painting', 'Painting'),
      ],
    },
  ],
  costs: [
    { key: 'k', journey: 'j', name: 'Nails, glue and tape', amount: gbp(900), paid: false, step: null, payee: null },
    { key: 'k2', journey: 'j', name: 'Tiling and painting', amount: gbp(900), paid: true, step: null, payee: null },
  ],
  quotes: [
    {
      key: 'q',
      journey: 'j',
      vendor: 'Birch, Elm & Sons',
      contractor: 'c',
      amount: gbp(1),
      step: null,
      accepted: false,
    },
  ],
  tasks: [{ key: 't', journey: 'j', text: 'Sweep hall, stairs and landing', assignee: null, due: null, done: false }],
  decisions: [
    { key: 'd', journey: 'j', question: 'Taps and handles', alternatives: ['Brass, matt', 'Steel'], taken: false },
  ],
};
const finish = (key: string) => ({ act: 'step.finish', step: key });

it.each([
  ['finish order units worktop and appliances', [finish('order')]],
  ['finish order units, worktop & appliances', [finish('order')]],
  ['finish order units, workotp and appliances', [finish('order')]],
  ['finish Order units, worktop and appliances and painting', [finish('order'), finish('painting')]],
  ['finish tiling and painting', [finish('tiling'), finish('painting')]],
  ['paid nails, glue and tape', [{ act: 'cost.pay', cost: 'k' }]],
  ['nails, glue and tape cost 12', [{ act: 'cost.change', cost: 'k', money: gbp(1_200) }]],
  ['sweep hall, stairs and landing is done', [{ act: 'task.done', task: 't' }]],
  ['accept the quote from Birch, Elm & Sons', [{ act: 'quote.accept', quote: 'q' }]],
  ['we go with brass, matt for taps and handles', [{ act: 'decision.take', decision: 'd', choice: 'Brass, matt' }]],
  [
    'note: order units, worktop and appliances took long',
    [{ act: 'comment.add', text: 'order units, worktop and appliances took long' }],
  ],
])('%s', (text, acts) => {
  expect(readMessage(text, house, tools)).toEqual({ does: acts });
});

it.each([
  ["don't finish Order units, worktop and appliances", 'negated'],
  ['finish Collect doors, frames and skirting', 'impossible'],
])('leaves "%s" alone', (text, why) => {
  expect(readMessage(text, house, tools)).toEqual({ unread: true, why });
});
