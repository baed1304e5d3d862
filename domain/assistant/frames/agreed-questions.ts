// Questions about what was agreed: what is committed, what approved changes cost, what is to be signed, and who owes whom at home.
import { SURE } from '../names.ts';
import { has, isSum, type Pieces, startsWith, strip, trimStart, without } from '../pieces.ts';
import { contentOf, isSomeone, stepsCalled, whoIn } from '../resolve.ts';
import { cue, cues, type Frame, type Heard, type Said } from '../said.ts';
import { type PhrasesByLang, phrasesOf } from '../words/lexicon.ts';
import { isLed, isOpenJourney, told, toldOf } from './asking.ts';

/** "what is waiting for my signature", "is there anything to sign": nothing else may be named. */
export const signing: Frame = (said) => {
  if (!isLed(said) || !has(said.pieces, SIGN[said.lang])) return null;
  const leads = cues(
    said,
    'show',
    'qWord',
    'qVerb',
    'waiting',
    'must',
    'iMust',
    'weMust',
    'toDo',
    'my',
    'list',
    'for',
    'left',
  );
  const named = contentOf(said, strip(said.pieces, SIGN[said.lang], CHANGE[said.lang], ANY[said.lang], ...leads));
  return named.every((word) => isOpenJourney(said, word)) ? told({ question: 'signing' }) : null;
};

/** "how much is committed", "what have we committed to Miller", "how much of the budget is tied up in the plumbing". */
export const committed: Frame = (said) => {
  if (!isLed(said) || !has(said.pieces, COMMITTED[said.lang]) || said.pieces.some(isSum)) return null;
  const leads = cues(said, 'show', 'qWord', 'qVerb', 'howMuch', 'budget', 'total', 'my', 'list', 'for', 'inside', 'of');
  return ofWhom(
    said,
    'committed',
    strip(said.pieces, COMMITTED[said.lang], MONEY[said.lang], ANY[said.lang], ...leads),
  );
};

/** "what did the approved changes cost", "how much are the change orders", "show the change orders of Miller". */
export const changes: Frame = (said) => {
  const isTotal = startsWith(trimStart(said.pieces, cue(said, 'fill')), cue(said, 'total'));
  if (!(isLed(said) || isTotal) || !has(said.pieces, CHANGE[said.lang]) || said.pieces.some(isSum)) return null;
  const isShown = startsWith(trimStart(said.pieces, ...cues(said, 'fill', 'polite')), cue(said, 'show'));
  const isCost = cues(said, 'howMuch', 'spent', 'costs', 'total').some((phrases) => has(said.pieces, phrases));
  const isApproved = has(said.pieces, APPROVED[said.lang]);
  if (!isShown && !isCost && !isApproved) return null;
  const leads = cues(
    said,
    'show',
    'qWord',
    'qVerb',
    'howMuch',
    'spent',
    'total',
    'accept',
    'my',
    'list',
    'for',
    'of',
    'by',
  );
  const bare = strip(
    said.pieces,
    CHANGE[said.lang],
    APPROVED[said.lang],
    MONEY[said.lang],
    ANY[said.lang],
    ...leads,
    ...cues(said, 'inside', 'costs'),
  );
  return ofWhom(said, 'changes', bare);
};

/** Of a contractor or a step, if one is left; null when anything else is. */
const ofWhom = (said: Said, question: 'committed' | 'changes', bare: Pieces): Heard | null => {
  const who = whoIn(said, bare, 'vendors');
  const rest = who === null ? bare : without(bare, who);
  const named = contentOf(said, rest).filter((word) => !isOpenJourney(said, word));
  const steps = named.length === 0 ? [] : stepsCalled(said, named).filter(({ level }) => level >= SURE);
  if (named.length > 0 && steps.length === 0) return null;
  const about = { people: who?.keys ?? [], steps: steps.map(({ key }) => key) };
  return toldOf(said, about, ({ person, step }) => ({ question, vendor: person, step }));
};

/** "who owes whom", "what does Ben owe me": among people of the household; what is owed to contractors is another question. */
export const shares: Frame = (said) => {
  if (!said.isQuestion) return null;
  const isAll = has(said.pieces, EACH_OTHER[said.lang]);
  const isOwing = has(said.pieces, OWES[said.lang]) || has(said.pieces, cue(said, 'owe'));
  if (!isAll && !isOwing) return null;
  const owing = cues(said, 'owe', 'qWord', 'qVerb', 'howMuch', 'him', 'my');
  const bare = strip(said.pieces, EACH_OTHER[said.lang], OWES[said.lang], MONEY[said.lang], ANY[said.lang], ...owing);
  const who = whoIn(said, bare, 'all');
  const named = contentOf(said, who === null ? bare : without(bare, who)).filter((word) => !isSomeone(said, word));
  if (named.some((word) => !isOpenJourney(said, word))) return null;
  if (who === null) return isAll ? told({ question: 'shares' }) : null;
  const isOfHouse = who.keys.every((key) => said.known.house.people.some((person) => person.key === key));
  return isOfHouse && who.keys.length === 1 ? told({ question: 'shares', person: who.keys[0] }) : null;
};

