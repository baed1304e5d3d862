// The frame that never goes away: the rail on the left, one screen beside it, and what runs in the background.
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Home } from '../features/home/Home.tsx';
import { JourneyScreen } from '../features/journey/JourneyScreen.tsx';
import { useSlots } from '../ui/slots.ts';
import { partsOf } from '../ui/parts-of.ts';
import { usePlace } from '../ui/place-context.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
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
        <ErrorBoundary>
          <Screen />
        </ErrorBoundary>
      </main>
      <Palette />
      {partsOf(background, {})}
    </div>
  );
};

const Screen = (): ReactElement => {
  const { place } = usePlace();
  const { screens } = useSlots();
  const slot = useMemo(() => screens.find(({ id }) => id === place.screen), [screens, place.screen]);
  if (place.screen === 'journey' && place.journey !== null) {
    return <JourneyScreen key={place.journey} journeyId={place.journey} />;
  }
  return slot === undefined ? <Home /> : <slot.component />;
};
