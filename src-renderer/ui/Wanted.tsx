// By when a decision or a selection is wanted; a day that has gone by is named, since "9 months ago" says nothing about it.
import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '../../domain/kernel/time.ts';
import { dayRelative, dayShort, today } from './dates.ts';
import { Day } from './When.tsx';

export const Wanted = ({ deadline }: { readonly deadline: CalendarDate }): ReactElement => {
  const { t } = useTranslation('decisions');
  if (deadline >= today())
    return (
      <Text span size="sm" c="dimmed">
        {t('wanted')} <Day date={deadline} />
      </Text>
    );
  return (
    <Text span size="sm" c="var(--pl-late)">
      {t('wasWanted')}{' '}
      <time dateTime={deadline} title={dayRelative(deadline)}>
        {dayShort(deadline)}
      </time>
    </Text>
  );
};
