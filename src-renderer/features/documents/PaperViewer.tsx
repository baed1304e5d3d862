// One paper full screen, a document or a photo of one: its pages, and beside them its values with their places, or its text.
import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { useRecords } from '../../data/hooks.ts';
import { bestOf, findWords, type FoundWord } from '../../media/find-words.ts';
import { useReading } from '../../media/hooks.ts';
import mediaClasses from '../../media/media.module.css';
import { PhotoMarks } from '../../media/PhotoMarks.tsx';
import { Sheet } from '../../media/Sheet.tsx';
import { linesOfPage, type TextLine } from '../../media/text-lines.ts';
import { Viewer } from '../../media/Viewer.tsx';
import { AboutPaper } from './AboutPaper.tsx';
import { FindField } from './FindField.tsx';
import { Notes, type Pin } from './Notes.tsx';
import { PageStrip } from './PageStrip.tsx';
import { PaperPage } from './PaperPage.tsx';
import { PaperPanel } from './PaperPanel.tsx';
import { titleOf, type PaperRecord } from './paper-record.ts';
import { marksOf, type FieldName } from './paper-fields.ts';
import { usePaper } from './paper-source.ts';

interface PaperViewerProps {
  readonly papers: readonly PaperRecord[];
  readonly currency: string;
  /** What was looked for when it was found, '' when it was opened from a list. */
  readonly find: string;
  /** The note that was found; null for none. */
  readonly note: RecordKey | null;
  readonly open: RecordKey | null;
  readonly onOpen: (key: RecordKey) => void;
  /** The values were accepted or waved away. */
  readonly onDone: (key: RecordKey) => void;
  readonly onClose: () => void;
}

export const PaperViewer = ({ papers, open, ...rest }: PaperViewerProps): React.JSX.Element | null => {
  const paper = papers.find(({ key }) => key === open);
  return paper === undefined ? null : <OnePaper key={paper.key} record={paper} {...rest} />;
};

/** A4 upright at 200 dpi, until the page has said how large it is. */
const UNKNOWN_PAGE = { width: 1_654, height: 2_339 };
const NO_LINES: readonly TextLine[] = [];
/** The mark of a note that is being written. */
const NEW_NOTE = 'new-note';
const NO_FOUND: readonly NonNullable<FoundWord['box']>[] = [];

const countByPage = (found: readonly FoundWord[]): ReadonlyMap<number, number> => {
  const count = new Map<number, number>();
  for (const { page } of found) count.set(page, (count.get(page) ?? 0) + 1);
  return count;
};

type OnePaperProps = Omit<PaperViewerProps, 'papers' | 'open'> & { readonly record: PaperRecord };

