// The later photo over the earlier one, with an edge between them that is moved by mouse, finger or keys.
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommonView } from '../../../domain/pictures/common-view.ts';
import { dayExact } from '../../ui/dates.ts';
import { CroppedPhoto } from './CroppedPhoto.tsx';
import classes from './pairs.module.css';
import { altOf, dayOfPhoto, type Photo } from './photo-groups.ts';
import { Framed } from './Framed.tsx';

interface CompareSliderProps {
  readonly before: Photo;
  readonly after: Photo;
  readonly view: CommonView;
}

export const CompareSlider = ({ before, after, view }: CompareSliderProps): React.JSX.Element => {
  const { t } = useTranslation('photos');
  const [at, setAt] = useState(50);
  return (
    <Framed ratio={view.ratio}>
      <CroppedPhoto photo={after} crop={view.after} alt={altOf(after)} />
      <div className={classes['over']} style={{ clipPath: `inset(0 ${100 - at}% 0 0)` }}>
        <CroppedPhoto photo={before} crop={view.before} alt={altOf(before)} />
      </div>
      <span className={classes['day']} data-side="before">
        {t('pairs.before', { day: dayExact(dayOfPhoto(before)) })}
      </span>
      <span className={classes['day']} data-side="after">
        {t('pairs.after', { day: dayExact(dayOfPhoto(after)) })}
      </span>
      {/* A real slider over the whole picture: it brings the keys and the words for who does not see it. */}
      <input
        type="range"
        className={classes['range']}
        min={0}
        max={100}
        value={at}
        aria-label={t('pairs.slider')}
        aria-valuetext={t('pairs.shown', { percent: at })}
        data-autofocus
        onChange={(event) => setAt(Number(event.currentTarget.value))}
      />
      <span className={classes['edge']} style={{ left: `${at}%` }} aria-hidden>
        <IconArrowsLeftRight size={18} stroke={2} />
      </span>
    </Framed>
  );
};
