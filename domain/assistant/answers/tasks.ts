// Answers about what people have to do: open tasks, open decisions, and what waits for whoever asks.
import { compareDates } from '../../kernel/calendar.ts';
import type { RecordOf } from '../../records/registry.ts';
import { agreementOf } from '../../decisions/agreement.ts';
import { paymentSchedule } from '../../money/payment-schedule.ts';
import type { Answer } from '../reply.ts';
import { openQuotes } from './quotes.ts';
import { type Facts, keys, openTasks, partiesOf, stepsOf, within } from './facts.ts';

export const tasksOf = (assignee: string | undefined, facts: Facts): Answer => {
  const tasks = openTasks(facts).filter(({ body }) => assignee === undefined || isAssigned(body, assignee, facts));
  return { question: 'tasks', tasks: keys(tasks), count: tasks.length };
};

/**
 * Their own tasks, reminders whose day has come, votes wanted from them, decisions that wait for nobody's vote, quotes that nobody has
 * accepted, change orders that their side is to sign, and payments that are due.
 */
export const waitingFor = (facts: Facts): Answer => {
  const tasks = openTasks(facts).filter(
    ({ body }) => body.assignee === facts.me && !(body.isReminder === true && (body.due ?? '') > facts.today),
  );
  const open = openDecisions(facts).map((decision) => ({ decision, awaited: agreementOf(decision.body).awaited }));
  const votes = open.filter(({ awaited }) => awaited.includes(facts.me)).map(({ decision }) => decision);
  const decisions = open.filter(({ awaited }) => awaited.length === 0).map(({ decision }) => decision);
  const orders = within(facts.agreed?.orders ?? [], facts);
  const payments = duePayments(facts);
  const quotes = openQuotes(facts);
  return {
    question: 'waiting',
    tasks: keys(tasks),
    decisions: keys(decisions),
    quotes: keys(quotes),
    votes: keys(votes),
    orders: keys(orders),
    payments: keys(payments),
    ...(facts.agreed?.orders === null ? { unchecked: true } : {}),
    count: [tasks, decisions, quotes, votes, orders, payments].reduce((sum, { length }) => sum + length, 0),
  };
};

/** The soonest wanted first. */
const openDecisions = (facts: Facts): readonly RecordOf<'decision'>[] =>
  within(facts.records.decisions, facts)
    .filter(({ body }) => body.decided === null)
    .toSorted((a, b) => compareDates(a.body.deadline, b.body.deadline) || a.createdAt - b.createdAt);

export const openDecisionsOf = (facts: Facts): Answer => {
  const decisions = openDecisions(facts);
  return { question: 'decisions', decisions: keys(decisions), count: decisions.length };
};

/** Those whose time has come, and whose photos are there where they are asked for. */
const duePayments = (facts: Facts): readonly RecordOf<'payment'>[] =>
  paymentSchedule({
    payments: within(facts.agreed?.payments ?? [], facts),
    steps: stepsOf(facts),
    costs: within(facts.records.costs, facts),
    today: facts.today,
    // Only the order goes by it; what is due is due whatever is planned.
    endOf: () => null,
  }).flatMap(({ payment, state }) => (state === 'due' ? [payment] : []));

const isAssigned = ({ assignee, party }: RecordOf<'task'>['body'], to: string, facts: Facts): boolean =>
  assignee === to ||
  partiesOf(to, facts).some(({ key, body }) => key === party || (assignee !== null && body.person === assignee));
