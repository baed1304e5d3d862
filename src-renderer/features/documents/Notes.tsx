// Notes on a document, each on a line of it or on the whole: read by whoever reads the document.
import { ActionIcon, Button, Group, Text, Textarea, UnstyledButton } from '@mantine/core';
import { IconMapPin, IconTrash, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { Place } from '../../../domain/records/paper.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords, useRun, useStore } from '../../data/hooks.ts';
import { useDraft } from '../../ui/use-draft.ts';
import { useFound } from '../../ui/use-found.ts';
import { WhoWhen } from '../../ui/WhoWhen.tsx';
import type { PaperRecord } from './paper-record.ts';
import classes from './paper.module.css';

export interface Pin {
  readonly place: Place;
  /** The words of the line it is on. */
  readonly text: string;
}

interface NotesProps {
  readonly record: PaperRecord;
  /** The line that was pressed: a new note goes there. */
  readonly pin: Pin | null;
  readonly onUnpin: () => void;
  readonly onShow: (note: RecordOf<'comment'>) => void;
}

export const Notes = ({ record, pin, onUnpin, onShow }: NotesProps): React.JSX.Element => {
  const { t } = useTranslation('documents');
  const run = useRun();
  const { me } = useStore();
  const notes = useRecords({ type: 'comment', parent: record.key });
  const draft = useDraft(`note:${record.key}`, '');
  const add = async (): Promise<void> => {
    const { space, journey, key } = record;
    const where = pin === null ? {} : { place: pin.place };
    if (!(await run('comment.add', { space, journey, parent: key, text: draft.value, ...where })).ok) return;
    draft.clear();
    onUnpin();
  };
  return (
    <section aria-label={t('notes.title')}>
      <Text fw={600} mb={4}>
        {t('notes.title')}
      </Text>
      <ul className={classes['notes']}>
        {(notes ?? []).map((note) => (
          <Note key={note.key} noteKey={note.key}>
            <Group justify="space-between" wrap="nowrap" gap="xs">
              <WhoWhen by={note.createdBy} stamp={note.stamp} />
              {note.createdBy === me && (
                <ActionIcon
                  size="sm"
                  aria-label={t('notes.trash')}
                  onClick={() => void run('record.trash', { key: note.key })}
                >
                  <IconTrash size={14} stroke={1.75} />
                </ActionIcon>
              )}
            </Group>
            {note.body.place === undefined ? (
              <Text size="sm">{note.body.text}</Text>
            ) : (
              <UnstyledButton className={classes['note'] ?? ''} onClick={() => onShow(note)}>
                <IconMapPin size={14} stroke={1.75} aria-hidden /> {note.body.text}
              </UnstyledButton>
            )}
          </Note>
        ))}
      </ul>
      {pin !== null && (
        <Group gap={4} wrap="nowrap" mb={4}>
          <IconMapPin size={14} stroke={1.75} aria-hidden />
          <Text size="sm" c="dimmed" truncate>
            {pin.text}
          </Text>
          <ActionIcon size="sm" aria-label={t('notes.unpin')} onClick={onUnpin}>
            <IconX size={14} stroke={1.75} />
          </ActionIcon>
        </Group>
      )}
      <Textarea
        size="xs"
        autosize
        minRows={1}
        maxRows={6}
        maxLength={10_000}
        aria-label={t('notes.write')}
        placeholder={t(pin === null ? 'notes.hint' : 'notes.write')}
        value={draft.value}
        onChange={(event) => draft.change(event.currentTarget.value)}
      />
      {draft.value.trim() !== '' && (
        <Button size="xs" mt={6} onClick={() => void add()}>
          {t('notes.add')}
        </Button>
      )}
    </section>
  );
};

const Note = ({
  noteKey,
  children,
}: {
  readonly noteKey: RecordKey;
  readonly children: ReactNode;
}): React.JSX.Element => <li {...useFound(noteKey)}>{children}</li>;
