// What the assistant may propose (acts) and look up (questions): the same for the reader, for a model's tools and for the window.
import { z } from 'zod';
import { money } from '../kernel/money.ts';
import { calendarDate } from '../kernel/time.ts';
import { questionBody } from '../records/research.ts';

const key = z.string().min(1);
const words = z.string().trim().min(1);

/**
 * Keys are those of the house (house.ts). An act that names no record of a journey is for the journey that an act before it
 * opened, or else for the open one. `step.plan` has `starts` or `ends` or both.
 */
export const act = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('journey.start'),
    template: words,
    name: words.optional(),
    budget: money.optional(),
    starts: calendarDate.optional(),
  }),
  z.strictObject({ act: z.literal('journey.open'), journey: key }),
  z.strictObject({ act: z.literal('step.start'), step: key }),
  z.strictObject({ act: z.literal('step.finish'), step: key }),
  z.strictObject({ act: z.literal('step.skip'), step: key }),
  z.strictObject({ act: z.literal('step.reopen'), step: key }),
  z.strictObject({ act: z.literal('step.block'), step: key, reason: words.optional() }),
  z.strictObject({ act: z.literal('step.add'), name: words, after: key.optional() }),
  z.strictObject({
    act: z.literal('step.plan'),
    step: key,
    starts: calendarDate.optional(),
    ends: calendarDate.optional(),
  }),
  z.strictObject({
    act: z.literal('cost.add'),
    name: words,
    money,
    step: key.optional(),
    paid: z.literal(true).optional(),
    on: calendarDate.optional(),
    /** A contractor. */
    payee: key.optional(),
  }),
  z.strictObject({ act: z.literal('cost.pay'), cost: key, on: calendarDate.optional() }),
  z.strictObject({ act: z.literal('cost.change'), cost: key, money }),
  z.strictObject({ act: z.literal('budget.set'), money, step: key.optional() }),
  z.strictObject({
    act: z.literal('task.add'),
    text: words,
    /** A person or a contractor. */
    assignee: key.optional(),
    due: calendarDate.optional(),
    step: key.optional(),
  }),
  z.strictObject({ act: z.literal('task.done'), task: key }),
  z.strictObject({
    act: z.literal('decision.add'),
    question: words,
    among: z.array(words).min(2).optional(),
    step: key.optional(),
  }),
  z.strictObject({
    act: z.literal('decision.take'),
    decision: key,
    /** One of the decision's alternatives, as it stands there. */
    choice: words,
    why: words.optional(),
  }),
  z.strictObject({ act: z.literal('quote.add'), vendor: key, money, step: key.optional() }),
  z.strictObject({ act: z.literal('quote.accept'), quote: key }),
  z.strictObject({ act: z.literal('comment.add'), text: words, step: key.optional() }),
  z.strictObject({ act: z.literal('reminder.add'), text: words, on: calendarDate }),
  /** The words are all that leaves the device, and they leave it once a person has said so. */
  z.strictObject({
    act: z.literal('web.search'),
    words: questionBody.shape.text,
    kind: questionBody.shape.kind.optional(),
  }),
  z.strictObject({ act: z.literal('undo') }),
]);
export type Act = Readonly<z.infer<typeof act>>;
export type ActName = Act['act'];

export const SEARCH_TYPES = ['comment', 'document', 'cost', 'quote', 'task'] as const;

/** Which costs least, and what one lacks that another for the same step has. */
export const QUOTE_WANTS = ['cheapest', 'missing'] as const;

export const question = z.discriminatedUnion('question', [
  z.strictObject({ question: z.literal('next') }),
  z.strictObject({ question: z.literal('whenDone'), step: key.optional() }),
  z.strictObject({ question: z.literal('left'), step: key.optional() }),
  z.strictObject({ question: z.literal('status'), step: key.optional() }),
  z.strictObject({
    question: z.literal('spent'),
    about: words.optional(),
    step: key.optional(),
    payee: key.optional(),
  }),
  z.strictObject({
    question: z.literal('search'),
    words,
    /** A person or a contractor. */
    by: key.optional(),
    step: key.optional(),
    type: z.enum(SEARCH_TYPES).optional(),
  }),
  z.strictObject({
    question: z.literal('photos'),
    step: key.optional(),
    words: words.optional(),
    when: z.enum(['before', 'after']).optional(),
  }),
  z.strictObject({ question: z.literal('owed'), payee: key.optional() }),
  z.strictObject({ question: z.literal('tasks'), assignee: key.optional() }),
  z.strictObject({
    question: z.literal('quotes'),
    /** A contractor, or the first quote of a vendor who is none (known.ts, `vendors`). */
    vendor: key.optional(),
    step: key.optional(),
    want: z.enum(QUOTE_WANTS).optional(),
  }),
  z.strictObject({ question: z.literal('late') }),
  /** Steps that are blocked. */
  z.strictObject({ question: z.literal('stuck') }),
  /** Decisions that nobody has taken. */
  z.strictObject({ question: z.literal('decisions') }),
  /** What waits for whoever speaks. */
  z.strictObject({ question: z.literal('waiting') }),
  /** What of that is to be signed. */
  z.strictObject({ question: z.literal('signing') }),
  /** What is committed by accepted quotes and approved changes. */
  z.strictObject({
    question: z.literal('committed'),
    /** A contractor, or the first quote of a vendor who is none (known.ts, `vendors`). */
    vendor: key.optional(),
    step: key.optional(),
  }),
  /** Change orders that both sides approved, and what they cost. */
  z.strictObject({
    question: z.literal('changes'),
    /** A contractor, or the first quote of a vendor who is none (known.ts, `vendors`). */
    vendor: key.optional(),
    step: key.optional(),
  }),
  /** Who of the household owes whom. */
  z.strictObject({ question: z.literal('shares'), person: key.optional() }),
]);
export type Question = Readonly<z.infer<typeof question>>;
