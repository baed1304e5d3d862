// The filters of a question in words, so that one sees what was understood of `type:photo before:2026-05`.
import { Badge, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SearchQuestion } from '../../../domain/search/question.ts';
import { dayShort } from '../../ui/dates.ts';

export const FilterList = ({ question }: { readonly question: SearchQuestion }): React.JSX.Element | null => {
  const { t } = useTranslation('search');
  const { types, kinds, step, by, from, until, amounts } = question;
  const words = [
    ...types.map((type) => t(`type.${type}`)),
    ...kinds.filter((kind) => !types.some((type) => type === kind)).map((kind) => t(`kind.${kind}`)),
    ...(step === null ? [] : [t('filter.step', { name: step })]),
    ...(by === null ? [] : [t('filter.by', { name: by })]),
    ...(from === null ? [] : [t('filter.from', { day: dayShort(from) })]),
    ...(until === null ? [] : [t('filter.until', { day: dayShort(until) })]),
    ...amounts.map(({ comparison, value }) => t('filter.amount', { comparison, value })),
  ];
  if (words.length === 0) return null;
  return (
    <Group gap={6} px={12} pt={12} role="list" aria-label={t('filter.title')}>
      {[...new Set(words)].map((word) => (
        <Badge key={word} variant="light" tt="none" fw={500} role="listitem">
          {word}
        </Badge>
      ))}
    </Group>
  );
};
