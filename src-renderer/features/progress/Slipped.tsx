// What slipped against the plan, by how many days and why.
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Slip } from '../../../domain/analytics/slips.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useCauseWords } from '../../ui/use-cause-words.ts';
import { StepList, stepRows } from './StepList.tsx';

const MOST = 6;

export const Slipped = ({
  steps,
  slips,
  nameOf,
}: {
  readonly steps: readonly RecordOf<'step'>[];
  readonly slips: readonly Slip[];
  readonly nameOf: (key: RecordKey) => string;
}): ReactElement | null => {
  const { t } = useTranslation('progress');
  const { slip } = useCauseWords();
  const rows = stepRows(steps, slips.slice(0, MOST), (each) => slip(each, nameOf));
  return <StepList title={t('slip.title')} empty={t('slip.none')} rows={rows} />;
};
