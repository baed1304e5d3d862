// One row of the assistant's table: what a person types in the house of world.ts, and what must be made of it.
//
// How the rows are judged; who writes or measures a reader goes by this, not by taste:
//  1  Acts stand in the order said, each with every field that the sentence gives and none that it does not. A thing gives no
//     step ("grout"); a step that is named does ("grout for tiling").
//  2  Texts (name, text, reason, question, words, about, why, among of a decision) are the person's own words, without those
//     that became another field and those that only lead there: "note that", "because" go, "waiting for" stays. Two texts are
//     the same when they are so without case, punctuation and articles. A journey has a name only if it is called one.
//  3  Steps are those of the open journey. One of the other journey only if no step of the open one is called so.
//  4  Contractors go by the company, also when the sentence has the person or the trade (plumber, electrician, joiner).
//     "I have to", "I must", "I need to" make a task of Anna's, "X has to" or "X must" one of X's, "we have to" nobody's.
//     "It" and "him" are what the sentence named last.
//     "Remind me" is a reminder and never a task.
//  5  Money in the journey's currency unless another is said. One point before three digits ("1.200") is asked in English, and
//     groups thousands in German and Spanish. "Add 500 to the budget" is reckoned: 25500.00.
//  6  "Bought", "paid", "spent" make a cost paid; `on` only if a day is said. Paid, and it fits an unpaid cost whose amount is the
//     same or not said: `cost.pay`. With another amount: asked, `cost.add` or `cost.pay`; a payee with an unpaid cost is as good
//     as a name there. Paid and no word of what or whom: asked among the unpaid costs.
//  7  A name and an amount without any verb: a new thing is a cost; a cost that is there is asked (`cost.add`, `cost.change`),
//     so is a step (`cost.add`, `budget.set`, `quote.add`), a contractor (`cost.add`, `quote.add`), and an amount quite alone
//     (`cost.add`, `budget.set`, `quote.add`). "Is", "was", "costs" with an amount change a cost that is there.
//  8  "Next" before a weekday still to come this week is asked between this week's and next week's; before another it is next
//     week's. A bare weekday is the coming one, with the past tense the one gone by. Day and month in figures are asked in
//     English when both orders are dates that differ; German and Spanish put the day first. A month alone is its first day,
//     "end of" it its last, "next week" that week's Monday.
//  9  "Start" with a day to come, "finish by", "from ... to" plan a step. Without a day, or today, or in the past, they move it.
// 10  "A or B", and two amounts or days for one thing, are asked among the two (in a decision to be made they are its
//     alternatives). Two names that fit equally are asked, among those that the act can still move; "paint" fits Paint and
//     Paint samples, "paint samples" only one. So are two acts that fit: "done with the tiles" is Tiling or "Order tiles".
// 11  What an act can't do without and the sentence does not give is asked: the step among those active, the quote, task and
//     unpaid cost among those open, the journey among all, the template among all, the person among those meant; an amount, a
//     date or a new cost's name with nothing to choose from (`among` empty).
// 12  One part in doubt puts the question for the whole message; one part that is impossible leaves the whole unread.
// 13  Negated, conditional, reported, hypothetical, or asked for advice or leave ("should I", "can we"): unread. A question
//     about what is there: a Question. Sharing, sending, inviting, deleting: unread. What is only told ("the tiles look
//     great") is unread too: the message is kept as it is.
// 14  A block that is lifted ("no longer blocked") is `step.reopen`; going on with the work is `step.start`.
// 15  `spent`, `left`, `search` and `photos` have a step when the sentence has the step's very name, else `about` or `words`.
//     `search` has a type when the sentence has its word (comments, documents, costs, quotes, tasks).
//     `words` are those that carry the search, without "about", "for", "of".
// 16  German and Spanish say the names as they stand or by the ordinary word of the trade (Fliesen, Küche; azulejos, cocina).
// 17  The order within `among` says nothing.
import { z } from 'zod';
import { CONTRACTORS, COSTS, DECISIONS, JOURNEYS, PEOPLE, QUOTES, TASKS, TEMPLATES } from './world.ts';

const contractors = CONTRACTORS.map(({ name }) => name);
const step = z.enum(JOURNEYS.flatMap(({ steps }) => steps.map(({ name }) => name)));
const journey = z.enum(JOURNEYS.map(({ name }) => name));
const template = z.enum(TEMPLATES);
const contractor = z.enum(contractors);
const someone = z.enum([...PEOPLE, ...contractors]);
const cost = z.enum(COSTS.map(({ name }) => name));
const quote = z.enum(QUOTES.map(({ vendor }) => vendor));
const task = z.enum(TASKS.map((each) => each.text));
const text = z.string().trim().min(1);
const day = z.iso.date();
const money = z.strictObject({ amount: z.string().regex(/^\d+\.\d{2}$/), currency: z.enum(['EUR', 'GBP', 'USD']) });

