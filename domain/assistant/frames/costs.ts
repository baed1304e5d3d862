// Costs: what was bought or paid, what is to be added, what turns out to cost another amount.
import type { Money } from '../../kernel/money.ts';
import { type Move, open, type OpenAct, type Part } from '../draft.ts';
import type { CostThere, Key } from '../house.ts';
import { EXACT, SURE, SYNONYM, best } from '../names.ts';
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
import {
  cue,
  cues,
  dayPart,
  daysOf,
  doubtOf,
  type Frame,
  type Heard,
  missing,
  oneOf,
  openJourney,
  refused,
  type Said,
} from '../said.ts';
import { type Amount, amountIn } from './amounts.ts';
import { phrasesOf } from '../words/lexicon.ts';
import { stepPhrase } from './phrases.ts';

const costsHere = (said: Said): readonly CostThere[] => {
  const journey = openJourney(said);
  return journey === null ? [] : (said.known.costsByJourney.get(journey.key)?.all ?? []);
};

/** Costs of the open journey that are called so, the best fits only; "paint" fits Paint and Paint samples alike. */
export const costsCalled = (said: Said, called: readonly string[]): readonly CostThere[] => {
  const journey = openJourney(said);
  if (journey === null || called.length === 0) return [];
  const fits = said.known.costsByJourney.get(journey.key)?.names.fits(called) ?? [];
  return best(fits.filter(({ level }) => level >= SURE)).flatMap(({ key }) => said.known.costByKey.get(key) ?? []);
};

export const keysOf = (costs: readonly CostThere[]): readonly Key[] => costs.map(({ key }) => key);

/** What is left of a sentence about money once its amount, day, payee and step are taken out. */
interface Spoken {
  readonly amount: Amount | null;
  readonly on: Part;
  readonly payee: Part;
  readonly payees: readonly Key[];
  readonly step: Part;
  /** With the step's phrase still in it, for names that have one: "deposit for the cabinets". */
  readonly full: Pieces;
  readonly name: Pieces;
}

const spokenOf = (
  said: Said,
  pieces: Pieces,
  verbs: readonly ('pay' | 'bought' | 'add' | 'costNoun' | 'costs')[],
): Spoken | null => {
  const day = pieces.find(isDay) ?? null;
  const days = day === null ? [] : daysOf(said, day, 'past');
  // What is paid is paid by now: "I pay Tom tomorrow" is no payment yet.
  const isLater = days.some((each) => each > said.known.house.today);
  if (day !== null && (days.length === 0 || day.span.until !== null || isLater)) return null;
  const amount = amountIn(said, pieces);
  const bare = strip(
    (amount?.rest ?? pieces).filter((piece) => !isDay(piece)),
    ...verbs.map((name) => cue(said, name)),
  );
  const who = whoIn(said, bare, 'contractors');
  const cut = who === null ? bare : cutWho(said, bare, who);
  // "paid Tom or Piet"
  const other = who !== null && has(cut, cue(said, 'or')) ? whoIn(said, cut, 'contractors') : null;
  const payees = [...(who?.keys ?? []), ...(other?.keys ?? [])];
  const rest =
    other === null ? cut : cutWho(said, strip(cut, cue(said, 'or')), { ...other, at: Math.max(0, other.at - 1) });
  const pronoun =
    who === null &&
    said.context.person !== null &&
    has(rest, cue(said, 'him')) &&
    isContractor(said, said.context.person);
  const step = stepPhrase(said, rest);
  return {
    amount,
    on: day === null ? undefined : dayPart(days),
    payee: who === null ? (pronoun ? (said.context.person ?? undefined) : undefined) : oneOf(said, 'person', payees),
    payees: pronoun && said.context.person !== null ? [said.context.person] : payees,
    step: step.step,
    full: tidy(said, rest),
    name: tidy(said, step.rest),
  };
};

const isContractor = (said: Said, key: Key): boolean => said.known.house.contractors.some((each) => each.key === key);

/** Also the word that leads to who: "to Tom", "by Eva". */
const cutWho = (said: Said, pieces: Pieces, who: { readonly at: number; readonly length: number }): Pieces => {
  const before = pieces.slice(0, who.at);
  const led = trimEndOnce(said, before);
  return [...led, ...pieces.slice(who.at + who.length)];
};

const trimEndOnce = (said: Said, before: Pieces): Pieces => {
  const last = before.slice(-1);
  return has(last, cue(said, 'for')) || has(last, cue(said, 'by')) ? before.slice(0, -1) : before;
};

export const tidy = (said: Said, pieces: Pieces): Pieces =>
  trimEnd(
    trimStart(
      pieces,
      ...cues(said, 'fill', 'be', 'for', 'light', 'inside', 'too', 'him', 'costNoun', 'by', 'and', 'or'),
    ),
    ...cues(said, 'fill', 'be', 'for', 'light', 'too', 'him', 'and'),
  );

/** "Bought", "paid", "spent". */
export const costPaid: Frame = (said) => {
  if (said.isQuestion) return null;
  const pay = seek(said.pieces, cue(said, 'pay'));
  const bought = seek(said.pieces, cue(said, 'bought'));
  const found = pay ?? bought;
  if (found === null || has(said.pieces, cue(said, 'budget')) || isPayingLater(said)) return null;
  const spoken = spokenOf(said, said.pieces, ['pay', 'bought']);
  if (spoken === null) return refused('impossible');
  if (spoken.amount?.isNegative === true) return refused('impossible');
  // "got an A", "spent the evening": without an amount these are no costs.
  if (spoken.amount === null && pay === null && has(said.pieces, WEAK)) return null;
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
  const spoken = spokenOf(said, front, ['add', ...(isNoun ? (['costNoun'] as const) : [])]);
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
