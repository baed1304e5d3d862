// What the assistant says, as data in its message: a proposal, a question back, an answer, or that it could not read it.
import { z } from 'zod';
import { personId, recordId, recordKey } from '../kernel/ids.ts';
import { money } from '../kernel/money.ts';
import { calendarDate } from '../kernel/time.ts';
import { act, question, QUOTE_WANTS } from './acts.ts';
import type { Asked, Choice, Draft, Reading, Unread } from './reading.ts';

/** One thing that would be done. */
export const line = z.object({
  act,
  /** Id of the journey it is for; null for what needs none. */
  journey: recordId.nullable(),
  /** Of an undo: the deed that is taken back. */
  undoes: z
    .object({
      deed: z.string().max(80),
      command: z.string().max(80),
      events: z.array(recordKey),
      records: z.array(recordKey),
    })
    .optional(),
});
export type Line = Readonly<z.infer<typeof line>>;

const amounts = z.array(money);
const keys = z.array(recordKey);

/** Figures are those of the moment of the answer; names are those of now. */
export const answer = z.discriminatedUnion('question', [
  z.object({
    question: z.literal('next'),
    step: recordKey.nullable(),
    blocked: keys,
    tasks: keys,
    settled: z.boolean(),
  }),
  z.object({
    question: z.literal('whenDone'),
    step: recordKey.nullable(),
    /** The earliest end, if nothing waits; of a whole journey also what 10, 50 and 90 of 100 futures reach. */
    end: calendarDate.nullable(),
    likely: z.object({ p10: calendarDate, p50: calendarDate, p90: calendarDate }).optional(),
    late: keys,
    blocked: keys,
  }),
  z.object({
    question: z.literal('left'),
    step: recordKey.nullable(),
    budget: money.nullable(),
    spent: money,
    due: money,
    /** Budget less spent, due and open. */
    left: money.nullable(),
    /** Of accepted quotes and approved changes, what was not billed yet. */
    open: money.optional(),
    /** Of a whole journey: the forecast at completion. */
    willCost: money.optional(),
    /** Signatures could not be verified: approved changes are not in what is open. */
    unchecked: z.boolean().optional(),
  }),
  z.object({
    question: z.literal('status'),
    step: recordKey.nullable(),
    settled: z.int(),
    total: z.int(),
    doing: keys,
    blocked: keys,
    late: keys,
    next: recordKey.nullable(),
    end: calendarDate.nullable(),
    /** Of a step that was asked about: from when to when it is, was or will be worked on. */
    span: z.object({ start: calendarDate, end: calendarDate }).optional(),
  }),
  z.object({
    question: z.literal('spent'),
    about: z.string(),
    step: recordKey.nullable(),
    paid: amounts,
    due: amounts,
    costs: keys,
    count: z.int(),
  }),
  z.object({
    question: z.literal('search'),
    words: z.string(),
    hits: z.array(z.object({ key: recordKey, text: z.string() })),
  }),
  z.object({
    question: z.literal('photos'),
    step: recordKey.nullable(),
    words: z.string(),
    photos: keys,
    count: z.int(),
    /** Two photos of one place; the earlier first. */
    pairs: z.array(z.tuple([recordKey, recordKey])),
  }),
  z.object({ question: z.literal('owed'), payee: z.string(), due: amounts, costs: keys, count: z.int() }),
  z.object({ question: z.literal('tasks'), tasks: keys, count: z.int() }),
  z.object({
    question: z.literal('quotes'),
    want: z.enum(QUOTE_WANTS).nullable(),
    vendor: z.string(),
    /** The cheapest first. */
    quotes: keys,
    count: z.int(),
    /** Of each step. */
    cheapest: keys,
    /** Lines that another quote has. */
    lacking: z.array(z.object({ text: z.string(), in: recordKey })),
    /** What a quote itself says it does not do; of an answer of an earlier day unknown. */
    excludes: z.array(z.object({ text: z.string(), in: recordKey })).optional(),
  }),
  z.object({ question: z.literal('late'), steps: keys, tasks: keys, count: z.int() }),
  z.object({ question: z.literal('stuck'), steps: keys, count: z.int() }),
  /** By the day they are wanted. */
  z.object({ question: z.literal('decisions'), decisions: keys, count: z.int() }),
  z.object({
    question: z.literal('waiting'),
    tasks: keys,
    decisions: keys,
    quotes: keys,
    /** Decisions that want a vote of whoever asked. */
    votes: keys.optional(),
    /** Change orders that their side is to sign. */
    orders: keys.optional(),
    payments: keys.optional(),
    /** The signatures could not be verified: of change orders nothing is said. */
    unchecked: z.boolean().optional(),
    count: z.int(),
  }),
  z.object({ question: z.literal('signing'), orders: keys, quotes: keys, unchecked: z.boolean(), count: z.int() }),
  z.object({
    question: z.literal('committed'),
    vendor: z.string(),
    step: recordKey.nullable(),
    committed: amounts,
    /** Of what is told as a whole; empty where a step has only a part of it. */
    billed: amounts,
    open: amounts,
    quotes: keys,
    /** Without approved changes: the signatures could not be verified. */
    unchecked: z.boolean(),
    count: z.int(),
  }),
  z.object({
    question: z.literal('changes'),
    vendor: z.string(),
    step: recordKey.nullable(),
    amounts,
    orders: keys,
    unchecked: z.boolean(),
    count: z.int(),
  }),
  z.object({
    question: z.literal('shares'),
    person: personId.nullable(),
    payments: z.array(z.object({ from: personId, to: personId, amount: money })),
    /** The shared costs that it comes from, the largest first. */
    costs: keys,
    count: z.int(),
  }),
]);
export type Answer = Readonly<z.infer<typeof answer>>;