const act = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('journey.start'),
    template,
    name: text.optional(),
    budget: money.optional(),
    starts: day.optional(),
  }),
  z.strictObject({ act: z.literal('journey.open'), journey }),
  z.strictObject({ act: z.enum(['step.start', 'step.finish', 'step.skip', 'step.reopen']), step }),
  z.strictObject({ act: z.literal('step.block'), step, reason: text.optional() }),
  z.strictObject({ act: z.literal('step.add'), name: text, after: step.optional() }),
  z.strictObject({ act: z.literal('step.plan'), step, starts: day.optional(), ends: day.optional() }),
  z.strictObject({
    act: z.literal('cost.add'),
    name: text,
    money,
    step: step.optional(),
    paid: z.boolean().optional(),
    on: day.optional(),
    payee: contractor.optional(),
  }),
  z.strictObject({ act: z.literal('cost.pay'), cost, on: day.optional() }),
  z.strictObject({ act: z.literal('cost.change'), cost, money }),
  z.strictObject({ act: z.literal('budget.set'), money, step: step.optional() }),
  z.strictObject({
    act: z.literal('task.add'),
    text,
    assignee: someone.optional(),
    due: day.optional(),
    step: step.optional(),
  }),
  z.strictObject({ act: z.literal('task.done'), task }),
  z.strictObject({
    act: z.literal('decision.add'),
    question: text,
    among: z.array(text).min(2).optional(),
    step: step.optional(),
  }),
  z.strictObject({
    act: z.literal('decision.take'),
    decision: z.enum(DECISIONS.map(({ question: asked }) => asked)),
    choice: z.enum(DECISIONS.flatMap(({ alternatives }) => alternatives)),
    why: text.optional(),
  }),
  z.strictObject({ act: z.literal('quote.add'), vendor: contractor, money, step: step.optional() }),
  z.strictObject({ act: z.literal('quote.accept'), quote }),
  z.strictObject({ act: z.literal('comment.add'), text, step: step.optional() }),
  z.strictObject({ act: z.literal('reminder.add'), text, on: day }),
  z.strictObject({ act: z.literal('undo') }),
]);

const question = z.discriminatedUnion('question', [
  z.strictObject({ question: z.literal('next') }),
  z.strictObject({ question: z.enum(['whenDone', 'left', 'status']), step: step.optional() }),
  z.strictObject({
    question: z.literal('spent'),
    about: text.optional(),
    step: step.optional(),
    payee: contractor.optional(),
  }),
  z.strictObject({
    question: z.literal('search'),
    words: text,
    by: someone.optional(),
    step: step.optional(),
    type: z.enum(['comment', 'document', 'cost', 'quote', 'task']).optional(),
  }),
  z.strictObject({
    question: z.literal('photos'),
    step: step.optional(),
    words: text.optional(),
    when: z.enum(['before', 'after']).optional(),
  }),
  z.strictObject({ question: z.literal('owed'), payee: contractor.optional() }),
  z.strictObject({ question: z.literal('tasks'), assignee: someone.optional() }),
]);

/** The names of all acts, and of all questions. */
export const ACTS = act.options.flatMap(({ shape }) =>
  'options' in shape.act ? shape.act.options : Array.from(shape.act.values),
);
export const QUESTIONS = question.options.flatMap(({ shape }) =>
  'options' in shape.question ? shape.question.options : Array.from(shape.question.values),
);

const choice = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('step'), among: z.array(step) }),
  z.strictObject({ what: z.literal('cost'), among: z.array(cost) }),
  z.strictObject({ what: z.literal('person'), among: z.array(someone) }),
  // What is started is chosen among the templates, what is opened among the journeys.
  z.strictObject({ what: z.literal('journey'), among: z.union([z.array(journey), z.array(template)]) }),
  z.strictObject({ what: z.literal('task'), among: z.array(task) }),
  z.strictObject({ what: z.literal('quote'), among: z.array(quote) }),
  z.strictObject({ what: z.literal('amount'), among: z.array(z.string().regex(/^\d+\.\d{2} [A-Z]{3}$/)) }),
  z.strictObject({ what: z.literal('date'), among: z.array(day) }),
  z.strictObject({ what: z.literal('intent'), among: z.array(z.enum(ACTS)) }),
]);

const expected = z.union([
  z.strictObject({ does: z.array(act).min(1) }),
  z.strictObject({ asks: question }),
  z.strictObject({ choose: choice }),
  z.strictObject({ unread: z.literal(true) }),
]);

const kind = z.enum(['plain', 'several', 'ambiguous', 'wrong', 'irrelevant']);
const lang = z.enum(['en', 'de', 'es']);

export const row = z.strictObject({ lang, says: text, kind, expect: expected });

export type Act = z.infer<typeof act>;
export type Question = z.infer<typeof question>;
export type Choice = z.infer<typeof choice>;
export type Expect = z.infer<typeof expected>;
export type Row = z.infer<typeof row>;

/** Sentences of one language and kind, each with what is expected of it. */
export const rowsOf = (
  of: Pick<Row, 'lang' | 'kind'>,
  sentences: readonly (readonly [says: string, expect: Expect])[],
): readonly Row[] => sentences.map(([says, expect]) => ({ lang: of.lang, says, kind: of.kind, expect }));

export const does = (...acts: Act[]): Expect => ({ does: acts });
export const asks = (asked: Question): Expect => ({ asks: asked });
export const choose = (what: Choice['what'], ...among: string[]): Expect => ({ choose: choice.parse({ what, among }) });
export const unread: Expect = { unread: true };

export const eur = (amount: string): z.infer<typeof money> => ({ amount, currency: 'EUR' });
