// All figures of a journey's money, from its records as they stand: what every view of the tab shows.
import { useMemo } from 'react';
import { liveSteps } from '../../../domain/journey/steps.ts';
import { plannedEnd, scheduleSteps } from '../../../domain/journey/schedule.ts';
import { addDays } from '../../../domain/kernel/calendar.ts';
import type { Money } from '../../../domain/kernel/money.ts';
import { cashFlow, type CashFlow } from '../../../domain/money/cash-flow.ts';
import { commitmentsOf, type Commitment } from '../../../domain/money/commitments.ts';
import { earnedValue, type EarnedValue } from '../../../domain/money/earned-value.ts';
import { entriesOf, heldBack, sumOf, type Entry } from '../../../domain/money/entries.ts';
import { paymentSchedule } from '../../../domain/money/payment-schedule.ts';
import { plannedWorks } from '../../../domain/money/planned-works.ts';
import { journeyStandings } from '../../../domain/money/outlook.ts';
import type { Standings } from '../../../domain/money/standing.ts';
import { stillToPay } from '../../../domain/money/still-to-pay.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import type { AgreedChanges } from '../../approvals/use-approvals.ts';
import { useRecords } from '../../data/hooks.ts';
import { today } from '../../ui/dates.ts';
import { useCosts } from '../../ui/use-costs.ts';

export interface MoneyFigures extends Standings {
  readonly entries: readonly Entry[];
  /** In currencies with no rate to the journey's. */
  readonly unrated: readonly Money[];
  readonly commitments: readonly Commitment[];
  readonly flow: CashFlow;
  /** Held back from contractors and not released yet. */
  readonly held: Money;
  /** Null while no step has a budget of its own. */
  readonly earned: EarnedValue | null;
}

/** Null until all of it was read. */
export const useMoney = (journey: RecordOf<'journey'>, changes: AgreedChanges['changes']): MoneyFigures | null => {
  const asked = { journey: journey.id } as const;
  const costs = useCosts(asked);
  const budgets = useRecords({ type: 'budget', ...asked });
  const awards = useRecords({ type: 'award', ...asked });
  const quotes = useRecords({ type: 'quote', ...asked });
  const allocations = useRecords({ type: 'allocation', ...asked });
  const steps = useRecords({ type: 'step', ...asked });
  const baselines = useRecords({ type: 'baseline', ...asked });
  const payments = useRecords({ type: 'payment', ...asked });
  const { currency, startDate } = journey.body;
  return useMemo(() => {
    if (
      costs === undefined ||
      budgets === undefined ||
      awards === undefined ||
      quotes === undefined ||
      allocations === undefined ||
      steps === undefined ||
      payments === undefined ||
      changes === undefined
    )
      return null;
    const day = today();
    const [budget = null] = budgets;
    const { entries, unratedTotals } = entriesOf(costs, currency);
    const commitments = commitmentsOf({ awards, quotes, allocations, costs, changes });
    const live = liveSteps(steps);
    // The plan that was kept first is what was promised; without one a step's own dates, and last where it stands in the list.
    const kept = baselines?.[0]?.body.steps ?? {};
    const own = live.flatMap((step) => {
      const [start, end] = [step.body.startDate, plannedEnd(step)];
      return start === null || end === null ? [] : [[step.key, { start, end }] as const];
    });
    const spans = new Map([...scheduleSteps(live, { today: day, startDate }), ...own, ...Object.entries(kept)]);
    const works = plannedWorks({ steps: live, budget, spans, currency });
    const named = new Set(Object.keys(budget?.body.steps ?? {}));
    const actual = sumOf(
      entries.filter(({ step }) => step !== null && named.has(step)),
      currency,
    );
    const planned = paymentSchedule({
      payments,
      steps: live,
      costs,
      today: day,
      endOf: (key) => spans.get(key)?.end ?? null,
    });
    const instalments = planned.map(({ payment: { body }, state, expected }) => ({
      amount: body.amount,
      against: body.against,
      date: expected,
      isPaid: state === 'paid',
    }));
    return {
      entries,
      unrated: unratedTotals,
      commitments,
      ...journeyStandings({ steps: live, currency, entries, budget, commitments }),
      flow: cashFlow({ currency, entries, payments: stillToPay(commitments, instalments, currency), today: day }),
      held: heldBack(entries, currency),
      // What should be done by today was to be done by last evening.
      earned: works.length === 0 ? null : earnedValue({ currency, works, actual, asOf: addDays(day, -1) }),
    };
  }, [costs, budgets, awards, quotes, allocations, steps, baselines, payments, changes, currency, startDate]);
};
