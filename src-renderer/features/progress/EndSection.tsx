// When a journey will end, with its honest range, and which steps move the end most.
import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { Chart } from '../../ui/Chart.tsx';
import { dayShort } from '../../ui/dates.ts';
import { DoneByRange } from '../../ui/DoneByRange.tsx';
import { useForecast } from '../../ui/use-forecasts.ts';
import { barsHeight, tenths } from './bars.ts';
import classes from './progress.module.css';

const MOST = 8;

export const EndSection = ({
  journey,
  nameOf,
}: {
  readonly journey: RecordOf<'journey'>;
  readonly nameOf: (key: RecordKey) => string;
}): ReactElement | null => {
  const { t } = useTranslation('progress');
  const doneBy = useForecast(journey);
  if (doneBy === undefined) return null;
  if (doneBy === null) return <Text className={classes['big'] ?? ''}>{t('end.done')}</Text>;
  const { p50, drivers, learnedFrom } = doneBy;
  const moving = drivers.filter(({ days }) => days >= 0.1).slice(0, MOST);
  return (
    <section className={classes['end']} aria-label={t('end.title')}>
      <Text className={classes['big'] ?? ''}>{t('end.likely', { day: dayShort(p50) })}</Text>
      <Text>
        <DoneByRange doneBy={doneBy} />
      </Text>
      <Text size="sm" c="dimmed">
        {t('end.learned', { count: learnedFrom })}
      </Text>
      {moving.length > 0 && (
        <div className={classes['drivers']}>
          <Chart
            title={t('drivers.title')}
            text={t('drivers.text')}
            kind="sidewaysBars"
            numbers={{
              rowsLabel: t('step'),
              series: [{ label: t('drivers.days'), colour: 'accent' }],
              rows: moving.map(({ key, days }) => ({ label: nameOf(key), values: [tenths(days)] })),
            }}
            format={(days) => t('days', { count: days })}
            file={t('drivers.file', { name: journey.body.name })}
            height={barsHeight(moving.length)}
          />
        </div>
      )}
    </section>
  );
};
