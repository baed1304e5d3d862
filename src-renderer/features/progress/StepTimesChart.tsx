// Where the time of each step went, as bars: working, waiting to be begun, blocked.
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepTimes } from '../../../domain/analytics/step-times.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { Chart } from '../../ui/Chart.tsx';

const DAY_MS = 86_400_000;
/** px of one step's bar, and of what stands around the bars. */
const ROW_PX = 28;
const FRAME_PX = 72;
const tenths = (ms: number): number => Math.round((ms / DAY_MS) * 10) / 10;

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
    return [{ label: body.name, values: [tenths(own.working), tenths(own.waiting), tenths(own.blocked)] }];
  });
  if (rows.length === 0) return null;
  return (
    <Chart
      title={t('time.title')}
      text={t('time.text')}
      kind="stackedSidewaysBars"
      numbers={{
        rowsLabel: t('time.step'),
        series: [
          { label: t('time.working'), colour: 'accent' },
          { label: t('time.waiting'), colour: 'quiet' },
          { label: t('time.blocked'), colour: 'blocked' },
        ],
        rows,
      }}
      format={(days) => t('time.days', { count: days })}
      file={t('time.file', { name: journey.body.name })}
      height={rows.length * ROW_PX + FRAME_PX}
    />
  );
};
