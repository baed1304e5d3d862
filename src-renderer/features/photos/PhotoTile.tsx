// One photo in a grid: its picture, its caption, and a mark when a cost waits in it.
import { UnstyledButton } from '@mantine/core';
import { IconReceipt2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Picture } from '../../media/Picture.tsx';
import { altOf, type Photo } from './photo-groups.ts';
import classes from './photos.module.css';

interface PhotoTileProps {
  readonly photo: Photo;
  /** Side of the square in px. */
  readonly size: number;
  readonly hasOffer: boolean;
  readonly onOpen: () => void;
}

export const PhotoTile = ({ photo, size, hasOffer, onOpen }: PhotoTileProps): React.JSX.Element => {
  const { t } = useTranslation('photos');
  const { sha, thumb, caption, turn } = photo.body;
  return (
    <div role="listitem">
      <UnstyledButton
        className={classes['tile']}
        style={{ height: size }}
        aria-label={t('open', { name: altOf(photo) })}
        onClick={onOpen}
      >
        <Picture sha={sha} thumb={thumb} alt="" turn={turn} />
        {caption !== '' && <span className={classes['caption']}>{caption}</span>}
        {hasOffer && (
          <span className={classes['offer']} title={t('offer')}>
            <IconReceipt2 size={14} stroke={2} aria-label={t('offer')} />
          </span>
        )}
      </UnstyledButton>
    </div>
  );
};