const SIGN: PhrasesByLang = {
  en: phrasesOf(
    'my signature,signature,signatures,to sign,sign,signing,needs signing,need signing,be signed,unsigned,not signed,isnt signed,arent signed,for me to sign',
  ),
  de: phrasesOf(
    'meine unterschrift,unterschrift,unterschriften,unterschreiben,zu unterschreiben,unterzeichnen,zu unterzeichnen,signieren,unterschrieben werden,ununterschrieben,nicht unterschrieben',
  ),
  es: phrasesOf('mi firma,firma,firmas,firmar,por firmar,sin firmar,pendiente de firma,pendientes de firma,que firmar'),
};
const COMMITTED: PhrasesByLang = {
  en: phrasesOf(
    'committed,committed to,commit,commitment,commitments,promised,promised to,bound,tied up,tied up in,tied up with,contracted,signed up for,under contract,spoken for,obligated,obligations',
  ),
  de: phrasesOf(
    'gebunden,zugesagt,verpflichtet,verpflichtungen,verbindlich,vergeben,beauftragt,vertraglich,fest zugesagt,fest vereinbart,vereinbart,unter vertrag,in auftrag gegeben',
  ),
  es: phrasesOf(
    'comprometido,comprometida,comprometidos,comprometidas,compromisos,compromiso,contratado,contratada,adjudicado,adjudicada,encargado,apalabrado',
  ),
};
const CHANGE: PhrasesByLang = {
  en: phrasesOf(
    'change order,change orders,changes,change,variation,variations,variation orders,variation order,extras,the extras',
  ),
  de: phrasesOf(
    'nachtrag,nachträge,nachträgen,änderungsauftrag,änderungsaufträge,änderungsaufträgen,änderungen,zusatzaufträge,zusatzauftrag,mehrleistungen',
  ),
  es: phrasesOf(
    'orden de cambio,órdenes de cambio,ordenes de cambio,cambios,modificaciones,modificados,adicionales,ampliaciones,extras',
  ),
};
const APPROVED: PhrasesByLang = {
  en: phrasesOf('approved,agreed,accepted,signed,were approved,have been approved,we approved,we agreed,agreed on'),
  de: phrasesOf(
    'genehmigt,genehmigte,genehmigten,vereinbarte,vereinbarten,unterschriebene,unterschriebenen,freigegebene,freigegebenen,bestätigte,bestätigten,angenommene,angenommenen',
  ),
  es: phrasesOf('aprobado,aprobados,aprobadas,aprobada,acordados,acordadas,firmados,firmadas,aceptados,aceptadas'),
};
const OWES: PhrasesByLang = {
  en: phrasesOf('owes,owe,owed'),
  de: phrasesOf('schuldet,schulde,schulden,schuldest,schuldig'),
  es: phrasesOf('me debe,le debo,debo a,cuánto debe,cuanto debe,cuánto me debe,cuanto me debe,nos debe'),
};
const EACH_OTHER: PhrasesByLang = {
  en: phrasesOf(
    'who owes whom,who owes who,who owes what,who owes what to whom,owes whom,do we owe each other,owe each other,owe one another,each other,one another,owed to each other,are we even,are we all even,are we quits,settle up,even with each other,between us',
  ),
  de: phrasesOf(
    'wer schuldet wem,wer schuldet wem was,wer schuldet,wer wem,wem was,schulden wir uns,schulden wir einander,einander,untereinander,quitt,wer bekommt von wem,wer kriegt von wem',
  ),
  es: phrasesOf(
    'quién debe a quién,quien debe a quien,quién le debe a quién,quien le debe a quien,quién debe qué,nos debemos,entre nosotros,estamos en paz,estamos a mano',
  ),
};
const MONEY: PhrasesByLang = {
  en: phrasesOf('money,cash,funds,euros,cost,costs,price,much,sum,amount'),
  de: phrasesOf('geld,euro,kosten,gekostet,summe,betrag,kostet'),
  es: phrasesOf('dinero,euros,coste,costes,costado,importe,suma'),
};
const ANY: PhrasesByLang = {
  en: phrasesOf(
    'anything,something,everything,things,what,who,all,open,any,yet,else,us,so far,already,far,me,until now,waiting for,waiting,waits for,waits,need,needs,still,together,altogether,up',
  ),
  de: phrasesOf(
    'etwas,irgendetwas,alles,was,wer,alle,offen,noch,schon,bereits,bisher,gibt es,gibt,wir,ich,mir,uns,mich,wartet auf,warten auf,wartet,warten,muss,müssen,zusammen,insgesamt,vom,sind,werden,haben,hat',
  ),
  es: phrasesOf(
    'algo,todo,qué,que,quién,cuáles,cuál,hay,ya,hasta ahora,nos,me,espera,esperan,pendiente,pendientes,queda,falta,tengo,en total,mi,está,están,han,hemos',
  ),
};
