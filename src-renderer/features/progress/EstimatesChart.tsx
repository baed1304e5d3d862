// How good past estimates were: the planned days of finished steps beside the days that they took.
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Estimates } from '../../../domain/analytics/estimates.ts';
import type { FinishedStep } from '../../../domain/analytics/work-left.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { Chart } from '../../ui/Chart.tsx';
import { barsHeight } from './bars.ts';

/** Two bars a step. */
const BARS = 2;

export const EstimatesChart = ({
  journey,
  finished,
  estimates: { count, kept, ratio },
  nameOf,
}: {
  readonly journey: RecordOf<'journey'>;
  readonly finished: readonly FinishedStep[];
  readonly estimates: Estimates;
  readonly nameOf: (key: RecordKey) => string;
}): ReactElement => {
  const { t } = useTranslation('progress');
  const times = Math.round((ratio ?? 1) * 100) / 100;
  return (
    <Chart
      title={t('estimates.title')}
      text={t('estimates.text', { kept, count, times })}
      kind="sidewaysBars"
      numbers={{
        rowsLabel: t('step'),
        series: [
          { label: t('estimates.planned'), colour: 'quiet' },
          { label: t('estimates.took'), colour: 'accent' },
        ],
        rows: finished.map(({ key, plannedDays, actualDays }) => ({
          label: nameOf(key),
          values: [plannedDays, actualDays],
        })),
      }}
      format={(days) => t('days', { count: days })}
      file={t('estimates.file', { name: journey.body.name })}
      height={barsHeight(finished.length * BARS)}
    />
  );
};
