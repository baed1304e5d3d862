// Questions about what is open: quotes and how they compare, what is late, what waits for whoever asks.
import { SURE } from '../names.ts';
import { has, isSum, type Pieces, startsWith, strip, trimStart, without, words } from '../pieces.ts';
import { contentOf, stepsCalled, whoIn } from '../resolve.ts';
import { cue, cues, type Frame, type Said } from '../said.ts';
import { type Phrases, type PhrasesByLang, phrasesOf } from '../words/lexicon.ts';
import { isLed, isOpenJourney, told, toldOf } from './asking.ts';

/** "which quote is cheapest", "how much is the quote from Miller", "what's missing in Tom's quote", "show the quotes". */
export const quotes: Frame = (said) => {
  const noun = has(said.pieces, QUOTE[said.lang]);
  const who = whoIn(said, said.pieces, 'vendors');
  // "What does Miller not include?" needs no word for the quote.
  const isLeftOut =
    has(said.pieces, EXCLUDES[said.lang]) ||
    (has(said.pieces, COVERS[said.lang]) && has(said.pieces, cue(said, 'not')));
  const asks = (has(said.pieces, cue(said, 'quoted')) || isLeftOut) && who !== null && said.isQuestion;
  if (!isLed(said) || !(noun || asks) || said.pieces.some(isSum)) return null;
  const isCheapest = has(said.pieces, CHEAPEST[said.lang]);
  const isMissing = has(said.pieces, MISSING[said.lang]) || isLeftOut;
  const isPrice = has(said.pieces, cue(said, 'howMuch')) || has(said.pieces, HIGH[said.lang]);
  const rest = who === null ? said.pieces : without(said.pieces, who);
  const named = contentOf(said, strip(rest, ...leading(said))).filter((word) => !isOpenJourney(said, word));
  const steps = named.length === 0 ? [] : stepsCalled(said, named).filter(({ level }) => level >= SURE);
  if (named.length > 0 && steps.length === 0) return null;
  // In Spanish the word is also the budget's: of nobody's, and with nothing to compare, it is that.
  if (said.lang === 'es' && who === null && !isCheapest && !isMissing && has(said.pieces, cue(said, 'left')))
    return null;
  if (!isCheapest && !isMissing && !isPrice && !isList(said)) return null;
  const want = isMissing ? 'missing' : isCheapest ? 'cheapest' : undefined;
  const about = { people: who?.keys ?? [], steps: steps.map(({ key }) => key) };
  return toldOf(said, about, ({ person, step }) => ({ question: 'quotes', vendor: person, step, want }));
};

const leading = (said: Said): readonly Phrases[] => [
  ...cues(
    said,
    'show',
    'qWord',
    'qVerb',
    'howMuch',
    'quote',
    'quoted',
    'of',
    'by',
    'for',
    'inside',
    'my',
    'not',
    'him',
  ),
  QUOTE[said.lang],
  HIGH[said.lang],
  CHEAPEST[said.lang],
  MISSING[said.lang],
  COVERS[said.lang],
  EXCLUDES[said.lang],
  OPEN[said.lang],
];

/** "which quotes do we have for plumbing": short, or led by "show". */
const MOST_WORDS = 8;

const isList = (said: Said): boolean => {
  const front: Pieces = trimStart(said.pieces, ...cues(said, 'fill', 'polite'));
  return startsWith(front, cue(said, 'show')) || words(front).length <= MOST_WORDS;
};

/** "what is late", "which tasks are overdue", "is anything late": nothing else may be named. */
export const late: Frame = (said) => {
  if (!isLed(said) || !has(said.pieces, LATE[said.lang])) return null;
  const leads = cues(said, 'show', 'qWord', 'qVerb', 'stepNoun', 'task', 'list', 'project', 'inside', 'my', 'status');
  const named = contentOf(said, strip(said.pieces, LATE[said.lang], ANY[said.lang], ...leads));
  return named.every((word) => isOpenJourney(said, word)) ? told({ question: 'late' }) : null;
};

/** "what is waiting for me", "does anything need my attention". */
export const waiting: Frame = (said) => {
  if (!isLed(said) || !has(said.pieces, FOR_ME[said.lang])) return null;
  const leads = cues(said, 'show', 'qWord', 'qVerb', 'my', 'list', 'project', 'inside');
  const named = contentOf(said, strip(said.pieces, FOR_ME[said.lang], ANY[said.lang], ...leads));
  return named.every((word) => isOpenJourney(said, word)) ? told({ question: 'waiting' }) : null;
};

