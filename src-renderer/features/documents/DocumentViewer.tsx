// One document full screen: a page at a time, its text beside it, what is known and can be changed.
import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { useReading } from '../../media/hooks.ts';
import { MediaAudience } from '../../media/MediaAudience.tsx';
import mediaClasses from '../../media/media.module.css';
import { ReceiptOffer } from '../../media/ReceiptOffer.tsx';
import { Sheet } from '../../media/Sheet.tsx';
import { StepSelect } from '../../media/StepSelect.tsx';
import { TextBeside } from '../../media/TextBeside.tsx';
import { linesOfPage, type TextLine } from '../../media/text-lines.ts';
import { Viewer } from '../../media/Viewer.tsx';
import { InlineText } from '../../ui/InlineText.tsx';
import { PdfPageView } from './PdfPageView.tsx';

type Document = RecordOf<'document'>;

interface DocumentViewerProps {
  readonly documents: readonly Document[];
  readonly open: RecordKey | null;
  readonly onOpen: (key: RecordKey) => void;
  readonly onClose: () => void;
}

export const DocumentViewer = ({ documents, open, onOpen, onClose }: DocumentViewerProps): React.JSX.Element | null => {
  const document = documents.find(({ key }) => key === open);
  return document === undefined ? null : (
    <OneDocument key={document.key} document={document} onOpen={onOpen} onClose={onClose} />
  );
};

/** A4 upright at 200 dpi, until the page has said how large it is. */
const UNKNOWN_PAGE = { width: 1_654, height: 2_339 };
const NO_LINES: readonly TextLine[] = [];

const OneDocument = ({
  document,
  onOpen,
  onClose,
}: { readonly document: Document } & Pick<DocumentViewerProps, 'onOpen' | 'onClose'>): React.JSX.Element => {
  const { t } = useTranslation('documents');
  const run = useRun();
  const [number, setNumber] = useState(1);
  const [zoom, setZoom] = useState(1);
  const [chosen, setChosen] = useState<number | null>(null);
  const [boxes, setBoxes] = useState(true);
  const [drawn, setDrawn] = useState<{ readonly width: number; readonly height: number } | null>(null);
  const reading = useReading(document.key);
  const page = reading?.body.pages[number - 1];
  const lines = useMemo(() => (page === undefined ? null : linesOfPage(page)), [page]);
  const { pages, title, sha } = document.body;
  const size = page ?? drawn ?? UNKNOWN_PAGE;
  const turn = (to: number): (() => void) | null =>
    to < 1 || to > pages
      ? null
      : () => {
          setNumber(to);
          setChosen(null);
        };
  const trash = async (): Promise<void> => {
    if ((await run('record.trash', { key: document.key })).ok) onClose();
  };
  const beside = (
    <div className={mediaClasses['besideBody']}>
      <InlineText
        label={t('title')}
        size="heading"
        value={title}
        required
        maxLength={300}
        onSave={(next) => void run('document.edit', { key: document.key, set: { title: next } })}
      />
      <div>
        <Fact label={t('step')}>
          <StepSelect record={document} />
        </Fact>
        <Fact label={t('seenBy')}>
          <MediaAudience record={document} onShared={onOpen} />
        </Fact>
        <Fact label={t('file')}>
          <Text truncate title={document.body.name}>
            {document.body.name}
          </Text>
        </Fact>
      </div>
      {reading != null && <ReceiptOffer key={reading.key} reading={reading} step={document.parent} />}
      {pages > 1 && <Pager number={number} pages={pages} turn={turn} />}
      <TextBeside
        of={document.key}
        lines={reading == null ? null : (lines ?? NO_LINES)}
        chosen={chosen}
        onChoose={setChosen}
        boxes={boxes}
        onBoxes={setBoxes}
      />
      <div>
        <Button
          variant="subtle"
          color="red"
          size="xs"
          ml={-10}
          leftSection={<IconTrash size={16} stroke={1.75} />}
          onClick={() => void trash()}
        >
          {t('trash')}
        </Button>
      </div>
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
    >
      <Sheet
        width={size.width}
        height={size.height}
        zoom={zoom}
        lines={boxes && lines !== null ? lines : NO_LINES}
        chosen={chosen}
        onChoose={setChosen}
      >
        <PdfPageView sha={sha} page={number} zoom={zoom} label={t('page', { number })} onDrawn={setDrawn} />
      </Sheet>
    </Viewer>
  );
};

const Pager = ({
  number,
  pages,
  turn,
}: {
  readonly number: number;
  readonly pages: number;
  readonly turn: (to: number) => (() => void) | null;
}): React.JSX.Element => {
  const { t } = useTranslation('documents');
  const back = turn(number - 1);
  const on = turn(number + 1);
  return (
    <Group gap="xs">
      <ActionIcon aria-label={t('previousPage')} disabled={back === null} onClick={() => back?.()}>
        <IconChevronLeft size={16} />
      </ActionIcon>
      <Text size="sm" className="pl-number">
        {t('position', { number, pages })}
      </Text>
      <ActionIcon aria-label={t('nextPage')} disabled={on === null} onClick={() => on?.()}>
        <IconChevronRight size={16} />
      </ActionIcon>
    </Group>
  );
};

const Fact = ({
  label,
  children,
}: {
  readonly label: string;
  readonly children: React.ReactNode;
}): React.JSX.Element => (
  <div className={mediaClasses['fact']}>
    <Text size="sm" c="dimmed">
      {label}
    </Text>
    <div style={{ minWidth: 0 }}>{children}</div>
  </div>
);
