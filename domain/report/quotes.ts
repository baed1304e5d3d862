// What a report says of quotes that nobody has accepted yet: those for one step side by side, and by how much each is above the lowest.
import { newestOf } from '../documents/versions.ts';
import { compareDates } from '../kernel/calendar.ts';
import type { Money } from '../kernel/money.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { awardOf, countedQuotes } from '../quotes/awarded.ts';
import { worthOf } from '../quotes/worth.ts';
import type { RecordOf } from '../records/registry.ts';
import { liveSteps } from '../journey/steps.ts';

type Quote = RecordOf<'quote'>;

export interface ReportQuote {
  readonly vendor: string;
  readonly title: string;
  readonly number: string;
  /** `contested`: two devices' figures stand against each other, and nobody has settled which is right. */
  readonly state: 'open' | 'expired' | 'accepted' | 'contested';
  readonly validUntil: CalendarDate | null;
  /** When they would begin, and for how many working days. */
  readonly begin: CalendarDate | null;
  readonly days: number | null;
  /** Null for one that names no figure. */
  readonly total: Money | null;
  /** Above the lowest of those it stands beside; null for the lowest, and where that can't be said. */
  readonly above: Money | null;
}

export interface ReportQuotes {
  /** The step that they are for; '' without one. */
  readonly step: string;
  /** The lowest first, those without a figure last. */
  readonly quotes: readonly ReportQuote[];
}

export interface ReportQuotesInput {
  readonly quotes: readonly Quote[];
  readonly awards: readonly RecordOf<'award'>[];
  readonly steps: readonly RecordOf<'step'>[];
  readonly today: CalendarDate;
}

/** In the order of the steps, without those of which every quote is accepted: they are under what was agreed. Of a quote the newest version alone. */
export const reportQuotes = ({ quotes, awards, steps, today }: ReportQuotesInput): readonly ReportQuotes[] => {
  const standing = newestOf(countedQuotes(quotes));
  const listed = liveSteps(steps);
  const known = new Set(listed.map(({ key }) => key));
  const groups = Map.groupBy(standing, ({ body }) => (body.step !== null && known.has(body.step) ? body.step : null));
  const stateNow = (quote: Quote): ReportQuote['state'] => stateOf(quote, { awards, today });
  const named = [...listed.map(({ key, body }) => [key, body.name] as const), [null, ''] as const];
  return named.flatMap(([key, step]) => {
    const group = groups.get(key) ?? [];
    return group.every((quote) => stateNow(quote) === 'accepted')
      ? []
      : [{ step, quotes: sideBySide(group, stateNow) }];
  });
};

const sideBySide = (
  group: readonly Quote[],
  stateOfQuote: (quote: Quote) => ReportQuote['state'],
): readonly ReportQuote[] => {
  const worth = new Map(group.map((quote) => [quote.key, worthOf(quote.body)]));
  const totals = [...worth.values()].flatMap((total) => total ?? []);
  const isOneCurrency = new Set(totals.map(({ currency }) => currency)).size === 1;
  const lowest = Math.min(...totals.map(({ minor }) => minor));
  return group
    .toSorted(
      (a, b) =>
        (worth.get(a.key)?.minor ?? Infinity) - (worth.get(b.key)?.minor ?? Infinity) ||
        compareDates(a.body.date, b.body.date) ||
        a.createdAt - b.createdAt,
    )
    .map((quote) => {
      const { vendor, title, number, validUntil, start = null, days = null } = quote.body;
      const total = worth.get(quote.key) ?? null;
      const above = total !== null && isOneCurrency ? total.minor - lowest : 0;
      return {
        vendor,
        title,
        number,
        state: stateOfQuote(quote),
        validUntil,
        begin: start,
        days,
        total,
        above: total === null || above === 0 ? null : { ...total, minor: above },
      };
    });
};

/** A quote that was accepted does not run out any more. */
const stateOf = (
  { key, past, body }: Quote,
  { awards, today }: Pick<ReportQuotesInput, 'awards' | 'today'>,
): ReportQuote['state'] => {
  if ((past.contested ?? []).length > 0) return 'contested';
  if (awardOf(key, awards) !== null) return 'accepted';
  return body.validUntil !== null && body.validUntil < today ? 'expired' : 'open';
};
