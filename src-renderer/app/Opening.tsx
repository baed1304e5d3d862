// Shown while the data is being opened, if that takes longer than a glance: a window is never left blank.
import { Center, Loader, Stack, Text } from '@mantine/core';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** Nearly every start is quicker; a spinner that flashes by would only look restless. */
const GLANCE_MS = 1_200;

export const Opening = (): ReactElement | null => {
  const { t } = useTranslation('app');
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), GLANCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isSlow) return null;
  return (
    <Center h="100vh">
      <Stack align="center" gap="sm" role="status">
        <Loader size="sm" />
        <Text c="dimmed">{t('boot.opening')}</Text>
      </Stack>
    </Center>
  );
};
