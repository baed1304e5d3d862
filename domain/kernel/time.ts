// Time as the domain knows it: instants in ms since the epoch, and calendar dates with no time zone.
import { z } from 'zod';

/** Milliseconds since 1970-01-01T00:00:00Z, whole. Always an argument: the domain has no clock. */
export type Instant = number;
/** Later than this no calendar can show: ECMA-262, "Time Values and Time Range". */
const LAST_INSTANT = 8_640_000_000_000_000;
export const instant = z.int().min(0).max(LAST_INSTANT);

/** A day on the wall calendar, `YYYY-MM-DD`; a start date or a receipt's date has no time zone. */
export type CalendarDate = string;
export const calendarDate = z.iso.date();
