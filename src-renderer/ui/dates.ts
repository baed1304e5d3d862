// Dates as people say them: "tomorrow", "3 days ago"; the exact one is shown on hover.
// What is no date (from a damaged picture, or too far away to count) is shown as it stands: a formatter would throw over it.
import dayjs from 'dayjs';
import type { CalendarDate, Instant } from '../../domain/kernel/time.ts';

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
// What is formatted is put as if it were UTC: a formatter keeps the zone in which it was made, and a person travels with the window open.
const zone = { timeZone: 'UTC' } as const;
const exactDay = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  ...zone,
});
const exactTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', ...zone });
const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', ...zone });
const shortDayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', ...zone });
// 1 January 2024 was a Monday.
const shortWeekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', ...zone });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', ...zone });

const formatted = (format: Intl.DateTimeFormat, date: CalendarDate | Instant): string => {
  const day = dayjs(date);
  const wall = new Date(day.valueOf() + day.utcOffset() * 60_000);
  return Number.isNaN(wall.valueOf()) ? String(date) : format.format(wall);
};

/** Today on this device's wall calendar, `YYYY-MM-DD`. */
export const today = (): CalendarDate => dayjs().format('YYYY-MM-DD');

/** "Mon, 3 Aug 2026". */
export const dayExact = (date: CalendarDate): string => formatted(exactDay, date);

/** "3 Aug", with the year when it is not this one. */
export const dayShort = (date: CalendarDate): string =>
  formatted(dayjs(date).year() === dayjs().year() ? shortDay : shortDayOfYear, date);

/** "Mon" for 1, "Sun" for 7. */
export const weekdayShort = (weekday: number): string => shortWeekday.format(Date.UTC(2024, 0, weekday));

/** "today", "in 3 days", "2 weeks ago"; months for what is further away. */
export const dayRelative = (date: CalendarDate): string => spanText(dayjs(date).diff(dayjs(today()), 'day')) || date;

const spanText = (days: number): string => {
  if (!Number.isFinite(days)) return '';
  if (Math.abs(days) < 14) return relative.format(days, 'day');
  if (Math.abs(days) < 60) return relative.format(Math.round(days / 7), 'week');
  if (Math.abs(days) < 700) return relative.format(Math.round(days / 30.4), 'month');
  return relative.format(Math.round(days / 365), 'year');
};

/** "14 Nov 2026, 16:02". */
export const timeExact = (at: Instant): string => formatted(exactTime, at);

/** "16:02". */
export const timeOfDay = (at: Instant): string => formatted(clock, at);

/** "just now" is "this minute"; then minutes, hours, days. */
export const timeRelative = (at: Instant, now: Instant): string => {
  const minutes = Math.round((at - now) / 60_000);
  if (!dayjs(at).isValid()) return '';
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  if (Math.abs(hours) < 24 && dayjs(at).isSame(now, 'day')) return relative.format(hours, 'hour');
  return spanText(dayjs(at).startOf('day').diff(dayjs(now).startOf('day'), 'day'));
};

/** For `<time dateTime>`: undefined for what no calendar can show. */
export const machineTime = (at: Instant): string | undefined =>
  dayjs(at).isValid() ? new Date(at).toISOString() : undefined;

/** The calendar day of an instant, `YYYY-MM-DD`. */
export const dayOf = (at: Instant): CalendarDate => dayjs(at).format('YYYY-MM-DD');
