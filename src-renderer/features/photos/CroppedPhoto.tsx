// The part of a photo that its pair shows too, with what was drawn on it, filling whatever it stands in.
import type { Crop } from '../../../domain/pictures/common-view.ts';
import { PhotoMarks } from '../../media/PhotoMarks.tsx';
import { Picture } from '../../media/Picture.tsx';
import type { Photo } from './photo-groups.ts';
import classes from './pairs.module.css';

interface CroppedPhotoProps {
  readonly photo: Photo;
  readonly crop: Crop;
  readonly alt: string;
}

const percent = (share: number): string => `${share * 100}%`;

export const CroppedPhoto = ({ photo, crop, alt }: CroppedPhotoProps): React.JSX.Element => {
  const { sha, thumb, turn } = photo.body;
  return (
    <div className={classes['window']}>
      <div
        style={{
          position: 'absolute',
          left: percent(-crop.left / crop.width),
          top: percent(-crop.top / crop.height),
          width: percent(1 / crop.width),
          height: percent(1 / crop.height),
        }}
      >
        <Picture sha={sha} thumb={thumb} alt={alt} turn={turn} />
        <PhotoMarks body={photo.body} />
      </div>
    </div>
  );
};
