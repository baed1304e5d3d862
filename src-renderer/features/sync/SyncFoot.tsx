// The sync state in words, at the foot of the rail; where a person has to decide something, it leads there.
import { Text, UnstyledButton } from '@mantine/core';
import {
  IconCloudCheck,
  IconCloudOff,
  IconCloudUp,
  IconDeviceLaptop,
  IconAlertCircle,
  IconPlayerPause,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSyncStatus } from '../../sync/context.ts';
import { megabytes } from '../../ui/megabytes.ts';
import { usePlace } from '../../ui/place-context.ts';
import { usePeople } from '../../ui/use-people.ts';
import { footWords } from './sync-words.ts';
import { useContests } from './use-contests.ts';

const ICONS = {
  device: IconDeviceLaptop,
  sent: IconCloudCheck,
  moving: IconCloudUp,
  waiting: IconCloudOff,
  attention: IconAlertCircle,
  paused: IconPlayerPause,
} as const;

export const SyncFoot = (): ReactElement => {
  const { t } = useTranslation('sync');
  const { go } = usePlace();
  const people = usePeople();
  const contests = useContests();
  const { icon, key, count, total, size = 0, leads } = footWords(useSyncStatus(), contests);
  const StateIcon = ICONS[icon];
  const name = contests.by === null ? '' : people.nameOf(contests.by);
  const words = t(key, { count, total, size: megabytes(size), name });
  const lead = (): void => {
    if (leads === 'settings') go({ go: 'screen', screen: 'settings' });
    const { record } = contests;
    if (leads !== 'contest' || record === null) return;
    go({
      go: 'journey',
      journey: record.journey,
      tab: 'money',
      record: record.type === 'budget' ? null : record.key,
    });
  };
  return (
    <>
      <StateIcon size={14} stroke={1.75} aria-hidden />
      <Text size="xs" c={icon === 'attention' ? 'red' : 'dimmed'} role="status">
        {leads === null ? (
          words
        ) : (
          <UnstyledButton fz="inherit" c="inherit" onClick={lead}>
            {words}
          </UnstyledButton>
        )}
      </Text>
    </>
  );
};
