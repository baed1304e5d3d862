// Says that something shared with this device is locked, since when and why, and leads to the way to open it.
import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '../../domain/kernel/ids.ts';
import { useSession, useSyncStatus } from '../sync/context.ts';
import type { LockedJourney } from '../sync/access/guest-lock.ts';
import { dayExact, dayOf } from './dates.ts';
import { EmptyState } from './EmptyState.tsx';
import { usePlace } from './place-context.ts';

/** Journeys that are locked on this device now. */
export const useLockedJourneys = (): readonly LockedJourney[] => {
  const { guests } = useSession();
  return useSyncExternalStore(guests.watch, guests.locked);
};

export const LockedNote = ({ journey }: { readonly journey?: RecordId }): ReactElement | null => {
  const { t } = useTranslation('ui');
  const { client } = useSession();
  const { state } = useSyncStatus();
  const { go } = usePlace();
  const locked = useLockedJourneys().filter((each) => journey === undefined || each.journey === journey);
  const [first] = locked;
  if (first === undefined) return null;
  const connect = (): void => {
    if (state === 'signedOut' || state === 'refused') go({ go: 'screen', screen: 'settings' });
    else if (state === 'paused') client.resume();
    else client.wake();
  };
  const since = dayExact(dayOf(Math.min(...locked.map(({ heardAt }) => heardAt))));
  return (
    <EmptyState
      icon={IconLock}
      title={t('locked.title', { count: locked.length })}
      text={t('locked.text', { since, days: t('locked.days', { count: first.days }) })}
    >
      <Button onClick={connect} loading={state === 'connecting' || state === 'catchingUp'}>
        {t('locked.connect')}
      </Button>
    </EmptyState>
  );
};
