// How a journey goes: where the time of its steps went.
import { useMemo, useState, type ReactElement } from 'react';
import { stepSpans } from '../../../domain/analytics/step-spans.ts';
import { stepTimes } from '../../../domain/analytics/step-times.ts';
import { liveSteps } from '../../../domain/journey/steps.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords } from '../../data/hooks.ts';
import { Loading } from '../../ui/Loading.tsx';
import classes from './progress.module.css';
import { StepTimesChart } from './StepTimesChart.tsx';

export const ProgressView = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const records = useRecords({ type: 'step', journey: journey.id });
  const events = useRecords({ type: 'event', journey: journey.id });
  const [now] = useState(Date.now);
  const figures = useMemo(() => {
    if (records === undefined || events === undefined) return null;
    const steps = liveSteps(records);
    return { steps, times: stepTimes(steps, stepSpans(steps, events, now), null) };
  }, [records, events, now]);
  if (figures === null) return <Loading rows={4} height={96} />;
  return (
    <div className={classes['view']}>
      <StepTimesChart journey={journey} steps={figures.steps} times={figures.times} />
    </div>
  );
};
