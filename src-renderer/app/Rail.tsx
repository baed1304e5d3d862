// The left rail: Home, the journeys with how far they are, the screens of other features, and the sync state in words.
import { Text, UnstyledButton } from '@mantine/core';
import { IconDeviceLaptop, IconHome } from '@tabler/icons-react';
import { useMemo, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../domain/records/registry.ts';
import { useRecords } from '../data/hooks.ts';
import { useIsUnreadJourney } from '../news/news-context.ts';
import { ProgressRing } from '../ui/ProgressRing.tsx';
import { usePlace } from '../ui/place-context.ts';
import { useSlots } from '../ui/slots.ts';
import { UnreadDot } from '../ui/UnreadDot.tsx';
import { useStepProgress } from '../ui/use-step-progress.ts';
import { SchemeSwitch } from './SchemeSwitch.tsx';
import classes from './Rail.module.css';

export const Rail = (): ReactElement => {
  const { t } = useTranslation(['app']);
  const { place, go } = usePlace();
  const { screens, foot: Foot } = useSlots();
  const journeys = useRecords({ type: 'journey' });
  const active = useMemo(
    () => (journeys ?? []).filter(({ body }) => body.state === 'active').toSorted((a, b) => a.createdAt - b.createdAt),
    [journeys],
  );
  return (
    <nav className={classes['rail']} aria-label={t('rail.label')}>
      <div className={classes['brand']}>
        <Mark />
        <Text fw={600} size="md">
          {t('name')}
        </Text>
      </div>
      <Entry
        icon={<IconHome size={16} stroke={1.75} />}
        label={t('rail.home')}
        chosen={place.screen === 'home'}
        onClick={() => go({ go: 'screen', screen: 'home' })}
      />
      {screens.map(({ id, icon: SlotIcon, label }) => (
        <Entry
          key={id}
          icon={<SlotIcon size={16} stroke={1.75} />}
          label={t(label)}
          chosen={place.screen === id}
          onClick={() => go({ go: 'screen', screen: id })}
        />
      ))}
      {active.length > 0 && (
        <Text className={classes['heading']} size="xs" c="dimmed" fw={500}>
          {t('rail.journeys')}
        </Text>
      )}
      <div className={classes['journeys']}>
        {active.map((journey) => (
          <JourneyEntry key={journey.key} journey={journey} />
        ))}
      </div>
      <div className={classes['foot']}>
        <div className={classes['state']}>{Foot === null ? <OnThisDevice /> : <Foot />}</div>
        <SchemeSwitch />
      </div>
    </nav>
  );
};

const JourneyEntry = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const { place, go } = usePlace();
  const { done, total } = useStepProgress(journey.id);
  const isNew = useIsUnreadJourney(journey.id);
  return (
    <Entry
      icon={<ProgressRing done={done} total={total} size={16} />}
      label={journey.body.name}
      chosen={place.screen === 'journey' && place.journey === journey.id}
      isNew={isNew}
      onClick={() => go({ go: 'journey', journey: journey.id })}
    />
  );
};

interface EntryProps {
  readonly icon: ReactNode;
  readonly label: string;
  readonly chosen: boolean;
  readonly onClick: () => void;
  /** Something in it is new for this person. */
  readonly isNew?: boolean;
}

const Entry = ({ icon, label, chosen, onClick, isNew = false }: EntryProps): ReactElement => {
  const { t } = useTranslation('news');
  return (
    <UnstyledButton
      className={classes['entry']}
      onClick={onClick}
      aria-current={chosen ? 'page' : undefined}
      title={label}
      aria-description={isNew ? t('journey') : undefined}
    >
      <span className={classes['icon']}>{icon}</span>
      <span className={classes['name']}>{label}</span>
      {isNew && <UnreadDot />}
    </UnstyledButton>
  );
};

const OnThisDevice = (): ReactElement => {
  const { t } = useTranslation('app');
  return (
    <>
      <IconDeviceLaptop size={14} stroke={1.75} />
      <Text size="xs" c="dimmed">
        {t('rail.onThisDevice')}
      </Text>
    </>
  );
};

/** A plumb bob: the line, and the weight that makes it true. */
const Mark = (): ReactElement => (
  <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
    <path d="M9 1v7" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    <path d="M5.5 8.5h7L9 17z" fill="var(--pl-accent)" />
  </svg>
);
