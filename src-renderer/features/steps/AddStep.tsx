// The line under the list of steps.
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '../../../domain/kernel/ids.ts';
import { useRun } from '../../data/hooks.ts';
import { AddLine } from '../../ui/AddLine.tsx';
import classes from './StepsTab.module.css';

export const AddStep = ({ journey }: { readonly journey: RecordId }): ReactElement => {
  const { t } = useTranslation('steps');
  const run = useRun();
  return (
    <AddLine
      id="add-step"
      className={classes['add']}
      label={t('add')}
      draft={`step:${journey}`}
      maxLength={200}
      isDropped
      onAdd={async (name) => (await run('step.add', { journey, name })).ok}
    />
  );
};
