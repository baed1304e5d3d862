// Two photos of one place next to each other, showing the same part of it, each with its day and caption.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CommonView, Crop } from '../../../domain/pictures/common-view.ts';
import { dayExact } from '../../ui/dates.ts';
import { CroppedPhoto } from './CroppedPhoto.tsx';
import { Framed } from './Framed.tsx';
import classes from './pairs.module.css';
import { altOf, dayOfPhoto, type Photo } from './photo-groups.ts';

interface CompareSideProps {
  readonly before: Photo;
  readonly after: Photo;
  readonly view: CommonView;
}

export const CompareSide = ({ before, after, view }: CompareSideProps): React.JSX.Element => {
  const { t } = useTranslation('photos');
  return (
    <div className={classes['sides']}>
      <Side photo={before} crop={view.before} ratio={view.ratio} word={t('pairs.word.before')} />
      <Side photo={after} crop={view.after} ratio={view.ratio} word={t('pairs.word.after')} />
    </div>
  );
};

interface SideProps {
  readonly photo: Photo;
  readonly crop: Crop;
  readonly ratio: number;
  readonly word: string;
}

const Side = ({ photo, crop, ratio, word }: SideProps): React.JSX.Element => (
  <figure className={classes['side']}>
    <Framed ratio={ratio}>
      <CroppedPhoto photo={photo} crop={crop} alt={altOf(photo)} />
    </Framed>
    <figcaption>
      <Text fw={600}>
        {word}, {dayExact(dayOfPhoto(photo))}
      </Text>
      <Text c="dimmed" lineClamp={2}>
        {photo.body.caption}
      </Text>
    </figcaption>
  </figure>
);
