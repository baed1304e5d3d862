// All photos of one place, oldest first, laid over each other: one large, the others below it; a slider goes through time.
import { Text, UnstyledButton } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WHOLE } from '../../../domain/pictures/common-view.ts';
import type { PhotoPair } from '../../../domain/pictures/photo-pairs.ts';
import { seriesView } from '../../../domain/pictures/series-view.ts';
import { shownSize } from '../../../domain/pictures/turned.ts';
import { Picture } from '../../media/Picture.tsx';
import { dayExact } from '../../ui/dates.ts';
import { CroppedPhoto } from './CroppedPhoto.tsx';
import { Framed } from './Framed.tsx';
import classes from './pairs.module.css';
import { altOf, dayOfPhoto, type Photo } from './photo-groups.ts';

interface OverTimeProps {
  /** Oldest first. */
  readonly photos: readonly Photo[];
  /** By which they are laid over each other; with none each covers the first. */
  readonly pairs: readonly PhotoPair[];
}

export const OverTime = ({ photos, pairs }: OverTimeProps): React.JSX.Element | null => {
  const { t } = useTranslation('photos');
  const [at, setAt] = useState(0);
  // What all of them show, in one shape: nothing jumps from one to the next.
  const view = useMemo(
    () =>
      seriesView(
        photos.map(({ id, body }) => ({ id, ...shownSize(body) })),
        pairs.map(({ before, after, align }) => ({ before: before.id, after: after.id, align })),
      ),
    [photos, pairs],
  );
  const photo = photos[at];
  if (photo === undefined) return null;
  const day = dayExact(dayOfPhoto(photo));
  return (
    <div className={classes['series']}>
      <Framed ratio={view.ratio}>
        <CroppedPhoto photo={photo} crop={view.crops.get(photo.id) ?? WHOLE} alt={altOf(photo)} />
        <span className={classes['day']} data-side="before">
          {day}
        </span>
      </Framed>
      <Text ta="center" c="dimmed" lineClamp={1} mih={20}>
        {photo.body.caption}
      </Text>
      <input
        type="range"
        className={classes['time']}
        min={0}
        max={photos.length - 1}
        value={at}
        aria-label={t('pairs.time')}
        aria-valuetext={day}
        data-autofocus
        onChange={(event) => setAt(Number(event.currentTarget.value))}
      />
      <div className={classes['film']} role="list" aria-label={t('pairs.series')}>
        {photos.map((each, index) => (
          <div role="listitem" key={each.key}>
            <UnstyledButton
              aria-label={t('pairs.showDay', { day: dayExact(dayOfPhoto(each)) })}
              aria-current={index === at}
              onClick={() => setAt(index)}
            >
              <div className={classes['frameOfFilm']}>
                <Picture sha={each.body.sha} thumb={each.body.thumb} alt="" turn={each.body.turn} />
              </div>
              <Text size="xs" c="dimmed">
                {dayExact(dayOfPhoto(each))}
              </Text>
            </UnstyledButton>
          </div>
        ))}
      </div>
    </div>
  );
};
