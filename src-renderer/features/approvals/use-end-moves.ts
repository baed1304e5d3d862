// What a change order would do to the end of the journey, by the same plan that the overview shows.
import { useMemo } from 'react';
import { withAgreedDays } from '../../../domain/approvals/agreed-days.ts';
import { scheduleSteps } from '../../../domain/journey/schedule.ts';
import { liveSteps } from '../../../domain/journey/steps.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords } from '../../data/hooks.ts';
import { dayShort, today } from '../../ui/dates.ts';

type Step = RecordOf<'step'>;

/** Null where it moves nothing. */
export const useEndMoves = (
  journey: RecordOf<'journey'>,
  change: RecordOf<'change'>,
): { readonly before: string; readonly after: string } | null => {
  const steps = useRecords({ type: 'step', journey: journey.id });
  return useMemo(() => {
    const live = liveSteps(steps ?? []);
    const [before, after] = [endOf(live, journey), endOf(withAgreedDays(live, [change]), journey)];
    return before === after ? null : { before: dayShort(before), after: dayShort(after) };
  }, [steps, journey, change]);
};

const endOf = (steps: readonly Step[], { body }: RecordOf<'journey'>): string =>
  [...scheduleSteps(steps, { today: today(), startDate: body.startDate }).values()].reduce(
    (last, { end }) => (end > last ? end : last),
    today(),
  );
