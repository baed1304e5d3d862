// What is said beside the thing itself: why a step is blocked, at what time of a day, how many per cent, that a cost is new. Sentences of its own.
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../domain/words/languages.ts';
import { saidTo, type Context } from '../../../domain/assistant/propose.ts';
import { readAnswer, readMessage } from '../../../domain/assistant/reader.ts';
import type { Reading } from '../../../domain/assistant/reading.ts';
import { readDates } from '../../../src-renderer/data/date-reader.ts';
import { houseOfWorld } from '../../assistant/house-of-world.ts';
import { eur } from '../../support/amounts.ts';
import { ANNA, JOURNEY } from '../../support/records.ts';

const tools = { dates: readDates };
const read = (text: string, lang: Lang): Reading => readMessage(text, houseOfWorld(lang), tools);
const PLUMBING = 'step|Kitchen|Plumbing';
const FLOOR = 'step|Kitchen|Floor';

describe('a block without a reason', () => {
  const nothing: Context['records'] = {
    journeys: [],
    steps: [],
    budgets: [],
    costs: [],
    quotes: [],
    awards: [],
    allocations: [],
    tasks: [],
    decisions: [],
    parties: [],
    people: [],
    photos: [],
    pairs: [],
  };
  const context: Context = {
    records: nothing,
    journey: JOURNEY,
    me: ANNA,
    today: '2026-05-13',
    message: 'message_01890000-0000-7000-8000-0000000000ff',
    last: null,
  };
  const asked = (text: string) => {
    const said = saidTo(read(text, 'en'), context);
    if (said?.kind !== 'choose') throw new Error('nothing is asked');
    return said.choose;
  };
  const answered = (text: string, to = asked('block plumbing')): Reading =>
    readAnswer({ text, choose: to }, houseOfWorld('en'), tools);

  it('is asked for one, and proposed with it', () => {
    expect(asked('block plumbing')).toMatchObject({ what: 'reason', options: [] });
    expect(answered('because the valve is on back order')).toEqual({
      does: [{ act: 'step.block', step: PLUMBING, reason: 'the valve is on back order' }],
    });
    expect(answered('not before Tom is back')).toMatchObject({ does: [{ reason: 'not before Tom is back' }] });
  });

  it('keeps what else was said with it', () => {
    const choose = asked('block plumbing and add task call Tom');
    expect(answered('burst pipe', choose)).toMatchObject({
      does: [{ act: 'step.block', reason: 'burst pipe' }, { act: 'task.add' }],
    });
  });

  it('is forgotten when something else is asked for instead', () => {
    expect(answered("what's next?")).toEqual({ asks: { question: 'next' } });
    expect(answered('start plumbing')).toMatchObject({ does: [{ act: 'step.start' }] });
  });

  it('asks nothing where one was given', () => {
    expect(saidTo(read('block plumbing, the valve is missing', 'en'), context)).toMatchObject({ kind: 'proposal' });
  });
});

describe('going on, in two halves', () => {
  it.each([
    ['machen wir mit Sanitär nicht weiter', 'step.block', PLUMBING],
    ['wir kommen mit dem Boden nicht weiter', 'step.block', FLOOR],
    ['mit dem Boden geht es nicht weiter', 'step.block', FLOOR],
    ['mit dem Boden machen wir weiter', 'step.start', FLOOR],
  ])('%s', (text, act, step) => expect(read(text, 'de')).toEqual({ does: [{ act, step }] }));

  it('gives the reason', () => {
    expect(read('wir kommen beim Boden nicht weiter, weil der Estrich nass ist', 'de')).toMatchObject({
      does: [{ act: 'step.block', reason: 'der Estrich nass ist' }],
    });
  });

  it('is nothing of no step', () => expect(read('das ist nicht weiter schlimm', 'de')).toHaveProperty('unread'));
});

