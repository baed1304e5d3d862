// A thread of comments on one thing: who said what when, who could read it, and a line to answer with.
import { ActionIcon, Button, Menu, Text, Textarea } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords, useRun, useStore } from '../../data/hooks.ts';
import { AudienceBadge } from '../../ui/AudienceBadge.tsx';
import { unbroken } from '../../ui/money.ts';
import { PersonDot } from '../../ui/PersonDot.tsx';
import { useFound } from '../../ui/use-found.ts';
import { useDraft } from '../../ui/use-draft.ts';
import { usePeople } from '../../ui/use-people.ts';
import { Moment } from '../../ui/When.tsx';
import classes from './Thread.module.css';
import { Composer } from './Composer.tsx';

interface ThreadProps {
  readonly parent: RecordKey;
  readonly journey: RecordOf<'journey'>;
}

export const Thread = ({ parent, journey }: ThreadProps): ReactElement => {
  const { t } = useTranslation('talk');
  const comments = useRecords({ type: 'comment', parent });
  const oldestFirst = (comments ?? []).toSorted((a, b) => a.createdAt - b.createdAt);
  return (
    <div className={classes['thread']}>
      {oldestFirst.length > 0 && (
        <ul className={classes['list']} aria-label={t('comments')}>
          {oldestFirst.map((comment) => (
            <Comment key={comment.key} comment={comment} />
          ))}
        </ul>
      )}
      <Composer key={parent} parent={parent} journey={journey} />
    </div>
  );
};

const Comment = ({ comment }: { readonly comment: RecordOf<'comment'> }): ReactElement => {
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
          <EditComment comment={comment} onDone={() => setEditing(false)} />
        ) : (
          <Text className={classes['text']}>{unbroken(comment.body.text)}</Text>
        )}
      </div>
    </li>
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
  onDone,
}: {
  readonly comment: RecordOf<'comment'>;
  readonly onDone: () => void;
}): ReactElement => {
  const { t } = useTranslation('talk');
  const run = useRun();
  const draft = useDraft(`comment-edit:${comment.key}`, comment.body.text);
  const done = (): void => {
    draft.clear();
    onDone();
  };
  const save = async (): Promise<void> => {
    if (draft.value.trim() === '') return;
    const result = await run('comment.edit', { key: comment.key, text: draft.value });
    if (result.ok) done();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
  };
  return (
    <div className={classes['edit']}>
      <Textarea
        aria-label={t('edit')}
        autoFocus
        maxLength={10_000}
        value={draft.value}
        onChange={(event) => draft.change(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={classes['editFoot']}>
        <Button size="compact-md" onClick={() => void save()}>
          {t('save')}
        </Button>
        <Button size="compact-md" variant="subtle" color="gray" onClick={done}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
};
