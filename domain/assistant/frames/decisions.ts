// Decisions: what is still open, with what there is to choose from; and what was chosen.
import { open } from '../draft.ts';
import type { DecisionThere } from '../house.ts';
import { SURE, createNames } from '../names.ts';
import {
  has,
  isDay,
  isSum,
  isWord,
  type Match,
  type Piece,
  type Pieces,
  seek,
  strip,
  textOf,
  trimEnd,
  trimStart,
  words,
} from '../pieces.ts';
import { contentOf } from '../resolve.ts';
import { cue, cues, type Frame, openJourney, refused, type Said } from '../said.ts';
import { phrasesOf } from '../words/lexicon.ts';

/** Words from its beginning in which a sentence says that there is something to decide. */
const FRONT = 9;

/** "decision: which tap? chrome, brass or black", "we still have to decide: colour of the doors". */
export const decisionOpened: Frame = (said) => {
  const front = trimStart(said.pieces, ...cues(said, 'fill', 'add', 'new'));
  const found = seek(front.slice(0, FRONT), cue(said, 'decision'));
  if (found === null || trimStart(front.slice(0, found.at), ...cues(said, 'fill', 'add', 'new')).length > 0)
    return null;
  const taken = seek(front, cue(said, 'decide'));
  if (taken !== null && taken.at <= found.at && taken.length >= found.length) return null;
  const behind = trimStart(front.slice(found.at + found.length), ...cues(said, 'decision'), LEAD[said.lang]);
  if (behind.length === 0) return null;
  const { question, among } = alternativesIn(said, behind);
  return question === ''
    ? null
    : { outcome: { moves: [open('decision.add', { question, among: among.length < 2 ? undefined : among })] } };
};

const LEAD = {
  en: phrasesOf('on,about,for,between,the,needed,pending,open,a,an'),
  de: phrasesOf('über,uber,ueber,zu,zum,zur,für,fur,fuer,zwischen,die,der,das,den'),
  es: phrasesOf('sobre,de,entre,el,la,los,las,si'),
} as const;

/** A list behind "?" or ":", or the words round "or" at the end. */
const alternativesIn = (
  said: Said,
  pieces: Pieces,
): { readonly question: string; readonly among: readonly string[] } => {
  const ends = trimEnd(pieces);
  const between = seek(said.pieces, BETWEEN[said.lang]) !== null;
  const or = seek(ends, cue(said, 'or')) ?? (between ? seek(ends, cue(said, 'and')) : null);
  if (or === null) return { question: textOf(ends, said.text), among: [] };
  const cut = ends.findIndex(
    (piece, at) => at < or.at && piece.is === 'sign' && ['?', ':', '-', '–', '('].includes(piece.token.raw),
  );
  if (cut > 0) return { question: textOf(ends.slice(0, cut), said.text), among: listOf(said, ends.slice(cut + 1)) };
  const lead = seek(ends, FOR[said.lang]);
  // "oak or pine for the shelves": what it is for stands behind.
  if (lead !== null && lead.at > or.at)
    return {
      question: textOf(ends.slice(lead.at + lead.length), said.text),
      among: listOf(said, ends.slice(0, lead.at)),
    };
  const start = startOfList(ends, or);
  return { question: textOf(trimEnd(ends.slice(0, start)), said.text), among: listOf(said, ends.slice(start)) };
};

const BETWEEN = { en: phrasesOf('between'), de: phrasesOf('zwischen'), es: phrasesOf('entre') } as const;
const FOR = { en: phrasesOf('for,in'), de: phrasesOf('für,fur,fuer'), es: phrasesOf('para') } as const;

/** "splashback glass or tile": one word before "or", and those that commas join to it. */
const startOfList = (pieces: Pieces, or: Match): number => {
  let at = or.at - 1;
  while (at > 1 && pieces[at - 1]?.is === 'sign') at -= 2;
  return Math.max(0, at);
};

const listOf = (said: Said, pieces: Pieces): readonly string[] => {
  const between = seek(said.pieces, BETWEEN[said.lang]) !== null;
  const items: Piece[][] = [[]];
  for (let at = 0; at < pieces.length;) {
    const piece = pieces[at];
    const next = pieces.slice(at, at + 2);
    const or = seek(next, cue(said, 'or')) ?? (between ? seek(next, cue(said, 'and')) : null);
    const isCut = piece?.is === 'sign' && [',', '/', ';'].includes(piece.token.raw);
    if (or?.at === 0 || isCut) items.push([]);
    else if (piece !== undefined) items.at(-1)?.push(piece);
    at += or?.at === 0 ? or.length : 1;
  }
  return items.map((item) => textOf(item, said.text)).filter((item) => item !== '');
};

