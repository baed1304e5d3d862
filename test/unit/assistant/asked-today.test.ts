// What the reader makes of questions to the web, of those about quotes, and of what is late or waits: sentences of its own, none of the table's.
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../domain/words/languages.ts';
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
const stuck = { asks: { question: 'stuck' } };
const decisions = { asks: { question: 'decisions' } };
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

  it.each([
    ["what's stuck?", 'en', stuck],
    ['which steps are blocked and why?', 'en', stuck],
    ['is anything held up right now?', 'en', stuck],
    ['what is holding us up?', 'en', stuck],
    ['woran hängt es gerade?', 'de', stuck],
    ['welche Schritte sind blockiert?', 'de', stuck],
    ['was hält uns auf?', 'de', stuck],
    ['¿qué está parado?', 'es', stuck],
    ['¿hay algo bloqueado?', 'es', stuck],
    ['¿qué nos frena ahora?', 'es', stuck],
    ['which decisions are still open?', 'en', decisions],
    ['what do we still have to decide?', 'en', decisions],
    ['is anything undecided?', 'en', decisions],
    ['show me the decisions', 'en', decisions],
    ['welche Entscheidungen stehen noch an?', 'de', decisions],
    ['was müssen wir noch entscheiden?', 'de', decisions],
    ['zeig die offenen Entscheidungen', 'de', decisions],
    ['¿qué decisiones quedan pendientes?', 'es', decisions],
    ['¿qué nos queda por decidir?', 'es', decisions],
  ] as const)('%s', (text, lang, expected) => expect(read(text, lang)).toEqual(expected));

  it.each([
    ['is the plumbing stuck?', 'en'],
    ['the floor is blocked', 'en'],
    ['which decisions did we take?', 'en'],
    ['what did we decide about the worktop?', 'en'],
    ['should we decide now?', 'en'],
    ['we must decide between oak and slate', 'en'],
    ['wir müssen entscheiden', 'de'],
    ['sollen wir das entscheiden?', 'de'],
    ['was haben wir entschieden?', 'de'],
    ['tenemos que decidir el color', 'es'],
  ] as const)('"%s" asks for neither', (text, lang) => {
    expect(read(text, lang)).not.toEqual(stuck);
    expect(read(text, lang)).not.toEqual(decisions);
  });

  it.each(['overdue bills', 'is the plumbing late?', 'waiting for Tom'])('"%s" is something else', (text) => {
    expect(read(text, 'en')).not.toEqual(late);
    expect(read(text, 'en')).not.toEqual(waiting);
  });
});

const VOLT = 'contractor|Volt Electric';
const asksOf = (question: string, more: object = {}) => ({ asks: { question, ...more } });

describe('what a quote does not include', () => {
  it.each([
    ['What does Miller not include?', 'en', quotes({ vendor: MILLER, want: 'missing' })],
    ["what doesn't the plumber's quote include?", 'en', quotes({ vendor: MILLER, want: 'missing' })],
    ['what is not covered by the plumbing quote?', 'en', quotes({ step: PLUMBING, want: 'missing' })],
    ['was enthält das Angebot von Miller nicht?', 'de', quotes({ vendor: MILLER, want: 'missing' })],
    ['was schließt Miller aus?', 'de', quotes({ vendor: MILLER, want: 'missing' })],
    ['¿Qué no incluye Miller?', 'es', quotes({ vendor: MILLER, want: 'missing' })],
    ['¿qué excluye la oferta de Volt?', 'es', quotes({ vendor: VOLT, want: 'missing' })],
  ] as const)('%s', (text, lang, expected) => expect(read(text, lang)).toEqual(expected));

  it('is not what it includes', () => expect(read('what does Miller include?', 'en')).not.toMatchObject(quotes()));
});

