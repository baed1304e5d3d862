// The line under the list: type a name, press Enter, go on typing. What is typed survives a closed window.
import { IconPlus } from '@tabler/icons-react';
import type { KeyboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '../../../domain/kernel/ids.ts';
import { useRun } from '../../data/hooks.ts';
import { useDraft } from '../../ui/use-draft.ts';
import classes from './StepsTab.module.css';

export const AddStep = ({ journey }: { readonly journey: RecordId }): ReactElement => {
  const { t } = useTranslation('steps');
  const run = useRun();
  const draft = useDraft(`step:${journey}`, '');

  const add = async (): Promise<void> => {
    const name = draft.value.trim();
    if (name === '') return;
    draft.clear();
    const result = await run('step.add', { journey, name });
    if (!result.ok) draft.change(name);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') void add();
    if (event.key === 'Escape') draft.clear();
  };
  return (
    <div className={classes['add']}>
      <IconPlus size={16} stroke={1.75} aria-hidden />
      <input
        id="add-step"
        className={classes['addField']}
        aria-label={t('add')}
        placeholder={t('add')}
        maxLength={200}
        value={draft.value}
        onChange={(event) => draft.change(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
};
