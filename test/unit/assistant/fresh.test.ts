// Sixty sentences that the reader was mended by, and what keeps those rules from going too far: variations, and what only looks like them.
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../domain/words/languages.ts';
import { readMessage } from '../../../domain/assistant/reader.ts';
import type { Reading } from '../../../domain/assistant/reading.ts';
import { readDates } from '../../../src-renderer/data/date-reader.ts';
import { isRight, isWrongWrite } from '../../assistant/compare.ts';
import { fresh } from '../../assistant/fresh.ts';
import { houseOfWorld } from '../../assistant/house-of-world.ts';
import { row, type Row } from '../../assistant/rows.ts';
import { seenDe } from '../../assistant/seen-de.ts';
import { seenEn } from '../../assistant/seen-en.ts';
import { seenEs } from '../../assistant/seen-es.ts';
import { eur } from '../../support/amounts.ts';

const houses = { en: houseOfWorld('en'), de: houseOfWorld('de'), es: houseOfWorld('es') };
const read = (text: string, lang: Lang): Reading => readMessage(text, houses[lang], { dates: readDates });
const readRow = ({ says, lang }: Row): Reading => read(says, lang);
const MILLER = 'contractor|Miller Plumbing';

describe('the sixty', () => {
  it('are sentences of the house in three languages, a third of them unsure, and none of another table', () => {
    expect(fresh.filter((each) => !row.safeParse(each).success)).toEqual([]);
    const count = (lang: Lang) => fresh.filter((each) => each.lang === lang).length;
    expect([count('en'), count('de'), count('es')]).toEqual([30, 15, 15]);
    expect(fresh.filter(({ kind }) => kind !== 'plain' && kind !== 'several')).toHaveLength(20);
    const others = new Set([...seenEn, ...seenDe, ...seenEs].map(({ says }) => says.toLowerCase()));
    expect(fresh.filter(({ says }) => others.has(says.toLowerCase()))).toEqual([]);
  });

  it('are read right', () => {
    expect(fresh.filter((each) => !isRight(readRow(each), each.expect)).map(({ says }) => says)).toEqual([]);
  });

  it('propose no act where one is in doubt or none is meant', () => {
    expect(fresh.filter((each) => isWrongWrite(readRow(each), each)).map(({ says }) => says)).toEqual([]);
  });
});

describe('an order in the form of a question is one where only the assistant can be meant', () => {
  it.each([
    ['could you add 40 for grout?', 'en', { act: 'cost.add', name: 'grout', money: eur(4_000) }],
    ['could you mark demolition as done?', 'en', { act: 'step.finish', step: 'step|Kitchen|Demolition' }],
    ['can you undo that?', 'en', { act: 'undo' }],
    ['can you note that the key is under the pot?', 'en', { act: 'comment.add', text: 'the key is under the pot' }],
    ['kannst du 40 Euro für Dübel eintragen?', 'de', { act: 'cost.add', name: 'Dübel', money: eur(4_000) }],
    [
      'kannst du mich am Freitag an die Fugen erinnern?',
      'de',
      { act: 'reminder.add', text: 'Fugen', on: '2026-05-15' },
    ],
    ['¿puedes apuntar 40 € de tornillos?', 'es', { act: 'cost.add', name: 'tornillos', money: eur(4_000) }],
    [
      '¿me puedes recordar el viernes llamar a Eva?',
      'es',
      { act: 'reminder.add', text: 'llamar a Eva', on: '2026-05-15' },
    ],
  ] as const)('%s', (text, lang, act) => expect(read(text, lang)).toEqual({ does: [act] }));

  it.each([
    ['can you start the floor?', 'en'],
    ['can you pay the tiles?', 'en'],
    ['can you believe the floor is done?', 'en'],
    ['could we add 500 to the budget?', 'en'],
    ['would you add 500 to the budget?', 'en'],
    ['kannst du mit dem Boden anfangen?', 'de'],
  ] as const)('"%s" is none', (text, lang) => expect(read(text, lang)).not.toHaveProperty('does'));
});

describe('what somebody should do is a task only by a day', () => {
  it('with one', () => {
    expect(read('Ben should sweep the stairs by Friday', 'en')).toEqual({
      does: [{ act: 'task.add', text: 'sweep the stairs', assignee: 'person|Ben', due: '2026-05-15' }],
    });
  });
  it.each([
    'Ben should sweep the stairs',
    'Ben should know that by Friday',
    'Tom should have ordered the pipes by Friday',
    'the tiles should be here by Friday',
  ])('not "%s"', (text) => expect(read(text, 'en')).not.toHaveProperty('does'));
});

