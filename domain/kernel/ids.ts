// Names of things: record ids, space ids, and the key that joins both so that no space can overwrite another's record.
import { z } from 'zod';

/** `step_<uuidv7>`: a type and a unique part. Unique across devices without asking anyone. */
export type RecordId = string;
/** `home_…`, `journey_…`, `private_…` or `party_…_…`; who reads a space is decided per space (domain/spaces). */
export type SpaceId = string;
/** `space|id`, the primary key of a record everywhere. References between records are keys. */
export type RecordKey = string;
/** `person_<uuid>`: minted at first start, before any account exists. */
export type PersonId = string;

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
export const recordId = z.string().regex(new RegExp(`^[a-z]+_[0-9a-zA-Z_-]{1,80}$`));
export const spaceId = z.string().regex(new RegExp(`^(?:(?:home|journey|private)_${UUID}|party_${UUID}_${UUID})$`));
export const recordKey = z
  .string()
  .regex(/^[a-z0-9_-]+\|[a-z]+_[0-9a-zA-Z_-]{1,80}$/)
  .max(200);
export const personId = z.string().regex(new RegExp(`^person_${UUID}$`));

export const keyOf = (space: SpaceId, id: RecordId): RecordKey => `${space}|${id}`;

export const spaceOfKey = (key: RecordKey): SpaceId => key.slice(0, key.indexOf('|'));

export const idOfKey = (key: RecordKey): RecordId => key.slice(key.indexOf('|') + 1);

/** The type a record id was minted for: the part before the first underscore. */
export const typeOfId = (id: RecordId): string => id.slice(0, id.indexOf('_'));

/** The part that makes an id unique: what follows the first underscore. Derived ids share it (`budget_<uuid of journey>`). */
export const uuidOf = (id: RecordId): string => id.slice(id.indexOf('_') + 1);
