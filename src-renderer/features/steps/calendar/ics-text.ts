// A journey's days as the text of an .ics file.
import ical from 'ical-generator';
import type { CalendarFile } from '../../../../domain/journey/calendar-file.ts';

export const icsText = ({ name, ttl, events }: CalendarFile): string =>
  ical({
    name,
    ttl,
    prodId: { company: 'Plumbline', product: 'Plumbline', language: 'EN' },
    events: events.map(({ at, ...event }) => ({ ...event, stamp: new Date(at), lastModified: new Date(at) })),
  }).toString();
