// The values that lost in a record and are worth showing: newest first, each once, and none that stands again.
import { sameValue } from '../kernel/same-value.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { Lost } from './merge-past.ts';

export const earlierValues = ({ past, body }: Pick<AnyRecord, 'past' | 'body'>): readonly Lost[] => {
  const newestFirst = (past.superseded ?? []).toReversed();
  return newestFirst.filter(
    ({ field, value }, index) =>
      !sameValue(value, body[field] ?? null) &&
      newestFirst.findIndex((other) => other.field === field && sameValue(other.value, value)) === index,
  );
};
