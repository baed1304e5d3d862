// More like this: papers, quotes and costs that say the same, are from the same vendor, or come to the same amount.
import { Badge, Group, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../domain/kernel/ids.ts';
import type { RelatedHit } from '../../protocol/ipc/channels.ts';
import { openingOf } from '../ui/opening.ts';
import { usePlace } from '../ui/place-context.ts';
import { TypeIcon } from '../ui/TypeIcon.tsx';
import classes from './media.module.css';
import { useRelated } from './use-related.ts';

interface RelatedProps {
  /** The thing, and what it was made from or became. */
  readonly of: readonly RecordKey[];
}

const MOST = 6;
export const Related = ({ of }: RelatedProps): React.JSX.Element | null => {
  const { t } = useTranslation('search');
  const hits = useRelated(of, MOST);
  if (hits === null || hits.length === 0) return null;
  return (
    <section aria-label={t('related.title')}>
      <Text fw={600} mt={12} mb={4}>
        {t('related.title')}
      </Text>
      <ul className={classes['related']}>
        {hits.map((hit) => (
          <li key={hit.key}>
            <RelatedRow hit={hit} />
          </li>
        ))}
      </ul>
    </section>
  );
};

interface RelatedRowProps {
  readonly hit: RelatedHit;
  /** Shown where hits of several journeys stand together. */
  readonly journey?: string;
}

export const RelatedRow = ({ hit, journey = '' }: RelatedRowProps): React.JSX.Element => {
  const { t } = useTranslation('search');
  const { go } = usePlace();
  return (
    <UnstyledButton className={classes['relatedRow'] ?? ''} onClick={() => go(openingOf(hit, ''))}>
      <TypeIcon type={hit.type} size={16} />
      <span className={classes['relatedName']}>{hit.title.split('\n')[0] || hit.snippet || t('related.unnamed')}</span>
      <Group gap={4} wrap="nowrap">
        {hit.why.map((why) => (
          <Badge key={why} size="sm" variant="light" tt="none" fw={500} color={why === 'words' ? 'gray' : 'chalk'}>
            {t(`related.why.${why}`)}
          </Badge>
        ))}
        {journey !== '' && (
          <Text size="sm" c="dimmed" ml={8}>
            {journey}
          </Text>
        )}
      </Group>
    </UnstyledButton>
  );
};
