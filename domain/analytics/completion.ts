// How much of a journey was done by when, week by week, beside what was planned to be; and how fast it goes now.
import { plannedEndDay } from '../journey/schedule.ts';
import { dateOfDay, dayNumber, dayOfInstant, mondayOf, type DayNumber } from '../kernel/calendar.ts';
import type { CalendarDate } from '../kernel/time.ts';
import type { RecordOf } from '../records/registry.ts';

type Step = RecordOf<'step'>;

export interface CompletionWeek {
  /** The Monday that it begins with. */
  readonly week: CalendarDate;
  /** Steps done by its end, of those that are not skipped; null in weeks to come. */
  readonly done: number | null;
  /** Steps whose planned end is by its end. */
  readonly planned: number;
}

export interface Completion {
  readonly weeks: readonly CompletionWeek[];
  /** Steps done a week, over the last four weeks or since the first was done where that is less; 0 where none was. */
  readonly perWeek: number;
}

const WEEK = 7;
const RATE_WEEKS = 4;
/** Older weeks are left out: two years are as much as one reads. */
const MOST_WEEKS = 104;

export const completion = (steps: readonly Step[], today: CalendarDate): Completion => {
  const counted = steps.filter(({ body }) => body.state !== 'skipped');
  const ends = counted.flatMap((step) => plannedEndDay(step) ?? []);
  const dones = counted.flatMap(({ body }) =>
    body.state === 'done' && body.finishedAt !== null ? dayOfInstant(body.finishedAt) : [],
  );
  const now = dayNumber(today);
  const all = [...ends, ...dones];
  if (all.length === 0) return { weeks: [], perWeek: 0 };
  // A year that was mistyped would leave nothing to be read but weeks far away.
  const last = mondayOf(all.reduce((a, b) => (b > now + MOST_WEEKS * WEEK ? a : Math.max(a, b)), now));
  const first = Math.max(mondayOf(all.reduce((a, b) => Math.min(a, b), now)), last - (MOST_WEEKS - 1) * WEEK);
  const by = (days: readonly DayNumber[], monday: DayNumber): number =>
    days.reduce((sum, day) => sum + (day < monday + WEEK ? 1 : 0), 0);
  const weeks = Array.from({ length: (last - first) / WEEK + 1 }, (_, place): CompletionWeek => {
    const monday = first + place * WEEK;
    return { week: dateOfDay(monday), done: monday > now ? null : by(dones, monday), planned: by(ends, monday) };
  });
  return { weeks, perWeek: rateOf(dones, now) };
};

const rateOf = (dones: readonly DayNumber[], now: DayNumber): number => {
  const recent = dones.filter((day) => day > now - RATE_WEEKS * WEEK && day <= now);
  const since = now - dones.reduce((a, b) => Math.min(a, b), now) + 1;
  return recent.length / Math.min(RATE_WEEKS, Math.max(1, since / WEEK));
};
