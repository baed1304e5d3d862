// One paper full screen, a document or the photos of its pages: its pages, and beside them its values with their places, or its text.
import { useMemo, useState } from 'react';
import { Button } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { useStore } from '../../data/hooks.ts';
import type { FoundWord } from '../../media/find-words.ts';
import { PhotoMarks } from '../../media/PhotoMarks.tsx';
import { Sheet } from '../../media/Sheet.tsx';
import { linesOfPage, type TextLine } from '../../media/text-lines.ts';
import { Viewer } from '../../media/Viewer.tsx';
import { PinLayer } from '../../tasks/PinLayer.tsx';
import { PinnedTasks } from '../../tasks/PinnedTasks.tsx';
import { usePinning } from '../../tasks/use-pinning.ts';
import { usePins } from '../../tasks/use-pins.ts';
import { usePlace } from '../../ui/place-context.ts';
import { AboutPaper } from './AboutPaper.tsx';
import { FindField } from './FindField.tsx';
import { Notes, type Pin } from './Notes.tsx';
import { PageStrip } from './PageStrip.tsx';
import { PaperBeside, type Side } from './PaperBeside.tsx';
import { PaperPage } from './PaperPage.tsx';
import { PaperPanel } from './PaperPanel.tsx';
import { focusField } from './paper-fields.ts';
import { pageCount, titleOf, type OpenPaper } from './paper-record.ts';
import { usePaper } from './paper-source.ts';
import { useFind } from './use-find.ts';
import { useMarks } from './use-marks.ts';
import { useNotes, type PaperNote } from './use-notes.ts';
import { usePageReadings } from './use-page-readings.ts';

interface PaperViewerProps {
  readonly paper: OpenPaper;
  /** The page to begin with, from 1. */
  readonly first: number;
  readonly currency: string;
  /** What was looked for when it was found, '' when it was opened from a list. */
  readonly find: string;
  /** The note that was found; null for none. */
  readonly note: RecordKey | null;
  readonly onOpen: (key: RecordKey) => void;
  /** The values were accepted or waved away. */
  readonly onDone: (key: RecordKey) => void;
  readonly onClose: () => void;
}

/** A4 upright at 200 dpi, until the page has said how large it is. */
const UNKNOWN_PAGE = { width: 1_654, height: 2_339 };
const NO_LINES: readonly TextLine[] = [];
const NO_NOTES: readonly PaperNote[] = [];
const NO_FOUND: readonly NonNullable<FoundWord['box']>[] = [];

