// Answers about what people have to do: open tasks, and what waits for whoever asks.
import type { RecordOf } from '../../records/registry.ts';
import type { Answer } from '../reply.ts';
import { openQuotes } from './quotes.ts';
import { type Facts, keys, openTasks, partiesOf, within } from './facts.ts';

export const tasksOf = (assignee: string | undefined, facts: Facts): Answer => {
  const tasks = openTasks(facts).filter(({ body }) => assignee === undefined || isAssigned(body, assignee, facts));
  return { question: 'tasks', tasks: keys(tasks), count: tasks.length };
};

/** Their own tasks, reminders whose day has come, decisions that nobody has taken, and quotes that nobody has accepted. */
export const waitingFor = (facts: Facts): Answer => {
  const tasks = openTasks(facts).filter(
    ({ body }) => body.assignee === facts.me && !(body.isReminder === true && (body.due ?? '') > facts.today),
  );
  const decisions = within(facts.records.decisions, facts).filter(({ body }) => body.decided === null);
  const quotes = openQuotes(facts);
  return {
    question: 'waiting',
    tasks: keys(tasks),
    decisions: keys(decisions),
    quotes: keys(quotes),
    count: tasks.length + decisions.length + quotes.length,
  };
};

const isAssigned = ({ assignee, party }: RecordOf<'task'>['body'], to: string, facts: Facts): boolean =>
  assignee === to ||
  partiesOf(to, facts).some(({ key, body }) => key === party || (assignee !== null && body.person === assignee));
