// "Say it in Talk": the way to a first journey for who would rather tell than fill in a form.
import { Button } from '@mantine/core';
import { IconMessageCircle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecords } from '../../data/hooks.ts';
import { usePlace } from '../../ui/place-context.ts';

/** Only as long as there is no journey; then the rail leads there, and each journey has its own chat. */
export const ChatAction = (): ReactElement | null => {
  const { t } = useTranslation('chat');
  const { go } = usePlace();
  const journeys = useRecords({ type: 'journey' });
  if (journeys === undefined || journeys.some(({ body }) => body.state === 'active')) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconMessageCircle size={16} stroke={1.75} />}
      onClick={() => go({ go: 'screen', screen: 'chat' })}
    >
      {t('sayIt')}
    </Button>
  );
};
