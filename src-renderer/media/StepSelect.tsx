// Hangs a photo or document on a step, or takes it off.
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../domain/records/registry.ts';
import { useRecords, useRun } from '../data/hooks.ts';
import { stepChoices } from '../ui/step-choices.ts';

export const StepSelect = ({
  record,
}: {
  readonly record: RecordOf<'photo'> | RecordOf<'document'>;
}): React.JSX.Element => {
  const { t } = useTranslation('capture');
  const run = useRun();
  const steps = useRecords({ type: 'step', journey: record.journey });
  return (
    <Select
      aria-label={t('offer.step')}
      placeholder={t('offer.noStep')}
      data={stepChoices(steps)}
      value={record.parent === '' ? null : record.parent}
      clearable
      searchable
      comboboxProps={{ zIndex: 500 }}
      onChange={(parent) => void run('media.link', { key: record.key, parent: parent ?? '' })}
    />
  );
};
