// What a merge keeps of the values that did not win: superseded ones to take back, contested ones to settle.
import { sameValue } from '../kernel/same-value.ts';
import type { AnyRecord, Past } from '../records/envelope.ts';

/** A value that lost, with who wrote it and in which write. */
export interface Lost {
  readonly field: string;
  readonly value: unknown;
  readonly by: string;
  readonly stamp: string;
}

type ContestedField = NonNullable<Past['contested']>[number];
type ContestedValue = ContestedField['values'][number];

/** How many superseded values a record carries; older ones are still in its events. */
const KEPT = 10;

interface PastInput {
  readonly base: AnyRecord | null;
  readonly theirs: AnyRecord;
  readonly mine: AnyRecord;
  /** Fields that both sides changed and no clock may decide. */
  readonly contested: readonly string[];
}

/** Joins both sides' pasts; a contest that one side has settled since the base stays settled. */
export const mergePast = ({ base, theirs, mine, contested }: PastInput): Past => {
  const fields = new Set([
    ...contested,
    ...[theirs, mine].flatMap((side) => (side.past.contested ?? []).map(({ field }) => field)),
  ]);
  const open = [...fields].flatMap((field): ContestedField[] => {
    const fresh = contested.includes(field);
    if (!fresh && settledSince(field, { base, theirs, mine })) {
      const values = unseenBySettler(field, { base, theirs, mine });
      return values.length < 2 ? [] : [{ field, values }];
    }
    const values = distinct([
      ...valuesOf(theirs, field),
      ...valuesOf(mine, field),
      ...(fresh ? [valueNow(theirs, field), valueNow(mine, field)] : []),
    ]);
    return [{ field, values }];
  });
  const superseded = [...(theirs.past.superseded ?? []), ...(mine.past.superseded ?? [])];
  const { superseded: _superseded, contested: _contested, ...unknown } = { ...mine.past, ...theirs.past };
  return withSuperseded(open.length === 0 ? unknown : { ...unknown, contested: open }, superseded);
};

/** Adds the values that lost just now. */
export const supersede = (past: Past, lost: readonly Lost[]): Past =>
  withSuperseded(past, [...(past.superseded ?? []), ...lost]);

const withSuperseded = (past: Past, superseded: readonly Lost[]): Past => {
  const { superseded: _old, ...rest } = past;
  const unique = superseded.filter(
    (entry, index) =>
      superseded.findIndex((other) => other.field === entry.field && other.stamp === entry.stamp) === index,
  );
  const last = unique.toSorted((a, b) => (a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : 0)).slice(-KEPT);
  return last.length === 0 ? rest : { ...rest, superseded: last };
};

const entryOf = (side: AnyRecord | null, field: string): ContestedField | undefined =>
  side?.past.contested?.find((entry) => entry.field === field);

const valuesOf = (side: AnyRecord, field: string): readonly ContestedValue[] => entryOf(side, field)?.values ?? [];

const valueNow = (side: AnyRecord, field: string): ContestedValue => ({
  value: side.body[field] ?? null,
  by: side.by,
  stamp: side.stamp,
});

const settledSince = (field: string, { base, theirs, mine }: Omit<PastInput, 'contested'>): boolean =>
  entryOf(base, field) !== undefined && (entryOf(theirs, field) === undefined || entryOf(mine, field) === undefined);

/** What came into a contest while someone settled it elsewhere: they have not seen it, so it stands against what they took. */
const unseenBySettler = (field: string, { base, theirs, mine }: Omit<PastInput, 'contested'>): ContestedValue[] => {
  const [settler, other] = entryOf(mine, field) === undefined ? [mine, theirs] : [theirs, mine];
  const seen = base === null ? [] : valuesOf(base, field);
  const taken = valueNow(settler, field);
  const unseen = valuesOf(other, field).filter(
    ({ value, by }) =>
      !sameValue(value, taken.value) && !seen.some((old) => sameValue(old.value, value) && old.by === by),
  );
  return distinct([taken, ...unseen]);
};

const distinct = (values: readonly ContestedValue[]): ContestedValue[] =>
  values.filter(
    (entry, index) =>
      values.findIndex((other) => sameValue(other.value, entry.value) && other.by === entry.by) === index,
  );
