// Costs that were paid: new ones, or those that are there and due.
import type { Money } from '../../kernel/money.ts';
import { open, type OpenAct, type Part } from '../draft.ts';
import type { CostThere } from '../house.ts';
import { EXACT, SURE } from '../names.ts';
import { has, isDay, isPercentage, type Piece, type Pieces, seek, strip, textOf } from '../pieces.ts';
import { contentOf, stepsCalled } from '../resolve.ts';
import { cue, cues, doubtOf, type Frame, type Heard, missing, oneOf, refused, type Said } from '../said.ts';
import { phrasesOf } from '../words/lexicon.ts';
import type { Amount } from './amounts.ts';
import { costsCalled, costsHere, isNewCost, keysOf, type Spoken, spokenOf } from './cost-words.ts';

/** "Bought", "paid", "spent". */
export const costPaid: Frame = (said) => {
  if (said.isQuestion) return null;
  const pay = seek(said.pieces, cue(said, 'pay'));
  const bought = seek(said.pieces, cue(said, 'bought'));
  const found = pay ?? bought;
  if (found === null || has(said.pieces, cue(said, 'budget')) || isPayingLater(said) || isNewCost(said)) return null;
  const spoken = spokenOf(said, said.pieces, ['pay', 'bought']);
  if (spoken === null) return refused('impossible');
  if (spoken.amount?.isNegative === true) return refused('impossible');
  // "got an A", "spent the evening": without an amount these are no costs.
  if (spoken.amount === null && pay === null && has(said.pieces, WEAK)) return null;
  // "10 % off" behind a purchase is no second one.
  if (spoken.amount === null && said.pieces.some(isPercentage)) return null;
  const carry = said.pieces.slice(found.at, found.at + found.length);
  const outcome = paidMoves(said, spoken, pay !== null);
  if (outcome === null) return null;
  const called = contentOf(said, spoken.full);
  return { ...outcome, leaves: { carry, ...(called.length > 0 ? { thing: called } : {}), ...outcome.leaves } };
};

const WEAK = phrasesOf('got,spent,spent on,picked up,ausgegeben,geholt,mitgenommen,gasté,gastado,gastamos');

/** "pay the tiles by Friday" is to be done yet; what is paid is paid by now. */
const isPayingLater = (said: Said): boolean =>
  said.pieces.some((piece) => isDay(piece) && (piece.span.role === 'by' || piece.span.role === 'from')) ||
  has(said.pieces, cue(said, 'will'));

const paidMoves = (said: Said, spoken: Spoken, isPaid: boolean): Heard | null => {
  const { amount, on, payees } = spoken;
  const here = costsHere(said);
  const unpaid = here.filter(({ paid }) => !paid);
  const called = withoutBill(said, spoken.full);
  const own = called.length === 0 && payees.length === 0 && !said.isAlone ? said.context.thing : called;
  const value = valueOf(amount);
  // "pay Eva or Tom": which of them is no question about a cost.
  if (own.length === 0 && payees.length > 1 && has(said.pieces, cue(said, 'or'))) return refused('unknown');
  if (own.length === 0 && payees.length === 0) {
    const leftover = contentLeft(said, spoken.full);
    if (leftover) return null;
    if (unpaid.length === 0) return refused('unknown');
    return { outcome: { moves: [open('cost.pay', { cost: doubtOf(said, 'cost', keysOf(unpaid)), on })] } };
  }
  if (amount === null && own.length > 1 && costsCalled(said, own).length === 0) {
    const listed = costsListed(said, spoken.full);
    if (listed.length > 1) return { outcome: { moves: listed.map((cost) => open('cost.pay', { cost, on })) } };
  }
  const fitting = own.length > 0 ? costsCalled(said, own).filter(({ paid }) => !paid) : [];
  const ofPayee = unpaid.filter(({ payee }) => payee !== null && payees.includes(payee));
  const narrowed = fitting.filter(({ payee }) => payees.length === 0 || payee === null || payees.includes(payee));
  const meant = own.length > 0 ? (narrowed.length > 0 ? narrowed : fitting) : ofPayee;
  if (meant.length > 0) return settled(said, { meant, spoken, value, own, isPaid });
  if (amount === null) {
    // Paid already, or nobody knows what: there is nothing to settle.
    if (own.length > 0 && costsCalled(said, own).length > 0) return refused('unknown');
    if (own.length === 0) return null;
  }
  const name = textOf(own === said.context.thing ? [] : spoken.name, said.text);
  if (has(spoken.name, cue(said, 'or'))) return refused('unknown');
  const isStep =
    own.length > 0 && spoken.step === undefined && stepsCalled(said, own).some(({ level }) => level >= EXACT);
  const add = open('cost.add', {
    name: name === '' || isStep ? missing('cost') : name,
    money: amount === null ? missing('amount') : amount.part,
    step: isStep ? stepOf(said, own) : spoken.step,
    paid: true,
    on,
    payee: spoken.payee,
  });
  return {
    outcome: { moves: [add] },
    leaves: payees.length === 1 && payees[0] !== undefined ? { person: payees[0] } : {},
  };
};

