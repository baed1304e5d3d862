// The sync state in words, at the foot of the rail.
import { Text } from '@mantine/core';
import { IconCloudCheck, IconCloudOff, IconCloudUp, IconDeviceLaptop, IconAlertCircle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSyncStatus } from '../../sync/context.ts';
import { wordsOf } from './sync-words.ts';

const ICONS = {
  device: IconDeviceLaptop,
  sent: IconCloudCheck,
  moving: IconCloudUp,
  waiting: IconCloudOff,
  attention: IconAlertCircle,
} as const;

export const SyncFoot = (): ReactElement => {
  const { t } = useTranslation('sync');
  const { icon, key, count } = wordsOf(useSyncStatus());
  const StateIcon = ICONS[icon];
  return (
    <>
      <StateIcon size={14} stroke={1.75} aria-hidden />
      <Text size="xs" c={icon === 'attention' ? 'red' : 'dimmed'} role="status">
        {t(key, { count })}
      </Text>
    </>
  );
};
