// A question to the web: "search the web for tilers near Leeds", "look up prices for oak worktops".
import type { ResearchKind } from '../../records/research.ts';
import { open } from '../draft.ts';
import type { Lang } from '../../words/languages.ts';
import { has, isWord, lengthAt, type Pieces, seek, startsWith, textOf, trimEnd, trimStart, words } from '../pieces.ts';
import { cue, cues, type Frame, refused, type Said } from '../said.ts';
import { meaningsOf } from '../../words/concepts.ts';
import { type PhrasesByLang, phrasesOf } from '../words/lexicon.ts';

/** How far behind the verb "on the web" may stand at most: "find me a good tiler online" has it at the end. */
const NEAR = 3;
const LONGEST_QUESTION = 400;

/** Only an order does: words that are told of the web ("I read on the internet") ask for nothing. */
export const webSearched: Frame = (said) => {
  const front = trimStart(said.pieces, ...cues(said, 'fill', 'polite'));
  const rest = orderedIn(said, front);
  if (rest === null) return null;
  // "such nicht im Netz nach ..."
  if (has(front.slice(0, NEAR), cue(said, 'not'))) return refused('negated');
  const bare = trimEnd(trimStart(rest, LEAD[said.lang]), WEB[said.lang]);
  const text = textOf(bare, said.text).slice(0, LONGEST_QUESTION);
  if (words(bare).length === 0) return refused(null);
  return { outcome: { moves: [open('web.search', { words: text, kind: kindOf(said, bare) })] } };
};

/** What is to be looked for; null when nothing is ordered. */
const orderedIn = (said: Said, front: Pieces): Pieces | null => {
  const { lang } = said;
  const alone = lengthAt(front, 0, ALONE[lang]);
  if (alone > 0) return front.slice(alone);
  const verb = lengthAt(front, 0, VERB[lang]);
  if (verb === 0) return atEnd(front, lang);
  const behind = front.slice(verb);
  const web = seek(behind, WEB[lang]);
  const isNear = web !== null && (web.at <= NEAR || trimEnd(behind.slice(web.at + web.length)).length === 0);
  if (isNear) return [...trimStart(behind.slice(0, web.at), LITTLE[lang]), ...behind.slice(web.at + web.length)];
  const asked = trimStart(behind, LITTLE[lang]);
  return startsWith(asked, PRICES[lang]) ? asked : null;
};

/** "kannst du im Internet nach Fliesenlegern suchen": the verb comes last. */
const atEnd = (front: Pieces, lang: Lang): Pieces | null => {
  const web = lengthAt(front, 0, WEB[lang]);
  const last = front.findLastIndex(isWord);
  return web > 0 && last >= web && lengthAt(front, last, VERB[lang]) === 1 ? front.slice(web, last) : null;
};

/** A product is what most people look for, and is not said. */
const kindOf = (said: Said, pieces: Pieces): ResearchKind | undefined => {
  if (has(pieces, IDEAS[said.lang])) return 'inspiration';
  const isTrade = words(pieces).some((word) => ENDINGS.some((end) => word.endsWith(end) && isTradeName(word, end)));
  return isTrade || cues(said, 'contractor').some((phrases) => has(pieces, phrases)) ? 'contractor' : undefined;
};

/** Of more than one, and none. */
const ENDINGS = ['', 's', 'es', 'n', 'en'];

const isTradeName = (word: string, end: string): boolean =>
  meaningsOf(word.slice(0, word.length - end.length)).some(({ concept }) => concept.kind === 'trade');

const VERB: PhrasesByLang = {
  en: phrasesOf('search,look,look up,find,research,check,ask,browse,do a search,run a search,see'),
  de: phrasesOf(
    'suche,such,suchen,schau,schaue,schauen,sieh,finde,find,finden,frag,frage,recherchiere,recherchieren,guck',
  ),
  es: phrasesOf('busca,buscar,búscame,buscame,mira,mirar,encuentra,encontrar,consulta,investiga,pregunta'),
};
const WEB: PhrasesByLang = {
  en: phrasesOf('the web,the internet,the net,online,on the web,on the internet,on the net,on google,web,internet'),
  de: phrasesOf('im web,im internet,im netz,das web,das internet,online,bei google,mit google,auf google'),
  es: phrasesOf('en internet,en la web,en línea,en la red,en google,por internet,online,internet,la web'),
};
/** These say it all. */
const ALONE: PhrasesByLang = {
  en: phrasesOf('google,web search,internet search,online search,do a web search,run a web search'),
  de: phrasesOf('google,googel,googele,google mal,websuche,internetsuche,netzsuche,googeln wir'),
  es: phrasesOf('googlea,guglea,búsqueda web,busqueda web,búsqueda en internet'),
};
/** What things cost out there; the price of one thing is among one's own records. */
const PRICES: PhrasesByLang = {
  en: phrasesOf('prices,current prices,market prices'),
  de: phrasesOf('preise,preise für,aktuelle preise,preisen'),
  es: phrasesOf('precios,los precios,precios actuales'),
};
const LITTLE: PhrasesByLang = {
  en: phrasesOf('me,us,for me,for us,some,the,for'),
  de: phrasesOf('mal,mir,uns,bitte,doch,einmal,nach'),
  es: phrasesOf('me,nos,por favor,los'),
};
const LEAD: PhrasesByLang = {
  en: phrasesOf('for,about,on,whether'),
  de: phrasesOf('nach,für,über,mal,mal nach,bitte nach'),
  es: phrasesOf('por,sobre,de,acerca de'),
};
const IDEAS: PhrasesByLang = {
  en: phrasesOf('ideas,inspiration,inspirations,examples'),
  de: phrasesOf('ideen,inspiration,inspirationen,beispiele'),
  es: phrasesOf('ideas,inspiración,inspiracion,ejemplos'),
};
