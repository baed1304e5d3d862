// All journeys of a household side by side: progress, money, people, what slipped and why.
import { isLate, progressOf, type JourneyOverview } from '../journey/overview.ts';
import { isOpen } from '../journey/schedule.ts';
import { liveSteps } from '../journey/steps.ts';
import type { PersonId, RecordId } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { entriesOf } from '../money/entries.ts';
import { commitmentsOf, type ApprovedChange } from '../money/commitments.ts';
import { journeyStandings, outlookOf, type CostOutlook } from '../money/outlook.ts';
import type { RecordOf } from '../records/registry.ts';
import { newestBaseline, slips, type Slip } from './slips.ts';

/** Its money is recorded so far, what it will have cost, and the parts in between. */
export interface HouseholdRow extends CostOutlook {
  readonly journey: RecordOf<'journey'>;
  readonly progress: JourneyOverview['progress'];
  readonly budget: Money | null;
  /** Those that steps and tasks not yet done are given to. */
  readonly people: readonly PersonId[];
  /** Steps held up now. */
  readonly blocked: number;
  /** The step furthest behind its plan that is not done; null when nothing is. */
  readonly slip: Slip | null;
  readonly late: number;
}

export interface HouseholdRecords {
  readonly journeys: readonly RecordOf<'journey'>[];
  readonly steps: readonly RecordOf<'step'>[];
  readonly tasks: readonly RecordOf<'task'>[];
  readonly costs: readonly RecordOf<'cost'>[];
  readonly budgets: readonly RecordOf<'budget'>[];
  readonly awards: readonly RecordOf<'award'>[];
  readonly quotes: readonly RecordOf<'quote'>[];
  readonly allocations: readonly RecordOf<'allocation'>[];
  readonly baselines: readonly RecordOf<'baseline'>[];
  /** Change orders that stand, of all of them: each is of an award. */
  readonly changes?: readonly ApprovedChange[];
}

/** In the order of the journeys. Money is zero where this device may not see it. */
export const householdView = (records: HouseholdRecords, today: CalendarDate): readonly HouseholdRow[] => {
  const by = {
    steps: byJourney(records.steps),
    tasks: byJourney(records.tasks),
    costs: byJourney(records.costs),
    budgets: byJourney(records.budgets),
    awards: byJourney(records.awards),
    quotes: byJourney(records.quotes),
    allocations: byJourney(records.allocations),
    baselines: byJourney(records.baselines),
  };
  return records.journeys.map((journey) =>
    householdRow(
      journey,
      {
        steps: by.steps.get(journey.id) ?? [],
        tasks: by.tasks.get(journey.id) ?? [],
        costs: by.costs.get(journey.id) ?? [],
        budget: by.budgets.get(journey.id)?.[0] ?? null,
        awards: by.awards.get(journey.id) ?? [],
        quotes: by.quotes.get(journey.id) ?? [],
        allocations: by.allocations.get(journey.id) ?? [],
        baselines: by.baselines.get(journey.id) ?? [],
        ...(records.changes === undefined ? {} : { changes: records.changes }),
      },
      today,
    ),
  );
};

interface OwnRecords extends Omit<HouseholdRecords, 'journeys' | 'budgets'> {
  readonly budget: RecordOf<'budget'> | null;
  /** What slipped by its steps and kept plans, where it is known already. */
  readonly slipped?: readonly Slip[];
}

export const householdRow = (
  journey: RecordOf<'journey'>,
  { steps: all, tasks, costs, budget, awards, quotes, allocations, baselines, changes = [], slipped }: OwnRecords,
  today: CalendarDate,
): HouseholdRow => {
  const { currency } = journey.body;
  const steps = liveSteps(all);
  const progress = progressOf(steps);
  const open = steps.filter(isOpen);
  const { byCategory: standing } = journeyStandings({
    steps,
    currency,
    entries: entriesOf(costs, currency).entries,
    budget,
    commitments: commitmentsOf({ awards, quotes, allocations, costs, changes }),
  });
  const behind = slipped ?? slips(steps, { today, kept: newestBaseline(baselines), startDate: journey.body.startDate });
  const openKeys = new Set(open.map(({ key }) => key));
  const people = [
    ...open.map(({ body }) => body.assignee),
    ...tasks.filter(({ trashedAt, body }) => trashedAt === 0 && body.doneAt === null).map(({ body }) => body.assignee),
  ].flatMap((person) => person ?? []);
  return {
    journey,
    progress,
    ...outlookOf(standing),
    budget: standing.budget,
    people: [...new Set(people)],
    blocked: progress.blocked,
    slip: behind.find(({ key }) => openKeys.has(key)) ?? null,
    late: steps.filter((step) => isLate(step, today)).length,
  };
};

const byJourney = <R extends { readonly journey: RecordId }>(list: readonly R[]): ReadonlyMap<RecordId, readonly R[]> =>
  Map.groupBy(list, ({ journey }) => journey);
