// What answers are made from: the records that their readers may see, and the lists of them that every answer begins with.
import type { Chance } from '../../analytics/chance.ts';
import { journeyOverview, type JourneyOverview } from '../../journey/overview.ts';
import { countedCosts } from '../../journey/money.ts';
import { bookedCosts } from '../../money/booked.ts';
import { liveSteps } from '../../journey/steps.ts';
import { compareDates } from '../../kernel/calendar.ts';
import type { PersonId, RecordId, RecordKey } from '../../kernel/ids.ts';
import type { CalendarDate } from '../../kernel/time.ts';
import type { RecordOf } from '../../records/registry.ts';
import type { Records } from '../house-of.ts';

export interface Facts {
  /** Those that readers of the answer may see. */
  readonly records: Records;
  /** The journey that is open; null asks of all. */
  readonly journey: RecordId | null;
  /** Who asks. */
  readonly me: PersonId;
  readonly today: CalendarDate;
  /** What was agreed, signed, and split, where that was asked for; absent says nothing of it. */
  readonly agreed?: Agreed;
  /** Makes the random numbers of a forecast, from FORECAST_SEED; without it only the earliest end is told. */
  readonly chance?: () => Chance;
}

export interface Agreed {
  /** Change orders that wait for the side of whoever asks, by signatures that were verified; null where they could not be. */
  readonly orders: readonly RecordOf<'change'>[] | null;
  /** Change orders that stand, the same way. */
  readonly approved: readonly RecordOf<'change'>[] | null;
  /** Awards that wait for the signature of their side; none where it could not be verified. */
  readonly unsigned: readonly RecordOf<'award'>[];
  /** Planned payments that whoever asks is to pay. */
  readonly payments: readonly RecordOf<'payment'>[];
  /** Who paid what for whom. */
  readonly splits: readonly RecordOf<'split'>[];
}

/** As many links as one reads; the rest is a number. */
export const MOST_LINKS = 8;

export const keys = (records: readonly { readonly key: RecordKey }[]): RecordKey[] =>
  records.slice(0, MOST_LINKS).map(({ key }) => key);

export const within = <R extends { readonly journey: RecordId }>(
  list: readonly R[],
  { journey }: Facts,
): readonly R[] => (journey === null ? list : list.filter((record) => record.journey === journey));

export const stepsOf = (facts: Facts): readonly RecordOf<'step'>[] => liveSteps(within(facts.records.steps, facts));
export const costsOf = (facts: Facts): readonly RecordOf<'cost'>[] => countedCosts(within(bookedIn(facts), facts));

/** As the family books them, where all who read the answer are of it. */
export const bookedIn = ({ records: { costs, allocations } }: Facts): readonly RecordOf<'cost'>[] =>
  bookedCosts(costs, allocations);

export const openTasks = (facts: Facts): readonly RecordOf<'task'>[] =>
  within(facts.records.tasks, facts)
    .filter(({ body }) => body.doneAt === null)
    .toSorted((a, b) => compareDates(a.body.due, b.body.due));

export const journeyHere = ({ records, journey }: Facts): RecordOf<'journey'> | null =>
  records.journeys.find(({ id }) => id === journey) ?? records.journeys[0] ?? null;

export const overviewOf = (facts: Facts): JourneyOverview | null => {
  const journey = journeyHere(facts);
  if (journey === null) return null;
  const here = { ...facts, journey: journey.id };
  return journeyOverview({
    journey,
    steps: stepsOf(here),
    costs: within(bookedIn(here), here),
    budget: within(facts.records.budgets, here)[0] ?? null,
    tasks: within(facts.records.tasks, here),
    today: facts.today,
  });
};

/** Every word begins one of the text's; a plural finds the singular. */
export const holdsAll = (text: string, words: string): boolean => {
  const there = wordsOf(text);
  return wordsOf(words).every((word) => {
    const stem = word.length > 3 ? word.replace(/[sn]$/u, '') : word;
    return there.some((each) => each.startsWith(stem));
  });
};

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Both records of the party that the key is of. */
export const partiesOf = (key: string, { records }: Facts): readonly RecordOf<'party'>[] => {
  const id = records.parties.find((party) => party.key === key)?.id;
  return records.parties.filter((party) => party.id === id);
};

/** A contractor's name by the key of a record of theirs, or of whoever made the quote that the key is of. */
export const nameOfVendor = (key: string, facts: Facts): string =>
  nameOfParty(key, facts) || (facts.records.quotes.find((quote) => quote.key === key)?.body.vendor ?? '');

export const nameOfParty = (key: string, facts: Facts): string => partiesOf(key, facts)[0]?.body.name ?? '';
