// The limits of what a command writes: lists that people fill one by one end somewhere, and no record outgrows what a server takes.
import { err, ok, type Result } from '../kernel/result.ts';
import { sameValue } from '../kernel/same-value.ts';
import { MOST_RECORD_CHARACTERS } from '../records/envelope.ts';
import { definitionByType, isDerivedField } from '../records/registry.ts';
import type { Change, CommandFailure } from './command.ts';

type Put = Extract<Change, { readonly kind: 'put' }>;

/** Characters that envelopes and the names in an event take, at most. */
const BESIDES = 20_000;

/**
 * `ListFull` with the fields, or `RecordTooLarge`, of the records themselves or of the event that tells of them. What is over a limit
 * already may stay and be made shorter: a merge brings together what two devices added.
 */
export const checkLimits = (changes: readonly Change[]): Result<null, CommandFailure> => {
  const puts = changes.filter((change) => change.kind === 'put');
  for (const put of puts) {
    const fields = fullFields(put);
    if (fields.length > 0) return err({ type: 'ListFull', fields, detail: put.draft.type });
  }
  // The event of a deed tells of every field what was and what is.
  const events = Map.groupBy(puts, ({ draft }) => draft.space);
  const grows = puts.some(({ before, draft }) => sizeOf(draft.body) > sizeOf(before?.body ?? {}));
  const longest = Math.max(
    0,
    ...puts.map(({ draft }) => sizeOf(draft.body)),
    ...[...events.values()].map((these) => these.reduce((sum, put) => sum + sizeOfEvent(put), 0)),
  );
  return grows && longest > MOST_RECORD_CHARACTERS - BESIDES ? err({ type: 'RecordTooLarge' }) : ok(null);
};

const fullFields = ({ before, draft }: Put): readonly string[] => {
  const { most = {} } = definitionByType[draft.type];
  return Object.entries(most).flatMap(([field, limit]) => {
    const count = countOf(draft.body[field]);
    return count > limit && count > countOf(before?.body[field]) ? [field] : [];
  });
};

const countOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? Object.keys(value).length : 0;

const sizeOf = (value: unknown): number => JSON.stringify(value ?? null).length;

const sizeOfEvent = ({ before, draft }: Put): number =>
  Object.entries(draft.body)
    .filter(([field, is]) => !isDerivedField(draft.type, field) && !sameValue(before?.body[field], is))
    .reduce((sum, [field, is]) => sum + sizeOf(before?.body[field]) + sizeOf(is), 0);
