// Calendar addresses on the server: made, listed and ended. The server tells an address once and keeps only a hash of its secret.
import { z } from 'zod';
import type { RecordId } from '../../domain/kernel/ids.ts';
import type { Result } from '../../domain/kernel/result.ts';
import {
  CALENDAR_PATHS,
  calendarReply,
  calendarsReply,
  type CalendarReply,
  type CalendarRequest,
  type CalendarsReply,
} from '../../protocol/calendar/calendar.ts';
import type { Failure } from '../../protocol/failures.ts';
import { pageServer } from '../ports/server.ts';

export const makeCalendarLink = (request: CalendarRequest): Promise<Result<CalendarReply, Failure>> =>
  pageServer.ask({ method: 'POST', path: CALENDAR_PATHS.links, body: request, reply: calendarReply });

export const calendarLinks = (journey: RecordId): Promise<Result<CalendarsReply, Failure>> => {
  const path = `${CALENDAR_PATHS.links}?${new URLSearchParams({ journey })}`;
  return pageServer.ask({ method: 'GET', path, reply: calendarsReply });
};

export const endCalendarLink = (request: CalendarRequest): Promise<Result<unknown, Failure>> =>
  pageServer.ask({ method: 'POST', path: CALENDAR_PATHS.end, body: request, reply: z.unknown() });
