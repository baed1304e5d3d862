// What a journey will have cost when it is done, and the parts it is made of: the one forecast that every view, report and answer tells.
import { isOpen } from '../journey/schedule.ts';
import { liveSteps } from '../journey/steps.ts';
import type { Money } from '../kernel/money.ts';
import type { RecordOf } from '../records/registry.ts';
import { standings, type Standing, type StandingInput, type Standings } from './standing.ts';

export interface JourneyStandingInput extends Omit<StandingInput, 'closed' | 'isFinished'> {
  readonly steps: readonly RecordOf<'step'>[];
}

/** Which work is done is told by the journey's steps. */
export const journeyStandings = ({ steps, ...input }: JourneyStandingInput): Standings => {
  const live = liveSteps(steps);
  const closed = new Set(live.filter((step) => !isOpen(step)).map(({ key }) => key));
  return standings({ ...input, closed, isFinished: live.length > 0 && closed.size === live.length });
};

/** `actual`, `open` and `planned` sum to `willCost`. */
export interface CostOutlook {
  /** The forecast at completion. */
  readonly willCost: Money;
  /** Recorded: paid and due. */
  readonly actual: Money;
  /** Committed and not billed yet. */
  readonly open: Money;
  /** What the budget leaves for what is neither. */
  readonly planned: Money;
}

export const journeyOutlook = (input: JourneyStandingInput): CostOutlook =>
  outlookOf(journeyStandings(input).byCategory);

/** Of either division: the whole is the same by category and by step. */
export const outlookOf = ({ total: { forecast, actual, open } }: Pick<Standing, 'total'>): CostOutlook => ({
  willCost: forecast,
  actual,
  open,
  planned: { minor: forecast.minor - actual.minor - open.minor, currency: forecast.currency },
});
