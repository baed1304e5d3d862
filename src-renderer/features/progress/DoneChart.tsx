// Steps done by the end of each week, beside what the plan wanted done by then.
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Completion } from '../../../domain/analytics/completion.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { Chart } from '../../ui/Chart.tsx';
import { dayShort } from '../../ui/dates.ts';
import { tenths } from './bars.ts';

export const DoneChart = ({
  journey,
  completion: { weeks, perWeek },
}: {
  readonly journey: RecordOf<'journey'>;
  readonly completion: Completion;
}): ReactElement | null => {
  const { t } = useTranslation('progress');
  // One point makes no line.
  if (weeks.length < 2) return null;
  const isPlanned = weeks.some(({ planned }) => planned > 0);
  return (
    <Chart
      title={t('done.title')}
      text={t('done.text', { count: tenths(perWeek) })}
      kind="lines"
      numbers={{
        rowsLabel: t('done.week'),
        series: [
          { label: t('done.done'), colour: 'done' },
          ...(isPlanned ? [{ label: t('done.planned'), colour: 'quiet' } as const] : []),
        ],
        rows: weeks.map(({ week, done, planned }) => ({ label: dayShort(week), values: [done, planned] })),
      }}
      format={(count) => String(count)}
      file={t('done.file', { name: journey.body.name })}
    />
  );
};
