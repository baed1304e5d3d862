// Records that an answer names, each a link to its place, and how many more there are.
import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { RecordLink } from './RecordLink.tsx';

interface LinksProps {
  readonly title?: string;
  readonly keys: readonly RecordKey[];
  /** How many are not named. */
  readonly more?: number;
}

export const Links = ({ title = '', keys, more = 0 }: LinksProps): ReactElement | null => {
  if (keys.length === 0) return null;
  return (
    <>
      {title !== '' && (
        <Text size="sm" c="dimmed" mt={4}>
          {title}
        </Text>
      )}
      {keys.map((key) => (
        <RecordLink key={key} recordKey={key} />
      ))}
      <More count={more} />
    </>
  );
};

export const More = ({ count }: { readonly count: number }): ReactElement | null => {
  const { t } = useTranslation('chat');
  if (count <= 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {t('answer.more', { count })}
    </Text>
  );
};
