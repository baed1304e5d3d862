// Costs that are to be added, and those that turn out to cost another amount.
import { type Move, open } from '../draft.ts';
import { SYNONYM } from '../names.ts';
import {
  has,
  isDay,
  type Piece,
  type Pieces,
  seek,
  startsWith,
  strip,
  textOf,
  trimEnd,
  trimStart,
  words,
} from '../pieces.ts';
import { contentOf, stepsCalled, whoIn } from '../resolve.ts';
import { cue, cues, type Frame, missing, oneOf, refused, type Said } from '../said.ts';
import { phrasesOf } from '../words/lexicon.ts';
import { amountIn } from './amounts.ts';
import { costsCalled, keysOf, spokenOf } from './cost-words.ts';
import { stepPhrase } from './phrases.ts';

/** "Is", "was", "costs" with an amount, or "change ... to". */
export const costChanged: Frame = (said) => {
  if (said.isQuestion || has(said.pieces, cue(said, 'budget')) || has(said.pieces, cue(said, 'quote'))) return null;
  const amount = amountIn(said, said.pieces);
  if (amount === null) return null;
  const verb = seek(said.pieces, cue(said, 'costs'));
  const change = seek(said.pieces, cue(said, 'change'));
  if (verb === null && change === null) return null;
  const step = stepPhrase(said, lastPart(said, amount.rest));
  const rest = strip(
    step.step === undefined ? amount.rest : [...firstPart(said, amount.rest), ...tailOf(said, step.rest)],
    ...cues(said, 'costs', 'change'),
  );
  const left = trimEnd(
    trimStart(
      rest.filter((piece) => !isDay(piece)),
      ...cues(said, 'fill', 'be', 'light', 'costNoun', 'inside'),
    ),
    ...cues(said, 'fill', 'light', 'inside', 'add', 'costNoun'),
  );
  const called = contentOf(said, left);
  if (called.length === 0 || whoIn(said, left, 'contractors') !== null) return null;
  if (amount.isNegative) return refused('impossible');
  const carry = said.pieces.slice(
    (verb ?? change)?.at ?? 0,
    ((verb ?? change)?.at ?? 0) + ((verb ?? change)?.length ?? 0),
  );
  const costs = costsCalled(said, called);
  const leaves = { thing: called, carry };
  if (costs.length > 0)
    return {
      outcome: { moves: [open('cost.change', { cost: oneOf(said, 'cost', keysOf(costs)), money: amount.part })] },
      leaves,
    };
  // What is changed must be there; what costs something may be new, if its price stands behind.
  const [sum] = amount.sums;
  if (verb === null || sum === undefined || said.pieces.indexOf(sum) < verb.at || isStepName(said, called)) return null;
  return {
    outcome: { moves: [open('cost.add', { name: textOf(left, said.text), money: amount.part, step: step.step })] },
    leaves,
  };
};

const isStepName = (said: Said, called: readonly string[]): boolean =>
  stepsCalled(said, called).some(({ level }) => level >= SYNONYM);

/** "put it" names nothing new. */
const tailOf = (said: Said, pieces: Pieces): Pieces =>
  has(pieces, cue(said, 'it')) ? strip(pieces, ...cues(said, 'it', 'add')) : pieces;

/** "new oven costs 1,200.50, put it under appliances": where it goes stands behind a comma. */
const lastPart = (said: Said, pieces: Pieces): Pieces => pieces.slice(commaIn(said, pieces));
const firstPart = (said: Said, pieces: Pieces): Pieces => pieces.slice(0, commaIn(said, pieces));
const commaIn = (said: Said, pieces: Pieces): number => {
  const comma = pieces.findIndex((piece: Piece) => piece.is === 'sign' && piece.token.raw === ',');
  if (comma < 0) return 0;
  return has(pieces.slice(comma), cue(said, 'add')) && has(pieces.slice(comma), cue(said, 'it')) ? comma : 0;
};

/** "add 1.2k for lighting to electrics", "cost: delivery 79.90", "add a cost for curtains". */
export const costAdded: Frame = (said) => {
  if (said.isQuestion || has(said.pieces, cue(said, 'budget')) || has(said.pieces, cue(said, 'quote'))) return null;
  const front = trimStart(said.pieces, ...cues(said, 'fill', 'polite'));
  const noun = seek(front, cue(said, 'costNoun'));
  const isAdded = startsWith(front, cue(said, 'add')) || startsWith(front, cue(said, 'new'));
  const isNoun = noun !== null && trimStart(front.slice(0, noun.at), ...cues(said, 'add', 'new', 'fill')).length === 0;
  const amount = amountIn(said, said.pieces);
  if (!isNoun && (!isAdded || amount === null)) return null;
  if (!isNoun && !startsWith(front, cue(said, 'add'))) return null;
  // "new cost: wall tiles": the cost is new, and what it is for is called without it.
  const own = noun !== null && startsWith(front, cue(said, 'new')) && isNoun ? front.slice(noun.at) : front;
  const spoken = spokenOf(said, own, ['add', ...(isNoun ? (['costNoun'] as const) : [])]);
  if (spoken === null || spoken.amount?.isNegative === true) return refused('impossible');
  const name = trimStart(spoken.name, ...cues(said, 'of', 'fill', 'new'));
  const kept = spoken.name.length > 0 && words(name).length === 0 ? [] : nameOf(said, spoken.name);
  const text = textOf(kept, said.text);
  if (text === '' && spoken.step !== undefined && !isNoun) return null;
  const there = isNoun ? [] : costsCalled(said, contentOf(said, kept));
  // "add 40 to the tiles" may make them dearer, or be another cost.
  if (there.length > 0 && isTowards(said, front, kept)) {
    const money = spoken.amount?.part;
    const either = [
      open('cost.add', { name: text, money }),
      open('cost.change', { cost: oneOf(said, 'cost', keysOf(there)), money }),
    ];
    return { outcome: { moves: [{ either }] } };
  }
  if (has(kept, cue(said, 'or'))) return refused('unknown');
  const carry = front.slice(0, 1);
  const move: Move = open('cost.add', {
    name: text === '' ? missing('cost') : text,
    money: spoken.amount === null ? missing('amount') : spoken.amount.part,
    step: spoken.step,
    on: undefined,
    payee: spoken.payee,
  });
  return {
    outcome: { moves: [move] },
    leaves: { carry, thing: words(kept), ...(typeof spoken.step === 'string' ? { step: spoken.step } : {}) },
  };
};

/** "to" stands right before the name. */
const isTowards = (said: Said, pieces: Pieces, name: Pieces): boolean => {
  const at = pieces.findIndex((piece) => piece === name[0]);
  return strip(pieces.slice(0, at), cue(said, 'fill'))
    .slice(-1)
    .some((piece) => has([piece], TOWARDS));
};

const TOWARDS = phrasesOf('to,zu,zum,zur,zu den,a,al');

/** A cost's own name keeps "new": it is a new valve, but "of" and "for" only lead there. */
const nameOf = (said: Said, pieces: Pieces): Pieces => trimStart(pieces, ...cues(said, 'of', 'fill'));