/** "tiles and pipes": each part an unpaid cost; empty when one of them is none. */
const costsListed = (said: Said, pieces: Pieces): readonly Part[] => {
  const parts: Piece[][] = [[]];
  for (const piece of pieces) {
    const isCut = (piece.is === 'sign' && piece.token.raw === ',') || has([piece], cue(said, 'and'));
    if (isCut) parts.push([]);
    else parts.at(-1)?.push(piece);
  }
  const found = parts
    .map((part) => withoutBill(said, part))
    .filter((called) => called.length > 0)
    .map((called) => oneOf(said, 'cost', keysOf(costsCalled(said, called).filter(({ paid }) => !paid))));
  return found.every((part) => part !== undefined) ? found : [];
};

const stepOf = (said: Said, called: readonly string[]): Part =>
  oneOf(
    said,
    'step',
    stepsCalled(said, called)
      .filter(({ level }) => level >= SURE)
      .map(({ key }) => key),
  );

const valueOf = (amount: Amount | null): Money | null =>
  amount !== null && typeof amount.part === 'object' && 'minor' in amount.part ? amount.part : null;

interface Settling {
  readonly meant: readonly CostThere[];
  readonly spoken: Spoken;
  readonly value: Money | null;
  readonly own: readonly string[];
  readonly isPaid: boolean;
}

/** What is paid fits costs that are there: of the same amount it is those, of another it is asked whether it is new. */
const settled = (said: Said, { meant, spoken, value, own }: Settling): Heard => {
  const { amount, on } = spoken;
  const same =
    value === null
      ? meant
      : meant.filter((cost) => cost.amount.minor === value.minor && cost.amount.currency === value.currency);
  const chosen = amount === null ? meant : same;
  const leaves = { thing: own };
  if (chosen.length > 0 && (amount === null || value !== null))
    return { outcome: { moves: [open('cost.pay', { cost: oneOf(said, 'cost', keysOf(chosen)), on })] }, leaves };
  const name = textOf(spoken.name, said.text);
  const either: readonly OpenAct[] = [
    open('cost.add', {
      name: name === '' ? missing('cost') : name,
      money: amount?.part,
      step: spoken.step,
      paid: true,
      on,
      payee: spoken.payee,
    }),
    open('cost.pay', { cost: oneOf(said, 'cost', keysOf(meant)), on }),
  ];
  return { outcome: { moves: [{ either }] }, leaves };
};

/** The words for what was paid, without "the bill". */
const withoutBill = (said: Said, pieces: Pieces): readonly string[] =>
  contentOf(said, strip(pieces, ...cues(said, 'bill', 'costNoun', 'him', 'me')));

const contentLeft = (said: Said, pieces: Pieces): boolean => withoutBill(said, pieces).length > 0;
