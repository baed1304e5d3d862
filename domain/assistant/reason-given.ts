// The message behind "Why can't it go on?": the reason, a request of its own, small talk, or never mind; and what else it might have been.
import { answered } from './answer.ts';
import { isQuestionIn } from './guards.ts';
import type { House } from './house.ts';
import { LANGS } from '../words/languages.ts';
import { knownOf } from './known.ts';
import { languageOf } from './language.ts';
import { has, isSign, type Pieces, piecesOf, startsWith, strip, trimStart } from './pieces.ts';
import type { Choice, Reading, Tools, Unread } from './reading.ts';
import { plainOf } from './typed-option.ts';
import { NO, YES } from './words/answer-words.ts';
import { LEXICON, phrasesOf } from './words/lexicon.ts';

/** What a message was taken for where it might have been either, and what it says if it was the other. */
export interface Taken {
  readonly as: 'reason' | 'own';
  readonly otherwise: Reading;
}

export interface ReasonRead {
  readonly reading: Reading;
  /** Null where nothing else can be meant. */
  readonly taken: Taken | null;
}

/** `own` is what the message says by itself. Words that ask for something themselves are no reason, whatever they would explain. */
export const reasonRead = (
  { text, choose, own }: { readonly text: string; readonly choose: Choice; readonly own: Reading },
  house: House,
  tools: Tools,
): ReasonRead => {
  const said = spokenOf(text, house, tools);
  if (said.isDropped) return { reading: { unread: true, why: 'dropped' }, taken: null };
  if (said.isSmallTalk) return { reading: { choose }, taken: null };
  const reason = answered({ text, pending: choose.pending }, house, tools);
  if (reason === null) return { reading: own, taken: null };
  // "Plumbing is blocked because ..." says both at once.
  if ('does' in own && own.does.every(({ act }) => act === 'step.block')) return { reading: own, taken: null };
  // "Tom has to fix the leak first" may be a task, or why: it is asked.
  const [act] = 'does' in own && own.does.length === 1 && !said.isOrder ? own.does : [];
  if (act !== undefined) {
    const options = [
      { value: 'step.block', label: '', means: reason },
      { value: act.act, label: '', means: own },
    ];
    return { reading: { choose: { what: 'intent', options, pending: { drafts: [], holes: [] } } }, taken: null };
  }
  const isOwn =
    !('unread' in own) || said.isQuestion || (own.why !== undefined && NO_REASON.has(own.why)) || said.isOrder;
  return isOwn
    ? { reading: own, taken: { as: 'own', otherwise: reason } }
    : { reading: reason, taken: { as: 'reason', otherwise: own } };
};

/** What is asked of the buttons, or can't be, is a request; "the valve isn't here" and "Tom said so" are reasons. */
const NO_REASON: ReadonlySet<Unread> = new Set(['sharing', 'deleting', 'impossible']);

interface Spoken {
  /** "Never mind", and nothing else. */
  readonly isDropped: boolean;
  /** "Thanks", a sign: neither reason nor request. */
  readonly isSmallTalk: boolean;
  readonly isQuestion: boolean;
  readonly isOrder: boolean;
}

const spokenOf = (text: string, house: House, tools: Tools): Spoken => {
  const typed = text.normalize('NFC');
  const known = knownOf(house);
  const lang = languageOf(typed, house.lang, known.isName);
  const lexicon = LEXICON[lang];
  const plain = plainOf(typed);
  const left = (...more: readonly (typeof NO)[]): Pieces =>
    strip(plain, ...more, ...LANGS.flatMap((each) => [LEXICON[each]('nice'), LEXICON[each]('fill')])).filter(
      (piece) => !isSign(piece),
    );
  const pieces = piecesOf(typed, { today: house.today, lang, currency: house.currency }, tools);
  const front = trimStart(pieces, lexicon('polite'), lexicon('fill'));
  const context = { journey: null, step: null, person: null, thing: [], budget: false, carry: [], states: new Map() };
  const asks = isQuestionIn({ known, lang, lexicon, text: typed, pieces, context, isAlone: true });
  return {
    isDropped: has(plain, NO) && left(NO).length === 0,
    isSmallTalk: !has(plain, NO) && left(YES).length === 0,
    // "When Tom is back" begins like a question, and answers one.
    isQuestion: asks && (typed.includes('?') || !startsWith(pieces, TIMES)),
    isOrder: startsWith(front, ORDERS),
  };
};

const TIMES = phrasesOf('when,where,wenn,wann,wo,cuando,donde');

/** What only an order begins with, in any language. */
const ORDERS = phrasesOf(
  [
    'start,begin,finish,complete,skip,add,set,open,undo,show,find,search,accept,pay,mark,create,reopen,unblock,plan,move,remind,put,switch,note,comment,task,todo,reminder,decision,budget,quote,cost,new,block',
    'starte,beginne,beende,überspringe,füge,setze,setz,öffne,zeige,zeig,suche,such,finde,bezahle,markiere,erstelle,plane,verschiebe,erinnere,notiz,notiere,kommentar,aufgabe,erinnerung,entscheidung,budget,angebot,kosten,neue,neuer,neues',
    'empieza,comienza,termina,salta,añade,pon,abre,deshaz,muestra,muéstrame,busca,acepta,paga,marca,crea,planifica,mueve,recuérdame,nota,anota,apunta,comentario,tarea,recordatorio,decisión,presupuesto,oferta,coste,nuevo,nueva',
  ].join(','),
);
