// What is known of a paper besides its values: its title, where it hangs, who sees it, and its text page by page.
import { ActionIcon, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { Fact } from '../../media/Fact.tsx';
import { FileFact } from '../../media/FileFact.tsx';
import { AttachedTo, CameWith } from '../../media/MailFacts.tsx';
import { MediaAudience } from '../../media/MediaAudience.tsx';
import { MoveToTrash } from '../../media/MoveToTrash.tsx';
import { Related } from '../../media/Related.tsx';
import { ReceiptOffer } from '../../media/ReceiptOffer.tsx';
import { HangOnStep } from '../../media/HangOnStep.tsx';
import { TextBeside } from '../../media/TextBeside.tsx';
import type { TextLine } from '../../media/text-lines.ts';
import { InlineText } from '../../ui/InlineText.tsx';
import { titleOf, type OpenPaper } from './paper-record.ts';
import { PhotoPages } from './PhotoPages.tsx';
import { Versions } from './Versions.tsx';

interface Pages {
  readonly number: number;
  readonly pages: number;
  readonly turn: (to: number) => (() => void) | null;
}

interface AboutPaperProps {
  readonly paper: OpenPaper;
  readonly reading: RecordOf<'reading'> | null;
  readonly lines: readonly TextLine[] | null;
  readonly text: {
    readonly chosen: number | null;
    readonly setChosen: (line: number | null) => void;
    readonly boxes: boolean;
    readonly setBoxes: (shown: boolean) => void;
  };
  readonly pager: Pages;
  /** The field that looks for words in it. */
  readonly find: React.ReactNode;
  readonly notes: React.ReactNode;
  readonly onOpen: (key: RecordKey) => void;
  readonly onClose: () => void;
}

export const AboutPaper = (props: AboutPaperProps): React.JSX.Element => {
  const { paper, reading, lines, text, pager, find, notes, onOpen, onClose } = props;
  const { record, photos } = paper;
  const { t } = useTranslation('documents');
  const run = useRun();
  const rename = (title: string): Promise<{ readonly ok: boolean }> =>
    record.type === 'document'
      ? run('document.edit', { key: record.key, set: { title } })
      : run('photo.edit', { key: record.key, set: { caption: title } });
  return (
    <>
      <InlineText
        label={t('title')}
        size="heading"
        value={titleOf(record)}
        draft={`name:${record.key}`}
        required
        maxLength={300}
        onSave={rename}
      />
      <div>
        <Fact label={t('step')}>
          <HangOnStep record={record} />
        </Fact>
        <Fact label={t('seenBy')}>
          <MediaAudience record={record} onShared={onOpen} />
        </Fact>
        <CameWith record={record} />
        <FileFact file={(photos[pager.number - 1] ?? record).body} />
      </div>
      {record.type === 'document' ? (
        <>
          <AttachedTo document={record} />
          <Versions document={record} onOpen={onOpen} />
        </>
      ) : (
        <PhotoPages paper={{ record, photos }} number={pager.number} onPage={(to) => pager.turn(to)?.()} />
      )}
      {reading?.body.guess?.kind === 'receipt' && (
        <ReceiptOffer key={reading.key} reading={reading} step={record.parent} />
      )}
      {record.type === 'document' && pager.pages > 1 && <Pager {...pager} />}
      {notes}
      {find}
      <TextBeside
        of={photos[pager.number - 1]?.key ?? record.key}
        lines={lines}
        chosen={text.chosen}
        onChoose={text.setChosen}
        boxes={text.boxes}
        onBoxes={text.setBoxes}
      />
      <Related of={[record.key, ...(reading?.body.made == null ? [] : [reading.body.made])]} />
      <MoveToTrash
        of={record.key}
        also={photos.map(({ key }) => key).filter((key) => key !== record.key)}
        onTrash={onClose}
      />
    </>
  );
};

const Pager = ({ number, pages, turn }: Pages): React.JSX.Element => {
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
