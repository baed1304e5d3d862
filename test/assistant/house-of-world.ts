// The house of the assistant's table (world.ts) as the reader is handed one, and as part of a large one.
import type { House } from '../../domain/assistant/house.ts';
import type { Lang } from '../../domain/words/languages.ts';
import type { Money } from '../../domain/kernel/money.ts';
import { parseAmount } from '../../domain/money/amount.ts';
import type { StepState } from '../../domain/records/step.ts';
import { CONTRACTORS, COSTS, DECISIONS, JOURNEYS, PEOPLE, QUOTES, TASKS, TEMPLATES, TODAY } from './world.ts';

const STATES: Readonly<Record<string, StepState>> = { open: 'todo', active: 'doing', done: 'done', blocked: 'blocked' };

const money = (amount: string, currency = 'EUR'): Money => {
  const value = parseAmount(amount, currency);
  if (value === null) throw new Error(`no amount: ${amount}`);
  return value;
};

/** Keys say what they are of, since Kitchen and Bathroom upstairs both have a Tiling. */
const stepKey = (journey: string, name: string): string => `step|${journey}|${name}`;
const inKitchen = (name: string): string => stepKey('Kitchen', name);
const contractorKey = (name: string): string => `contractor|${name}`;
const personKey = (name: string): string => `person|${name}`;
const KITCHEN = 'journey|Kitchen';

export const houseOfWorld = (lang: Lang): House => ({
  today: TODAY,
  lang,
  speaker: personKey(PEOPLE[0]),
  journey: KITCHEN,
  currency: 'EUR',
  people: PEOPLE.map((name) => ({ key: personKey(name), name })),
  contractors: CONTRACTORS.map(({ name, person }) => ({ key: contractorKey(name), company: name, person, trade: '' })),
  journeys: JOURNEYS.map(({ name, currency, budget, steps }) => ({
    key: `journey|${name}`,
    name,
    area: '',
    template: null,
    currency,
    budget: money(budget, currency),
    steps: steps.map((step) => ({
      key: stepKey(name, step.name),
      name: step.name,
      state: STATES['state' in step ? step.state : 'open'] ?? 'todo',
    })),
  })),
  costs: COSTS.map((cost) => ({
    key: `cost|${cost.name}`,
    journey: KITCHEN,
    name: cost.name,
    amount: money(cost.amount),
    paid: cost.paid,
    step: inKitchen(cost.step),
    payee: 'payee' in cost ? contractorKey(cost.payee) : null,
  })),
  quotes: QUOTES.map(({ vendor, amount, step, accepted }) => ({
    key: `quote|${vendor}`,
    journey: KITCHEN,
    vendor,
    contractor: contractorKey(vendor),
    amount: money(amount),
    step: inKitchen(step),
    accepted,
  })),
  tasks: TASKS.map((task) => ({
    key: `task|${task.text}`,
    journey: KITCHEN,
    text: task.text,
    assignee: personKey(task.assignee),
    due: 'due' in task ? task.due : null,
    done: false,
  })),
  decisions: DECISIONS.map(({ question, alternatives }) => ({
    key: `decision|${question}`,
    journey: KITCHEN,
    question,
    alternatives,
    taken: false,
  })),
  templates: TEMPLATES.map((id) => ({ id, name: id })),
});

/** The name that the table has for a key of this house; what is no key stands for itself. */
export const nameOfKey = (key: string): string => key.slice(key.lastIndexOf('|') + 1);
