// A journey's calendar as one person may see it: read from the spaces they may read now, written as .ics.
import ical from 'ical-generator';
import { calendarEntries, type CalendarSource, type DatedType } from '../../domain/journey/calendar-entries.ts';
import { calendarFile } from '../../domain/journey/calendar-file.ts';
import { dateOfDay, dayOfInstant, onWallClock } from '../../domain/kernel/calendar.ts';
import type { SpaceId } from '../../domain/kernel/ids.ts';
import { parseBody, type RecordOf } from '../../domain/records/registry.ts';
import { journeyOfSpace, journeySpace } from '../../domain/spaces/space.ts';
import { sha256Hex } from '../access/secrets.ts';
import type { DocStore } from '../store/doc-store.ts';
import { storedToDoc } from '../sync/record-doc.ts';
import type { Opened } from './calendar-links.ts';
import { zoneClock } from './zone-clock.ts';

export interface CalendarFeed {
  readonly text: string;
  /** Of this text: the same as long as nothing in it changes. */
  readonly etag: string;
}

/** Documents read at once. */
const PAGE = 200;

export const createCalendarFeed =
  (store: Pick<DocStore, 'get' | 'range'>, now: () => number) =>
  async ({ journey, access, zone }: Opened): Promise<CalendarFeed> => {
    const spaces = access.grants.map(({ space }) => space).filter((space) => journeyOfSpace(space) === journey);
    const all = <T extends DatedType>(type: T): Promise<readonly RecordOf<T>[]> => readAll(store, spaces, type);
    const stored = await store.get(journeySpace(journey), journey);
    const doc = stored === null ? null : storedToDoc(stored);
    const body = doc === null || doc.gone ? null : parseBody('journey', doc.record.body, doc.record.v);
    const { name, startDate } = body?.ok === true ? body.value : { name: '', startDate: null };
    const source: CalendarSource = {
      step: await all('step'),
      task: await all('task'),
      quote: await all('quote'),
      cost: await all('cost'),
      payment: await all('payment'),
      decision: await all('decision'),
      selection: await all('selection'),
    };
    const entries = onWallClock(zoneClock(zone), () =>
      calendarEntries(source, { today: dateOfDay(dayOfInstant(now())), startDate }),
    );
    const { ttl, events } = calendarFile(name, entries);
    const calendar = ical({ name, ttl, prodId: { company: 'Plumbline', product: 'Plumbline', language: 'EN' } });
    for (const { at, ...event } of events)
      calendar.createEvent({ ...event, stamp: new Date(at), lastModified: new Date(at) });
    const text = calendar.toString();
    return { text, etag: `"${sha256Hex(text).slice(0, 32)}"` };
  };

/** What this build can't read is on no calendar; of a record that was shared more widely the wide copy is. */
const readAll = async <T extends DatedType>(
  store: Pick<DocStore, 'range'>,
  spaces: readonly SpaceId[],
  type: T,
): Promise<readonly RecordOf<T>[]> => {
  const records: RecordOf<T>[] = [];
  for (const space of spaces) {
    // '`' follows '_', so these are all ids of this type.
    for (let from: string | null = `${type}_`; from !== null;) {
      const page = await store.range(space, { from, before: `${type}\``, limit: PAGE + 1 });
      for (const { record, gone } of page.slice(0, PAGE).map(storedToDoc)) {
        const body = gone || record.type !== type ? null : parseBody(type, record.body, record.v);
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its type and body have just been looked at
        if (body?.ok === true) records.push({ ...record, type, body: body.value } as RecordOf<T>);
      }
      from = page[PAGE]?.id ?? null;
    }
  }
  const here = new Set(records.map(({ key }) => key));
  return records.filter(({ body }) => {
    const movedTo = 'movedTo' in body ? body.movedTo : null;
    return typeof movedTo !== 'string' || !here.has(movedTo);
  });
};
