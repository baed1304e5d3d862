// How a journey goes: when it will end and what moves that, how fast it is done, what holds it up and what slipped.
import { Text } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { namesOfSteps } from '../../../domain/journey/steps.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { CriticalSteps } from './CriticalSteps.tsx';
import { DoneChart } from './DoneChart.tsx';
import { EndSection } from './EndSection.tsx';
import { EstimatesChart } from './EstimatesChart.tsx';
import { HeldUp } from './HeldUp.tsx';
import classes from './progress.module.css';
import { Slipped } from './Slipped.tsx';
import { StepTimesChart } from './StepTimesChart.tsx';
import { useFigures } from './use-figures.ts';

export const ProgressView = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const { t } = useTranslation('progress');
  const figures = useFigures(journey);
  if (figures === null) return <Loading rows={4} height={96} />;
  const { goes, times, bottlenecks } = figures;
  const { steps, completion, slips, finished, estimates, critical } = goes;
  if (steps.length === 0) return <EmptyState icon={IconChartBar} title={t('empty.title')} text={t('empty.text')} />;
  const nameByKey = namesOfSteps(steps);
  const nameOf = (key: RecordKey): string => nameByKey.get(key) ?? '';
  return (
    <div className={classes['view']}>
      <EndSection journey={journey} nameOf={nameOf} />
      <div className={classes['lists']}>
        <HeldUp steps={steps} bottlenecks={bottlenecks} />
        <Slipped steps={steps} slips={slips} nameOf={nameOf} />
        <CriticalSteps steps={steps} critical={critical} />
      </div>
      <DoneChart journey={journey} completion={completion} />
      <StepTimesChart journey={journey} steps={steps} times={times} />
      {estimates.ratio !== null && (
        <EstimatesChart journey={journey} finished={finished} estimates={estimates} nameOf={nameOf} />
      )}
      {estimates.ratio === null && <Text c="dimmed">{t('estimates.none')}</Text>}
    </div>
  );
};
