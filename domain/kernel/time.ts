// Time as the domain knows it: instants in ms since the epoch, and calendar dates with no time zone.
import { z } from 'zod';

/** Milliseconds since 1970-01-01T00:00:00Z, whole. Always an argument: the domain has no clock. */
export type Instant = number;
export const instant = z.int().nonnegative();

/** A day on the wall calendar, `YYYY-MM-DD`; a start date or a receipt's date has no time zone. */
export type CalendarDate = string;
export const calendarDate = z.iso.date();
