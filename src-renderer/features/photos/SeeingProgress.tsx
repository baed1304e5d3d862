// How many photos are still being looked at in the background; nothing when none is.
import { Group, Loader, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSeeingLine } from '../../media/hooks.ts';

export const SeeingProgress = (): React.JSX.Element | null => {
  const { t } = useTranslation('photos');
  const { now, waiting } = useSeeingLine();
  const count = waiting.length + (now === null ? 0 : 1);
  if (count === 0) return null;
  return (
    <Group gap="xs" role="status" px={24} pb="xs">
      <Loader size={14} />
      <Text size="sm" c="dimmed">
        {t('seen.left', { count })}
      </Text>
    </Group>
  );
};