describe('what was agreed', () => {
  it.each([
    ['How much is committed?', 'en', asksOf('committed')],
    ['how much of the budget is committed', 'en', asksOf('committed')],
    ['what have we promised Miller?', 'en', asksOf('committed', { vendor: MILLER })],
    ['how much is committed for the plumbing?', 'en', asksOf('committed', { step: PLUMBING })],
    ['wie viel vom Budget ist schon vergeben?', 'de', asksOf('committed')],
    ['wie viel haben wir Miller zugesagt?', 'de', asksOf('committed', { vendor: MILLER })],
    ['¿cuánto está comprometido?', 'es', asksOf('committed')],
    ['¿cuánto dinero tenemos comprometido con Miller?', 'es', asksOf('committed', { vendor: MILLER })],
    ['What did the approved changes cost?', 'en', asksOf('changes')],
    ["what did Miller's changes cost?", 'en', asksOf('changes', { vendor: MILLER })],
    ['total of the approved changes', 'en', asksOf('changes')],
    ['show the change orders', 'en', asksOf('changes')],
    ['was haben die genehmigten Nachträge gekostet?', 'de', asksOf('changes')],
    ['wie viel kosten die Nachträge von Miller?', 'de', asksOf('changes', { vendor: MILLER })],
    ['¿cuánto costaron los cambios aprobados?', 'es', asksOf('changes')],
    ['What is waiting for my signature?', 'en', asksOf('signing')],
    ['what do I have to sign?', 'en', asksOf('signing')],
    ['is there anything to sign?', 'en', asksOf('signing')],
    ['was wartet auf meine Unterschrift?', 'de', asksOf('signing')],
    ['was muss ich noch unterschreiben?', 'de', asksOf('signing')],
    ['¿qué tengo que firmar?', 'es', asksOf('signing')],
    ['¿qué espera mi firma?', 'es', asksOf('signing')],
    ['What is left of the budget?', 'en', asksOf('left')],
    ['was bleibt vom Budget?', 'de', asksOf('left')],
    ['¿qué queda del presupuesto?', 'es', asksOf('left')],
  ] as const)('%s', (text, lang, expected) => expect(read(text, lang)).toEqual(expected));

  it.each([
    ['what did the plumber promise about the valve?', 'en', 'search'],
    ['what is waiting for me?', 'en', 'waiting'],
    ['what did we spend on tiles?', 'en', 'spent'],
  ] as const)('"%s" is about something else', (text, lang, question) =>
    expect(read(text, lang)).toMatchObject({ asks: { question } }),
  );
  it.each(['sign the change order', 'did Miller sign the change order?', 'we committed 500', 'what changed?'])(
    'nothing is read from "%s"',
    (text) => expect(read(text, 'en')).toHaveProperty('unread'),
  );
});

describe('who owes whom at home', () => {
  it.each([
    ['Who owes whom?', 'en', asksOf('shares')],
    ['do we owe each other money?', 'en', asksOf('shares')],
    ['are we even?', 'en', asksOf('shares')],
    ['does Ben owe me anything?', 'en', asksOf('shares', { person: 'person|Ben' })],
    ['how much do I owe Ben?', 'en', asksOf('shares', { person: 'person|Ben' })],
    ['wer schuldet wem was?', 'de', asksOf('shares')],
    ['was schuldet mir Ben?', 'de', asksOf('shares', { person: 'person|Ben' })],
    ['¿quién debe a quién?', 'es', asksOf('shares')],
    ['¿cuánto me debe Ben?', 'es', asksOf('shares', { person: 'person|Ben' })],
  ] as const)('%s', (text, lang, expected) => expect(read(text, lang)).toEqual(expected));

  it.each([
    ['who do we owe?', 'en', asksOf('owed')],
    ['what do we owe Tom', 'en', asksOf('owed', { payee: MILLER })],
    ['wem schulden wir noch Geld?', 'de', asksOf('owed')],
    ['¿qué le debemos a Eva?', 'es', asksOf('owed', { payee: VOLT })],
  ] as const)('%s: a contractor', (text, lang, expected) => expect(read(text, lang)).toEqual(expected));
});

describe('what was decided is looked for by what it is about', () => {
  it.each([
    ['what did we decide about the worktop?', 'en', asksOf('search', { words: 'worktop' })],
    ['which tap did we choose?', 'en', asksOf('search', { words: 'tap' })],
    ['¿qué grifo hemos elegido?', 'es', asksOf('search', { words: 'grifo' })],
    ['was haben wir bei der Arbeitsplatte entschieden?', 'de', asksOf('search', { words: 'Worktop' })],
  ] as const)('%s', (text, lang, expected) => expect(read(text, lang)).toEqual(expected));
  it('nothing without it', () => expect(read('have we decided?', 'en')).toHaveProperty('unread'));
});
