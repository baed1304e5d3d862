// Where everything of the timeline stands, in px, from days alone: bars, the scale above them, and the lines between them.
import { dateOfDay, dayNumber, mondayOf, type DayNumber } from '../../../../domain/kernel/calendar.ts';
import type { CalendarDate } from '../../../../domain/kernel/time.ts';
import type { PlannedSpan } from '../../../../domain/journey/schedule.ts';

export const ZOOMS = ['weeks', 'months'] as const;
export type Zoom = (typeof ZOOMS)[number];

/** Width of a day, px. */
export const DAY_PX: Readonly<Record<Zoom, number>> = { weeks: 28, months: 8 };
export const ROW_PX = 36;

/** The days that are drawn: whole weeks, beginning on a Monday. */
export interface Stretch {
  readonly first: DayNumber;
  readonly days: number;
}

/** Room before the first bar and after the last, days. */
const BEFORE = 7;
const AFTER = 21;
/** No further from today than so many days: one mistyped year would make a scale of thousands of years. */
const FURTHEST = 3_653;

/** Around today and all spans that are near enough. */
export const stretchOf = (spans: Iterable<PlannedSpan>, today: CalendarDate): Stretch => {
  const now = dayNumber(today);
  let [from, to] = [now, now];
  for (const { start, end } of spans) {
    from = Math.min(from, Math.max(dayNumber(start), now - FURTHEST));
    to = Math.max(to, Math.min(dayNumber(end), now + FURTHEST));
  }
  const first = mondayOf(from - BEFORE);
  return { first, days: Math.ceil((to + AFTER + 1 - first) / 7) * 7 };
};

export const xOf = (date: CalendarDate, { first }: Stretch, dayPx: number): number => (dayNumber(date) - first) * dayPx;

export interface Bar {
  readonly x: number;
  readonly width: number;
}

/** Cut off where the stretch ends; what lies outside is a day at its edge. */
export const barOf = ({ start, end }: PlannedSpan, { first, days }: Stretch, dayPx: number): Bar => {
  const from = Math.min(Math.max(dayNumber(start) - first, 0), days - 1);
  const to = Math.min(Math.max(dayNumber(end) - first, from), days - 1);
  return { x: from * dayPx, width: (to - from + 1) * dayPx };
};

/** A mark of the scale, from its first day, cut off where the stretch ends. */
export interface Tick {
  readonly date: CalendarDate;
  readonly x: number;
  readonly width: number;
}

export const monthTicks = (stretch: Stretch, dayPx: number): readonly Tick[] =>
  ticks(stretch, dayPx, (day) => dateOfDay(day).endsWith('-01'));

export const weekTicks = (stretch: Stretch, dayPx: number): readonly Tick[] =>
  ticks(stretch, dayPx, (day) => mondayOf(day) === day);

const ticks = ({ first, days }: Stretch, dayPx: number, begins: (day: DayNumber) => boolean): readonly Tick[] => {
  const starts: DayNumber[] = [];
  for (let day = first; day < first + days; day += 1) if (day === first || begins(day)) starts.push(day);
  return starts.map((start, place) => ({
    date: dateOfDay(start),
    x: (start - first) * dayPx,
    width: ((starts[place + 1] ?? first + days) - start) * dayPx,
  }));
};

/** Where a bar stands: its row counts from 0. */
export interface Placed extends Bar {
  readonly row: number;
}

/** How far a line leaves a bar before it turns, px. */
const ELBOW_PX = 6;

/** From the end of what is waited for to the begin of what waits, as an SVG path of straight lines. */
export const linkPath = (from: Placed, to: Placed): string => {
  const middle = (row: number): number => row * ROW_PX + ROW_PX / 2;
  const [x1, y1, x2, y2] = [from.x + from.width, middle(from.row), to.x, middle(to.row)];
  if (x2 - x1 >= 2 * ELBOW_PX) return `M${x1} ${y1}H${x2 - ELBOW_PX}V${y2}H${x2}`;
  // No room between the two: around, in the gap between the rows.
  const gap = y2 > y1 ? y2 - ROW_PX / 2 : y2 + ROW_PX / 2;
  return `M${x1} ${y1}H${x1 + ELBOW_PX}V${gap}H${x2 - ELBOW_PX}V${y2}H${x2}`;
};
