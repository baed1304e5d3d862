// The small vocabulary every command plans with: find a live record, make one, edit the fields of one.
import { keyOf, type RecordKey } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { sameValue } from '../kernel/same-value.ts';
import type { Instant } from '../kernel/time.ts';
import type { AnyRecord, Past } from '../records/envelope.ts';
import { isRecordType, parseBody, recordAs, type BodyOf, type RecordOf, type RecordType } from '../records/registry.ts';
import type { Change, CommandFailure, Draft, Reads } from './command.ts';

/** The record of this type, or why it can't be worked on: not here, of another type, or in the trash. */
export const findLive = <T extends RecordType>(
  reads: Reads,
  type: T,
  key: RecordKey,
): Result<RecordOf<T>, CommandFailure> => {
  const record = recordAs(type, reads.get(key));
  if (record === null) return err({ type: 'RecordNotFound', detail: key });
  return record.trashedAt === 0 ? ok(record) : err({ type: 'RecordTrashed', detail: key });
};

/** Like `findLive`, for any type this build knows. What it does not know it must not rewrite. */
export const findAny = (
  reads: Reads,
  key: RecordKey,
): Result<AnyRecord & { readonly type: RecordType }, CommandFailure> => {
  const record = reads.get(key);
  if (record === undefined) return err({ type: 'RecordNotFound', detail: key });
  const { type } = record;
  return isRecordType(type) ? ok({ ...record, type }) : err({ type: 'NotAllowed', detail: `unknown type ${type}` });
};

/** A new record; its body is checked by the runner against its type's schema. */
export const made = <T extends RecordType>(
  draft: Omit<Draft, 'type' | 'trashedAt' | 'body'> & { readonly type: T; readonly body: BodyOf<T> },
): Change => ({
  kind: 'put',
  before: null,
  draft: { ...draft, trashedAt: 0 },
});

/** What may differ from what stands there; what is absent stays, fields of the body that this build does not know included. */
export interface Edit {
  readonly body?: Readonly<Record<string, unknown>>;
  /** `''` hangs it on nothing. */
  readonly parent?: RecordKey;
  readonly trashedAt?: Instant;
  /** The contests that shall be open afterwards; said only by who settles one, or undoes that. */
  readonly contested?: NonNullable<Past['contested']>;
}

/** The record with the edit applied; an empty list when that changes nothing. `undefined` in a field means "not said". */
export const edited = (record: Pick<AnyRecord, keyof AnyRecord>, edit: Edit): readonly Change[] => {
  const { type } = record;
  if (!isRecordType(type)) throw new Error(`cannot edit a ${type}`);
  // An older body is first brought up to this build's version, so that one write never mixes two shapes.
  const current = parseBody(type, record.body, record.v);
  const said = Object.entries(edit.body ?? {}).filter(([, value]) => value !== undefined);
  const body = { ...(current.ok ? current.value : record.body), ...Object.fromEntries(said) };
  const parent = edit.parent ?? record.parent;
  const trashedAt = edit.trashedAt ?? record.trashedAt;
  const unchanged =
    parent === record.parent &&
    trashedAt === record.trashedAt &&
    (edit.contested === undefined || sameValue(edit.contested, record.past.contested ?? [])) &&
    said.every(([name, value]) => sameValue(value, record.body[name]));
  if (unchanged) return [];
  const { space, id, journey } = record;
  const draft: Draft = { space, id, type, journey, parent, trashedAt, body };
  const contests = edit.contested === undefined ? {} : { contested: edit.contested };
  return [{ kind: 'put', before: record, draft, ...contests }];
};

/** Edits the record at this key when it is there, else makes it: for records whose id is derived, so that there is only one. */
export const madeOrEdited = <T extends RecordType>(
  reads: Reads,
  draft: Omit<Draft, 'type' | 'trashedAt' | 'body'> & { readonly type: T; readonly body: BodyOf<T> },
): readonly Change[] => {
  const before = recordAs(draft.type, reads.get(keyOf(draft.space, draft.id)));
  return before === null ? [made(draft)] : edited(before, { body: draft.body, trashedAt: 0 });
};
