// Answers about money: what was spent and on what, what is owed to whom, what is left of the budget.
import { journeyMoney, leftOfBudget } from '../../journey/money.ts';
import type { RecordKey } from '../../kernel/ids.ts';
import { totalsByCurrency, zero, type Money } from '../../kernel/money.ts';
import { entriesOf } from '../../money/entries.ts';
import { journeyOutlook } from '../../money/outlook.ts';
import type { RecordOf } from '../../records/registry.ts';
import type { Question } from '../acts.ts';
import { categoryOf } from '../../words/cost-category.ts';
import type { Answer } from '../reply.ts';
import { commitmentsIn, openIn } from './agreed.ts';
import { costsOf, type Facts, holdsAll, journeyHere, keys, nameOfParty, partiesOf, stepsOf, within } from './facts.ts';

type Cost = RecordOf<'cost'>;

export const spentOn = (question: Extract<Question, { readonly question: 'spent' }>, facts: Facts): Answer => {
  const { about = '', payee } = question;
  const step = question.step ?? null;
  const here = costsOf(facts).filter((cost) => (step === null || cost.body.step === step) && isFor(cost, payee, facts));
  const named = here.filter((cost) => isCalled(cost, about, facts));
  // "On tiles" is what is called so; only where nothing is, what stands under that category.
  const category = categoryOf(about, '');
  const costs =
    named.length > 0 || category === 'other' ? named : here.filter(({ body }) => body.category === category);
  return {
    question: 'spent',
    about: payee === undefined ? about : nameOfParty(payee, facts),
    step,
    paid: sums(costs, 'paid', facts),
    due: sums(costs, 'due', facts),
    costs: keys(largestFirst(costs)),
    count: costs.length,
  };
};

export const owedTo = (payee: string | undefined, facts: Facts): Answer => {
  const costs = costsOf(facts).filter((cost) => cost.body.state === 'due' && isFor(cost, payee, facts));
  return {
    question: 'owed',
    payee: payee === undefined ? '' : nameOfParty(payee, facts),
    due: sums(costs, 'due', facts),
    costs: keys(largestFirst(costs)),
    count: costs.length,
  };
};

export const leftOf = (step: RecordKey | null, facts: Facts): Answer => {
  const journey = journeyHere(facts);
  const currency = journey?.body.currency ?? 'EUR';
  const here = { ...facts, journey: journey?.id ?? null };
  const budget = within(facts.records.budgets, here)[0] ?? null;
  const costs = costsOf(here).filter(({ body }) => step === null || body.step === step);
  const money = journeyMoney({ currency, costs, budget });
  const { spent, due } = money;
  const open = facts.agreed === undefined ? null : openIn(currency, step, here);
  const planned = step === null ? money.budget : (budget?.body.steps?.[step] ?? null);
  const left = leftOfBudget({ ...money, budget: planned }, open ?? zero(currency));
  const said = { question: 'left', step, budget: planned, spent, due, left } as const;
  if (open === null) return said;
  const { entries } = entriesOf(costs, currency);
  const input = { steps: stepsOf(here), currency, entries, budget, commitments: commitmentsIn(here) };
  return {
    ...said,
    open,
    ...(step === null && planned !== null ? { willCost: journeyOutlook(input).willCost } : {}),
    ...(facts.agreed?.approved === null ? { unchecked: true } : {}),
  };
};

const sums = (costs: readonly Cost[], state: 'paid' | 'due', facts: Facts): Money[] => {
  const found = totalsByCurrency(costs.filter(({ body }) => body.state === state).map(({ body }) => body.amount));
  return found.length === 0 ? [zero(journeyHere(facts)?.body.currency ?? 'EUR')] : [...found];
};

const largestFirst = (costs: readonly Cost[]): readonly Cost[] =>
  costs.toSorted((a, b) => b.body.amount.minor - a.body.amount.minor);

/** Words of the question found in what the cost is called, from whom, for what, and at which step. */
const isCalled = ({ body }: Cost, about: string, { records }: Facts): boolean => {
  const step = records.steps.find(({ key }) => key === body.step)?.body.name ?? '';
  return holdsAll([body.description, body.vendor, body.category, step].join(' '), about);
};

const isFor = ({ body }: Cost, payee: string | undefined, facts: Facts): boolean =>
  payee === undefined || partiesOf(payee, facts).some((party) => party.body.name === body.vendor);
