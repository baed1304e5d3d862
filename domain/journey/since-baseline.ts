// The plan as it was kept, beside the plan as it is now: what moved, what came in, what fell out.
import { dayNumber } from '../kernel/calendar.ts';
import type { RecordKey } from '../kernel/ids.ts';
import type { CalendarDate } from '../kernel/time.ts';
import type { RecordOf } from '../records/registry.ts';
import type { PlannedSpan } from './schedule.ts';

type Step = RecordOf<'step'>;
type Baseline = RecordOf<'baseline'>;

/** Days; positive is later than it was planned. */
export interface StepDrift {
  readonly was: PlannedSpan;
  readonly start: number;
  readonly end: number;
}

export interface SinceBaseline {
  readonly driftByStep: ReadonlyMap<RecordKey, StepDrift>;
  /** Live steps that the baseline does not know. */
  readonly added: readonly Step[];
  /** Names of steps that were planned and are no longer there. */
  readonly gone: readonly string[];
  readonly wasEnd: CalendarDate | null;
  readonly nowEnd: CalendarDate | null;
  /** By how many days the whole ends later; 0 where either has no end. */
  readonly drift: number;
}

/** `spans` are those of `steps`, which are the live ones. */
export const sinceBaseline = (
  { body }: Baseline,
  steps: readonly Step[],
  spans: ReadonlyMap<RecordKey, PlannedSpan>,
): SinceBaseline => {
  const here = new Set(steps.map(({ key }) => key));
  const driftByStep = new Map(
    steps.flatMap(({ key }): [RecordKey, StepDrift][] => {
      const was = body.steps[key];
      const now = spans.get(key);
      if (was === undefined || now === undefined) return [];
      const planned = { start: was.start, end: was.end };
      return [[key, { was: planned, start: daysBetween(was.start, now.start), end: daysBetween(was.end, now.end) }]];
    }),
  );
  const wasEnd = lastOf(Object.values(body.steps));
  const nowEnd = lastOf(steps.flatMap(({ key }) => spans.get(key) ?? []));
  return {
    driftByStep,
    added: steps.filter(({ key }) => body.steps[key] === undefined),
    gone: Object.entries(body.steps).flatMap(([key, { name }]) => (here.has(key) ? [] : [name])),
    wasEnd,
    nowEnd,
    drift: wasEnd === null || nowEnd === null ? 0 : daysBetween(wasEnd, nowEnd),
  };
};

const daysBetween = (from: CalendarDate, to: CalendarDate): number => dayNumber(to) - dayNumber(from);

const lastOf = (spans: readonly PlannedSpan[]): CalendarDate | null =>
  spans
    .map(({ end }) => end)
    .toSorted()
    .at(-1) ?? null;