/** "we go with quartz", "it's oak for the worktop because it's warmer". */
export const decisionTaken: Frame = (said) => {
  if (said.isQuestion || said.pieces.some(isSum)) return null;
  const because = seek(said.pieces, cue(said, 'because')) ?? reasonBehind(said);
  const head = because === null ? said.pieces : said.pieces.slice(0, because.at);
  const take = seek(head, cue(said, 'take'));
  const decide = seek(head, cue(said, 'decide'));
  const colon = head.findIndex((piece) => piece.is === 'sign' && piece.token.raw === ':');
  const bareTail = IT_IS[said.lang] !== null && seek(head, IT_IS[said.lang] ?? new Map()) !== null;
  if (take === null && decide === null && colon < 0 && !bareTail) return null;
  const rest = strip(
    head.filter((piece) => !isDay(piece)),
    ...cues(said, 'take', 'decide', 'decision', 'want'),
  );
  const decisions = decisionsOpen(said);
  const called = contentOf(said, strip(rest, ...cues(said, 'for', 'inside', 'of', 'accept')));
  if (called.length === 0) return null;
  const found = decisions.flatMap((decision) => choicesOf(decision, called));
  const [one, ...others] = found;
  if (one === undefined || others.length > 0) return null;
  const why = because === null ? '' : textOf(trimStart(said.pieces.slice(because.at + because.length)), said.text);
  if (has(head, cue(said, 'or'))) return refused('unknown');
  const { decision, choice } = one;
  return {
    outcome: { moves: [open('decision.take', { decision: decision.key, choice, why: why === '' ? undefined : why })] },
    leaves: { thing: words(rest.filter(isWord)) },
  };
};

/**
 * "we go with laminate, quartz is too dear": behind the sign stands what speaks of an alternative of the same decision, or of "it". It
 * tells something and asks for nothing, so it is why.
 */
const reasonBehind = (said: Said): Match | null => {
  const at = said.pieces.findIndex((piece) => piece.is === 'sign' && [',', ';', '-', '–'].includes(piece.token.raw));
  const tail = said.pieces.slice(at + 1);
  const isOfIt = IT_IS_SO.has(words(tail)[0] ?? '');
  const tells = isOfIt ? words(tail).length > 1 : words(tail).length > 2 && has(tail, cue(said, 'be'));
  if (at < 1 || !tells || has(tail, cue(said, 'or'))) return null;
  const spoken = decisionsOpen(said).filter(({ alternatives }) => {
    const names = createNames(alternatives.map((choice) => ({ key: choice, names: [choice] })));
    const isNamed = (pieces: Pieces): boolean =>
      words(pieces).some((word) => names.fits([word]).some(({ level }) => level >= SURE));
    return isNamed(said.pieces.slice(0, at)) && (isNamed(tail) || isOfIt);
  });
  return spoken.length === 1 ? { at, length: 1 } : null;
};

/** "it's warmer", "das ist billiger". */
const IT_IS_SO = new Set(['its', 'thats', 'it', 'das', 'es', 'eso']);

const decisionsOpen = (said: Said): readonly DecisionThere[] =>
  said.known.house.decisions.filter(({ journey, taken }) => journey === openJourney(said)?.key && !taken);

/** "quartz it is". */
const IT_IS = { en: phrasesOf('it is,it will be'), de: null, es: null } as const;

/** Alternatives named by some of the words, if all others are in the decision's own question. */
const choicesOf = (
  decision: DecisionThere,
  called: readonly string[],
): readonly { readonly decision: DecisionThere; readonly choice: string }[] => {
  const alternatives = createNames(decision.alternatives.map((choice) => ({ key: choice, names: [choice] })));
  const asked = createNames([{ key: decision.key, names: [decision.question] }]);
  const isAsked = (word: string): boolean => asked.fits([word]).some(({ level }) => level >= SURE);
  const own = called.filter((word) => alternatives.fits([word]).some(({ level }) => level >= SURE));
  if (own.length === 0 || !called.every((word) => own.includes(word) || isAsked(word))) return [];
  return alternatives
    .fits(own)
    .filter(({ level }) => level >= SURE)
    .map(({ key }) => ({ decision, choice: key }));
};
