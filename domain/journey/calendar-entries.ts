// What a journey has on the calendar: the spans of its steps, tasks and reminders on their days, and days by which something is due.
import { idOfKey, type RecordKey } from '../kernel/ids.ts';
import { stampTime } from '../kernel/stamp.ts';
import type { CalendarDate, Instant } from '../kernel/time.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';
import { deliveriesOf } from './deliveries.ts';
import { isMilestone, isOpen, scheduleSteps, type PlanDay } from './schedule.ts';
import { liveSteps } from './steps.ts';

/** Records that have days of their own. */
export const DATED_TYPES = ['step', 'task', 'quote', 'cost', 'payment', 'decision', 'selection'] as const;
export type DatedType = (typeof DATED_TYPES)[number];

export const ENTRY_KINDS = [
  'step',
  'milestone',
  'delivery',
  'task',
  'reminder',
  'offer',
  'payment',
  'decision',
  'selection',
] as const;
/** `delivery` is the day for which something that a step needs is promised, or on which it came; `offer` is the last day on which a quote holds, the last three the day by which it is to be paid, decided, chosen. */
export type EntryKind = (typeof ENTRY_KINDS)[number];

export interface CalendarEntry {
  /** Of the day itself: the record's, or where one record has several days that of the part. */
  readonly id: string;
  readonly key: RecordKey;
  readonly kind: EntryKind;
  readonly title: string;
  readonly start: CalendarDate;
  /** The last day, inclusive. */
  readonly end: CalendarDate;
  /** Done, checked off, paid. */
  readonly isOver: boolean;
  /** The last write that it was read from, ms. */
  readonly at: Instant;
}

export type CalendarSource = { readonly [T in DatedType]: readonly RecordOf<T>[] };

/** By day, then by name. A step that was left out is on no calendar. */
export const calendarEntries = (source: CalendarSource, plan: PlanDay): readonly CalendarEntry[] => {
  const live = liveSteps(source.step);
  const spans = scheduleSteps(live, plan);
  const ofSteps = live.flatMap((step): CalendarEntry[] => {
    const span = spans.get(step.key);
    if (span === undefined || step.body.state === 'skipped') return [];
    const kind = isMilestone(step) ? 'milestone' : 'step';
    return [{ ...nameOf(step, step.body.name), kind, ...span, isOver: !isOpen(step) }];
  });
  const ofDeliveries = live.flatMap((step): CalendarEntry[] =>
    deliveriesOf(step.body).flatMap(({ id, what, promised, arrived }) => {
      const day = arrived ?? promised;
      const isOver = arrived !== null || !isOpen(step);
      return day === null || step.body.state === 'skipped'
        ? []
        : [{ ...nameOf(step, what), id, kind: 'delivery', start: day, end: day, isOver }];
    }),
  );
  const ofTasks = onDays(source.task, (task) => {
    const { title, due, doneAt, isReminder } = task.body;
    return { day: due, title, kind: isReminder === true ? 'reminder' : 'task', isOver: doneAt !== null };
  });
  const ofQuotes = onDays(source.quote, ({ body: { validUntil, title, vendor } }) => ({
    day: validUntil,
    title: title || vendor,
    kind: 'offer',
    isOver: (validUntil ?? '') < plan.today,
  }));
  const ofCosts = onDays(source.cost, ({ body: { dueDate = null, description, state } }) => ({
    day: dueDate,
    title: description,
    kind: 'payment',
    isOver: state === 'paid',
  }));
  const ofPayments = onDays(source.payment, ({ body: { dueBy, title, paidOn } }) => ({
    day: dueBy,
    title,
    kind: 'payment',
    isOver: paidOn !== null,
  }));
  const ofDecisions = onDays(source.decision, ({ body: { deadline = null, question, decided } }) => ({
    day: deadline,
    title: question,
    kind: 'decision',
    isOver: decided !== null,
  }));
  const ofSelections = onDays(source.selection, ({ body: { deadline, title, chosen } }) => ({
    day: deadline,
    title,
    kind: 'selection',
    isOver: chosen !== null,
  }));
  const all = [
    ...ofSteps,
    ...ofDeliveries,
    ...ofTasks,
    ...ofQuotes,
    ...ofCosts,
    ...ofPayments,
    ...ofDecisions,
    ...ofSelections,
  ];
  return all.toSorted((a, b) => compare(a.start, b.start) || compare(a.title, b.title) || compare(a.key, b.key));
};

interface OnDay {
  readonly day: CalendarDate | null;
  readonly title: string;
  readonly kind: EntryKind;
  readonly isOver: boolean;
}

const onDays = <R extends AnyRecord>(records: readonly R[], read: (record: R) => OnDay): readonly CalendarEntry[] =>
  records.flatMap((record) => {
    const { day, title, kind, isOver } = read(record);
    return day === null || record.trashedAt !== 0
      ? []
      : [{ ...nameOf(record, title), kind, start: day, end: day, isOver }];
  });

const nameOf = ({ key, stamp }: AnyRecord, title: string): Pick<CalendarEntry, 'id' | 'key' | 'title' | 'at'> => ({
  id: idOfKey(key),
  key,
  title,
  at: stampTime(stamp),
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
