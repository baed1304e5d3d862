// One task in a list: check it off, see whose it is and by when, open it beside.
import { Checkbox, Text, UnstyledButton } from '@mantine/core';
import { IconBell, IconMapPin, IconRotate2 } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { checkItems, taskState } from '../../../domain/journey/tasks.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecord, useRun, useStore } from '../../data/hooks.ts';
import { useIsUnread } from '../../news/news-context.ts';
import { today } from '../../ui/dates.ts';
import { PersonDot } from '../../ui/PersonDot.tsx';
import { useFound } from '../../ui/use-found.ts';
import { usePeople } from '../../ui/use-people.ts';
import { UnreadDot } from '../../ui/UnreadDot.tsx';
import { Day } from '../../ui/When.tsx';
import classes from './TasksTab.module.css';

interface TaskRowProps {
  readonly task: RecordOf<'task'>;
  readonly chosen: boolean;
  readonly onOpen: (key: RecordKey) => void;
  /** Where it belongs, in a list over several journeys. */
  readonly where?: string;
  /** Its number on the picture. */
  readonly number?: number;
}

export const TaskRow = ({ task, chosen, onOpen, where, number }: TaskRowProps): ReactElement => {
  const { t } = useTranslation('tasks');
  const run = useRun();
  const { roleIn } = useStore();
  const people = usePeople();
  const party = useRecord(task.body.party ?? null);
  const found = useFound(task.key);
  const isNew = useIsUnread(task.key);
  const [pressed, setPressed] = useState<boolean | null>(null);
  const { title, assignee, due, doneAt, isReminder, pin } = task.body;
  const state = taskState(task.body);
  const done = pressed ?? doneAt !== null;
  const contractor = party?.body['name'];
  const who = assignee !== null ? people.nameOf(assignee) : typeof contractor === 'string' ? contractor : null;
  const items = checkItems(task.body);
  const check = async (next: boolean): Promise<void> => {
    setPressed(next);
    const result = await run('task.check', { key: task.key, done: next });
    setPressed(null);
    // What is still wanted of it is said in its panel.
    if (!result.ok) onOpen(task.key);
  };
  return (
    <li className={classes['row']} data-chosen={chosen} data-state={state} {...found}>
      <Checkbox
        size="xs"
        aria-label={t('check.doneNamed', { title })}
        checked={done}
        disabled={roleIn(task.space) === 'viewer'}
        onChange={(event) => void check(event.currentTarget.checked)}
      />
      {number !== undefined && <span className={classes['number']}>{number}</span>}
      <UnstyledButton
        className={classes['open'] ?? ''}
        aria-label={t('open', { title })}
        onClick={() => onOpen(task.key)}
      >
        {isNew && <UnreadDot label={t('unread')} />}
        <span className={classes['name']}>{title}</span>
        {state === 'sentBack' && (
          <span className={classes['back']}>
            <IconRotate2 size={13} stroke={2} aria-hidden /> {task.body.sentBack?.why}
          </span>
        )}
        {where !== undefined && (
          <Text span size="xs" c="dimmed" className={classes['where'] ?? ''}>
            {where}
          </Text>
        )}
      </UnstyledButton>
      {items.length > 0 && (
        <Text span size="xs" c="dimmed" className="pl-number">
          {`${items.filter((item) => item.done).length}/${items.length}`}
        </Text>
      )}
      {pin != null && number === undefined && <IconMapPin size={14} stroke={1.75} aria-hidden />}
      {isReminder === true && <IconBell size={14} stroke={1.75} aria-label={t('reminder')} />}
      {due !== null && (
        <Text
          span
          size="sm"
          c={doneAt === null && due < today() ? 'var(--pl-late)' : 'dimmed'}
          className={classes['when'] ?? ''}
        >
          <Day date={due} />
        </Text>
      )}
      <span className={classes['person']}>{who !== null && <PersonDot name={who} size={22} />}</span>
    </li>
  );
};
