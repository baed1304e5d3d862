// The assistant's acts and questions as a model's tools, and what the model asks for as a reading: the same proposals as from the reader.
import { z } from 'zod';
import { act, question, type Act, type ActName, type Question } from './acts.ts';
import type { Aliases } from './house-aliases.ts';
import type { House } from './house.ts';
import type { Reading } from './reading.ts';

/** As it crosses to main: `input` is a JSON Schema. */
export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly input: Record<string, unknown>;
}

export interface ToolCall {
  readonly tool: string;
  readonly input: unknown;
}

/** What each is for; a model reads these, no person does. */
const ACT_USES: Readonly<Record<ActName, string>> = {
  'journey.start': 'Start a new renovation from a template.',
  'journey.open': 'Go to another journey.',
  'step.start': 'Begin a step now.',
  'step.finish': 'A step is done.',
  'step.skip': 'A step will not be done.',
  'step.reopen': 'A step that was done, skipped or blocked is open again.',
  'step.block': 'A step cannot go on, with the reason.',
  'step.add': 'Add a step, after another one or at the end.',
  'step.plan': 'Plan on which day a step starts or ends.',
  'cost.add': 'Write down a cost; paid if it was paid.',
  'cost.pay': 'A cost that was due has been paid.',
  'cost.change': 'A cost has another amount.',
  'budget.set': 'Set the budget of the journey, or of one step.',
  'task.add': 'Something that somebody has to do.',
  'task.done': 'A task is done.',
  'decision.add': 'Something to be decided, with its alternatives.',
  'decision.take': 'One of the alternatives of a decision is taken.',
  'quote.add': 'Write down what a contractor offered.',
  'quote.accept': 'Accept a quote.',
  'comment.add': 'Write down a remark.',
  'reminder.add': 'Remind of something on a day.',
  'web.search':
    'Ask a web search for products, contractors or ideas; only these words are sent, once the person agrees.',
  undo: 'Take back what was done last.',
};

const QUESTION_USES: Readonly<Record<Question['question'], string>> = {
  next: 'What is to be done next.',
  whenDone: 'When the journey, or a step, will be done.',
  left: 'How much of the budget is left.',
  status: 'Where the journey, or a step, stands.',
  spent: 'How much was spent, on what or to whom.',
  search: 'Find what was written, said or stands on papers.',
  photos: 'Show photos.',
  owed: 'What is still to be paid.',
  tasks: 'What is to be done by whom.',
  quotes: 'The quotes there are, which is the cheapest, or what one excludes or lacks that another has.',
  late: 'What is late or overdue.',
  stuck: 'Which steps are blocked, and why.',
  decisions: 'Which decisions are open.',
  waiting: 'What waits for the person who speaks.',
  signing: 'What waits for the signature of the person who speaks.',
  committed: 'How much is committed by accepted quotes and approved changes, to whom or for which step.',
  changes: 'Change orders that were approved, and what they cost.',
  shares: 'Who of the household owes whom, of costs that they share.',
};

const CONVENTIONS =
  ' Things are named by their short names (step3, cost1). Money is in minor units: 12.50 EUR is {"minor":1250,"currency":"EUR"}. Days are YYYY-MM-DD.';

/** Tool names may hold no dots. */
const toolName = (name: string): string => name.replace('.', '_');

const inputOf = (schema: z.ZodObject, tag: string): Record<string, unknown> => {
  const shape = Object.fromEntries(Object.entries(schema.shape).filter(([field]) => field !== tag));
  return z.toJSONSchema(z.strictObject(shape), { io: 'input' });
};

export const modelTools = (): readonly Tool[] => [
  ...act.options.map((option) => {
    const { value } = option.shape.act;
    return { name: toolName(value), description: `${ACT_USES[value]}${CONVENTIONS}`, input: inputOf(option, 'act') };
  }),
  ...question.options.map((option) => {
    const { value } = option.shape.question;
    const description = `Look up: ${QUESTION_USES[value]}${CONVENTIONS}`;
    return { name: `ask_${value}`, description, input: inputOf(option, 'question') };
  }),
];

/** Fields that name something in the house, in acts and in questions. */
const NAMING: ReadonlySet<string> = new Set([
  'journey',
  'step',
  'after',
  'cost',
  'payee',
  'task',
  'assignee',
  'decision',
  'quote',
  'vendor',
  'by',
  'person',
]);

/**
 * What the model asked for, as if it had been read: acts are proposals that a person says yes to, never done. One call that is
 * malformed, or names what is not in this house, leaves all of them unread: half of what was meant may be the wrong half. Null
 * when it asked for nothing.
 */
export const readCalls = (
  calls: readonly ToolCall[],
  { house, aliases }: { readonly house: House; readonly aliases: Aliases },
): Reading | null => {
  if (calls.length === 0) return null;
  const parsed = calls.map((call) => parseCall(call, aliases));
  const acts = parsed.flatMap((each) => (each !== null && 'act' in each ? [each] : []));
  const [asked] = parsed.flatMap((each) => (each !== null && !('act' in each) ? [each] : []));
  if (parsed.includes(null) || !acts.every((each) => isPossible(each, house))) return { unread: true, why: 'unknown' };
  if (acts.length > 0) return { does: acts };
  return asked === undefined ? null : { asks: asked };
};

const parseCall = ({ tool, input }: ToolCall, { keyByAlias }: Aliases): Act | Question | null => {
  const fields = z.record(z.string(), z.unknown()).safeParse(input ?? {});
  if (!fields.success) return null;
  const named = Object.entries(fields.data).map(([field, value]) => {
    if (!NAMING.has(field)) return [field, value] as const;
    return [field, typeof value === 'string' ? keyByAlias.get(value) : undefined] as const;
  });
  const body = Object.fromEntries(named);
  const asAct = act.options.find(({ shape }) => toolName(shape.act.value) === tool);
  if (asAct !== undefined) {
    const result = act.safeParse({ ...body, act: asAct.shape.act.value });
    return result.success ? result.data : null;
  }
  const result = question.safeParse({ ...body, question: tool.replace(/^ask_/, '') });
  return result.success && tool.startsWith('ask_') ? result.data : null;
};

/** A name of the wrong kind ("step" naming a cost), a template or an alternative that there is none of, an amount below nothing. */
const isPossible = (each: Act, house: House): boolean => {
  const steps = house.journeys.flatMap((journey) => journey.steps);
  const fits: Readonly<Record<string, readonly { readonly key: string }[]>> = {
    journey: house.journeys,
    step: steps,
    after: steps,
    cost: house.costs,
    payee: house.contractors,
    task: house.tasks,
    assignee: [...house.people, ...house.contractors],
    decision: house.decisions,
    quote: house.quotes,
    vendor: house.contractors,
    person: house.people,
  };
  const isNamed = Object.entries(each).every(
    ([field, value]) => fits[field] === undefined || fits[field].some(({ key }) => key === value),
  );
  if (!isNamed) return false;
  if (each.act === 'journey.start') return house.templates.some(({ id }) => id === each.template);
  if (each.act === 'step.plan') return each.starts !== undefined || each.ends !== undefined;
  if (each.act === 'decision.take')
    return house.decisions.some(({ key, alternatives }) => key === each.decision && alternatives.includes(each.choice));
  return !('money' in each) || each.money.minor > 0;
};
