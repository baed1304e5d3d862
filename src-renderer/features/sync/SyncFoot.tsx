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
import { idOfKey, typeOfId } from '../../../domain/kernel/ids.ts';
import { useStore } from '../../data/hooks.ts';
import { householdToJoin } from '../../sync/access/household-to-join.ts';
import { useSession, useSyncStatus } from '../../sync/context.ts';
import { megabytes } from '../../ui/megabytes.ts';
import { usePlace } from '../../ui/place-context.ts';
import { usePeople } from '../../ui/use-people.ts';
import { footWords, type SyncWords } from './sync-words.ts';
import { useContests } from './use-contests.ts';

const ICONS = {
  device: IconDeviceLaptop,
  sent: IconCloudCheck,
  moving: IconCloudUp,
  waiting: IconCloudOff,
  attention: IconAlertCircle,
  paused: IconPlayerPause,
} as const;

/** Nothing is sent or fetched before it is said which journeys come along into the account's household. */
const ASKED: SyncWords = { icon: 'attention', key: 'foot.join', count: 0, leads: 'settings' };

/** Types whose contests are settled among the quotes. */
const IN_QUOTES: ReadonlySet<string> = new Set(['quote', 'award', 'change']);

export const SyncFoot = (): ReactElement => {
  const { t } = useTranslation('sync');
  const { go } = usePlace();
  const people = usePeople();
  const contests = useContests();
  const status = useSyncStatus();
  const { account, client } = useSession();
  const { home } = useStore();
  const isAsked = status.state === 'connecting' && householdToJoin(account, home, client.access) !== null;
  const { icon, key, count, total, size = 0, leads } = isAsked ? ASKED : footWords(status, contests);
  const StateIcon = ICONS[icon];
  const name = contests.by === null ? '' : people.nameOf(contests.by);
  const words = t(key, { count, total, size: megabytes(size), name });
  const lead = (): void => {
    if (leads === 'settings') go({ go: 'screen', screen: 'settings' });
    const { record } = contests;
    if (leads !== 'contest' || record === null) return;
    const { type, journey } = record;
    if (type === 'decision' || type === 'selection' || type === 'alternative')
      return go({
        go: 'journey',
        journey,
        tab: 'decisions',
        record: type === 'alternative' ? record.parent : record.key,
      });
    // How a quote or a bill counts is settled where that is.
    const on = record.type === 'allocation' ? record.body.of : record.key;
    const tab = IN_QUOTES.has(typeOfId(idOfKey(on))) ? 'quotes' : 'money';
    go({ go: 'journey', journey, tab, record: type === 'budget' ? null : on });
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
