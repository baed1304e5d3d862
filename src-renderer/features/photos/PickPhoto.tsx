// Chooses one photo of the journey, newest first.
import { Modal } from '@mantine/core';
import { useMemo } from 'react';
import type { Photo } from './photo-groups.ts';
import { PhotoTile } from './PhotoTile.tsx';
import classes from './pairs.module.css';
import { takenMs } from '../../media/taken-ms.ts';

interface PickPhotoProps {
  readonly title: string;
  readonly photos: readonly Photo[];
  readonly onPick: (photo: Photo) => void;
  readonly onClose: () => void;
}

/** Side of a picture in px. */
const SIDE = 132;
/** More than this nobody looks through here; the others are found in the gallery. */
const MOST = 200;

export const PickPhoto = ({ title, photos, onPick, onClose }: PickPhotoProps): React.JSX.Element => {
  const newest = useMemo(() => photos.toSorted((a, b) => takenMs(b) - takenMs(a)).slice(0, MOST), [photos]);
  return (
    <Modal opened onClose={onClose} title={title} size={640} zIndex={400}>
      <div className={classes['pick']} role="list">
        {newest.map((photo) => (
          <PhotoTile key={photo.key} photo={photo} size={SIDE} hasOffer={false} onOpen={() => onPick(photo)} />
        ))}
      </div>
    </Modal>
  );
};
