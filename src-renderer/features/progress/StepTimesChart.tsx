// Where the time of each step went, as bars: working, waiting to be begun, blocked.
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepTimes } from '../../../domain/analytics/step-times.ts';
import { DAY_MS } from '../../../domain/kernel/calendar.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { Chart } from '../../ui/Chart.tsx';
import { barsHeight, tenths } from './bars.ts';

const daysOf = (ms: number): number => tenths(ms / DAY_MS);

export const StepTimesChart = ({
  journey,
  steps,
  times,
}: {
  readonly journey: RecordOf<'journey'>;
  /** In order. */
  readonly steps: readonly RecordOf<'step'>[];
  readonly times: ReadonlyMap<RecordKey, StepTimes>;
}): ReactElement | null => {
  const { t } = useTranslation('progress');
  const rows = steps.flatMap(({ key, body }) => {
    const own = times.get(key);
    if (own === undefined || own.working + own.waiting + own.blocked === 0) return [];
    return [{ label: body.name, values: [daysOf(own.working), daysOf(own.waiting), daysOf(own.blocked)] }];
  });
  if (rows.length === 0) return null;
  return (
    <Chart
      title={t('time.title')}
      text={t('time.text')}
      kind="stackedSidewaysBars"
      numbers={{
        rowsLabel: t('step'),
        series: [
          { label: t('time.working'), colour: 'accent' },
          { label: t('time.waiting'), colour: 'quiet' },
          { label: t('time.blocked'), colour: 'blocked' },
        ],
        rows,
      }}
      format={(days) => t('days', { count: days })}
      file={t('time.file', { name: journey.body.name })}
      height={barsHeight(rows.length)}
    />
  );
};
