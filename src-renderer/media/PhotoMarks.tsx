// What was drawn on a photo, over a picture of it that fills the same box: to be looked at, not to be changed.
import { useTranslation } from 'react-i18next';
import { marksInOrder } from '../../domain/pictures/mark-shapes.ts';
import { shownSize } from '../../domain/pictures/turned.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import { DrawnMark } from './DrawnMark.tsx';
import classes from './media.module.css';

interface PhotoMarksProps {
  readonly body: Pick<RecordOf<'photo'>['body'], 'marks' | 'width' | 'height' | 'turn'>;
}

export const PhotoMarks = ({ body }: PhotoMarksProps): React.JSX.Element | null => {
  const { t } = useTranslation('capture');
  const marks = marksInOrder(body.marks);
  if (marks.length === 0) return null;
  const size = shownSize(body);
  return (
    <svg
      className={classes['drawn']}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={t('drawn', { count: marks.length })}
    >
      {marks.map(([id, mark]) => (
        <DrawnMark key={id} mark={mark} size={size} turn={body.turn ?? 0} />
      ))}
    </svg>
  );
};
