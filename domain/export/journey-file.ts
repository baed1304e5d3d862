// A journey as one file for other programs: every record of it that the person who saves it may read, as JSON whose shape has a version.
//
// What is added to a record or around it later leaves the version as it is; a reader passes over what it does not know. What
// changes its meaning gets another version.
import { z } from 'zod';
import { personId, recordId, type PersonId, type RecordId } from '../kernel/ids.ts';
import { envelope, type AnyRecord } from '../records/envelope.ts';

const exported = envelope.extend({ body: z.record(z.string(), z.unknown()) });

export const journeyFile = z.looseObject({
  plumbline: z.literal('journey'),
  version: z.literal(1),
  /** ISO 8601, in UTC. */
  madeAt: z.iso.datetime(),
  madeBy: personId,
  journey: recordId,
  /** Names of those who are named in the records by their ids. */
  people: z.record(personId, z.string()),
  /** By type, then in the order in which they were made; the trash and the history are among them. */
  records: z.array(exported),
});
export type JourneyFile = z.infer<typeof journeyFile>;

interface ExportInput {
  readonly journey: RecordId;
  readonly madeAt: string;
  readonly madeBy: PersonId;
  /** Of the journey. */
  readonly records: readonly AnyRecord[];
  readonly nameOf: (person: PersonId) => string | null;
}

/** Nothing of how the device stores a record is in it. */
export const exportJourney = ({ journey, madeAt, madeBy, records, nameOf }: ExportInput): JourneyFile => {
  const people = new Set(records.flatMap(({ by, createdBy, body }) => [by, createdBy, ...personsIn(body)]));
  return {
    plumbline: 'journey',
    version: 1,
    madeAt,
    madeBy,
    journey,
    people: Object.fromEntries(
      [...people].toSorted().flatMap((person) => {
        const name = nameOf(person);
        return name === null ? [] : [[person, name] as const];
      }),
    ),
    records: records
      .toSorted((a, b) => compare(a.type, b.type) || a.createdAt - b.createdAt || compare(a.key, b.key))
      .map((record) => exported.parse(record)),
  };
};

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Ids of people wherever they stand in a body: as values, or as the names of values (votes, shares). */
const personsIn = (value: unknown): readonly PersonId[] => {
  if (typeof value === 'string') return personId.safeParse(value).success ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(personsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => personsIn(name).concat(personsIn(each)));
};
