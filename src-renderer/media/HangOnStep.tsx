// Hangs a photo or document on a step, or takes it off.
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../domain/records/registry.ts';
import { useRun } from '../data/hooks.ts';
import { StepSelect } from '../ui/StepSelect.tsx';

export const HangOnStep = ({
  record,
}: {
  readonly record: RecordOf<'photo'> | RecordOf<'document'>;
}): React.JSX.Element => {
  const { t } = useTranslation('capture');
  const run = useRun();
  return (
    <StepSelect
      aria-label={t('offer.step')}
      placeholder={t('offer.noStep')}
      journey={record.journey}
      value={record.parent === '' ? null : record.parent}
      comboboxProps={{ zIndex: 500 }}
      onChange={(parent) => void run('media.link', { key: record.key, parent: parent ?? '' })}
    />
  );
};