const WHY = [
  'negated',
  'conditional',
  'reported',
  'advice',
  'sharing',
  'deleting',
  'impossible',
  'dropped',
  'unknown',
] as const satisfies readonly Unread[];
const ASKED = [
  'step',
  'cost',
  'person',
  'journey',
  'task',
  'quote',
  'decision',
  'amount',
  'date',
  'reason',
  'intent',
] as const satisfies readonly Asked[];

/** An act that lacks something: whichever fields it has, they are those of the act, which is checked again when it is whole. */
const draft = z.custom<Draft>((data) => z.looseObject({ act: z.enum(ACT_NAMES) }).safeParse(data).success);
const ACT_NAMES = act.options.map(({ shape }) => shape.act.value);
const hole = z.object({ what: z.enum(ASKED), at: z.int().min(0), field: z.string() });

const reading: z.ZodType<Reading> = z.lazy(() =>
  z.union([
    z.object({ does: z.array(act) }),
    z.object({ asks: question }),
    z.object({ choose: choice }),
    z.object({ unread: z.literal(true), why: z.enum(WHY).exactOptional() }),
  ]),
);
const choice: z.ZodType<Choice> = z.lazy(() =>
  z.object({
    what: z.enum(ASKED),
    options: z.array(z.object({ value: z.union([z.string(), money]), label: z.string(), means: reading })),
    pending: z.object({ drafts: z.array(draft), holes: z.array(hole) }),
  }),
);

/** Where a message might have been the reason that was asked for, or something of its own. */
const taken = z.object({ as: z.enum(['reason', 'own']), otherwise: reading }).optional();

export const said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('proposal'), lines: z.array(line).min(1).max(20), taken }),
  z.object({ kind: z.literal('choose'), choose: choice, taken }),
  z.object({ kind: z.literal('answer'), answer, taken }),
  z.object({ kind: z.literal('opened'), journey: recordKey, taken }),
  z.object({ kind: z.literal('unread'), why: z.string().max(40).nullable(), taken }),
]);
export type Said = Readonly<z.infer<typeof said>>;

/** Null for what this build can't show, or what nobody's assistant would say. */
export const saidIn = (data: unknown): Said | null => said.safeParse(data).data ?? null;
