// Values that stand against each other in one record: which they are, and what settling one leaves in the record's past.
import { sameValue } from '../kernel/same-value.ts';
import type { AnyRecord, Past } from '../records/envelope.ts';
import type { RecordOf, RecordType } from '../records/registry.ts';
import { supersede } from './merge-past.ts';

export type Contest = NonNullable<Past['contested']>[number];

/** Types with a field that may be contested, in the order in which a person is led to them. */
export const CONTESTED_TYPES = [
  'budget',
  'cost',
  'quote',
  'award',
  'allocation',
  'decision',
  'split',
  'alternative',
  'selection',
  'change',
  'payment',
] as const satisfies readonly RecordType[];
export type ContestedRecord = RecordOf<(typeof CONTESTED_TYPES)[number]>;

/** What a person has to choose between, field by field; the value that stands is always among the choices. */
export const contestsOf = ({
  past,
  body,
  by,
  stamp,
}: Pick<AnyRecord, 'past' | 'body' | 'by' | 'stamp'>): readonly Contest[] =>
  (past.contested ?? []).map(({ field, values }) => {
    const standing = body[field] ?? null;
    const others = values.filter((entry) => !sameValue(entry.value, standing));
    const mine = values.filter((entry) => sameValue(entry.value, standing));
    return { field, values: [...(mine.length > 0 ? mine : [{ value: standing, by, stamp }]), ...others] };
  });

/**
 * The past after a write. Writing a contested field settles it: whoever writes has seen both values. `contested` says
 * instead which contests shall be open afterwards. What was not taken stays among the superseded values.
 */
export const pastAfter = (
  before: Pick<AnyRecord, 'past' | 'body'>,
  body: AnyRecord['body'],
  contested?: readonly Contest[],
): Past => {
  const { contested: open = [], ...rest } = before.past;
  const left = contested ?? open.filter(({ field }) => sameValue(before.body[field], body[field]));
  if (sameValue(open, left)) return before.past;
  const lost = open
    .filter(({ field }) => !left.some((other) => other.field === field))
    .flatMap(({ field, values }) =>
      values
        .filter(({ value }) => !sameValue(value, body[field] ?? null))
        .map(({ value, by, stamp }) => ({ field, value, by, stamp })),
    );
  const past = supersede(withoutOpen(rest, left), lost);
  return left.length === 0 ? past : { ...past, contested: [...left] };
};

/** A value that stands in a contest again, because its settling was undone, is no earlier value. */
const withoutOpen = (past: Past, open: readonly Contest[]): Past => {
  const superseded = past.superseded?.filter(
    (lost) =>
      !open.some(({ field, values }) => field === lost.field && values.some(({ stamp }) => stamp === lost.stamp)),
  );
  return superseded === undefined ? past : { ...past, superseded };
};
