// What a journey has on the calendar: the spans of its steps, tasks and reminders on their days, and days by which something is due.
import type { RecordKey } from '../kernel/ids.ts';
import type { CalendarDate } from '../kernel/time.ts';
import type { RecordOf } from '../records/registry.ts';
import { isMilestone, isOpen, scheduleSteps, type PlanDay } from './schedule.ts';
import { liveSteps } from './steps.ts';

export const ENTRY_KINDS = ['step', 'milestone', 'task', 'reminder', 'deadline'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export interface CalendarEntry {
  readonly key: RecordKey;
  readonly kind: EntryKind;
  readonly title: string;
  readonly start: CalendarDate;
  /** The last day, inclusive. */
  readonly end: CalendarDate;
  /** Done, checked off or left out. */
  readonly isOver: boolean;
}

export interface CalendarSource {
  readonly steps: readonly RecordOf<'step'>[];
  readonly tasks: readonly RecordOf<'task'>[];
  /** Until when they hold. */
  readonly quotes: readonly RecordOf<'quote'>[];
}

/** By day, then by name. A step that was left out is on no calendar. */
export const calendarEntries = ({ steps, tasks, quotes }: CalendarSource, plan: PlanDay): readonly CalendarEntry[] => {
  const live = liveSteps(steps);
  const spans = scheduleSteps(live, plan);
  const ofSteps = live.flatMap((step): CalendarEntry[] => {
    const span = spans.get(step.key);
    if (span === undefined || step.body.state === 'skipped') return [];
    const kind = isMilestone(step) ? 'milestone' : 'step';
    return [{ key: step.key, kind, title: step.body.name, ...span, isOver: !isOpen(step) }];
  });
  const ofTasks = tasks.flatMap(({ key, trashedAt, body }): CalendarEntry[] =>
    body.due === null || trashedAt !== 0
      ? []
      : [
          {
            key,
            kind: body.isReminder === true ? 'reminder' : 'task',
            title: body.title,
            start: body.due,
            end: body.due,
            isOver: body.doneAt !== null,
          },
        ],
  );
  const ofQuotes = quotes.flatMap(({ key, trashedAt, body }): CalendarEntry[] =>
    body.validUntil === null || trashedAt !== 0
      ? []
      : [
          {
            key,
            kind: 'deadline',
            title: body.title || body.vendor,
            start: body.validUntil,
            end: body.validUntil,
            isOver: body.validUntil < plan.today,
          },
        ],
  );
  return [...ofSteps, ...ofTasks, ...ofQuotes].toSorted(
    (a, b) => compare(a.start, b.start) || compare(a.title, b.title) || compare(a.key, b.key),
  );
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
