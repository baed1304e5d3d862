// /calendar: addresses for other calendar programs, made by who is signed in, looked at by whoever holds one.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { recordId } from '../../domain/kernel/ids.ts';
import { err, ok } from '../../domain/kernel/result.ts';
import { CALENDAR_PATHS, calendarRequest } from '../../protocol/calendar/calendar.ts';
import { callerRoute, understand } from './callers.ts';
import { replyFailure } from './failure-replies.ts';
import { createTries, type Limit } from './limits.ts';
import type { Services } from './services.ts';

const journeyQuery = z.object({ journey: recordId });
const nameParams = z.object({ name: z.string().max(200) });

/** A calendar program looks once an hour or so; who holds an address and asks all the time is told to wait. */
const LOOKS_PER_MINUTE = 30;
const MOST_ADDRESSES = 10_000;

export const addCalendarRoutes = (app: FastifyInstance, services: Services, limit: Limit): void => {
  const { calendarLinks, calendarFeed, now } = services;
  const looks = createTries({ perMinute: LOOKS_PER_MINUTE, mostKeys: MOST_ADDRESSES, now });
  app.post(CALENDAR_PATHS.links, {
    ...limit,
    ...callerRoute(services, calendarRequest, ({ access }, body) => calendarLinks.make(access, body)),
  });
  app.get(
    CALENDAR_PATHS.links,
    callerRoute(services, z.unknown(), async ({ access }, _body, request) => {
      const query = understand(journeyQuery, request.query);
      return query.ok ? calendarLinks.list(access, query.value.journey) : query;
    }),
  );
  app.post(
    CALENDAR_PATHS.end,
    callerRoute(services, calendarRequest, async ({ access }, body) => {
      const ended = await calendarLinks.end(access, body);
      return ended.ok ? ok({}) : err(ended.error);
    }),
  );
  app.get(`${CALENDAR_PATHS.feed}/:name`, limit, async (request, reply) => {
    const params = understand(nameParams, request.params);
    if (!params.ok) return replyFailure(reply, params.error);
    const { name } = params.value;
    const opened = await calendarLinks.open(name);
    if (!opened.ok) return replyFailure(reply, opened.error);
    if (!looks.take(name)) return replyFailure(reply, { type: 'ServerBusy' });
    const { text, etag } = await calendarFeed(opened.value);
    // Reading takes a moment, in which access may have ended.
    const still = await calendarLinks.open(name);
    if (!still.ok) return replyFailure(reply, still.error);
    // No cache in between may answer for what has ended.
    reply.header('etag', etag).header('cache-control', 'private, no-cache');
    if (request.headers['if-none-match']?.split(/,\s*/).includes(etag) === true) return reply.code(304).send();
    return reply.type('text/calendar; charset=utf-8').send(text);
  });
};
