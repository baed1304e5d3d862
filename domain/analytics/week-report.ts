// A week of a journey as one reports it: what was done, what is late, what comes next, what was spent, which decisions are wanted.
import { deliveriesOf, type NamedDelivery } from '../journey/deliveries.ts';
import { daysOfSteps, isOpen, plannedEndDay, type SpanDays } from '../journey/schedule.ts';
import { compareDates, dateOfDay, dayNumber, dayOfInstant, mondayOf, type DayNumber } from '../kernel/calendar.ts';
import type { RecordKey } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { entriesOf, sumOf } from '../money/entries.ts';
import { paymentSchedule, type PaymentState } from '../money/payment-schedule.ts';
import type { RecordOf } from '../records/registry.ts';
import { slips, type Slip } from './slips.ts';

type Step = RecordOf<'step'>;

export interface WeekReport {
  /** Monday and Sunday. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Steps and tasks done in it. */
  readonly done: readonly Step[];
  readonly tasksDone: readonly RecordOf<'task'>[];
  /** At its end, or today while it lasts: behind their planned end and not done. */
  readonly late: readonly Slip[];
  /** Steps that are at work or planned to be in the week after. */
  readonly next: readonly { readonly step: Step; readonly start: CalendarDate; readonly end: CalendarDate }[];
  /** What came in it; and what had not come by its end though it was promised for then or the week after, by that day. */
  readonly deliveries: readonly WeekDelivery[];
  /** Paid in it, in the journey's currency; what has no rate to it is apart. */
  readonly spent: Money;
  readonly otherSpent: readonly Money[];
  readonly costs: readonly RecordKey[];
  /** Planned payments that fell due by its end and were not paid before it began, by their day. */
  readonly due: readonly DuePayment[];
  /** Asked by its end and not decided by then; what is wanted soonest first. */
  readonly wanted: readonly RecordOf<'decision'>[];
  /** Products still to be chosen at its end, in the same order. */
  readonly unchosen: readonly RecordOf<'selection'>[];
  readonly decided: readonly RecordOf<'decision'>[];
}

export interface WeekDelivery extends NamedDelivery {
  readonly step: RecordKey;
}

export interface DuePayment {
  readonly payment: RecordOf<'payment'>;
  /** The day of its step's end, planned or done; else its own. */
  readonly day: CalendarDate;
  /** `paid` in the week or since; `waiting` for the photos that it needs. */
  readonly state: PaymentState;
}

export interface WeekReportInput {
  readonly currency: string;
  readonly startDate: CalendarDate | null;
  readonly steps: readonly Step[];
  readonly tasks: readonly RecordOf<'task'>[];
  readonly costs: readonly RecordOf<'cost'>[];
  readonly decisions: readonly RecordOf<'decision'>[];
  readonly selections: readonly RecordOf<'selection'>[];
  /** Those that whoever reads the report may see. */
  readonly payments: readonly RecordOf<'payment'>[];
  readonly today: CalendarDate;
}

const WEEK = 7;

/** Of each step, from today on. */
type Spans = ReadonlyMap<RecordKey, SpanDays>;

/** The week that `day` is in, Monday to Sunday (ISO 8601). Nothing in the trash is told of. */
export const weekReport = (day: CalendarDate, input: WeekReportInput): WeekReport => {
  const from = mondayOf(dayNumber(day));
  const to = from + WEEK - 1;
  const within = (at: DayNumber): boolean => at >= from && at <= to;
  const steps = input.steps.filter(({ trashedAt }) => trashedAt === 0);
  const decisions = input.decisions.filter(
    ({ trashedAt, createdAt }) => trashedAt === 0 && dayOfInstant(createdAt) <= to,
  );
  const spans = daysOfSteps(steps, input);
  const { entries, unrated } = entriesOf(input.costs, input.currency);
  const paid = entries.filter(({ state, date }) => state === 'paid' && date !== null && within(dayNumber(date)));
  const apart = unrated.filter(
    ({ body }) => body.state === 'paid' && body.date !== null && within(dayNumber(body.date)),
  );
  return {
    from: dateOfDay(from),
    to: dateOfDay(to),
    done: steps.filter(
      ({ body }) => body.state === 'done' && body.finishedAt !== null && within(dayOfInstant(body.finishedAt)),
    ),
    tasksDone: input.tasks.filter(
      ({ trashedAt, body }) => trashedAt === 0 && body.doneAt !== null && within(dayOfInstant(body.doneAt)),
    ),
    late: lateAt(steps, Math.min(to, dayNumber(input.today))),
    next: nextOf(steps, { spans, from: to + 1, now: dayNumber(input.today) }),
    deliveries: weekDeliveries(steps, { from, to }),
    spent: sumOf(paid, input.currency),
    otherSpent: apart.map(({ body }) => body.amount),
    costs: [...paid, ...apart].map(({ key }) => key),
    due: duePayments({ ...input, steps, spans }, { from, to }),
    wanted: soonestFirst(decisions.filter(({ body }) => body.decided === null || dayOfInstant(body.decided.at) > to)),
    unchosen: soonestFirst(
      countedSelections(input.selections).filter(
        ({ createdAt, body }) =>
          dayOfInstant(createdAt) <= to && (body.chosen === null || dayOfInstant(body.chosen.at) > to),
      ),
    ),
    decided: decisions.filter(({ body }) => body.decided !== null && within(dayOfInstant(body.decided.at))),
  };
};