const OnePaper = ({ record, currency, find, note, onOpen, onDone, onClose }: OnePaperProps): React.JSX.Element => {
  const { t } = useTranslation('documents');
  const [number, setNumber] = useState(1);
  const [zoom, setZoom] = useState(1);
  const [chosen, setChosen] = useState<number | null>(null);
  const [boxes, setBoxes] = useState(true);
  const [touched, setTouched] = useState<FieldName | null>(null);
  const [side, setSide] = useState<'values' | 'about' | null>(null);
  const [looked, setLooked] = useState(find);
  const [foundAt, setFoundAt] = useState(0);
  const [pin, setPin] = useState<Pin | null>(null);
  const notes = useRecords({ type: 'comment', parent: record.key });
  const [drawn, setDrawn] = useState<{ readonly width: number; readonly height: number } | null>(null);
  const reading = useReading(record.key);
  const source = usePaper(reading, currency);
  const page = reading?.body.pages[number - 1];
  const lines = useMemo(() => (page === undefined ? null : linesOfPage(page)), [page]);
  const pages = record.type === 'document' ? record.body.pages : 1;
  const title = titleOf(record);
  const natural = record.type === 'photo' ? record.body : UNKNOWN_PAGE;
  const size = page ?? drawn ?? natural;
  const asked = reading?.body.offer === 'open' || reading?.body.offer === 'taken';
  const shown = source === null ? 'about' : (side ?? (asked && find === '' && note === null ? 'values' : 'about'));
  const allMarks = useMemo(() => (source === null ? [] : marksOf(source.paper)), [source]);
  const marks = useMemo(
    () =>
      allMarks
        .filter(({ place }) => place.page === number)
        .map(({ field, place }) => ({ name: field, box: place.box })),
    [allMarks, number],
  );
  const found = useMemo(() => findWords(reading?.body.pages ?? [], looked), [reading, looked]);
  const foundByPage = useMemo(() => countByPage(found), [found]);
  const now = found[foundAt];
  const onPage = found.filter((one) => one.page === number);
  const showFound = (at: number): void => {
    setFoundAt(at);
    const there = found[at];
    if (there !== undefined) setNumber(there.page);
  };
  // The page on which it stands first is the one to see, as soon as it is known.
  const [shownFor, setShownFor] = useState<string | null>(null);
  if (looked !== shownFor && reading != null) {
    setShownFor(looked);
    const words = findWords(reading.body.pages, looked);
    const first = bestOf(words);
    setFoundAt(first);
    setNumber(words[first]?.page ?? number);
  }
  // So is the page of the note that was found.
  const [noteShown, setNoteShown] = useState<RecordKey | null>(null);
  const foundNote = note === noteShown ? undefined : notes?.find(({ key }) => key === note);
  if (foundNote !== undefined) {
    setNoteShown(foundNote.key);
    setTouched(foundNote.key);
    setNumber(foundNote.body.place?.page ?? number);
  }
  /** Where notes are on this page, and the line that a new one goes to. */
  const pins = useMemo(
    () => [
      ...(notes ?? []).flatMap(({ key, body }) =>
        body.place?.page === number ? [{ name: key, box: body.place.box }] : [],
      ),
      ...(pin?.place.page === number ? [{ name: NEW_NOTE, box: pin.place.box }] : []),
    ],
    [notes, pin, number],
  );
  const turn = (to: number): (() => void) | null =>
    to < 1 || to > pages
      ? null
      : () => {
          setNumber(to);
          setChosen(null);
        };
  /** A touched value brings its page. */
  const touch = (field: FieldName): void => {
    setTouched(field);
    const place = allMarks.find((mark) => mark.field === field)?.place;
    if (place !== undefined && place.page !== number) setNumber(place.page);
  };
  const beside = (
    <div className={mediaClasses['besideBody']}>
      {source !== null && (
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('paper.side.label')}
          value={shown}
          onChange={(value) => setSide(value === 'about' ? 'about' : 'values')}
          data={[
            { value: 'values', label: t('paper.side.values') },
            { value: 'about', label: t('paper.side.about') },
          ]}
        />
      )}
      {shown === 'values' && source !== null && reading != null ? (
        <PaperPanel source={source} reading={reading} onTouch={touch} onDone={() => onDone(record.key)} />
      ) : (
        <AboutPaper
          find={
            <FindField
              value={looked}
              onChange={setLooked}
              count={found.length}
              at={foundAt}
              onNext={() => showFound(found.length === 0 ? 0 : (foundAt + 1) % found.length)}
            />
          }
          notes={
            <Notes
              record={record}
              pin={pin}
              onUnpin={() => setPin(null)}
              onShow={({ key, body }) => {
                setTouched(key);
                if (body.place !== undefined) setNumber(body.place.page);
              }}
            />
          }
          record={record}
          reading={reading ?? null}
          lines={reading == null ? null : (lines ?? NO_LINES)}
          text={{ chosen, setChosen, boxes, setBoxes }}
          pager={{ number, pages, turn }}
          onOpen={onOpen}
          onClose={onClose}
        />
      )}
    </div>
  );
  return (
    <Viewer
      title={title}
      position={t('position', { number, pages })}
      zoom={zoom}
      onZoom={setZoom}
      onNext={turn(number + 1)}
      onPrevious={turn(number - 1)}
      onClose={onClose}
      beside={beside}
      wide={shown === 'values'}
    >
      {record.type === 'document' && pages > 1 && (
        <PageStrip document={record} number={number} onPage={(to) => turn(to)?.()} foundByPage={foundByPage} />
      )}
      <Sheet
        found={shown === 'about' ? onPage.flatMap(({ box }) => (box === null ? [] : [box])) : NO_FOUND}
        foundAt={now === undefined ? -1 : onPage.indexOf(now)}
        {...(shown === 'about' && lines !== null ? { text: lines } : {})}
        width={size.width}
        height={size.height}
        zoom={zoom}
        lines={shown === 'about' && boxes && lines !== null ? lines : NO_LINES}
        chosen={chosen}
        onChoose={setChosen}
        marks={shown === 'values' ? marks : pins}
        marked={shown === 'about' && pin !== null ? NEW_NOTE : touched}
        {...(record.type === 'photo' ? { turn: record.body.turn ?? 0, over: <PhotoMarks body={record.body} /> } : {})}
        onPress={({ text, box }) => box !== null && setPin({ text, place: { page: number, box: [...box] } })}
        onMark={(field) => {
          setTouched(field);
          focusField(field);
        }}
      >
        <PaperPage record={record} number={number} zoom={zoom} page={page ?? null} onDrawn={setDrawn} />
      </Sheet>
    </Viewer>
  );
};

const focusField = (field: FieldName): void => {
  const element = [...document.querySelectorAll<HTMLElement>('[data-field]')].find(
    (one) => one.dataset['field'] === field,
  );
  const input =
    element?.matches('input,textarea') === true ? element : element?.querySelector<HTMLElement>('input,textarea');
  input?.focus();
};
