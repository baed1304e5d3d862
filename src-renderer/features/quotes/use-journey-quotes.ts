// The quotes of a journey as they stand: the newest version of each, the older ones behind it, and which are taken.
import { useMemo } from 'react';
import { newestOf, versionsBefore } from '../../../domain/documents/versions.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { awardOf, countedQuotes } from '../../../domain/quotes/awarded.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords } from '../../data/hooks.ts';

type Quote = RecordOf<'quote'>;

export interface JourneyQuotes {
  /** The newest versions, the latest first. */
  readonly standing: readonly Quote[];
  readonly all: readonly Quote[];
  readonly awards: readonly RecordOf<'award'>[];
  readonly before: (quote: Quote) => readonly Quote[];
  readonly awardOf: (quote: RecordKey) => RecordOf<'award'> | null;
}

/** Null while they are read. */
export const useJourneyQuotes = (journey: RecordOf<'journey'>): JourneyQuotes | null => {
  const quotes = useRecords({ type: 'quote', journey: journey.id });
  const awards = useRecords({ type: 'award', journey: journey.id });
  return useMemo(() => {
    if (quotes === undefined || awards === undefined) return null;
    const counted = countedQuotes(quotes);
    const standing = newestOf(counted).toSorted(
      (a, b) => (b.body.date ?? '').localeCompare(a.body.date ?? '') || b.createdAt - a.createdAt,
    );
    return {
      standing,
      all: counted,
      awards,
      before: (quote) => versionsBefore(quote, counted),
      awardOf: (key) => awardOf(key, awards),
    };
  }, [quotes, awards]);
};
