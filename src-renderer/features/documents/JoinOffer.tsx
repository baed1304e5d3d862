// "These 2 photos look like one paper": asked where papers are checked, with the pages as small pictures.
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { Picture } from '../../media/Picture.tsx';
import classes from './pages.module.css';
import papers from './paper.module.css';
import { useJoin } from './use-join.ts';

interface JoinOfferProps {
  /** In the order they were taken. */
  readonly photos: readonly RecordOf<'photo'>[];
  readonly onJoined: (key: RecordKey) => void;
}

export const JoinOffer = ({ photos, onJoined }: JoinOfferProps): React.JSX.Element | null => {
  const { t } = useTranslation('documents');
  const run = useRun();
  const joinPhotos = useJoin();
  const [busy, setBusy] = useState(false);
  const [first] = photos;
  if (first === undefined) return null;
  const join = async (): Promise<void> => {
    setBusy(true);
    const done = await joinPhotos(first, { before: [first], now: photos });
    setBusy(false);
    if (done) onJoined(first.key);
  };
  return (
    <section className={papers['queue']} aria-label={t('join.title')}>
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Group gap="md" wrap="nowrap" miw={0}>
          <div className={classes['strip']}>
            {photos.slice(0, MOST_SHOWN).map((photo) => (
              <span key={photo.key} className={classes['small']}>
                <Picture sha={photo.body.sha} thumb={photo.body.thumb} alt="" originalToo={false} />
              </span>
            ))}
          </div>
          <div>
            <Text fw={600}>{t('join.count', { count: photos.length })}</Text>
            <Text size="sm" c="dimmed">
              {t('join.text')}
            </Text>
          </div>
        </Group>
        <Group gap="sm" wrap="nowrap">
          <Button size="sm" disabled={busy} onClick={() => void join()}>
            {t('join.join')}
          </Button>
          <Button
            size="sm"
            variant="subtle"
            color="gray"
            disabled={busy}
            onClick={() => void run('photo.apart', { keys: photos.map(({ key }) => key) })}
          >
            {t('join.apart')}
          </Button>
        </Group>
      </Group>
    </section>
  );
};

const MOST_SHOWN = 4;
