// Verify and repair: whether this device and the server hold the same, said for each journey, and what mends it where they differ.
import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconRefresh } from '@tabler/icons-react';
import { useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { exhaustive } from '../../../domain/kernel/exhaustive.ts';
import { useRecords } from '../../data/hooks.ts';
import type { CheckView } from '../../sync/check/check.ts';
import { useSession, useSyncStatus } from '../../sync/context.ts';
import type { Mended } from '../../sync/check/repair.ts';
import { useFailureText } from '../../ui/failure-text.ts';
import { isDifferent, outcomeOf, placesOf, type PlaceReport } from './check-report.ts';
import classes from './CheckPanel.module.css';

export const CheckPanel = (): ReactElement | null => {
  const { t } = useTranslation('sync');
  const { check } = useSession().client;
  const view = useSyncExternalStore(check.watch, check.view);
  const { state } = useSyncStatus();
  if (state === 'signedOut') return null;
  const isWorking = view.phase === 'verifying' || view.phase === 'repairing';
  const places = view.phase === 'verified' ? placesOf(view.reports) : [];
  return (
    <Stack gap="sm" component="section" aria-label={t('check.title')}>
      <Text fw={600}>{t('check.title')}</Text>
      <Text size="sm" c="dimmed">
        {t('check.text')}
      </Text>
      <Outcome view={view} places={places} />
      <Group gap="xs">
        {places.some(isDifferent) && (
          <Button onClick={() => void check.repair()} disabled={state !== 'live'}>
            {t('check.repair')}
          </Button>
        )}
        {isWorking ? (
          <Button variant="default" onClick={check.cancel}>
            {t('check.cancel')}
          </Button>
        ) : (
          <Button variant="default" onClick={() => void check.verify()} disabled={state !== 'live'}>
            {t('check.verify')}
          </Button>
        )}
      </Group>
    </Stack>
  );
};

interface OutcomeProps {
  readonly view: CheckView;
  readonly places: readonly PlaceReport[];
}

const Outcome = ({ view, places }: OutcomeProps): ReactElement | null => {
  const { t } = useTranslation('sync');
  const textOf = useFailureText();
  switch (view.phase) {
    case 'idle':
      return null;
    case 'verifying':
    case 'repairing':
      return <Working phase={view.phase} done={view.done} of={view.of} />;
    case 'failed': {
      const { sentence, remedy } = textOf(view.failure);
      return (
        <Alert color="yellow" title={t('check.failed', { reason: sentence })}>
          {remedy}
        </Alert>
      );
    }
    case 'verified':
      return <Found mended={view.mended} places={places} />;
    default:
      return exhaustive(view);
  }
};

interface FoundProps {
  readonly mended: Mended | null;
  readonly places: readonly PlaceReport[];
}

const Found = ({ mended, places }: FoundProps): ReactElement => {
  const { t } = useTranslation('sync');
  const outcome = outcomeOf(places);
  const differing = places.filter(isDifferent).length;
  const records = places.reduce((all, place) => all + place.records, 0);
  // Sent again by this device in vain: another's work, which only they can send.
  const isLeft = mended !== null && places.some(({ missingThere }) => missingThere > 0);
  return (
    <Stack gap={4}>
      {mended !== null && (
        <Text>
          {t('check.mended', {
            fetched: t('check.fetched', { count: mended.fetched }),
            sent: t('check.sent', { count: mended.sent }),
          })}
        </Text>
      )}
      <Text role="status">{t(`check.outcome.${outcome}`, { count: outcome === 'same' ? records : differing })}</Text>
      {isLeft && (
        <Text size="sm" c="dimmed">
          {t('check.left')}
        </Text>
      )}
      <ul className={classes['list']}>
        {places.map((place) => (
          <Place key={place.journey ?? ''} place={place} />
        ))}
      </ul>
    </Stack>
  );
};

interface WorkingProps {
  readonly phase: 'verifying' | 'repairing';
  readonly done: number;
  readonly of: number;
}

const Working = ({ phase, done, of }: WorkingProps): ReactElement => {
  const { t } = useTranslation('sync');
  const words = t(`check.${phase}`, { done, of });
  return (
    <Stack gap={4}>
      <Text size="sm" role="status">
        {words}
      </Text>
      <Progress size={3} value={Math.round((100 * done) / Math.max(1, of))} aria-label={words} />
    </Stack>
  );
};

const Place = ({ place }: { readonly place: PlaceReport }): ReactElement => {
  const { t } = useTranslation('sync');
  const { journey, records, isBusy, missingHere, missingThere, unsent, unknown } = place;
  const journeys = useRecords({ type: 'journey', trash: 'with' }) ?? [];
  const found = journeys.find(({ id }) => id === journey)?.body.name ?? '';
  const name = journey === null ? t('check.household') : found === '' ? t('check.unnamed') : found;
  const differing = isDifferent(place);
  const told = [
    { key: 'missingHere', count: missingHere },
    { key: 'missingThere', count: missingThere },
    { key: 'unsent', count: unsent },
    { key: 'unknown', count: unknown },
  ].filter(({ count }) => count > 0);
  const PlaceIcon = differing ? IconAlertTriangle : isBusy ? IconRefresh : IconCheck;
  return (
    <li className={classes['place']}>
      <span className={classes['mark']} data-state={differing ? 'differs' : isBusy ? 'busy' : 'same'}>
        <PlaceIcon size={16} stroke={1.75} aria-hidden />
      </span>
      <div className={classes['words']}>
        <Text fw={500} className={classes['name']}>
          {name}
        </Text>
        {told.map(({ key, count }) => (
          <Text key={key} size="sm">
            {t(`check.${key}`, { count })}
          </Text>
        ))}
        {!differing && (
          <Text size="sm" c="dimmed">
            {isBusy ? t('check.busy') : t('check.same', { count: records })}
          </Text>
        )}
      </div>
    </li>
  );
};
