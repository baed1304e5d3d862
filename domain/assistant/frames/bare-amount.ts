// A name and an amount with no verb between: new costs are taken so, everything else is asked.
import { open, type Part } from '../draft.ts';
import { EXACT, SYNONYM } from '../names.ts';
import { has, isDay, type Pieces, textOf, words } from '../pieces.ts';
import { contentOf, stepsCalled, whoIn } from '../resolve.ts';
import { cue, doubtOf, type Frame, type Heard, missing, oneOf, refused, type Said } from '../said.ts';
import { amountIn } from './amounts.ts';
import { costsCalled, keysOf, tidy } from './cost-words.ts';
import { stepPhrase } from './phrases.ts';

/** Words of a cost's name; more is something that is only told. */
const LONGEST_NAME = 5;

/** A name and an amount without any verb, or an amount alone: what that may be is asked, unless it is only new. */
export const bareAmount: Frame = (said) => {
  const heard = bareOf(said);
  return heard === null ? null : { ...heard, isBare: true };
};

const bareOf = (said: Said): Heard | null => {
  if (said.isQuestion || has(said.pieces, cue(said, 'budget'))) return null;
  const amount = amountIn(said, said.pieces);
  if (amount === null || said.pieces.some(isDay)) return null;
  const rest = amount.rest;
  if (has(rest, cue(said, 'quote')) || has(rest, cue(said, 'accept'))) return null;
  if (amount.isNegative) return refused('impossible');
  const money = amount.part;
  const called = contentOf(said, rest);
  const step = said.isAlone ? undefined : said.context.step;
  if (called.length === 0) {
    if (!said.isAlone || words(rest).length > 1) return null;
    return eitherOf(said, { money, name: missing('cost'), step: undefined, vendor: undefined }, [
      'cost.add',
      'budget.set',
      'quote.add',
    ]);
  }
  const who = whoIn(said, rest, 'contractors');
  if (who !== null) {
    const left = contentOf(said, [...rest.slice(0, who.at), ...rest.slice(who.at + who.length)]);
    if (left.length > 0) return null;
    return eitherOf(said, { money, name: missing('cost'), step: undefined, vendor: oneOf(said, 'person', who.keys) }, [
      'cost.add',
      'quote.add',
    ]);
  }
  const steps = stepsCalled(said, called).filter(({ level }) => level >= SYNONYM);
  const costs = costsCalled(said, called);
  const isCost = costs.length > 0 && !steps.some(({ level }) => level >= EXACT);
  if (isCost)
    return {
      outcome: {
        moves: [
          {
            either: [
              open('cost.add', { name: textOf(tidy(said, rest), said.text), money }),
              open('cost.change', { cost: oneOf(said, 'cost', keysOf(costs)), money }),
            ],
          },
        ],
      },
    };
  if (steps.length > 0) {
    const part = oneOf(
      said,
      'step',
      steps.map(({ key }) => key),
    );
    return eitherOf(said, { money, name: missing('cost'), step: part, vendor: undefined }, [
      'cost.add',
      'budget.set',
      'quote.add',
    ]);
  }
  const phrase = stepPhrase(said, rest);
  const name = tidy(said, phrase.rest);
  if (has(name, cue(said, 'or'))) return refused('unknown');
  if (
    words(name).length === 0 ||
    words(name).length > LONGEST_NAME ||
    has(rest, cue(said, 'be')) ||
    isTalk(said, rest) ||
    step === ''
  )
    return null;
  return {
    outcome: { moves: [open('cost.add', { name: textOf(name, said.text), money, step: phrase.step })] },
    leaves: { thing: words(name), carry: [] },
  };
};

/** Words that make it a sentence and no name. */
const isTalk = (said: Said, pieces: Pieces): boolean =>
  has(pieces, cue(said, 'must')) ||
  has(pieces, cue(said, 'him')) ||
  has(pieces, cue(said, 'me')) ||
  has(pieces, cue(said, 'each')) ||
  words(pieces).some((word) => ['i', 'we', 'you', 'ich', 'wir', 'du', 'yo'].includes(word));

const eitherOf = (
  said: Said,
  {
    money,
    name,
    step,
    vendor,
  }: { readonly money: Part; readonly name: Part; readonly step: Part; readonly vendor: Part },
  acts: readonly ('cost.add' | 'budget.set' | 'quote.add')[],
): Heard => {
  const anyone = doubtOf(
    said,
    'person',
    said.known.house.contractors.map(({ key }) => key),
  );
  const made = {
    'cost.add': open('cost.add', { name, money, step, payee: vendor }),
    'budget.set': open('budget.set', { money, step }),
    'quote.add': open('quote.add', { vendor: vendor ?? anyone, money, step }),
  };
  return { outcome: { moves: [{ either: acts.map((act) => made[act]) }] } };
};
