// What is said about one thing, whatever it is: who said what when, who could read it, and a line to answer with.
import { ActionIcon, Menu, Text, UnstyledButton } from '@mantine/core';
import { IconDots, IconMapPin, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey, SpaceId } from '../../domain/kernel/ids.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import { useRecords, useRun, useStore } from '../data/hooks.ts';
import { privateOriginal } from '../media/private-original.ts';
import { AudienceBadge } from '../ui/AudienceBadge.tsx';
import { unbroken } from '../ui/money.ts';
import { PersonDot } from '../ui/PersonDot.tsx';
import { useAudience } from '../ui/use-audience.ts';
import { useFound } from '../ui/use-found.ts';
import { FormButtons } from '../ui/FormButtons.tsx';
import { clearThen, useDraft } from '../ui/use-draft.ts';
import { usePeople } from '../ui/use-people.ts';
import { Moment } from '../ui/When.tsx';
import classes from './comments.module.css';
import { Composer } from './Composer.tsx';
import { MentionField } from './MentionField.tsx';
import { mentionsIn, partsOfText } from './mention-text.ts';
import { useReaders } from './use-readers.ts';

interface CommentsProps {
  /** The thing, and the space it is in. */
  readonly on: RecordKey;
  readonly space: SpaceId;
  readonly journey: RecordOf<'journey'>;
}

export const Comments = ({ on, space, journey }: CommentsProps): ReactElement => {
  const comments = useRecords({ type: 'comment', parent: on });
  // What the family said of it before it was shown to more people stays with the family, on the original.
  const before = useRecords({ type: 'comment', parent: privateOriginal(on) });
  const all = new Map([...(before ?? []), ...(comments ?? [])].map((comment) => [comment.key, comment]));
  return (
    <div className={classes['thread']}>
      <CommentList comments={[...all.values()]} journey={journey} />
      <Composer key={on} on={on} space={space} journey={journey} />
    </div>
  );
};

interface CommentListProps {
  readonly comments: readonly RecordOf<'comment'>[];
  readonly journey: RecordOf<'journey'>;
  readonly label?: string;
  /** Of one that stands on a line of a page: shows the line. Null for one that is about the whole. */
  readonly showPlace?: (comment: RecordOf<'comment'>) => (() => void) | null;
}

export const CommentList = ({ comments, journey, label, showPlace }: CommentListProps): ReactElement | null => {
  const { t } = useTranslation('talk');
  const oldestFirst = comments.toSorted((a, b) => a.createdAt - b.createdAt);
  return oldestFirst.length === 0 ? null : (
    <ul className={classes['list']} aria-label={label ?? t('comments')}>
      {oldestFirst.map((comment) => (
        <Comment key={comment.key} comment={comment} journey={journey} onPlace={showPlace?.(comment) ?? null} />
      ))}
    </ul>
  );
};

interface CommentProps {
  readonly comment: RecordOf<'comment'>;
  readonly journey: RecordOf<'journey'>;
  readonly onPlace: (() => void) | null;
}

const Comment = ({ comment, journey, onPlace }: CommentProps): ReactElement => {
  const people = usePeople();
  const { me } = useStore();
  const [editing, setEditing] = useState(false);
  const name = people.nameOf(comment.createdBy);
  const found = useFound(comment.key);
  return (
    <li className={classes['comment']} {...found}>
      <PersonDot name={name} size={24} />
      <div className={classes['words']}>
        <div className={classes['line']}>
          <Text span size="sm" fw={600}>
            {name}
          </Text>
          <Text span size="xs" c="dimmed">
            <Moment at={comment.createdAt} />
          </Text>
          <AudienceBadge journey={comment.journey} space={comment.space} />
          {comment.createdBy === me && !editing && <CommentMenu comment={comment} onEdit={() => setEditing(true)} />}
        </div>
        {editing ? (
          <EditComment comment={comment} journey={journey} onDone={() => setEditing(false)} />
        ) : (
          <Said comment={comment} journey={journey} onPlace={onPlace} />
        )}
      </div>
    </li>
  );
};

/** Its words, those who are spoken to by name standing out. */
const Said = ({ comment, journey, onPlace }: CommentProps): ReactElement => {
  const { t } = useTranslation('talk');
  const { me } = useStore();
  const people = usePeople();
  const { can } = useReaders(journey, comment.space);
  const { text, mentions = [] } = comment.body;
  const own = people.all.find(({ id }) => id === me);
  const named = [...can, ...(own === undefined ? [] : [{ ...own, name: people.ownName }])];
  const parts = partsOfText(
    text,
    named.filter(({ id, name }) => mentions.includes(id) && name !== ''),
  );
  const words = (
    <Text className={classes['text']}>
      {parts.map(({ at, text: part, who }) =>
        who === null ? (
          unbroken(part)
        ) : (
          <span key={at} className={classes['mention']} data-me={who === me || undefined}>
            {unbroken(part)}
          </span>
        ),
      )}
    </Text>
  );
  if (onPlace === null) return words;
  return (
    <UnstyledButton className={classes['placed'] ?? ''} title={t('onLine')} onClick={onPlace}>
      <IconMapPin size={14} stroke={1.75} aria-hidden />
      {words}
    </UnstyledButton>
  );
};

const CommentMenu = ({
  comment,
  onEdit,
}: {
  readonly comment: RecordOf<'comment'>;
  readonly onEdit: () => void;
}): ReactElement => {
  const { t } = useTranslation('talk');
  const run = useRun();
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon size="sm" ml="auto" aria-label={t('more')}>
          <IconDots size={14} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} stroke={1.75} />} onClick={onEdit}>
          {t('edit')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={16} stroke={1.75} />}
          onClick={() => void run('record.trash', { key: comment.key })}
        >
          {t('trash')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

const EditComment = ({
  comment,
  journey,
  onDone,
}: Omit<CommentProps, 'onPlace'> & { readonly onDone: () => void }): ReactElement => {
  const { t } = useTranslation('talk');
  const run = useRun();
  const readers = useReaders(journey, comment.space);
  const audience = useAudience(journey.id)(comment.space);
  const draft = useDraft(`comment-edit:${comment.key}`, comment.body.text);
  const done = clearThen(draft, onDone);
  const save = async (): Promise<void> => {
    if (draft.value.trim() === '') return;
    const result = await run('comment.edit', {
      key: comment.key,
      text: draft.value,
      mentions: mentionsIn(draft.value, readers.can),
    });
    if (result.ok) done();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
  };
  return (
    <div className={classes['edit']}>
      <MentionField
        aria-label={t('edit')}
        autoFocus
        autosize
        maxLength={10_000}
        value={draft.value}
        onChange={draft.change}
        onKeyDown={onKeyDown}
        readers={readers}
        audience={audience.label}
      />
      <FormButtons label={t('save')} size="compact-md" side="start" onCancel={done} onSave={save} />
    </div>
  );
};
