// The first screen: every journey with how far it is, and the ways to begin one.
import { Button, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecords, useSetting } from '../../data/hooks.ts';
import { Loading } from '../../ui/Loading.tsx';
import { LockedNote } from '../../ui/LockedNote.tsx';
import { partsOf } from '../../ui/parts-of.ts';
import { useSlots } from '../../ui/slots.ts';
import { CreateJourney } from './CreateJourney.tsx';
import { JourneyCard } from './JourneyCard.tsx';
import { ShelvedJourneys } from './ShelvedJourneys.tsx';
import classes from './Home.module.css';
import { Welcome } from './Welcome.tsx';

/** Kept in settings, so that a half-filled form is still open after a restart. */
export const CREATING = 'creating-journey';

export const Home = (): ReactElement => {
  const { t } = useTranslation('home');
  const journeys = useRecords({ type: 'journey' });
  const trashed = useRecords({ type: 'journey', trash: 'only' });
  const [creating, setCreating] = useSetting(CREATING, false);
  const { welcomeActions, allJourneys: AllJourneys } = useSlots();
  const active = useMemo(
    () => (journeys ?? []).filter(({ body }) => body.state === 'active').toSorted((a, b) => a.createdAt - b.createdAt),
    [journeys],
  );
  const archived = useMemo(() => (journeys ?? []).filter(({ body }) => body.state === 'archived'), [journeys]);

  if (creating) return <CreateJourney onLeave={() => setCreating(false)} />;
  if (journeys === undefined || trashed === undefined) return <Loading rows={3} height={112} />;
  const shelves = (
    <>
      <LockedNote />
      <ShelvedJourneys title={t('archive')} journeys={archived} restore="journey.unarchive" />
      <ShelvedJourneys title={t('trash')} journeys={trashed} restore="record.restore" />
    </>
  );
  if (active.length === 0) return <Welcome onStart={() => setCreating(true)}>{shelves}</Welcome>;
  return (
    <div className={classes['page']}>
      <div className={classes['column']}>
        <header className={classes['head']}>
          <Title order={1}>{t('title')}</Title>
          <div className={classes['actions']}>
            {partsOf(welcomeActions, {})}
            <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={() => setCreating(true)}>
              {t('start')}
            </Button>
          </div>
        </header>
        <ul className={classes['cards']} aria-label={t('title')}>
          {active.map((journey) => (
            <JourneyCard key={journey.key} journey={journey} />
          ))}
        </ul>
        {AllJourneys !== null && <AllJourneys journeys={active} />}
        {shelves}
      </div>
    </div>
  );
};
