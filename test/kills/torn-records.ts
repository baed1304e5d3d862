// Records that are there by halves: a body that does not fit its schema, a deed of which only some rows were written.
import { envelope } from '../../domain/records/envelope.ts';
import { isRecordType, parseBody, recordAs } from '../../domain/records/registry.ts';
import type { RawRecord } from '../support/raw-records.ts';

export const tornRecords = (standing: readonly RawRecord[]): readonly string[] => {
  const byKey = new Map(standing.map((row) => [row.key, row]));
  const events = standing.flatMap((row) => recordAs('event', row) ?? []);
  const made = new Set(
    events.flatMap(({ body }) => body.changes.filter(({ kind }) => kind === 'made').map(({ key }) => key)),
  );
  return [
    ...standing.filter((row) => !envelope.safeParse(row).success).map(({ key }) => `${key} has a torn envelope`),
    ...standing
      .filter(({ type, body, v }) => isRecordType(type) && !parseBody(type, body, v).ok)
      .map(({ key }) => `${key} has a torn body`),
    // One deed is one write: the event without its records, or a record without its event, is half of one.
    ...events.flatMap(({ key, body }) =>
      body.changes
        .filter((change) => !byKey.has(change.key))
        .map((change) => `${key} names ${change.key}, which is not there`),
    ),
    ...standing
      .filter(({ key, type }) => type !== 'event' && !made.has(key))
      .map(({ key }) => `${key} is there, the event of its deed is not`),
  ];
};
