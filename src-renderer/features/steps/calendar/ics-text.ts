// A journey's days as the text of an .ics file.
import ical from 'ical-generator';
import type { CalendarFile } from '../../../../domain/journey/calendar-file.ts';

export const icsText = ({ name, ttl, events }: CalendarFile): string => {
  const calendar = ical({ name, ttl, prodId: { company: 'Plumbline', product: 'Plumbline', language: 'EN' } });
  for (const { at, ...event } of events)
    calendar.createEvent({ ...event, stamp: new Date(at), lastModified: new Date(at) });
  return calendar.toString();
};
