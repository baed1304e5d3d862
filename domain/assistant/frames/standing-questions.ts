// Questions about what stands still: steps that are stuck, decisions that nobody has taken.
import { has, startsWith, strip, trimStart } from '../pieces.ts';
import { contentOf } from '../resolve.ts';
import { cue, cues, type Frame, type Said } from '../said.ts';
import { type PhrasesByLang, phrasesOf } from '../words/lexicon.ts';
import { isLed, isOpenJourney, told } from './asking.ts';

/** "what is stuck", "is anything blocked", "what is holding us up": nothing else may be named. */
export const stuck: Frame = (said) => {
  if (!isLed(said) || !has(said.pieces, STUCK[said.lang])) return null;
  const leads = cues(
    said,
    'show',
    'qWord',
    'qVerb',
    'be',
    'stepNoun',
    'list',
    'project',
    'inside',
    'my',
    'status',
    'because',
  );
  const named = contentOf(said, strip(said.pieces, STUCK[said.lang], ANY[said.lang], ...leads));
  return named.every((word) => isOpenJourney(said, word)) ? told({ question: 'stuck' }) : null;
};

/** "which decisions are open", "what do we still have to decide", "show the decisions": what was decided is another question. */
export const decisions: Frame = (said) => {
  if (!isLed(said) || isForAdvice(said)) return null;
  const isNoun = has(said.pieces, DECISIONS[said.lang]);
  const isShown = startsWith(trimStart(said.pieces, ...cues(said, 'fill', 'polite')), cue(said, 'show'));
  const isOpen = has(said.pieces, OPEN[said.lang]);
  if (!has(said.pieces, TO_DECIDE[said.lang]) && !(isNoun && (isOpen || isShown))) return null;
  const leads = cues(
    said,
    'show',
    'qWord',
    'qVerb',
    'be',
    'weMust',
    'iMust',
    'must',
    'list',
    'project',
    'inside',
    'my',
    'for',
  );
  const own = [DECISIONS, TO_DECIDE, OPEN, ANY].map((phrases) => phrases[said.lang]);
  const named = contentOf(said, strip(said.pieces, ...own, ...leads));
  return named.every((word) => isOpenJourney(said, word)) ? told({ question: 'decisions' }) : null;
};

/** "What should we decide?" asks what is best; "what must we decide?" asks what there is. */
const isForAdvice = (said: Said): boolean =>
  has(said.pieces, cue(said, 'advice')) &&
  !cues(said, 'weMust', 'iMust', 'must').some((words) => has(said.pieces, words));

const STUCK: PhrasesByLang = {
  en: phrasesOf(
    'stuck,blocked,held up,hold us up,holds us up,holding us up,holding it up,holding things up,holding everything up,on hold,at a standstill,stalled,blocking us,keeping us from going on,in the way',
  ),
  de: phrasesOf(
    'blockiert,blockierte,blockierten,steckt fest,stecken fest,hängt,hängt es,hängen,hängt fest,stockt,steht still,stehen still,liegt still,hält uns auf,hält auf,klemmt,hakt,hakt es,im weg,aufgehalten',
  ),
  es: phrasesOf(
    'bloqueado,bloqueada,bloqueados,bloqueadas,parado,parada,parados,paradas,atascado,atascada,atascados,atascadas,detenido,detenida,frenado,frenada,nos frena,nos bloquea,nos retiene,nos detiene,atranca',
  ),
};
const DECISIONS: PhrasesByLang = {
  en: phrasesOf('decision,decisions'),
  de: phrasesOf('entscheidung,entscheidungen'),
  es: phrasesOf('decisión,decisiones,decision'),
};
const TO_DECIDE: PhrasesByLang = {
  en: phrasesOf(
    'to decide,left to decide,to be decided,be decided,undecided,needs deciding,need deciding,not decided,not yet decided,must decide,havent decided,have not decided,to make up our minds about',
  ),
  de: phrasesOf(
    'entscheiden,zu entscheiden,noch entscheiden,entschieden werden,unentschieden,nicht entschieden,noch nicht entschieden',
  ),
  es: phrasesOf('por decidir,que decidir,decidir,sin decidir,pendiente de decidir,no hemos decidido'),
};
const OPEN: PhrasesByLang = {
  en: phrasesOf(
    'open,pending,outstanding,left,missing,waiting,due,wanted,needed,still open,to make,to be made,to take,still to make,unmade,overdue',
  ),
  de: phrasesOf(
    'offen,offene,offenen,ausstehend,ausstehende,ausstehenden,fehlt,fehlen,anstehen,stehen,steht,nötig,zu treffen,treffen,getroffen werden',
  ),
  es: phrasesOf('abierta,abiertas,pendiente,pendientes,falta,faltan,queda,quedan,por tomar,que tomar,hacen falta'),
};
const ANY: PhrasesByLang = {
  en: phrasesOf(
    'decide,anything,something,everything,things,which,what,who,whats,all,any,does,do,have,has,got,are,there,is,us,we,yet,still,else,now,right now,at the moment,currently,and,why,where,steps,work,jobs,for us,ones,need,needs',
  ),
  de: phrasesOf(
    'etwas,irgendetwas,irgendwas,alles,was,welche,welcher,wer,wo,woran,warum,alle,gibt,es,noch,gerade,denn,jetzt,momentan,zurzeit,schritte,arbeiten,wir,haben,muss,müssen,und,uns,sind,ist,an',
  ),
  es: phrasesOf(
    'algo,todo,qué,que,cuáles,cuál,quién,por qué,dónde,todas,todos,pasos,trabajos,hay,cosas,estamos,está,están,aún,todavía,ahora,nos,tenemos,y,nos queda,nos quedan',
  ),
};