const weekDeliveries = (
  steps: readonly Step[],
  { from, to }: { readonly from: DayNumber; readonly to: DayNumber },
): readonly WeekDelivery[] => {
  const all = steps
    .filter(({ body }) => body.state !== 'skipped')
    .flatMap((step) =>
      deliveriesOf(step.body).map((delivery): WeekDelivery => Object.assign({ step: step.key }, delivery)),
    );
  return all
    .filter(({ promised, arrived }) => {
      const came = arrived === null ? null : dayNumber(arrived);
      if (came !== null && came <= to) return came >= from;
      return promised !== null && dayNumber(promised) <= to + WEEK;
    })
    .toSorted((a, b) => compareDates(a.arrived ?? a.promised, b.arrived ?? b.promised));
};

const duePayments = (
  { payments, steps, costs, today, spans }: WeekReportInput & { readonly spans: Spans },
  { from, to }: { readonly from: DayNumber; readonly to: DayNumber },
): readonly DuePayment[] => {
  const stepByKey = new Map(steps.map((step) => [step.key, step.body]));
  const endOf = (key: RecordKey): CalendarDate | null => {
    const span = spans.get(key);
    return span === undefined ? null : dateOfDay(span.end);
  };
  const paidOnByPayment = new Map(
    costs.flatMap(({ trashedAt, body }) =>
      trashedAt === 0 && body.state === 'paid' && body.payment != null ? [[body.payment, body.date] as const] : [],
    ),
  );
  return paymentSchedule({ payments, steps, costs, today, endOf })
    .flatMap(({ payment, state }): readonly DuePayment[] => {
      const { dueBy, step, paidOn } = payment.body;
      const finishedAt = step === null ? null : (stepByKey.get(step)?.finishedAt ?? null);
      // Work that is done is due then, whatever the latest day was.
      const done = finishedAt === null ? null : dateOfDay(dayOfInstant(finishedAt));
      const day = done ?? dueBy ?? (step === null ? null : endOf(step));
      const paid = paidOn ?? paidOnByPayment.get(payment.key) ?? null;
      const isPaidBefore = state === 'paid' && (paid === null || dayNumber(paid) < from);
      const isKnown = dayOfInstant(payment.createdAt) <= to;
      return day !== null && dayNumber(day) <= to && isKnown && !isPaidBefore ? [{ payment, day, state }] : [];
    })
    .toSorted((a, b) => a.day.localeCompare(b.day));
};

/** Without the trash, and without originals whose wider copy is there too. */
const countedSelections = (selections: readonly RecordOf<'selection'>[]): readonly RecordOf<'selection'>[] => {
  const live = selections.filter(({ trashedAt }) => trashedAt === 0);
  const keys = new Set(live.map(({ key }) => key));
  return live.filter(({ body }) => body.movedTo == null || !keys.has(body.movedTo));
};

/** By the day on which it is wanted; what is wanted on none comes last. */
const soonestFirst = <R extends { readonly body: { readonly deadline?: CalendarDate | null | undefined } }>(
  list: readonly R[],
): readonly R[] => list.toSorted((a, b) => compareDates(a.body.deadline, b.body.deadline));

/** As it stood on a day: what was made later was not late then, and what was done later was. */
const lateAt = (steps: readonly Step[], day: DayNumber): readonly Slip[] => {
  const thenOf = (step: Step): Step =>
    step.body.state === 'done' && step.body.finishedAt !== null && dayOfInstant(step.body.finishedAt) > day
      ? { ...step, body: { ...step.body, state: 'doing', finishedAt: null } }
      : step;
  const asThen = steps.filter(({ createdAt }) => dayOfInstant(createdAt) <= day).map(thenOf);
  const open = new Set(asThen.filter(({ body }) => body.state !== 'done').map(({ key }) => key));
  return slips(asThen, { today: dateOfDay(day) }).filter(({ key }) => open.has(key));
};

const nextOf = (
  steps: readonly Step[],
  { spans, from, now }: { readonly spans: Spans; readonly from: DayNumber; readonly now: DayNumber },
): WeekReport['next'] => {
  // Of a week that is long gone, what came next is in the next report, as done or late.
  if (from + WEEK <= mondayOf(now)) {
    return steps.flatMap((step) => {
      const end = plannedEndDay(step);
      const { startDate: start } = step.body;
      if (start === null || end === null) return [];
      return dayNumber(start) < from + WEEK && end >= from ? [{ step, start, end: dateOfDay(end) }] : [];
    });
  }
  return steps.flatMap((step) => {
    const span = spans.get(step.key);
    if (span === undefined || !isOpen(step) || span.start >= from + WEEK || span.end < from) return [];
    return [{ step, start: dateOfDay(span.start), end: dateOfDay(span.end) }];
  });
};
