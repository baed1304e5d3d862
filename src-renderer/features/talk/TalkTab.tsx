// The talk of a whole journey: what belongs to no single step.
import { IconMessages } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords } from '../../data/hooks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Thread } from './Thread.tsx';
import classes from './Thread.module.css';

export const TalkTab = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const { t } = useTranslation('talk');
  const comments = useRecords({ type: 'comment', parent: journey.key });
  if (comments === undefined) return <Loading rows={3} height={48} />;
  return (
    <div className={classes['page']}>
      {comments.length === 0 && <EmptyState icon={IconMessages} title={t('empty.title')} text={t('empty.text')} />}
      <Thread parent={journey.key} journey={journey} />
    </div>
  );
};
