// Notes on a paper, each on a line of it or on the whole: read by whoever reads the paper, or by the family alone where it was shown to more people.
import { ActionIcon, Group, Text } from '@mantine/core';
import { IconMapPin, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { keyOf } from '../../../domain/kernel/ids.ts';
import type { Place } from '../../../domain/records/paper.ts';
import { recordAs } from '../../../domain/records/registry.ts';
import { journeySpace } from '../../../domain/spaces/space.ts';
import { CommentList } from '../../comments/Comments.tsx';
import { Composer } from '../../comments/Composer.tsx';
import { useRecord } from '../../data/hooks.ts';
import type { OpenPaper } from './paper-record.ts';
import { noteTarget, type PaperNote } from './use-notes.ts';
import classes from './paper.module.css';

export interface Pin {
  readonly place: Place;
  /** The words of the line it is on. */
  readonly text: string;
}

interface NotesProps {
  readonly paper: OpenPaper;
  readonly notes: readonly PaperNote[];
  /** The line that was pressed: a new note goes there. */
  readonly pin: Pin | null;
  readonly onUnpin: () => void;
  readonly onShow: (note: PaperNote) => void;
}

export const Notes = ({ paper, notes, pin, onUnpin, onShow }: NotesProps): React.JSX.Element | null => {
  const { t } = useTranslation('documents');
  const { record } = paper;
  const found = useRecord(keyOf(journeySpace(record.journey), record.journey));
  const journey = recordAs('journey', found ?? undefined);
  if (journey === null) return null;
  const placeOf = (key: string): (() => void) | null => {
    const note = notes.find((each) => each.key === key);
    return note === undefined || note.place === null ? null : () => onShow(note);
  };
  return (
    <section className={classes['notes']} aria-label={t('notes.title')}>
      <Text fw={600}>{t('notes.title')}</Text>
      <CommentList
        comments={notes.map(({ comment }) => comment)}
        journey={journey}
        label={t('notes.title')}
        showPlace={({ key }) => placeOf(key)}
      />
      {pin !== null && (
        <Group gap={4} wrap="nowrap">
          <IconMapPin size={14} stroke={1.75} aria-hidden />
          <Text size="sm" c="dimmed" truncate>
            {pin.text}
          </Text>
          <ActionIcon size="sm" aria-label={t('notes.unpin')} onClick={onUnpin}>
            <IconX size={14} stroke={1.75} />
          </ActionIcon>
        </Group>
      )}
      <Composer
        on={record.key}
        space={record.space}
        journey={journey}
        target={noteTarget(paper, pin?.place ?? null)}
        words={{ write: t('notes.write'), hint: t(pin === null ? 'notes.hint' : 'notes.write'), send: t('notes.add') }}
        onSent={onUnpin}
      />
    </section>
  );
};
