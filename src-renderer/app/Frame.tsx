// The frame that never goes away: the rail on the left, one screen beside it, and what runs in the background.
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Home } from '../features/home/Home.tsx';
import { JourneyScreen } from '../features/journey/JourneyScreen.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { useSlots } from '../ui/slots.ts';
import { partsOf } from '../ui/parts-of.ts';
import { usePlace } from '../ui/place-context.ts';
import { CutShort } from './CutShort.tsx';
import classes from './Frame.module.css';
import { Palette } from './Palette.tsx';
import { Rail } from './Rail.tsx';

export const Frame = (): ReactElement => {
  const { t } = useTranslation('app');
  const { background } = useSlots();
  return (
    <div className={classes['frame']}>
      <Rail />
      <main className={classes['main']} aria-label={t('main')}>
        <Screen />
      </main>
      <Palette />
      <CutShort />
      {partsOf(background, {})}
    </div>
  );
};

const Screen = (): ReactElement => {
  const { place } = usePlace();
  const { screens } = useSlots();
  const slot = useMemo(() => screens.find(({ id }) => id === place.screen), [screens, place.screen]);
  const inJourney = place.screen === 'journey' ? place.journey : null;
  return (
    <ErrorBoundary key={inJourney ?? place.screen}>
      {inJourney !== null ? (
        <JourneyScreen journeyId={inJourney} />
      ) : slot === undefined ? (
        <Home />
      ) : (
        <slot.component />
      )}
    </ErrorBoundary>
  );
};
