// One change of a deed taken back, field by field: what it had changed is as it was before, and what was changed again since is named.
import type { Instant } from '../kernel/time.ts';
import { sameValue } from '../kernel/same-value.ts';
import { past, type AnyRecord } from '../records/envelope.ts';
import type { EventChange } from '../records/event.ts';
import type { Edit } from './changes.ts';
import { CONTESTED_FIELD, PARENT_FIELD } from './deed.ts';

/** Those of the change's fields that no longer read as it left them: someone has changed them again. */
export const changedSince = (record: AnyRecord, { fields }: Pick<EventChange, 'fields'>): readonly string[] =>
  Object.entries(fields)
    .filter(([name, [, is]]) => !sameValue(valueNow(record, name), is))
    .map(([name]) => name);

/** What the edit does to the record: a made one goes to the trash, a trashed one comes back, fields get their earlier value. */
export const earlierState = (
  record: AnyRecord,
  { kind, fields }: Pick<EventChange, 'kind' | 'fields'>,
  { at, only }: { readonly at: Instant; readonly only: (field: string) => boolean },
): Edit => {
  if (kind === 'made') return { trashedAt: record.trashedAt || at };
  const back = Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => only(name))
      .map(([name, [was]]) => [name, was]),
  );
  const parent = back[PARENT_FIELD];
  const contested = contests.safeParse(back[CONTESTED_FIELD]).data;
  const trashedAt = kind === 'trashed' ? 0 : kind === 'restored' ? record.trashedAt || at : record.trashedAt;
  return {
    body: Object.fromEntries(Object.entries(back).filter(([name]) => !name.startsWith('@'))),
    ...(typeof parent === 'string' ? { parent } : {}),
    ...(contested === undefined ? {} : { contested }),
    trashedAt,
  };
};

const contests = past.shape.contested.unwrap();

const valueNow = (record: AnyRecord, name: string): unknown => {
  if (name === PARENT_FIELD) return record.parent;
  return name === CONTESTED_FIELD ? (record.past.contested ?? []) : (record.body[name] ?? null);
};
