// The envelope every record wears: who may read it (space), what it is, where it hangs, which write it is.
import { z } from 'zod';
import { instant } from '../kernel/time.ts';
import { personId, recordId, recordKey, spaceId } from '../kernel/ids.ts';
import { stamp } from '../kernel/stamp.ts';

/** A value that lost against another, kept so that a person can take it back. */
export const superseded = z.object({ field: z.string(), value: z.unknown(), by: z.string(), stamp: z.string() });
/** Values that stand against each other in one field until a person settles it (money, approvals). */
export const contested = z.object({
  field: z.string(),
  values: z.array(z.object({ value: z.unknown(), by: z.string(), stamp: z.string() })),
});

/** What a merge left behind: not part of the body, so that widening a record never carries it along. */
const knownPast = z.object({
  superseded: z.array(superseded).max(10).optional(),
  contested: z.array(contested).optional(),
});
export type Past = z.infer<typeof knownPast>;
/** What a newer build keeps here besides passes through. */
export const past = knownPast.loose();

export const envelope = z.object({
  key: recordKey,
  id: recordId,
  space: spaceId,
  type: z.string().min(1).max(40),
  /** Id of the journey it belongs to (`journey_<uuid>`), `''` for what belongs to the household. */
  journey: z.string().max(80),
  /** Key of the record it hangs on (a comment's step), `''` for none. */
  parent: z.string().max(200),
  /** Version of the body's schema when it was written. */
  v: z.int().positive(),
  stamp,
  /** Who made this write. */
  by: personId,
  createdAt: instant,
  createdBy: personId,
  /** When it was put in the trash (ms), 0 when it is not there. A number, since a stored index has no null. */
  trashedAt: instant,
  past: knownPast,
});

/** What every record has, whatever its type; `body` is the type's own. */
export type Envelope = Readonly<z.infer<typeof envelope>>;
export interface AnyRecord extends Envelope {
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Of one record as it travels, as JSON: a server refuses what is longer (VE7). CouchDB takes 8 MB a document; a reading of a long
 * document is under 1 MB.
 */
export const MOST_RECORD_CHARACTERS = 2_000_000;

const knownRecord = envelope.extend({ body: z.record(z.string(), z.unknown()), _deleted: z.boolean() });
export type WireRecord = z.infer<typeof knownRecord>;
/** A record as it travels and as the server stores it: tombstones included, and what this build does not know of it. */
export const wireRecord = knownRecord.extend({ past }).loose();

const KNOWN: ReadonlySet<string> = new Set(Object.keys(knownRecord.shape));

/** The envelope's fields that this build does not know: a newer one put them there, and they stay. */
export const unknownFields = (record: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !KNOWN.has(name) && !name.startsWith('_')));

/** The record as a tombstone is kept: nothing that anyone wrote is left in it. */
export const blanked = <R extends AnyRecord>(record: R): R => {
  const known = Object.entries(record).filter(([name]) => KNOWN.has(name) || name.startsWith('_'));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only what no type names was taken out
  return { ...Object.fromEntries(known), body: {}, past: {} } as R;
};
