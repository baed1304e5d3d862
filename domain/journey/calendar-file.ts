// A journey's days as a calendar program takes them in. The page's file and the server's feed are written from this alone.
// Source of what the fields mean: RFC 5545, "Internet Calendaring and Scheduling Core Object Specification".
import { addDays, LAST_DATE } from '../kernel/calendar.ts';
import type { Instant } from '../kernel/time.ts';
import type { CalendarEntry, EntryKind } from './calendar-entries.ts';

/** A whole day or several, as midnight UTC: programs that write it look at the date alone. */
export interface CalendarEvent {
  /** The same for ever, so that what is taken in again changes what is there. */
  readonly id: string;
  readonly start: string;
  /** The day after the last. */
  readonly end: string;
  readonly allDay: true;
  readonly summary: string;
  readonly description: string;
  /** When it was written last, ms. */
  readonly at: Instant;
}

export interface CalendarFile {
  /** Escaped as RFC 5545 has it: the library that writes the file does that for the events alone. */
  readonly name: string;
  /** How long a program may wait before it looks again, s. */
  readonly ttl: number;
  readonly events: readonly CalendarEvent[];
}

const HOUR_S = 3_600;

/** Nobody's window shows these words: they stand in another program, whose language is not known. */
const wordByKind: Readonly<Record<EntryKind, string>> = {
  step: '',
  milestone: 'Milestone: ',
  delivery: 'Delivery: ',
  task: 'Task: ',
  reminder: 'Reminder: ',
  offer: 'Quote holds until today: ',
  payment: 'To be paid: ',
  decision: 'To be decided: ',
  selection: 'To be chosen: ',
};

export const calendarFile = (journey: string, entries: readonly CalendarEntry[]): CalendarFile => ({
  name: oneLine(journey).replace(/[\\;,]/g, '\\$&'),
  ttl: HOUR_S,
  events: entries.map(({ id, kind, title, start, end, isOver, at }) => ({
    id: `${id}@plumbline`,
    start: midnight(notAfter(start, addDays(LAST_DATE, -1))),
    end: midnight(addDays(end, 1)),
    allDay: true,
    summary: `${isOver ? '✓ ' : ''}${wordByKind[kind]}${oneLine(title)}`,
    description: oneLine(journey),
    at,
  })),
});

/** The day after the last there is, is none: what stands on that one is shown on the day before. */
const notAfter = (date: string, last: string): string => (date > last ? last : date);

/** No line of the file ends within a name, and nothing stands in it that RFC 5545 has no place for (3.3.11, CONTROL). */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

const midnight = (date: string): string => `${date}T00:00:00.000Z`;