describe('a quote comes from whoever sends it, hands it in or gives it, and pays nobody', () => {
  const quoted = (vendor: string, minor: number) => ({ does: [{ act: 'quote.add', vendor, money: eur(minor) }] });
  it.each([
    ['Tom handed in a quote of 4,100', 'en', quoted(MILLER, 410_000)],
    ['Tom gave us a quote of 4100', 'en', quoted(MILLER, 410_000)],
    ['Eva hat ihr Angebot geschickt: 3.100 Euro', 'de', quoted('contractor|Volt Electric', 310_000)],
  ] as const)('%s', (text, lang, expected) => expect(read(text, lang)).toEqual(expected));

  it('of two it is asked which', () => {
    expect(read('Eva o Tom ofrece 3.300 €', 'es')).toMatchObject({ choose: { what: 'person' } });
  });
  it.each(["I sent Tom's quote of 4100 to Ben", 'if Tom sent 4100 we take it'])('not "%s"', (text) =>
    expect(read(text, 'en')).not.toHaveProperty('does'),
  );
  it('"handed Tom 250" still pays', () => {
    expect(read('handed Tom 250 for the valve', 'en')).toMatchObject({ does: [{ act: 'cost.add', paid: true }] });
  });
});

describe('why a decision was taken may stand behind a comma', () => {
  it.each([
    ['we went for quartz, oak was too soft', { choice: 'Quartz', why: 'oak was too soft' }],
    ["we go with oak, it's warmer", { choice: 'Oak', why: "it's warmer" }],
  ])('%s', (text, expected) => expect(read(text, 'en')).toMatchObject({ does: [expected] }));
  it.each(['we go with oak, thanks', 'we go with oak, start tiling', 'we go with oak, the tiles are great'])(
    'nothing of it in "%s"',
    (text) => expect(JSON.stringify(read(text, 'en'))).not.toContain('why'),
  );
});

describe('money that comes back is no cost', () => {
  it.each([
    ['got 100 back for the tiles', 'en'],
    ['refund of 50 for pipes', 'en'],
    ['Tom paid 50 back', 'en'],
    ['100 Euro für die Fliesen zurückbekommen', 'de'],
    ['nos han devuelto 50 € de los azulejos', 'es'],
  ] as const)('%s', (text, lang) => expect(read(text, lang)).toHaveProperty('unread'));
  it('but a back door is one', () => {
    expect(read('back door 300', 'en')).toMatchObject({ does: [{ name: 'back door', money: eur(30_000) }] });
  });
});

it('of so many at a price it is asked whether the price is of all or of one', () => {
  expect(read('bought 3 x 12.50 brushes', 'en')).toMatchObject({
    choose: { what: 'amount', options: [{ value: eur(3_750) }, { value: eur(1_250) }] },
  });
});

it('what something is of is no step, whatever step is called so', () => {
  expect(read('bought two tins of painting primer for 30', 'en')).not.toHaveProperty('does.0.step');
  expect(read('bought a bag of plastering for 12', 'en')).toEqual({
    does: [{ act: 'cost.add', name: 'bag of plastering', money: eur(1_200), paid: true }],
  });
});

it('what was ordered for a price is called by what it is', () => {
  expect(read('ordered 20 m2 of tiles for 680', 'en')).toEqual({
    does: [{ act: 'cost.add', name: '20 m2 of tiles', money: eur(68_000) }],
  });
});

it('where a cost is written down is no part of its name', () => {
  expect(read('bitte 89 € für Lampen auf die Kostenliste', 'de')).toMatchObject({ does: [{ name: 'Lampen' }] });
  expect(read('pon 89 € de lámparas en la lista de gastos', 'es')).toMatchObject({ does: [{ name: 'lámparas' }] });
});

it.each([
  ['phew, plumbing is finished', 'en'],
  ['endlich, Abbruch ist fertig, gott sei dank', 'de'],
  ['menos mal, la demolición está terminada', 'es'],
] as const)('relief hides nothing: %s', (text, lang) =>
  expect(read(text, lang)).toMatchObject({ does: [{ act: 'step.finish' }] }),
);
