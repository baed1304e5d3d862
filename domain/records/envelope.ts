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
export const past = z.object({
  superseded: z.array(superseded).max(10).optional(),
  contested: z.array(contested).optional(),
});
export type Past = z.infer<typeof past>;

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
  past,
});

/** What every record has, whatever its type; `body` is the type's own. */
export type Envelope = Readonly<z.infer<typeof envelope>>;
export interface AnyRecord extends Envelope {
  readonly body: Readonly<Record<string, unknown>>;
}

/** A record as it travels and as the server stores it: tombstones included. */
export const wireRecord = envelope.extend({ body: z.record(z.string(), z.unknown()), _deleted: z.boolean() });
export type WireRecord = z.infer<typeof wireRecord>;
