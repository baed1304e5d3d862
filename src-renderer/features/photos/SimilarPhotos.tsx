// Photos of the same view, so that before and after are a click apart, and pictures that are here twice.
import { Button, Text, UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { Picture } from '../../media/Picture.tsx';
import { dayExact } from '../../ui/dates.ts';
import { TWINS } from '../../ui/place.ts';
import { usePlace } from '../../ui/place-context.ts';
import { altOf, dayOfPhoto, type Photo } from './photo-groups.ts';
import classes from './photos.module.css';
import { similarTo } from './similar.ts';
import { useSaid } from './use-pairs.ts';

interface SimilarPhotosProps {
  readonly photo: Photo;
  readonly photos: readonly Photo[];
  readonly onOpen: (key: RecordKey) => void;
}

export const SimilarPhotos = ({ photo, photos, onOpen }: SimilarPhotosProps): React.JSX.Element | null => {
  const { t } = useTranslation('photos');
  const { go } = usePlace();
  const said = useSaid(photo.journey);
  const similar = useMemo(() => similarTo(photo, photos, said), [photo, photos, said]);
  if (similar.length === 0) return null;
  return (
    <section aria-label={t('similar.title')}>
      <Text size="sm" c="dimmed" mb={6}>
        {t('similar.title')}
      </Text>
      <div className={classes['similar']}>
        {similar.map(({ photo: other, how }) => {
          const { sha, thumb, turn } = other.body;
          return (
            <UnstyledButton
              key={other.key}
              aria-label={t('open', { name: altOf(other) })}
              onClick={() => onOpen(other.key)}
            >
              <div className={classes['similarPicture']}>
                <Picture sha={sha} thumb={thumb} alt="" turn={turn} />
              </div>
              <Text size="xs" c={how === 'same' ? 'var(--pl-blocked)' : 'dimmed'} mt={2}>
                {how === 'same' ? t('similar.same') : dayExact(dayOfPhoto(other))}
              </Text>
            </UnstyledButton>
          );
        })}
      </div>
      {similar.some(({ how }) => how === 'same') && (
        <Button
          variant="subtle"
          size="xs"
          mt={4}
          ml={-10}
          onClick={() => go({ go: 'journey', journey: photo.journey, tab: 'photos', record: TWINS })}
        >
          {t('twins.look')}
        </Button>
      )}
    </section>
  );
};
