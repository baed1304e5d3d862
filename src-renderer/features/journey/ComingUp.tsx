// The steps after the next one, with the day each could begin if all goes on as planned.
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isOpen, scheduleSteps } from '../../../domain/journey/schedule.ts';
import { liveSteps } from '../../../domain/journey/steps.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords } from '../../data/hooks.ts';
import { dayShort, today } from '../../ui/dates.ts';
import { Day } from '../../ui/When.tsx';
import { Section, StepLine } from './StepLine.tsx';

/** So many say where it is going; the rest is on the Steps tab. */
const SHOWN = 5;

interface ComingUpProps {
  readonly journey: RecordOf<'journey'>;
  /** Already shown above. */
  readonly next: RecordOf<'step'> | null;
}

export const ComingUp = ({ journey, next }: ComingUpProps): ReactElement | null => {
  const { t } = useTranslation('journey');
  const records = useRecords({ type: 'step', journey: journey.id });
  const coming = useMemo(() => {
    const steps = liveSteps(records ?? []);
    const spans = scheduleSteps(steps, { today: today(), startDate: journey.body.startDate });
    const startOf = (step: RecordOf<'step'>): string => spans.get(step.key)?.start ?? '';
    return steps
      .filter((step) => isOpen(step) && step.body.state !== 'blocked' && step.key !== next?.key)
      .map((step) => ({ step, start: startOf(step) }))
      .toSorted((a, b) => (a.start < b.start ? -1 : Number(a.start > b.start)))
      .slice(0, SHOWN);
  }, [records, journey, next]);
  if (coming.length === 0) return null;
  return (
    <Section title={t('coming')}>
      {coming.map(({ step, start }) => (
        <StepLine
          key={step.key}
          step={step}
          text={
            <>
              {dayShort(start)}, <Day date={start} />
            </>
          }
        />
      ))}
    </Section>
  );
};
