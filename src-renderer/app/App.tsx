// The whole window: theme and words around whatever the boot sequence has reached.
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import { exhaustive } from '../../domain/kernel/exhaustive.ts';
import { StoreContext } from '../data/hooks.ts';
import { SlotsContext } from '../ui/slots.ts';
import { theme } from '../ui/theme.ts';
import { boot, type Boot } from './boot.ts';
import { BootFailed } from './BootFailed.tsx';
import { DeedNotices } from './DeedNotices.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { desktop } from '../ports/desktop.ts';
import { logBug } from '../ports/log-bug.ts';
import { Frame } from './Frame.tsx';
import { PlaceProvider } from './PlaceProvider.tsx';
import { Opening } from './Opening.tsx';
import { NewsProvider } from '../news/NewsProvider.tsx';
import { writeBeforeLeaving } from './leaving.ts';
import { openSession } from './open-session.ts';
import { SessionProvider } from './SessionProvider.tsx';
import { gate as Gate, slots } from './slots.tsx';

export const App = (): ReactElement => (
  <MantineProvider theme={theme} defaultColorScheme="auto">
    <Notifications position="bottom-right" limit={4} />
    <ErrorBoundary>
      <SlotsContext value={slots}>
        <Booted />
      </SlotsContext>
    </ErrorBoundary>
  </MantineProvider>
);

const Booted = (): ReactElement | null => {
  const [now, setNow] = useState<Boot>({ state: 'starting' });
  // Two boots at a time would open the database twice (React's strict mode runs effects twice).
  const booting = useRef(false);
  const start = useCallback(() => {
    if (booting.current) return;
    booting.current = true;
    const ended = (next: Boot): void => {
      booting.current = false;
      setNow(next);
    };
    boot(openSession).then(ended, (bug: unknown) => {
      logBug(bug);
      ended({ state: 'failed', failure: { type: 'Unexpected' } });
    });
  }, []);
  useEffect(() => start(), [start]);
  const store = now.state === 'open' ? now.data.store : null;
  useEffect(() => writeBeforeLeaving(desktop(), store), [store]);

  switch (now.state) {
    case 'starting':
      return <Opening />;
    case 'gate':
      return <Gate status={now.status} opened={start} />;
    case 'failed':
      return <BootFailed failure={now.failure} retry={start} />;
    case 'open':
      return (
        <StoreContext value={now.data.shown}>
          <SessionProvider data={now.data}>
            <DeedNotices>
              <PlaceProvider>
                <NewsProvider>
                  <Frame />
                </NewsProvider>
              </PlaceProvider>
            </DeedNotices>
          </SessionProvider>
        </StoreContext>
      );
    default:
      return exhaustive(now);
  }
};
