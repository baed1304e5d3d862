// What makes a sentence no deed: a "not", an "if", someone else's words, a "maybe", a question for advice; and what only buttons do.
import type { Unread } from './reading.ts';
import { has, isWord, type Pieces, seek, startsWith, strip, trimStart, words } from './pieces.ts';
import { cue, cues, type Said } from './said.ts';
import { phrasesOf } from './words/lexicon.ts';

/** Why `pieces` ask for nothing to be done, or null. */
export const guarded = (said: Said, pieces: Pieces): Unread | null => {
  const because = seek(pieces, cue(said, 'because'));
  // Reasons are the person's own words, whatever stands in them.
  const head = because === null || because.at === 0 ? pieces : pieces.slice(0, because.at);
  const bare = strip(head, ...cues(said, 'reopen', 'noLonger', 'cannot', 'undo', 'polite'));
  const front = trimStart(bare, ...cues(said, 'fill', 'too', 'and'));
  if (
    has(bare, cue(said, 'advice')) &&
    (said.lang === 'en' || startsWith(front, cue(said, 'advice')) || said.isQuestion)
  )
    return 'advice';
  if (has(bare, cue(said, 'not'))) return 'negated';
  if (has(bare, cue(said, 'if')) && !said.isQuestion) return 'conditional';
  if (has(bare, cue(said, 'said')) && !said.isQuestion) return 'reported';
  if (has(bare, cue(said, 'maybe'))) return 'advice';
  const verb = trimStart(front, ...cues(said, 'polite', 'want', 'fill'));
  if (startsWith(front, cue(said, 'share')) || startsWith(verb, cue(said, 'share'))) return 'sharing';
  const isBudget = has(bare, cue(said, 'budget')) && pieces.some((piece) => piece.is === 'sum');
  if ((startsWith(front, cue(said, 'delete')) || startsWith(verb, cue(said, 'delete'))) && !isBudget) return 'deleting';
  return null;
};

/** "Got 100 back for the tiles", "a refund of 50": money that comes back is no cost, and there is no act for it. */
export const isMoneyBack = ({ pieces, lang }: Said): boolean => {
  const sum = pieces.findIndex((piece) => piece.is === 'sum');
  return sum >= 0 && (has(pieces, RETURNED[lang]) || startsWith(pieces.slice(sum + 1), BACK[lang]));
};

const RETURNED = {
  en: phrasesOf('refund,refunds,refunded,reimbursed,reimbursement,money back,credit note,credited,cashback'),
  de: phrasesOf(
    'zurückbekommen,zurückgezahlt,zurückerhalten,rückzahlung,rückerstattung,erstattet,erstattung,gutschrift,gutgeschrieben',
  ),
  es: phrasesOf('devuelto,devolvió,devolvieron,devuelven,devolución,reembolso,reembolsado,reembolsaron,abono'),
} as const;
const BACK = { en: phrasesOf('back'), de: phrasesOf('zurück'), es: phrasesOf('de vuelta') } as const;

/** A question by its mark, its first word, or its verb before its subject. */
export const isQuestionIn = (said: Omit<Said, 'isQuestion'>): boolean => {
  const { pieces, lang, lexicon } = said;
  const last = pieces.findLast((piece) => piece.is === 'sign' && !['"', "'", ')', '!'].includes(piece.token.raw));
  const marked = last?.is === 'sign' && last.token.raw === '?' && last.at >= (pieces.at(-1)?.at ?? 0) - 1;
  const bare = strip(trimStart(pieces), lexicon('polite'));
  const front = trimStart(bare, lexicon('and'));
  if (marked) return true;
  const first = front.find(isWord);
  if (first === undefined) return false;
  const asks = startsWith(trimStart(front, WEAK), lexicon('qWord'));
  if (lang === 'es')
    return (
      asks &&
      (/[áéíóú]/i.test(first.token.raw) ||
        /^(?:cuanto|cuanta|donde|quien|cual)/.test(first.token.word) ||
        pieces[0]?.from === first.from - 1)
    );
  if (asks) return true;
  if (!startsWith(front, lexicon('qVerb'))) return false;
  const second = words(front)[1] ?? '';
  return lang === 'de'
    ? SUBJECT.de.test(second) && front[1]?.at === (front[0]?.at ?? 0) + 1
    : SUBJECT.en.test(second) || (ASKING.test(first.token.word) && front.length > 2);
};

const WEAK: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  ['and', 'so', 'hey', 'ok', 'okay', 'und', 'also', 'y', 'hi', 'hello', 'please', 'bitte', 'hallo'].map((word) => [
    word,
    [[word]],
  ]),
);
const SUBJECT = {
  en: /^(?:i|we|you|they|he|she|it|there|the|our|my|any|anyone|someone|all|this|that)$/,
  de: /^(?:der|die|das|wir|ich|es|er|sie|du|noch|schon|den|unser|unsere|alle)$/,
};
/** Verbs that open no command and no report. */
const ASKING = /^(?:is|are|was|were|has|does|did|will|would|could|should|may)$/;
