// Calendar addresses: a secret link per person and journey that other calendar programs look at, made, listed and ended here.
import { z } from 'zod';
import { personId, recordId } from '../../domain/kernel/ids.ts';
import { instant } from '../../domain/kernel/time.ts';

export const CALENDAR_PATHS = {
  /** POST CalendarRequest -> CalendarReply; one that was there before for the same person and journey ends. GET ?journey= -> CalendarsReply */
  links: '/calendar/links',
  /** POST CalendarRequest -> {}; ending what has ended changes nothing. */
  end: '/calendar/links/end',
  /** GET: text/calendar, for whoever holds the address; no session. */
  feed: '/calendar/feed',
} as const;

export const calendarRequest = z.object({
  journey: recordId,
  person: personId,
  /** IANA name of the time zone whose days the address tells, when one is made; UTC where absent or unknown there. */
  zone: z.string().max(100).optional(),
});
export type CalendarRequest = z.infer<typeof calendarRequest>;

/** Told once: only a hash of its secret is kept. `path` goes behind the server's own address. */
export const calendarReply = z.object({ path: z.string().max(300) });
export type CalendarReply = z.infer<typeof calendarReply>;

/** The owner is told of everyone's, others of their own. */
export const calendarsReply = z.object({ links: z.array(z.object({ person: personId, at: instant })) });
export type CalendarsReply = z.infer<typeof calendarsReply>;
