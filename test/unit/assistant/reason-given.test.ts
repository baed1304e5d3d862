// The message behind "Why can't it go on?": what it is taken for, and what it would be otherwise.
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../domain/words/languages.ts';
import { readReply } from '../../../domain/assistant/reader.ts';
import type { Choice } from '../../../domain/assistant/reading.ts';
import { saidIn } from '../../../domain/assistant/reply.ts';
import { readDates } from '../../../src-renderer/data/date-reader.ts';
import { houseOfWorld } from '../../assistant/house-of-world.ts';

const PLUMBING = 'step|Kitchen|Plumbing';
const why: Choice = {
  what: 'reason',
  options: [],
  pending: { drafts: [{ act: 'step.block', step: PLUMBING }], holes: [{ what: 'reason', at: 0, field: 'reason' }] },
};
const reply = (text: string, lang: Lang) => readReply({ text, choose: why }, houseOfWorld(lang), { dates: readDates });
const blocked = (reason: string) => ({ does: [{ act: 'step.block', step: PLUMBING, reason }] });

describe('what tells something is the reason, and may be said not to be', () => {
  it.each([
    ['the valve is on back order', 'en'],
    ["the tiles aren't here yet", 'en'],
    ['Tom said the wall is too wet', 'en'],
    ['we have no water', 'en'],
    ['when Tom is back', 'en'],
    ['maybe a burst pipe', 'en'],
    ['finished tiles have to come out again', 'en'],
    ['das Ventil fehlt', 'de'],
    ['Tom ist krank', 'de'],
    ['kein Wasser', 'de'],
    ['wenn der Estrich trocken ist', 'de'],
    ['falta la válvula', 'es'],
    ['el suelo no está seco', 'es'],
  ] as const)('%s', (text, lang) => {
    const { reading, taken } = reply(text, lang);
    expect(reading).toEqual(blocked(text));
    expect(taken).toMatchObject({ as: 'reason', otherwise: { unread: true } });
  });

  it('without the word that leads to it', () => {
    expect(reply('because the valve is on back order', 'en').reading).toEqual(blocked('the valve is on back order'));
  });
});

describe('what asks for something is none, and may be said to be', () => {
  it.each([
    ["what's next?", 'en', { asks: { question: 'next' } }],
    ['add 40 for grout', 'en', { does: [{ act: 'cost.add' }] }],
    ['remind me on Friday to call Tom', 'en', { does: [{ act: 'reminder.add' }] }],
    ['start tiling', 'en', { does: [{ act: 'step.start' }] }],
    ['finish the roof', 'en', { unread: true, why: 'unknown' }],
    ['remind me on 31 June to call Eva', 'en', { unread: true, why: 'impossible' }],
    ['share the kitchen with Tom', 'en', { unread: true, why: 'sharing' }],
    ['why do you ask?', 'en', { unread: true }],
    ['what do you mean', 'en', { unread: true }],
    ['starte Fliesenlegen', 'de', { does: [{ act: 'step.start' }] }],
    ['wie meinst du das?', 'de', { unread: true }],
    ['¿qué toca ahora?', 'es', { asks: { question: 'next' } }],
    ['termina el tejado', 'es', { unread: true }],
  ] as const)('%s', (text, lang, expected) => {
    const { reading, taken } = reply(text, lang);
    expect(reading).toMatchObject(expected);
    expect(taken?.as).toBe('own');
    expect(taken?.otherwise).toMatchObject({ does: [{ act: 'step.block', step: PLUMBING }] });
  });
});

it.each([
  ['never mind', 'en'],
  ['No, forget it.', 'en'],
  ['no thanks', 'en'],
  ['cancel that', 'en'],
  ['vergiss es', 'de'],
  ['schon gut', 'de'],
  ['no, déjalo', 'es'],
  ['olvídalo', 'es'],
] as const)('"%s" blocks nothing', (text, lang) => {
  expect(reply(text, lang)).toEqual({ reading: { unread: true, why: 'dropped' }, taken: null });
});

it.each([
  ['ok', 'en'],
  ['thanks!', 'en'],
  ['hi', 'en'],
  ['👍', 'en'],
  ['danke dir', 'de'],
  ['vale, gracias', 'es'],
] as const)('to "%s" it is asked again', (text, lang) => {
  expect(reply(text, lang)).toEqual({ reading: { choose: why }, taken: null });
});

it('a block with its reason says both, and nothing else can be meant', () => {
  expect(reply('plumbing is blocked because the valve is missing', 'en')).toEqual({
    reading: blocked('the valve is missing'),
    taken: null,
  });
});

it.each([
  ['Tom has to fix the leak first', 'en', 'task.add'],
  ['wir müssen erst den Estrich trocknen', 'de', 'task.add'],
  ['demolition is finished', 'en', 'step.finish'],
] as const)('"%s" may be the reason or a deed: it is asked', (text, lang, act) => {
  const { reading, taken } = reply(text, lang);
  expect(taken).toBeNull();
  expect(reading).toMatchObject({
    choose: { what: 'intent', options: [{ value: 'step.block', means: blocked(text) }, { value: act }] },
  });
});

it('what it was taken for is kept with the answer', () => {
  const { taken } = reply("what's next?", 'en');
  const said = { kind: 'unread', why: null, taken };
  expect(saidIn(said)).toEqual(said);
});