export const PaperViewer = (props: PaperViewerProps): React.JSX.Element => {
  const { paper, first, currency, note, onOpen, onDone, onClose } = props;
  const { t } = useTranslation(['documents', 'tasks']);
  const { record, photos } = paper;
  const pages = pageCount(paper);
  const [asked, setNumber] = useState(first);
  const number = Math.min(asked, pages);
  const [zoom, setZoom] = useState(1);
  const [chosen, setChosen] = useState<number | null>(null);
  const [boxes, setBoxes] = useState(true);
  const [side, setSide] = useState<Side | null>(null);
  const [pin, setPin] = useState<Pin | null>(null);
  const [drawn, setDrawn] = useState<{ readonly width: number; readonly height: number } | null>(null);
  const toPage = (to: number): void => {
    setNumber(to);
    setChosen(null);
  };
  const { roleIn } = useStore();
  const { go } = usePlace();
  const pinning = usePinning();
  const notes = useNotes(paper) ?? NO_NOTES;
  const { reading, pages: readPages, isRead } = usePageReadings(paper);
  const source = usePaper({ reading, pages: readPages, photos }, currency);
  const find = useFind(props.find, { pages: readPages, toPage });
  const marks = useMarks({ paper: source?.paper ?? null, notes, pin, found: note, number, toPage });
  const page = readPages?.[number - 1];
  const lines = useMemo(() => (page === undefined ? null : linesOfPage(page)), [page]);
  const photo = photos[number - 1];
  // A page that was photographed is a photo of its own, and keeps its pins wherever it stands among the pages.
  const held = photo ?? record;
  const turned = photo?.body.turn ?? 0;
  const onPage = photo === undefined ? { page: number } : {};
  const pins = usePins(held, { ...onPage, turn: turned });
  const size = page ?? drawn ?? photo?.body ?? UNKNOWN_PAGE;
  const isAsked = reading?.body.offer === 'open' || reading?.body.offer === 'taken';
  const begins = isAsked && props.find === '' && note === null ? 'values' : 'about';
  const shown = source === null ? 'about' : (side ?? begins);
  const turn = (to: number): (() => void) | null => (to < 1 || to > pages ? null : () => toPage(to));
  const foundHere = find.found.filter((one) => one.page === number);
  const now = find.found[find.at];
  return (
    <Viewer
      title={titleOf(record)}
      position={t('position', { number, pages })}
      zoom={zoom}
      onZoom={setZoom}
      onNext={pinning.state === null ? turn(number + 1) : null}
      onPrevious={pinning.state === null ? turn(number - 1) : null}
      onClose={onClose}
      onEscape={pinning.state === null ? onClose : pinning.end}
      tools={
        roleIn(record.space) !== 'viewer' && (
          <Button
            size="xs"
            variant="default"
            aria-pressed={pinning.state !== null}
            leftSection={<IconMapPin size={16} stroke={1.75} />}
            onClick={() => {
              setSide('about');
              if (pinning.state === null) pinning.begin();
              else pinning.end();
            }}
          >
            {t('tasks:pin.task')}
          </Button>
        )
      }
      wide={shown === 'values'}
      beside={
        <PaperBeside
          shown={shown}
          onSide={setSide}
          values={
            source === null || reading == null ? null : (
              <PaperPanel source={source} reading={reading} onTouch={marks.touch} onDone={() => onDone(record.key)} />
            )
          }
          about={
            <AboutPaper
              paper={paper}
              reading={reading ?? null}
              lines={isRead(number) ? (lines ?? NO_LINES) : null}
              text={{ chosen, setChosen, boxes, setBoxes }}
              pager={{ number, pages, turn }}
              find={
                <FindField
                  value={find.looked}
                  onChange={find.setLooked}
                  count={find.found.length}
                  at={find.at}
                  onNext={find.next}
                />
              }
              notes={
                <>
                  <PinnedTasks
                    media={held}
                    {...onPage}
                    turn={turned}
                    pins={pins}
                    pinning={pinning}
                    onMoved={(key) => photo === undefined && onOpen(key)}
                  />
                  <Notes
                    paper={paper}
                    notes={notes}
                    pin={pin}
                    onUnpin={() => setPin(null)}
                    onShow={({ key }) => marks.touch(key)}
                  />
                </>
              }
              onOpen={onOpen}
              onClose={onClose}
            />
          }
        />
      }
    >
      {pages > 1 && <PageStrip paper={paper} number={number} onPage={(to) => turn(to)?.()} foundByPage={find.byPage} />}
      <Sheet
        found={shown === 'about' ? foundHere.flatMap(({ box }) => (box === null ? [] : [box])) : NO_FOUND}
        foundAt={now === undefined ? -1 : foundHere.indexOf(now)}
        {...(shown === 'about' && lines !== null ? { text: lines } : {})}
        width={size.width}
        height={size.height}
        zoom={zoom}
        lines={shown === 'about' && boxes && lines !== null ? lines : NO_LINES}
        chosen={chosen}
        onChoose={setChosen}
        marks={shown === 'values' ? marks.values : marks.pins}
        marked={shown === 'values' ? marks.touched : marks.pinned}
        turn={turned}
        over={
          <>
            {photo !== undefined && <PhotoMarks body={photo.body} />}
            <PinLayer
              pins={pins}
              pinning={pinning}
              onOpen={(key) => go({ go: 'journey', journey: record.journey, tab: 'tasks', record: key })}
            />
          </>
        }
        onPress={({ text, box }) => box !== null && setPin({ text, place: { page: number, box: [...box] } })}
        onMark={(name) => {
          marks.touch(name);
          focusField(name);
        }}
      >
        <PaperPage paper={paper} number={number} zoom={zoom} page={page ?? null} onDrawn={setDrawn} />
      </Sheet>
    </Viewer>
  );
};
