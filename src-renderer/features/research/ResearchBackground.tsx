// Runs as long as the store is open: asks what waited for a network, and tells of an answer that came later.
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { desktop } from '../../ports/desktop.ts';
import { onProviderChosen, useResearch } from '../../research/hooks.ts';
import { useSession } from '../../sync/context.ts';
import { wakeOn } from '../../sync/wake-up.ts';
import { usePlace } from '../../ui/place-context.ts';

export const ResearchBackground = (): null => {
  const { t } = useTranslation('research');
  const { desk } = useResearch();
  const { go } = usePlace();
  const { account } = useSession();
  const signedIn = account?.account;
  useEffect(() => desk.start(), [desk]);
  // Whoever has signed in now may ask by the server.
  useEffect(() => (signedIn === undefined ? undefined : desk.wake()), [desk, signedIn]);
  useEffect(() => {
    const stops = [wakeOn({ window, on: desktop().on }, desk.wake), onProviderChosen(desk.wake)];
    return () => stops.forEach((stop) => stop());
  }, [desk]);
  useEffect(
    () =>
      desk.onAnswered(({ key, journey, body }, count) => {
        const open = (): void => {
          notifications.hide(key);
          go({ go: 'journey', journey, tab: 'research', record: null, at: key });
        };
        notifications.show({
          id: key,
          autoClose: 12_000,
          title: t('notice.title'),
          message: (
            <Group justify="space-between" wrap="nowrap" gap="md">
              <Text size="md">{t('notice.text', { text: body.text, count })}</Text>
              <Button size="compact-sm" variant="subtle" onClick={open}>
                {t('notice.open')}
              </Button>
            </Group>
          ),
        });
      }),
    [desk, go, t],
  );
  return null;
};
