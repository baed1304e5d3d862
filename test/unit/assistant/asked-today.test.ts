// What the reader makes of questions to the web, of those about quotes, and of what is late or waits: sentences of its own, none of the table's.
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../domain/assistant/house.ts';
import { readMessage } from '../../../domain/assistant/reader.ts';
import { readDates } from '../../../src-renderer/data/date-reader.ts';
import { houseOfWorld } from '../../assistant/house-of-world.ts';

const read = (text: string, lang: Lang) => readMessage(text, houseOfWorld(lang), { dates: readDates });
const search = (words: string, kind?: string) => ({
  does: [{ act: 'web.search', words, ...(kind === undefined ? {} : { kind }) }],
});
const MILLER = 'contractor|Miller Plumbing';
const PLUMBING = 'step|Kitchen|Plumbing';
const quotes = (more: object = {}) => ({ asks: { question: 'quotes', ...more } });
const late = { asks: { question: 'late' } };
const waiting = { asks: { question: 'waiting' } };

describe('a question to the web is proposed, with the words that would be sent', () => {
  it.each([
    ['look up prices for oak worktops', search('prices for oak worktops')],
    ['search the web for tilers near Leeds', search('tilers near Leeds', 'contractor')],
    ['Search the web for a plumber in Leeds', search('a plumber in Leeds', 'contractor')],
    ['please look online for induction hobs', search('induction hobs')],
    ['can you search the internet for slate tiles R11?', search('slate tiles R11')],
    ['find small bathroom ideas online', search('small bathroom ideas', 'inspiration')],
    ['google oak worktop 40 mm', search('oak worktop 40 mm')],
    ['search the web for sinks and taps', search('sinks and taps')],
  ])('%s', (text, expected) => expect(read(text, 'en')).toEqual(expected));

  it.each([
    ['such im Netz nach Eichenplatten', search('Eichenplatten')],
    ['suche im Internet nach Fliesenlegern in Köln', search('Fliesenlegern in Köln', 'contractor')],
    ['kannst du im Internet nach Duschrinnen suchen?', search('Duschrinnen')],
    ['such mal Preise für Arbeitsplatten aus Eiche', search('Preise für Arbeitsplatten aus Eiche')],
  ])('%s', (text, expected) => expect(read(text, 'de')).toEqual(expected));

  it.each([
    ['busca en internet encimeras de roble', search('encimeras de roble')],
    ['busca precios de azulejos antideslizantes', search('precios de azulejos antideslizantes')],
    ['¿puedes buscar en internet un fontanero en Sevilla?', search('un fontanero en Sevilla', 'contractor')],
  ])('%s', (text, expected) => expect(read(text, 'es')).toEqual(expected));

  it.each([
    ["don't search the web for tiles", 'en'],
    ['Tom said search the web for tiles', 'en'],
    ['if the tiles are gone, search the web for others', 'en'],
    ['I read on the internet that oak warps', 'en'],
    ['such nicht im Internet nach Fliesen', 'de'],
  ] as const)('not from "%s"', (text, lang) => expect(read(text, lang)).toHaveProperty('unread'));

  it.each(['find the guarantee', 'look up the price of the tiles', 'search for oak'])(
    '"%s" looks among what is kept here',
    (text) => expect(read(text, 'en')).not.toHaveProperty('does'),
  );
});

describe('quotes', () => {
  it.each([
    ['which quote is cheapest', 'en', quotes({ want: 'cheapest' })],
    ['which quote for plumbing is the cheapest?', 'en', quotes({ step: PLUMBING, want: 'cheapest' })],
    ["what's the lowest quote?", 'en', quotes({ want: 'cheapest' })],
    ['how much is the quote from Miller', 'en', quotes({ vendor: MILLER })],
    ['how much did the plumber quote?', 'en', quotes({ vendor: MILLER })],
    ["what's missing in the quote from Miller?", 'en', quotes({ vendor: MILLER, want: 'missing' })],
    ["what is not included in Tom's quote?", 'en', quotes({ vendor: MILLER, want: 'missing' })],
    ['which quotes do we have for plumbing?', 'en', quotes({ step: PLUMBING })],
    ['show the quotes', 'en', quotes()],
    ['welches Angebot ist am günstigsten?', 'de', quotes({ want: 'cheapest' })],
    ['wie hoch ist das Angebot von Miller?', 'de', quotes({ vendor: MILLER })],
    ['was fehlt im Angebot von Miller?', 'de', quotes({ vendor: MILLER, want: 'missing' })],
    ['¿qué presupuesto es el más barato?', 'es', quotes({ want: 'cheapest' })],
    ['¿cuál es la oferta más barata?', 'es', quotes({ want: 'cheapest' })],
    ['¿cuánto es la oferta de Miller?', 'es', quotes({ vendor: MILLER })],
    ['¿qué falta en la oferta de Miller?', 'es', quotes({ vendor: MILLER, want: 'missing' })],
  ] as const)('%s', (text, lang, expected) => expect(read(text, lang)).toEqual(expected));

  it.each([
    ['¿cuánto queda del presupuesto?', 'es', 'left'],
    ['how much is left of the budget?', 'en', 'left'],
    ['find the quote for the cabinets', 'en', 'search'],
  ] as const)('"%s" is about something else', (text, lang, question) =>
    expect(read(text, lang)).toMatchObject({ asks: { question } }),
  );
});

describe('what is late and what waits', () => {
  it.each([
    ['what is late?', 'en', late],
    ["what's overdue", 'en', late],
    ['which tasks are overdue?', 'en', late],
    ['is anything late?', 'en', late],
    ['was ist überfällig?', 'de', late],
    ['ist etwas im Verzug?', 'de', late],
    ['¿qué va con retraso?', 'es', late],
    ['¿qué está atrasado?', 'es', late],
    ['what is waiting for me?', 'en', waiting],
    ["what's waiting on me", 'en', waiting],
    ['does anything need my attention?', 'en', waiting],
    ['was wartet auf mich?', 'de', waiting],
    ['¿qué me espera?', 'es', waiting],
    ['¿qué depende de mí?', 'es', waiting],
  ] as const)('%s', (text, lang, expected) => expect(read(text, lang)).toEqual(expected));

  it.each(['overdue bills', 'is the plumbing late?', 'waiting for Tom'])('"%s" is something else', (text) => {
    expect(read(text, 'en')).not.toEqual(late);
    expect(read(text, 'en')).not.toEqual(waiting);
  });
});
