// A journey in five seconds: where it stands, what is next, what is stuck and why, when it may end, what it costs.
import { dateOfDay, dayNumber, dayOfInstant, type DayNumber } from '../kernel/calendar.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { workWeek } from '../kernel/work-week.ts';
import type { RecordOf } from '../records/registry.ts';
import type { StepState } from '../records/step.ts';
import { journeyMoney, type JourneyMoney } from './money.ts';
import { daysOfSteps, isOpen, plannedEndDay, plannedStartDay } from './schedule.ts';
import { liveSteps } from './steps.ts';

type Step = RecordOf<'step'>;

export interface JourneyOverview {
  readonly progress: Readonly<Record<StepState, number>> & {
    readonly total: number;
    /** Done and skipped of all, 0 to 1; 0 without steps. Every step weighs the same. */
    readonly ratio: number;
  };
  readonly next: Step | null;
  readonly blocked: readonly { readonly step: Step; readonly reason: string }[];
  /** Should have begun or ended by now and has not, in order. */
  readonly late: readonly Step[];
  /** The earliest day on which all could be done; null when nothing is left to do. */
  readonly projectedEnd: CalendarDate | null;
  readonly tasks: { readonly open: number; readonly overdue: number };
  readonly money: JourneyMoney;
}

export interface OverviewInput {
  readonly journey: RecordOf<'journey'>;
  readonly steps: readonly Step[];
  readonly costs: readonly RecordOf<'cost'>[];
  readonly budget: RecordOf<'budget'> | null;
  readonly tasks: readonly RecordOf<'task'>[];
  readonly today: CalendarDate;
}

export const journeyOverview = ({
  journey,
  steps: all,
  costs,
  budget,
  tasks,
  today,
}: OverviewInput): JourneyOverview => {
  const steps = liveSteps(all);
  const open = tasks.filter(({ trashedAt, body }) => trashedAt === 0 && body.doneAt === null);
  return {
    progress: progressOf(steps),
    next: nextStep(steps),
    blocked: steps
      .filter(({ body }) => body.state === 'blocked')
      .map((step) => ({ step, reason: step.body.blockedReason })),
    late: steps.filter((step) => isLate(step, today)),
    projectedEnd: projectedEnd(steps, { today, startDate: journey.body.startDate }),
    tasks: { open: open.length, overdue: open.filter(({ body }) => body.due !== null && body.due < today).length },
    money: journeyMoney({ currency: journey.body.currency, costs, budget }),
  };
};

/** Of steps without the trash. */
export const progressOf = (steps: readonly Step[]): JourneyOverview['progress'] => {
  const counts: Record<StepState, number> = { todo: 0, doing: 0, blocked: 0, done: 0, skipped: 0 };
  for (const { body } of steps) counts[body.state] += 1;
  const total = steps.length;
  return { ...counts, total, ratio: total === 0 ? 0 : (counts.done + counts.skipped) / total };
};

/** What is being done, else the first step that waits for nothing. Steps in the trash hold nobody up. */
export const nextStep = (steps: readonly Step[]): Step | null => {
  const doing = steps.find(({ body }) => body.state === 'doing');
  if (doing !== undefined) return doing;
  const openKeys = new Set(steps.filter(isOpen).map(({ key }) => key));
  return steps.find(({ body }) => body.state === 'todo' && !body.dependsOn.some((key) => openKeys.has(key))) ?? null;
};

export const isLate = (step: Step, today: CalendarDate): boolean => {
  if (!isOpen(step)) return false;
  const now = dayNumber(today);
  const [start, end] = [plannedStartDay(step), expectedEndDay(step)];
  return (step.body.state === 'todo' && start !== null && start < now) || (end !== null && end < now);
};

/** Its planned end; of a step with a length and no day, the end of that length from the day on which it was begun. */
export const expectedEnd = (step: Step): CalendarDate | null => {
  const day = expectedEndDay(step);
  return day === null ? null : dateOfDay(day);
};

const expectedEndDay = (step: Step): DayNumber | null => {
  const { startedAt, durationDays } = step.body;
  if (step.body.startDate !== null || startedAt === null || durationDays === null || durationDays === 0)
    return plannedEndDay(step);
  return workWeek(step.body.workDays).endOf(dayOfInstant(startedAt), durationDays);
};

const projectedEnd = (
  steps: readonly Step[],
  plan: { readonly today: CalendarDate; readonly startDate: CalendarDate | null },
): CalendarDate | null => {
  const spans = daysOfSteps(steps, plan);
  const ends = steps.filter(isOpen).flatMap(({ key }) => spans.get(key)?.end ?? []);
  return ends.length === 0 ? null : dateOfDay(ends.reduce((last, end) => Math.max(last, end)));
};
