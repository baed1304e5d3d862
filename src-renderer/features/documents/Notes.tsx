// Notes on a paper, each on a line of it or on the whole: read by whoever reads the paper, or by the family alone where it was shown to more people.
import { ActionIcon, Button, Group, Text, Textarea, UnstyledButton } from '@mantine/core';
import { IconMapPin, IconTrash, IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey, SpaceId } from '../../../domain/kernel/ids.ts';
import type { Place } from '../../../domain/records/paper.ts';
import { privateSpace, spaceKind } from '../../../domain/spaces/space.ts';
import { useRun, useStore } from '../../data/hooks.ts';
import { AudienceBadge, AudiencePicker } from '../../ui/AudienceBadge.tsx';
import { useIsFamily } from '../../ui/use-family.ts';
import { unbroken } from '../../ui/money.ts';
import { useDraft } from '../../ui/use-draft.ts';
import { useFound } from '../../ui/use-found.ts';
import { WhoWhen } from '../../ui/WhoWhen.tsx';
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

export const Notes = ({ paper, notes, pin, onUnpin, onShow }: NotesProps): React.JSX.Element => {
  const { t } = useTranslation('documents');
  const run = useRun();
  const { me } = useStore();
  const { record } = paper;
  const { journey } = record;
  const family = useIsFamily(journey);
  // What is shown to more people can still be talked about among the family.
  const choices =
    family && spaceKind(record.space) !== 'private' ? [record.space, privateSpace(journey)] : [record.space];
  const [chosen, setChosen] = useState<SpaceId | null>(null);
  const space = chosen ?? record.space;
  const draft = useDraft(`note:${record.key}`, '');
  const add = async (): Promise<void> => {
    const where = noteTarget(paper, pin?.place ?? null);
    if (!(await run('comment.add', { space, journey, text: draft.value, ...where })).ok) return;
    draft.clear();
    onUnpin();
  };
  return (
    <section aria-label={t('notes.title')}>
      <Text fw={600} mb={4}>
        {t('notes.title')}
      </Text>
      <ul className={classes['notes']}>
        {notes.map((note) => (
          <Note key={note.key} noteKey={note.key}>
            <Group justify="space-between" wrap="nowrap" gap="xs">
              <WhoWhen by={note.comment.createdBy} stamp={note.comment.stamp} />
              {note.comment.space !== record.space && <AudienceBadge journey={journey} space={note.comment.space} />}
              {note.comment.createdBy === me && (
                <ActionIcon
                  size="sm"
                  aria-label={t('notes.trash')}
                  onClick={() => void run('record.trash', { key: note.key })}
                >
                  <IconTrash size={14} stroke={1.75} />
                </ActionIcon>
              )}
            </Group>
            {note.place === null ? (
              <Text size="sm">{unbroken(note.comment.body.text)}</Text>
            ) : (
              <UnstyledButton className={classes['note'] ?? ''} onClick={() => onShow(note)}>
                <IconMapPin size={14} stroke={1.75} aria-hidden /> {note.comment.body.text}
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
        <Group justify="space-between" mt={6}>
          <Button size="xs" onClick={() => void add()}>
            {t('notes.add')}
          </Button>
          {choices.length > 1 ? (
            <AudiencePicker journey={journey} space={space} choices={choices} onChoose={setChosen} />
          ) : (
            <AudienceBadge journey={journey} space={space} />
          )}
        </Group>
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
