// What moving or lengthening one step in the plan does to it and to those that wait for it.
//
//   wanted start ── never before ──> what it waits for, the journey's start, today ──> its start
//   its end moved by n days ── along ──> every step that waits for it and has a date of its own moves by n days too
//
// Steps without a date of their own follow by themselves: they begin as soon as they can.
import { dateOfDay, dayNumber } from '../kernel/calendar.ts';
import type { RecordKey } from '../kernel/ids.ts';
import type { CalendarDate } from '../kernel/time.ts';
import type { RecordOf } from '../records/registry.ts';
import { workWeek } from '../kernel/work-week.ts';
import { isBegun, isOpen, scheduleSteps, type PlanDay, type PlannedSpan } from './schedule.ts';

type Step = RecordOf<'step'>;

/** Where a person put it; what is not said stays. */
export interface Wanted {
  readonly key: RecordKey;
  readonly startDate?: CalendarDate | undefined;
  readonly durationDays?: number | undefined;
}

export interface PlanEdit {
  readonly startDate?: CalendarDate;
  readonly durationDays?: number;
}

export interface Replanned {
  /** What changes, the step itself first. */
  readonly edits: ReadonlyMap<RecordKey, PlanEdit>;
  /** Its start, which is later than wanted where something holds it. */
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  /** It was wanted earlier than it can be. */
  readonly isHeld: boolean;
  /** Steps with a date of their own that wait for it, and whose date moves when they move along. */
  readonly along: readonly RecordKey[];
}

/** Null for a step that is not there or finished: what was done stays as it was. */
export const replan = (
  steps: readonly Step[],
  { key, startDate, durationDays }: Wanted,
  plan: PlanDay,
): Replanned | null => {
  const step = steps.find((each) => each.key === key);
  const before = scheduleSteps(steps, plan);
  const was = before.get(key);
  if (step === undefined || was === undefined || !isOpen(step)) return null;
  const moves = startDate !== undefined && startDate !== was.start && !isBegun(step);
  const start = moves ? laterOf(startDate, earliestStart(steps, step, plan)) : was.start;
  // Kept as the day on which it can be worked on, wherever the weekend was that it was dropped on.
  const begins = dateOfDay(workWeek(step.body.workDays).onOrAfter(dayNumber(start)));
  const own: PlanEdit = {
    ...(moves && begins !== step.body.startDate ? { startDate: begins } : {}),
    ...(durationDays === undefined || durationDays === step.body.durationDays ? {} : { durationDays }),
  };
  const moved = withEdits(steps, new Map([[key, own]]));
  const end = scheduleSteps(moved, plan).get(key)?.end ?? was.end;
  const shift = dayNumber(end) - dayNumber(was.end);
  const along = shift === 0 ? new Map<RecordKey, PlanEdit>() : shifted(moved, { step, before, shift, plan });
  return {
    edits: new Map([...(Object.keys(own).length === 0 ? [] : [[key, own] as const]), ...along]),
    start,
    end,
    isHeld: moves && start !== startDate,
    along: [...along.keys()],
  };
};

const laterOf = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);

/** The first day on which it could begin if it had no date of its own. */
const earliestStart = (steps: readonly Step[], { key }: Step, plan: PlanDay): CalendarDate => {
  const free = steps.map((step) => (step.key === key ? { ...step, body: { ...step.body, startDate: null } } : step));
  return scheduleSteps(free, plan).get(key)?.start ?? plan.today;
};

const withEdits = (steps: readonly Step[], edits: ReadonlyMap<RecordKey, PlanEdit>): readonly Step[] =>
  steps.map((step) => ({ ...step, body: { ...step.body, ...edits.get(step.key) } }));

interface Shift {
  readonly step: Step;
  readonly before: ReadonlyMap<RecordKey, PlannedSpan>;
  /** Days. */
  readonly shift: number;
  readonly plan: PlanDay;
}

const shifted = (moved: readonly Step[], { step, before, shift, plan }: Shift): ReadonlyMap<RecordKey, PlanEdit> => {
  const dated = waitingFor(moved, step.key).filter(
    (each) => isOpen(each) && !isBegun(each) && each.body.startDate !== null,
  );
  const wanted = new Map(
    dated.map(({ key }) => [key, { startDate: dateOfDay(dayNumber(before.get(key)?.start ?? plan.today) + shift) }]),
  );
  // What they wait for may hold them: then the date they can keep is the one that is kept.
  const after = scheduleSteps(withEdits(moved, wanted), plan);
  return new Map(
    dated.flatMap(({ key, body }) => {
      const startDate = after.get(key)?.start;
      return startDate === undefined || startDate === body.startDate ? [] : [[key, { startDate }]];
    }),
  );
};

/** Those that wait for it, directly or through others, without itself. */
const waitingFor = (steps: readonly Step[], key: RecordKey): readonly Step[] => {
  const waiting = Map.groupBy(
    steps.flatMap((step) => step.body.dependsOn.map((other) => ({ other, key: step.key }))),
    ({ other }) => other,
  );
  const found = new Set<RecordKey>([key]);
  // A set is walked through in the order of adding: what is added on the way is come to as well.
  for (const one of found) for (const next of waiting.get(one) ?? []) found.add(next.key);
  return steps.filter((step) => step.key !== key && found.has(step.key));
};
