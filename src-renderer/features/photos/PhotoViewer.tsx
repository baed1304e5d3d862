// One photo full screen: the picture with the places of its text, and beside it what is known and can be changed.
import { Button } from '@mantine/core';
import { IconMapPin, IconPencil } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { quarterOn } from '../../../domain/pictures/turned.ts';
import type { Turn } from '../../../domain/records/media.ts';
import { useRun, useStore } from '../../data/hooks.ts';
import { useReading } from '../../media/hooks.ts';
import { linesOfPage, type TextLine } from '../../media/text-lines.ts';
import { Viewer } from '../../media/Viewer.tsx';
import { PinLayer } from '../../tasks/PinLayer.tsx';
import { PinnedTasks } from '../../tasks/PinnedTasks.tsx';
import { usePinning } from '../../tasks/use-pinning.ts';
import { usePins } from '../../tasks/use-pins.ts';
import { usePlace } from '../../ui/place-context.ts';
import { foundOn, lineAt } from './found-on.ts';
import { MarkList } from './MarkList.tsx';
import { PhotoBeside } from './PhotoBeside.tsx';
import { altOf, type Photo } from './photo-groups.ts';
import { PhotoStage } from './PhotoStage.tsx';
import { useMarkup } from './use-markup.ts';
import { useMayEdit } from './use-may-edit.ts';

interface PhotoViewerProps {
  /** In the order that the arrows follow. */
  readonly photos: readonly Photo[];
  readonly open: RecordKey | null;
  /** What was looked for when it was found; its place in the photo's text is shown. */
  readonly find?: string;
  readonly onOpen: (key: RecordKey) => void;
  readonly onClose: () => void;
}

export const PhotoViewer = ({
  photos,
  open,
  find = '',
  onOpen,
  onClose,
}: PhotoViewerProps): React.JSX.Element | null => {
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
      find={find}
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
  readonly find: string;
  readonly onOpen: (key: RecordKey) => void;
  readonly onNext: (() => void) | null;
  readonly onPrevious: (() => void) | null;
  readonly onClose: () => void;
}

const NO_LINES: readonly TextLine[] = [];

const OnePhoto = (props: OnePhotoProps): React.JSX.Element => {
  const { photo, photos, at, find, onOpen, onNext, onPrevious, onClose } = props;
  const { t } = useTranslation(['photos', 'tasks']);
  const run = useRun();
  const [zoom, setZoom] = useState(1);
  const [chosen, setChosen] = useState<number | null>(null);
  const [boxes, setBoxes] = useState(true);
  const reading = useReading(photo.key);
  const [page] = reading?.body.pages ?? [];
  const lines = useMemo(() => (page === undefined ? null : linesOfPage(page)), [page]);
  const found = useMemo(() => foundOn(page, find), [page, find]);
  // The line in which it stands is lit up beside the picture as soon as it is known.
  const [shownFor, setShownFor] = useState('');
  if (find !== shownFor && lines !== null) {
    setShownFor(find);
    setChosen(lineAt(lines, found.boxes[found.now]));
  }
  const mayEdit = useMayEdit(photo);
  const markup = useMarkup(photo);
  const { roleIn } = useStore();
  const { go } = usePlace();
  const pinning = usePinning();
  const pins = usePins(photo, { turn: photo.body.turn });
  const isBusy = markup.tool !== null || pinning.state !== null;
  // A quarter on from the press before, which may not be written yet.
  const pressed = useRef<Turn | null>(null);
  const turn = async (): Promise<void> => {
    setZoom(1);
    const to = quarterOn(pressed.current ?? photo.body.turn ?? 0);
    pressed.current = to;
    await run('photo.edit', { key: photo.key, set: { turn: to } });
    if (pressed.current === to) pressed.current = null;
  };
  const afterTrash = onNext ?? onPrevious ?? onClose;
  return (
    <Viewer
      title={altOf(photo)}
      position={t('position', { at: at + 1, count: photos.length })}
      zoom={zoom}
      onZoom={setZoom}
      // While someone draws or pins, the arrows move what is drawn.
      onNext={isBusy ? null : onNext}
      onPrevious={isBusy ? null : onPrevious}
      onClose={onClose}
      onEscape={markup.tool !== null ? () => markup.setTool(null) : pinning.state === null ? onClose : pinning.end}
      onTurn={mayEdit ? () => void turn() : undefined}
      tools={
        <>
          {roleIn(photo.space) !== 'viewer' && (
            <Button
              size="xs"
              variant="default"
              aria-pressed={pinning.state !== null}
              leftSection={<IconMapPin size={16} stroke={1.75} />}
              onClick={() => {
                markup.setTool(null);
                if (pinning.state === null) pinning.begin();
                else pinning.end();
              }}
            >
              {t('tasks:pin.task')}
            </Button>
          )}
          {mayEdit && (
            <Button
              size="xs"
              variant="default"
              aria-pressed={markup.tool !== null}
              leftSection={<IconPencil size={16} stroke={1.75} />}
              onClick={() => {
                pinning.end();
                markup.setTool(markup.tool === null ? 'arrow' : null);
              }}
            >
              {t('marks.draw')}
            </Button>
          )}
        </>
      }
      beside={
        <PhotoBeside
          photo={photo}
          photos={photos}
          reading={reading ?? null}
          lines={reading === undefined ? NO_LINES : lines}
          text={{ chosen, setChosen, boxes, setBoxes }}
          onOpen={onOpen}
          onTrash={afterTrash}
          marks={
            <>
              <PinnedTasks media={photo} turn={photo.body.turn} pins={pins} pinning={pinning} onMoved={onOpen} />
              <MarkList markup={markup} mayEdit={mayEdit} />
            </>
          }
        />
      }
    >
      <PhotoStage
        photo={photo}
        zoom={zoom}
        onZoom={setZoom}
        lines={boxes && lines !== null ? lines : NO_LINES}
        chosen={chosen}
        onChoose={setChosen}
        found={found}
        markup={markup}
        isHeld={pinning.state === 'placing'}
        over={
          <PinLayer
            pins={pins}
            pinning={pinning}
            onOpen={(key) => go({ go: 'journey', journey: photo.journey, tab: 'tasks', record: key })}
          />
        }
      />
    </Viewer>
  );
};
