// The comparison of some quotes with what a person put right of it, worked out anew only when one of them changes.
import { useMemo } from 'react';
import { comparisonKey } from '../../../domain/commands/comparison.ts';
import { idOfKey, type RecordId } from '../../../domain/kernel/ids.ts';
import { compareQuotes } from '../../../domain/quotes/compare.ts';
import type { Comparison } from '../../../domain/quotes/comparison.ts';
import { inherited } from '../../../domain/quotes/corrections.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { useRecord } from '../../data/hooks.ts';
import type { JourneyQuotes } from './use-journey-quotes.ts';

export const useComparison = (
  journey: RecordOf<'journey'>,
  quotes: readonly RecordOf<'quote'>[],
  before: JourneyQuotes['before'],
): Comparison => {
  const record = useRecord(comparisonKey(journey.id));
  const kept = recordAs('comparison', record ?? undefined);
  const corrections = kept?.trashedAt === 0 ? kept.body.rows : undefined;
  return useMemo(
    () =>
      compareQuotes(
        quotes.map(({ key, body }) => Object.assign({}, body, { key, id: idOfKey(key) })),
        corrections === undefined ? undefined : inherited(corrections, newerBy(quotes, before)),
      ),
    [quotes, corrections, before],
  );
};

const newerBy = (
  quotes: readonly RecordOf<'quote'>[],
  before: JourneyQuotes['before'],
): ReadonlyMap<RecordId, RecordId> =>
  new Map(quotes.flatMap((quote) => before(quote).map((older) => [older.id, quote.id] as const)));
