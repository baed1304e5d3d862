// Tasks that hang on no step, and what one is to be reminded of on a day: the next first, each can be checked off here.
import { Checkbox, Text, UnstyledButton } from '@mantine/core';
import { IconBell, IconCheckbox } from '@tabler/icons-react';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { compareDates } from '../../../domain/kernel/calendar.ts';
import { idOfKey, typeOfId } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecord, useRecords, useRun } from '../../data/hooks.ts';
import { today } from '../../ui/dates.ts';
import { usePlace } from '../../ui/place-context.ts';
import { useFound } from '../../ui/use-found.ts';
import { usePeople } from '../../ui/use-people.ts';
import { Day } from '../../ui/When.tsx';
import classes from './OverviewTab.module.css';
import { Section } from './StepLine.tsx';

type Task = RecordOf<'task'>;

export const ToDo = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement | null => {
  const { t } = useTranslation('journey');
  const tasks = useRecords({ type: 'task', journey: journey.id });
  const open = useMemo(() => (tasks ?? []).filter(isSeenHere).toSorted(byDay), [tasks]);
  if (open.length === 0) return null;
  return (
    <Section title={t('todo')} icon={<IconCheckbox size={16} stroke={1.75} aria-hidden />}>
      {open.map((task) => (
        <TaskLine key={task.key} task={task} />
      ))}
    </Section>
  );
};

/** A step shows its own tasks, and papers theirs; the rest would be seen nowhere. */
const isSeenHere = ({ parent, body }: Task): boolean =>
  body.doneAt === null && (body.isReminder === true || parent === '' || typeOfId(idOfKey(parent)) === 'journey');

const byDay = (a: Task, b: Task): number => compareDates(a.body.due, b.body.due);

const TaskLine = ({ task }: { readonly task: Task }): ReactElement => {
  const { t } = useTranslation('journey');
  const run = useRun();
  const { go } = usePlace();
  const people = usePeople();
  const party = useRecord(task.body.party ?? null);
  const found = useFound(task.key);
  const [pressed, setPressed] = useState(false);
  const { title, due, assignee, isReminder } = task.body;
  const contractor = party?.body['name'];
  const who = typeof contractor === 'string' ? contractor : assignee === null ? '' : people.nameOf(assignee);
  const check = async (): Promise<void> => {
    setPressed(true);
    await run('task.check', { key: task.key, done: true });
    setPressed(false);
  };
  return (
    <div className={classes['todo']} {...found}>
      <Checkbox size="xs" aria-label={t('reminderDone', { title })} checked={pressed} onChange={() => void check()} />
      <UnstyledButton
        className={classes['stepName'] ?? ''}
        onClick={() => go({ go: 'journey', journey: task.journey, tab: 'tasks', record: task.key })}
      >
        {title}
      </UnstyledButton>
      {isReminder === true ? (
        <IconBell size={14} stroke={1.75} color="var(--mantine-color-dimmed)" aria-label={t('reminder')} />
      ) : (
        who !== '' && (
          <Text span size="sm" c="dimmed">
            {who}
          </Text>
        )
      )}
      {due !== null && (
        <Text span size="sm" c={due < today() ? 'var(--pl-late)' : 'dimmed'}>
          <Day date={due} />
        </Text>
      )}
    </div>
  );
};
