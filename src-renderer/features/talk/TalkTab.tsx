// The talk of a whole journey: what belongs to no single step.
import { IconMessages } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { Comments } from '../../comments/Comments.tsx';
import { useRecords } from '../../data/hooks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import classes from '../../comments/comments.module.css';

export const TalkTab = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const { t } = useTranslation('talk');
  const comments = useRecords({ type: 'comment', parent: journey.key });
  if (comments === undefined) return <Loading rows={3} height={48} />;
  return (
    <div className={classes['page']}>
      {comments.length === 0 && <EmptyState icon={IconMessages} title={t('empty.title')} text={t('empty.text')} />}
      <Comments on={journey.key} space={journey.space} journey={journey} />
    </div>
  );
};
