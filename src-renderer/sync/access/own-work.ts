// What of a record a person keeps when its space is taken from them: what they made whole, and of another's what they wrote into it.
import type { PersonId, RecordKey } from '../../../domain/kernel/ids.ts';
import { sameValue } from '../../../domain/kernel/same-value.ts';
import { blanked, type AnyRecord } from '../../../domain/records/envelope.ts';
import { definitionByType, isRecordType, recordAs } from '../../../domain/records/registry.ts';
import type { TrayEntry } from '../tray.ts';
import { isDerived } from './derived.ts';

export interface OwnWork {
  readonly entry: TrayEntry;
  /** All of it, with the original that it names. */
  readonly isWhole: boolean;
}

type Fields = Readonly<Record<string, unknown>>;
/** By record and field, what a person wrote, oldest first; of a map each time only the members that they wrote. */
export type Written = ReadonlyMap<RecordKey, Readonly<Record<string, readonly unknown[]>>>;

/**
 * Null where nothing of it is to be kept. What was acknowledged can't be told here: what is passed over because its space is gone
 * counts as sent too. So their own words stay, had by others or not; nothing that another wrote does.
 */
export const ownWork = (record: AnyRecord, me: PersonId, written: Written): OwnWork | null => {
  const isReading = record.type === 'reading';
  if (record.by !== me || (isDerived(record) && !isReading)) return null;
  if (record.createdBy === me && !isReading) return { entry: entryOf(record, []), isWhole: true };
  // What a newer build wrote may stand in no history that this one reads: it stays with whoever wrote last.
  const beyond = isReading ? [] : Object.entries(record.body).filter(([name]) => !isKnownField(record.type, name));
  const told = Object.entries(written.get(record.key) ?? {}).flatMap(([name, values]) => {
    // The words of a paper are read again from the paper; what a person put right of them is theirs.
    if (isReading && !PUT_RIGHT.has(name)) return [];
    const kept = stillTheirs(record, { name, values, me });
    return kept === undefined ? [] : [[name, kept] as const];
  });
  const mine = [...beyond, ...told.filter(([name]) => !beyond.some(([other]) => other === name))];
  if (mine.length === 0) return null;
  const row = { ...blanked(record), body: Object.fromEntries(mine) };
  return {
    entry: entryOf(
      row,
      mine.map(([name]) => name),
    ),
    isWhole: false,
  };
};

/**
 * From the history in which every deed of theirs stands, those included that were never sent. By stamps and not by the clock, which may
 * have been put back in between.
 */
export const writtenBy = (me: PersonId, records: readonly AnyRecord[]): Written => {
  const written = new Map<RecordKey, Readonly<Record<string, readonly unknown[]>>>();
  const mine = records
    .flatMap((record) => recordAs('event', record) ?? [])
    .filter(({ createdBy }) => createdBy === me)
    .toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1));
  for (const { body } of mine)
    for (const { key, type, kind, fields } of body.changes) {
      // Another's that they only moved or shared is made anew by them, and is no more theirs for it.
      if (kind === 'made' && type !== 'reading') continue;
      const before = written.get(key) ?? {};
      const set = Object.entries(fields).map(([name, [was, is]]) => [
        name,
        [...(before[name] ?? []), isMap(type, name) ? changedMembers(was, is) : is],
      ]);
      written.set(key, { ...before, ...Object.fromEntries(set) });
    }
  return written;
};

const PUT_RIGHT: ReadonlySet<string> = new Set(['fixes', 'seenFixes', 'objectFixes']);

const entryOf = (record: AnyRecord, fields: readonly string[]): TrayEntry => ({
  row: { ...record, _deleted: false },
  reason: 'NotYours',
  fields,
});

/** What they wrote, while it stands, went into what stands, or lost against it when two writes met; undefined once it was written over. */
const stillTheirs = (
  { type, body, past }: AnyRecord,
  { name, values, me }: { readonly name: string; readonly values: readonly unknown[]; readonly me: PersonId },
): unknown => {
  const stands = body[name];
  if (isMap(type, name)) {
    const kept = Object.entries(membersOf(stands)).filter(([member, now]) =>
      values.some((value) => sameValue(membersOf(value)[member], now)),
    );
    return kept.length === 0 ? undefined : Object.fromEntries(kept);
  }
  if (values.some((value) => sameValue(value, stands))) return stands;
  if (['text', 'set'].includes(ruleOf(type, name))) return values.at(-1);
  const lost = [...(past.superseded ?? []), ...(past.contested ?? []).flatMap(valuesOf)].filter(
    ({ field, by }) => field === name && by === me,
  );
  return values.findLast((value) => lost.some((entry) => sameValue(entry.value, value)));
};

const valuesOf = ({ field, values }: NonNullable<AnyRecord['past']['contested']>[number]) =>
  values.map(({ by, value }) => ({ field, by, value }));

const isKnownField = (type: string, field: string): boolean =>
  isRecordType(type) && Object.hasOwn(definitionByType[type].body.shape, field);

const ruleOf = (type: string, field: string): string => {
  if (!isRecordType(type)) return '';
  const rules: Readonly<Record<string, string>> = definitionByType[type].merge;
  return rules[field] ?? '';
};

const isMap = (type: string, field: string): boolean => ruleOf(type, field) === 'map';

const membersOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

const changedMembers = (before: unknown, after: unknown): Fields => {
  const was = membersOf(before);
  return Object.fromEntries(
    Object.entries(membersOf(after)).filter(([member, value]) => !sameValue(value, was[member])),
  );
};