describe('a time or a part of a day stays in the words', () => {
  it.each([
    ['remind me tomorrow at 9 am to call the plumber', 'en', 'call the plumber at 9 am'],
    ['remind me tomorrow morning to call', 'en', 'call in the morning'],
    ['remind me to call the plumber on Friday afternoon', 'en', 'call the plumber in the afternoon'],
    ['tomorrow morning remind me to ring Eva', 'en', 'ring Eva in the morning'],
    ['erinnere mich morgen früh Tom anzurufen', 'de', 'Tom anzurufen in der Früh'],
    ['erinnere mich morgen um 9 Uhr, Tom anzurufen', 'de', 'Tom anzurufen um 9 Uhr'],
    ['recuérdame llamar a Tom el viernes por la tarde', 'es', 'llamar a Tom por la tarde'],
  ] as const)('of a reminder: %s', (text, lang, expected) =>
    expect(read(text, lang)).toMatchObject({ does: [{ act: 'reminder.add', text: expected }] }),
  );

  it.each([
    ['add task call Tom tomorrow at 9 am', 'call Tom at 9 am'],
    ['add task call Tom tomorrow morning', 'call Tom in the morning'],
    ['Ben has to pick up the tiles tomorrow at 10:30 am', 'pick up the tiles at 10:30 am'],
  ])('of a task: %s', (text, expected) =>
    expect(read(text, 'en')).toMatchObject({ does: [{ act: 'task.add', text: expected, due: '2026-05-14' }] }),
  );
});

describe('per cent are no money', () => {
  it.each(['tiles 10 % off', 'we got 10 % off the tiles', '10% off'])('%s', (text) =>
    expect(read(text, 'en')).toHaveProperty('unread'),
  );
  it.each([
    ['10 % Rabatt auf die Fliesen', 'de'],
    ['10 % de descuento en los azulejos', 'es'],
  ] as const)('%s', (text, lang) => expect(read(text, lang)).toHaveProperty('unread'));

  it('beside an amount change neither it nor the name', () => {
    expect(read('oven 500 (10% off)', 'en')).toEqual({ does: [{ act: 'cost.add', name: 'oven', money: eur(50_000) }] });
    expect(read('bought sockets for 300, 10 % off', 'en')).toEqual({
      does: [{ act: 'cost.add', name: 'sockets', money: eur(30_000), paid: true }],
    });
  });
});

describe('a new cost is called by what it is for', () => {
  it.each([
    ['new cost: wall tiles 300', 'en', 'wall tiles'],
    ['new cost wall tiles 300', 'en', 'wall tiles'],
    ['new cost: wall paint 300', 'en', 'wall paint'],
    ['add cost: new valve 300', 'en', 'new valve'],
    ['neue Kosten: Wandfliesen 300', 'de', 'Wandfliesen'],
    ['nuevo gasto: azulejos de pared 300', 'es', 'azulejos de pared'],
  ] as const)('%s', (text, lang, name) =>
    expect(read(text, lang)).toEqual({ does: [{ act: 'cost.add', name, money: eur(30_000) }] }),
  );
});

describe('whose it is changes nothing of what is meant', () => {
  it.each([
    ['I want to renovate my bathroom, budget 15000', 'en'],
    ['Ich möchte mein Bad renovieren, Budget 15000', 'de'],
    ['Quiero reformar mi baño, presupuesto 15000', 'es'],
  ] as const)('%s', (text, lang) =>
    expect(read(text, lang)).toEqual({
      does: [{ act: 'journey.start', template: 'bathroom', budget: eur(1_500_000) }],
    }),
  );

  it('of a step, and of a reminder, which keeps its words', () => {
    expect(read('my plumbing is done', 'en')).toEqual({ does: [{ act: 'step.finish', step: PLUMBING }] });
    expect(read('remind me to call my mother on Friday', 'en')).toMatchObject({ does: [{ text: 'call my mother' }] });
  });

  it('but my tasks are mine', () => {
    expect(read('what are my tasks?', 'en')).toMatchObject({ asks: { question: 'tasks', assignee: 'person|Anna' } });
  });
});
