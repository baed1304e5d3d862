// The pairs that one photo is in, beside it in the viewer, and making a pair of it by hand.
import { Button, Text } from '@mantine/core';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '../../../domain/kernel/ids.ts';
import { Compare } from './Compare.tsx';
import { PairCard } from './PairCard.tsx';
import classes from './pairs.module.css';
import { seriesOf } from './pairs.ts';
import type { Photo } from './photo-groups.ts';
import { PickPhoto } from './PickPhoto.tsx';
import { useMayPair, usePairs, useSayPair } from './use-pairs.ts';

interface PairsOfPhotoProps {
  readonly photo: Photo;
  readonly photos: readonly Photo[];
}

export const PairsOfPhoto = ({ photo, photos }: PairsOfPhotoProps): React.JSX.Element | null => {
  const { t } = useTranslation('photos');
  const say = useSayPair();
  const mayPair = useMayPair();
  const all = usePairs(photo.journey, photos);
  const mine = all.filter(({ before, after }) => before.id === photo.id || after.id === photo.id);
  const [open, setOpen] = useState<RecordId | null>(null);
  const [picking, setPicking] = useState(false);
  const opened = mine.find(({ id }) => id === open);
  const pairWith = async (other: Photo): Promise<void> => {
    setPicking(false);
    await say(photo, other, true);
  };
  const others = photos.filter((other) => other.id !== photo.id && mayPair(photo, other));
  if (mine.length === 0 && others.length === 0) return null;
  return (
    <section aria-label={t('pairs.title')}>
      {mine.length > 0 && (
        <>
          <Text size="sm" c="dimmed" mb={6}>
            {t('pairs.title')}
          </Text>
          <ul className={classes['cards']} data-narrow>
            {mine.map((pair) => (
              <PairCard key={pair.id} pair={pair} why="" onOpen={() => setOpen(pair.id)} />
            ))}
          </ul>
        </>
      )}
      {others.length > 0 && (
        <Button
          variant="subtle"
          size="xs"
          ml={-10}
          leftSection={<IconArrowsLeftRight size={16} stroke={1.75} />}
          onClick={() => setPicking(true)}
        >
          {t('pairs.pick')}
        </Button>
      )}
      {picking && (
        <PickPhoto
          title={t('pairs.pick')}
          photos={others}
          onPick={(other) => void pairWith(other)}
          onClose={() => setPicking(false)}
        />
      )}
      {opened !== undefined && <Compare pair={opened} series={seriesOf(photo, all)} onClose={() => setOpen(null)} />}
    </section>
  );
};
