// Questions about money: what is owed, what is left, what was spent.
import { has, startsWith, strip, textOf, trimStart, words } from '../pieces.ts';
import { contentOf, whoIn } from '../resolve.ts';
import { cue, cues, type Frame } from '../said.ts';
import { phrasesOf } from '../words/lexicon.ts';
import { bareOf, isOpenJourney, namedStep, questionOf, stepOrAll, toldOf, withStep } from './asking.ts';

export const owed: Frame = (said) => {
  const isOwe = has(said.pieces, cue(said, 'owe'));
  const isUnpaid = has(said.pieces, cue(said, 'unpaid'));
  if (!isOwe && !isUnpaid) return null;
  const front = trimStart(said.pieces, ...cues(said, 'fill', 'polite'));
  if (
    !said.isQuestion &&
    !startsWith(front, cue(said, 'show')) &&
    !startsWith(front, cue(said, 'unpaid')) &&
    !startsWith(front, ANY[said.lang])
  )
    return null;
  const who = whoIn(said, said.pieces, 'contractors');
  const rest =
    who === null ? said.pieces : [...said.pieces.slice(0, who.at), ...said.pieces.slice(who.at + who.length)];
  const bills = cues(
    said,
    'bill',
    'costNoun',
    'howMuch',
    'show',
    'find',
    'list',
    'qWord',
    'qVerb',
    'not',
    'pay',
    'total',
    'will',
    'my',
  );
  const unknown = contentOf(
    said,
    strip(rest, ...cues(said, 'owe', 'unpaid'), ...bills, MONEY[said.lang], ANY[said.lang]),
  );
  if (unknown.length > 0) return null;
  return toldOf(said, { people: who?.keys ?? [] }, ({ person }) => ({ question: 'owed', payee: person }));
};

const ANY = {
  en: phrasesOf('any,which,all,list,what,total,amount'),
  de: phrasesOf('alle,welche,gibt es,was,gesamt,irgendwelche,liste'),
  es: phrasesOf('hay,todas,cuales,que,total,alguna,lista'),
} as const;
const MONEY = {
  en: phrasesOf(
    'money,bills,invoices,anything,something,people,everyone,contractors,costs,yet,anyone,anybody,who,whom,else,payments,things,left',
  ),
  de: phrasesOf('geld,rechnungen,etwas,noch,wem,wen,alles,handwerkern,zahlungen'),
  es: phrasesOf('dinero,facturas,algo,quien,quienes,alguien,aun,todavia,cosas,pagos'),
} as const;

/** Words of "budget left for tiling", said as a question without being one. */
const SHORT = 5;

export const left: Frame = (said) => {
  const isBudget = has(said.pieces, cue(said, 'budget'));
  const found = has(said.pieces, cue(said, 'left'));
  if (
    !said.isQuestion &&
    !(isBudget && words(said.pieces).length <= SHORT && found && !said.pieces.some((piece) => piece.is === 'sum'))
  )
    return null;
  const isMoney = isBudget || has(said.pieces, cue(said, 'howMuch')) || has(said.pieces, CASH[said.lang]);
  if (!(found && isMoney) && !(isBudget && said.isQuestion)) return null;
  const verbs = cues(
    said,
    'left',
    'budget',
    'howMuch',
    'qWord',
    'qVerb',
    'spent',
    'for',
    'of',
    'show',
    'stepNoun',
    'project',
    'total',
    'status',
    'my',
  );
  return stepOrAll(said, strip(said.pieces, ...verbs, CASH[said.lang]), (key) =>
    questionOf({ question: 'left', step: key }),
  );
};

const CASH = {
  en: phrasesOf('money,cash,funds,euros,we,spend,more'),
  de: phrasesOf('geld,euro,noch,mittel,ausgeben'),
  es: phrasesOf('dinero,euros,fondos,gastar,todavía,aún'),
} as const;

export const spent: Frame = (said) => {
  const isTotal = has(said.pieces, cue(said, 'total'));
  const front = trimStart(said.pieces, ...cues(said, 'fill', 'polite', 'show'));
  const isPrice = said.isQuestion && startsWith(trimStart(said.pieces, cue(said, 'and')), PRICE[said.lang]);
  const isMuch =
    isPrice || (said.isQuestion && has(said.pieces, cue(said, 'howMuch')) && has(said.pieces, cue(said, 'spent')));
  const isLed =
    isTotal &&
    (startsWith(front, cue(said, 'total')) || said.isQuestion) &&
    !said.pieces.some((piece) => piece.is === 'sum') &&
    !has(said.pieces, cue(said, 'budget'));
  if (!isMuch && !isLed) return null;
  const who = whoIn(said, said.pieces, 'contractors');
  const cut = who === null ? said.pieces : [...said.pieces.slice(0, who.at), ...said.pieces.slice(who.at + who.length)];
  const rest = strip(
    cut.filter((piece) => piece.is !== 'day'),
    ...cues(said, 'howMuch', 'spent', 'total', 'qWord', 'qVerb', 'show', 'project', 'will'),
    US[said.lang],
  );
  const bare = bareOf(said, strip(rest, ...cues(said, 'it', 'him')));
  const named = contentOf(said, bare).filter((word) => !isOpenJourney(said, word));
  const step = named.length === 0 ? { step: undefined, rest: [] } : namedStep(said, bare);
  const about = named.length === 0 ? '' : textOf(step.rest, said.text);
  const payees = who?.keys ?? [];
  if (payees.length > 1)
    return toldOf(said, { people: payees }, ({ person }) => ({ question: 'spent', payee: person }));
  return withStep(step.step, (key) =>
    questionOf({ question: 'spent', about: key === undefined ? about : '', step: key, payee: payees[0] }),
  );
};

const PRICE = {
  en: phrasesOf('how much is,how much was,how much were,how much are,what was the price of,whats the price of'),
  de: phrasesOf('wie viel war,wie viel waren,wie teuer war,wie teuer waren,was war der preis'),
  es: phrasesOf('cuánto fue,cuánto fueron,cuanto fue,cuánto valió,a cuánto'),
} as const;
const US = {
  en: phrasesOf(
    'us,so far,already,until now,till now,to date,yet,altogether,in total,all together,overall,money,me,up to now,by now,have we,did we,has it,end up,in the end,everything,we have,we,gone',
  ),
  de: phrasesOf('uns,bisher,schon,bis jetzt,insgesamt,geld,mich,bislang,haben wir,alles,denn,zusammen'),
  es: phrasesOf('nos,hasta ahora,ya,en total,dinero,me,llevamos,hasta hoy,hemos,todo,se ha,hasta el momento'),
} as const;
