// What is like one thing that was found, in place of the hits.
import { Button, Group, Text } from '@mantine/core';
import { IconArrowLeft, IconLayersIntersect } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { RelatedRow } from '../../media/Related.tsx';
import { useRelated } from '../../media/use-related.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import classes from './search.module.css';

/** What is looked at; `title` is how it was called when it was found. */
export interface Like {
  readonly keys: readonly RecordKey[];
  readonly title: string;
}

const MOST = 30;

interface LikeResultsProps {
  readonly like: Like;
  readonly nameByJourney: ReadonlyMap<string, string>;
  readonly onBack: () => void;
}

export const LikeResults = ({ like, nameByJourney, onBack }: LikeResultsProps): React.JSX.Element => {
  const { t } = useTranslation('search');
  const hits = useRelated(like.keys, MOST);
  return (
    <section aria-label={t('related.title')}>
      <Group px={12} pt={12} pb={8} gap="sm" wrap="nowrap">
        <Button size="xs" variant="default" leftSection={<IconArrowLeft size={14} stroke={1.75} />} onClick={onBack}>
          {t('related.stop')}
        </Button>
        <Text fw={500} truncate>
          {t('related.of', { title: like.title })}
        </Text>
      </Group>
      {hits?.length === 0 && (
        <EmptyState icon={IconLayersIntersect} title={t('related.none')} text={t('related.how')} />
      )}
      <ul className={classes['like']}>
        {(hits ?? []).map((hit) => (
          <li key={hit.key}>
            <RelatedRow hit={hit} journey={nameByJourney.get(hit.journey) ?? ''} />
          </li>
        ))}
      </ul>
    </section>
  );
};
