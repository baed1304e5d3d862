// Journeys put away: the archive and the trash, each with the way back.
import { Button, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import classes from './Home.module.css';

interface ShelvedJourneysProps {
  readonly title: string;
  readonly journeys: readonly RecordOf<'journey'>[];
  /** The command that brings one back. */
  readonly restore: 'journey.unarchive' | 'record.restore';
}

export const ShelvedJourneys = ({ title, journeys, restore }: ShelvedJourneysProps): ReactElement | null => {
  const { t } = useTranslation('home');
  const run = useRun();
  if (journeys.length === 0) return null;
  return (
    <section className={classes['shelf']} aria-label={title}>
      <Title order={4}>{title}</Title>
      {journeys.map(({ key, body }) => (
        <div key={key} className={classes['shelved']}>
          <Text truncate>{body.name}</Text>
          <Button
            size="compact-md"
            variant="default"
            aria-label={t('restoreNamed', { name: body.name })}
            onClick={() => void run(restore, { key })}
          >
            {t('restore')}
          </Button>
        </div>
      ))}
    </section>
  );
};
