// The critical path: the open steps that decide the end, one after the other.
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { byKey } from '../../../domain/records/by-key.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { StepList, stepRows } from './StepList.tsx';

export const CriticalSteps = ({
  steps,
  critical,
}: {
  readonly steps: readonly RecordOf<'step'>[];
  readonly critical: readonly RecordKey[];
}): ReactElement | null => {
  const { t } = useTranslation('progress');
  const stepByKey = byKey(steps);
  const rows = stepRows(
    steps,
    critical.map((key) => ({ key })),
    ({ key }) => {
      const days = stepByKey.get(key)?.body.durationDays ?? null;
      return days === null ? t('critical.unplanned') : t('days', { count: days });
    },
  );
  return <StepList title={t('critical.title')} rows={rows} />;
};
