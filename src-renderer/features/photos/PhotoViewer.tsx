// One photo full screen: the picture with the places of its text, and beside it what is known and can be changed.
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { useReading } from '../../media/hooks.ts';
import { Sheet } from '../../media/Sheet.tsx';
import { linesOfPage, type TextLine } from '../../media/text-lines.ts';
import { Viewer } from '../../media/Viewer.tsx';
import { FullPicture } from './FullPicture.tsx';
import { PhotoBeside } from './PhotoBeside.tsx';
import type { Photo } from './photo-groups.ts';

interface PhotoViewerProps {
  /** In the order that the arrows follow. */
  readonly photos: readonly Photo[];
  readonly open: RecordKey | null;
  readonly onOpen: (key: RecordKey) => void;
  readonly onClose: () => void;
}

export const PhotoViewer = ({ photos, open, onOpen, onClose }: PhotoViewerProps): React.JSX.Element | null => {
  const at = photos.findIndex(({ key }) => key === open);
  const photo = photos[at];
  if (photo === undefined) return null;
  const neighbour = (step: number): (() => void) | null => {
    const other = photos[at + step];
    return other === undefined ? null : () => onOpen(other.key);
  };
  return (
    <OnePhoto
      key={photo.key}
      photo={photo}
      photos={photos}
      at={at}
      onOpen={onOpen}
      onNext={neighbour(1)}
      onPrevious={neighbour(-1)}
      onClose={onClose}
    />
  );
};

interface OnePhotoProps {
  readonly photo: Photo;
  readonly photos: readonly Photo[];
  readonly at: number;
  readonly onOpen: (key: RecordKey) => void;
  readonly onNext: (() => void) | null;
  readonly onPrevious: (() => void) | null;
  readonly onClose: () => void;
}

const NO_LINES: readonly TextLine[] = [];

const OnePhoto = ({ photo, photos, at, onOpen, onNext, onPrevious, onClose }: OnePhotoProps): React.JSX.Element => {
  const { t } = useTranslation('photos');
  const [zoom, setZoom] = useState(1);
  const [chosen, setChosen] = useState<number | null>(null);
  const [boxes, setBoxes] = useState(true);
  const reading = useReading(photo.key);
  const [page] = reading?.body.pages ?? [];
  const lines = useMemo(() => (page === undefined ? null : linesOfPage(page)), [page]);
  const { sha, mime, width, height, name, caption, thumb } = photo.body;
  const afterTrash = onNext ?? onPrevious ?? onClose;
  return (
    <Viewer
      title={caption === '' ? name : caption}
      position={t('position', { at: at + 1, count: photos.length })}
      zoom={zoom}
      onZoom={setZoom}
      onNext={onNext}
      onPrevious={onPrevious}
      onClose={onClose}
      beside={
        <PhotoBeside
          photo={photo}
          photos={photos}
          reading={reading ?? null}
          lines={reading === undefined ? NO_LINES : lines}
          text={{ chosen, setChosen, boxes, setBoxes }}
          onOpen={onOpen}
          onTrash={afterTrash}
        />
      }
    >
      <Sheet
        width={width}
        height={height}
        zoom={zoom}
        lines={boxes && lines !== null ? lines : NO_LINES}
        chosen={chosen}
        onChoose={setChosen}
      >
        <FullPicture sha={sha} mime={mime} thumb={thumb} alt={caption === '' ? name : caption} />
      </Sheet>
    </Viewer>
  );
};
