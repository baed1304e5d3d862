// Where the time of each step went: being worked on, waiting to be begun, being blocked; and which steps held the others up.
import { isOpen } from '../journey/schedule.ts';
import { DAY_MS, dayOfInstant } from '../kernel/calendar.ts';
import { workWeek } from '../kernel/work-week.ts';
import type { RecordKey } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { RecordOf } from '../records/registry.ts';
import type { StepSpan } from './step-spans.ts';

type Step = RecordOf<'step'>;

/** All in ms. */
export interface StepTimes {
  readonly working: number;
  /** It could have been begun, since all that it waits for was done, and was not. */
  readonly waiting: number;
  readonly blocked: number;
  /** Time blocked by the reason given, longest first. */
  readonly blockedBy: readonly { readonly reason: string; readonly ms: number }[];
}

/** `from` is when the journey began, before which nothing waits; null counts from when a step was made. */
export const stepTimes = (
  steps: readonly Step[],
  spans: ReadonlyMap<RecordKey, readonly StepSpan[]>,
  from: Instant | null,
): ReadonlyMap<RecordKey, StepTimes> => {
  const openByKey = new Map(steps.map(({ key }) => [key, openSpans(spans.get(key) ?? [])]));
  return new Map(
    steps.map(({ key, body }) => {
      const own = spans.get(key) ?? [];
      const held = body.dependsOn.flatMap((other) => [openByKey.get(other) ?? []]);
      const blocked = own.filter(({ state }) => state === 'blocked');
      return [
        key,
        {
          working: lengthOf(own.filter(({ state }) => state === 'doing')),
          waiting: lengthOf(
            held.reduce(
              without,
              since(
                own.filter(({ state }) => state === 'todo'),
                from,
              ),
            ),
          ),
          blocked: lengthOf(blocked),
          blockedBy: [...Map.groupBy(blocked, ({ reason }) => reason)]
            .map(([reason, parts]) => ({ reason, ms: lengthOf(parts) }))
            .toSorted((a, b) => b.ms - a.ms),
        },
      ];
    }),
  );
};

interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

const lengthOf = (stretches: readonly Stretch[]): number => stretches.reduce((sum, { from, to }) => sum + to - from, 0);

/** While it was not done, and so held up what waits for it. */
const openSpans = (spans: readonly StepSpan[]): readonly Stretch[] =>
  spans.filter(({ state }) => state !== 'done' && state !== 'skipped');

const since = (stretches: readonly Stretch[], from: Instant | null): readonly Stretch[] =>
  from === null
    ? stretches
    : stretches.flatMap((each) => (each.to > from ? [{ from: Math.max(each.from, from), to: each.to }] : []));

/** What is left of `stretches` outside `taken`; neither overlaps itself. */
const without = (stretches: readonly Stretch[], taken: readonly Stretch[]): readonly Stretch[] =>
  taken.reduce<readonly Stretch[]>(
    (left, cut) =>
      left.flatMap((each) =>
        [
          { from: each.from, to: Math.min(each.to, cut.from) },
          { from: Math.max(each.from, cut.to), to: each.to },
        ].filter(({ from, to }) => to > from),
      ),
    stretches,
  );

/** Why a step holds others up. */
export type Cause =
  | { readonly why: 'blocked'; readonly reason: string }
  | { readonly why: 'notBegun'; readonly assignee: string | null }
  | { readonly why: 'longerThanPlanned'; readonly plannedDays: number };

export interface Bottleneck {
  readonly key: RecordKey;
  readonly cause: Cause;
  /** How long the cause has lasted so far, ms. */
  readonly ms: number;
  /** Open steps that wait for it, directly or through others. */
  readonly holdsUp: readonly RecordKey[];
}

/** What costs a journey its time: those that hold most others up first, the longest first among equals. Less than a day is none. */
export const bottlenecks = (
  steps: readonly Step[],
  times: ReadonlyMap<RecordKey, StepTimes>,
): readonly Bottleneck[] => {
  const waitersOf = waitersIn(steps);
  return steps
    .flatMap((step, place) => {
      const own = times.get(step.key);
      const cause = own === undefined ? null : worstCause(step, own);
      return cause === null ? [] : [{ ...cause, key: step.key, holdsUp: waitersOf(place) }];
    })
    .toSorted((a, b) => b.holdsUp.length - a.holdsUp.length || b.ms - a.ms);
};

const worstCause = ({ body }: Step, times: StepTimes): Pick<Bottleneck, 'cause' | 'ms'> | null => {
  if (body.state === 'skipped') return null;
  const [block] = times.blockedBy;
  // Days of a plan count their first and their last: work that ends within the last one is in time.
  const overrun = body.durationDays === null ? 0 : times.working - plannedNights(body) * DAY_MS;
  // What is blocked now is late for that reason, also where the block was written down late.
  if (body.state === 'blocked') {
    const ms = Math.max(times.blocked, overrun);
    return ms >= DAY_MS ? { cause: { why: 'blocked', reason: body.blockedReason }, ms } : null;
  }
  const candidates: readonly Pick<Bottleneck, 'cause' | 'ms'>[] = [
    { cause: { why: 'blocked', reason: block?.reason ?? '' }, ms: times.blocked },
    { cause: { why: 'notBegun', assignee: body.assignee }, ms: times.waiting },
    { cause: { why: 'longerThanPlanned', plannedDays: body.durationDays ?? 0 }, ms: overrun },
  ];
  const worst = candidates.toSorted((a, b) => b.ms - a.ms)[0];
  return worst !== undefined && worst.ms >= DAY_MS ? worst : null;
};

/** By the place of a step: open steps that can't begin, or couldn't have, before it was done. Places, since every step may hold up every other. */
const waitersIn = (steps: readonly Step[]): ((place: number) => readonly RecordKey[]) => {
  const placeByKey = new Map(steps.map(({ key }, place) => [key, place]));
  const waiting = steps.map((): number[] => []);
  for (const [place, { body }] of steps.entries())
    for (const key of body.dependsOn) waiting[placeByKey.get(key) ?? -1]?.push(place);
  const open = [...steps.entries()].filter(([, step]) => isOpen(step));
  return (from) => {
    const isFound = new Uint8Array(steps.length);
    isFound[from] = 1;
    const found = [from];
    // A list is walked while it grows, so this reaches everything.
    for (const each of found)
      for (const other of waiting[each] ?? [])
        if (isFound[other] === 0) {
          isFound[other] = 1;
          found.push(other);
        }
    return open.flatMap(([place, { key }]) => (place !== from && isFound[place] === 1 ? key : []));
  };
};

/** Days of the calendar between the first and the last day of its planned work, from where it was begun. */
const plannedNights = ({ startedAt, durationDays, workDays }: Step['body']): number => {
  const begun = startedAt === null ? null : dayOfInstant(startedAt);
  const length = durationDays ?? 1;
  return begun === null ? Math.max(length - 1, 0) : workWeek(workDays).endOf(begun, length) - begun;
};