const QUOTE: PhrasesByLang = {
  en: phrasesOf('quote,quotes,quotation,quotations,offer,offers,bid,bids,estimate,estimates,tender,tenders'),
  de: phrasesOf('angebot,angebote,angebots,angeboten,kostenvoranschlag,kostenvoranschläge,offerte,offerten'),
  es: phrasesOf('oferta,ofertas,presupuesto,presupuestos,cotización,cotizaciones'),
};
const HIGH: PhrasesByLang = {
  en: phrasesOf('how high,how low,how expensive'),
  de: phrasesOf('wie hoch,wie teuer'),
  es: phrasesOf('cómo de caro,como de caro,de cuánto,de cuanto'),
};
const CHEAPEST: PhrasesByLang = {
  en: phrasesOf(
    'cheapest,the cheapest,lowest,cheaper,best price,least expensive,costs least,costs the least,lowest price',
  ),
  de: phrasesOf(
    'am günstigsten,günstigste,günstigstes,günstigsten,billigste,billigstes,billigsten,am billigsten,günstiger,billiger,preiswerteste,niedrigste,kostet am wenigsten',
  ),
  es: phrasesOf(
    'más barato,más barata,más baratos,más baratas,más económico,más económica,más bajo,más baja,menos caro,menos cara,cuesta menos',
  ),
};
const MISSING: PhrasesByLang = {
  en: phrasesOf('missing,is missing,missing in,missing from,lacks,lack,left out,not included,leave out,leaves out'),
  de: phrasesOf('fehlt,fehlen,fehlt noch,nicht enthalten,nicht drin,lässt aus'),
  es: phrasesOf('falta,faltan,falta en,no incluye,no está incluido,no incluyen'),
};
const COVERS: PhrasesByLang = {
  en: phrasesOf('include,includes,included,including,cover,covers,covered,contain,contains,comprise,comprises'),
  de: phrasesOf(
    'enthält,enthalten,umfasst,beinhaltet,einschließt,inbegriffen,inklusive,abgedeckt,deckt,dabei,drin,deckt ab,schließt ein,eingeschlossen',
  ),
  es: phrasesOf('incluye,incluido,incluida,incluidos,incluyen,cubre,cubierto,contiene,contempla,comprende'),
};
const EXCLUDES: PhrasesByLang = {
  en: phrasesOf(
    'not include,doesnt include,isnt included,arent included,not cover,doesnt cover,exclude,excludes,excluded,exclusions,leave out,leaves out,left out',
  ),
  de: phrasesOf('ausgeschlossen,schließt aus,ausschlüsse,schließt,nicht enthalten,nicht inbegriffen,ausgenommen'),
  es: phrasesOf('excluye,excluido,excluida,excluidos,exclusiones,no incluye,no cubre,deja fuera,no contempla'),
};
const OPEN: PhrasesByLang = {
  en: phrasesOf('high,low,open,all,any,we,got,have,yet,so far,received,there,in,most,price'),
  de: phrasesOf('hoch,niedrig,teuer,offen,offene,offenen,alle,wir,haben,noch,bisher,gibt,es,bekommen,in,im'),
  es: phrasesOf('abiertas,abiertos,todas,todos,tenemos,hay,hasta ahora,recibido,en'),
};
const LATE: PhrasesByLang = {
  en: phrasesOf(
    'late,overdue,running late,behind,behind schedule,delayed,past due,too late,is late,are late,are overdue,is overdue,past its date,late with',
  ),
  de: phrasesOf(
    'überfällig,überfällige,überfälligen,zu spät,verspätet,verspätete,im verzug,in verzug,im rückstand,hinterher,spät dran,verzögert',
  ),
  es: phrasesOf(
    'atrasado,atrasada,atrasados,atrasadas,con retraso,retrasado,retrasada,retrasados,retrasadas,vencido,vencida,vencidos,vencidas,va tarde,va con retraso,tarde',
  ),
};
const FOR_ME: PhrasesByLang = {
  en: phrasesOf(
    'waiting for me,waiting on me,waits for me,waits on me,wait for me,wait on me,needs me,need me,needs my attention,need my attention,needs my answer,need my answer,needs my decision,need my decision,need from me,needed from me,depends on me,is up to me,stuck on me,stuck with me',
  ),
  de: phrasesOf(
    'wartet auf mich,warten auf mich,auf mich wartet,auf mich warten,wartet auf meine antwort,liegt bei mir,liegt an mir,hängt an mir,braucht mich,muss ich entscheiden,muss ich noch entscheiden',
  ),
  es: phrasesOf(
    'me espera,me esperan,espera por mí,esperan por mí,está esperando por mí,depende de mí,depende de mi,esperándome,pendiente de mí,pendiente de mi,necesita mi respuesta,esperando mi respuesta,tengo que decidir',
  ),
};
const ANY: PhrasesByLang = {
  en: phrasesOf(
    'anything,something,everything,things,which,what,who,all,open,any,does,have,yet,else,whats,us,jobs,steps',
  ),
  de: phrasesOf(
    'etwas,irgendetwas,alles,was,welche,wer,alle,offen,offene,noch,gerade,denn,aufgaben,schritte,wir,alles',
  ),
  es: phrasesOf('algo,todo,qué,que,cuáles,quién,todas,todos,tareas,pasos,hay,cosas,estamos,va,van'),
};
