// What one is to be reminded of by its papers, such as the end of a warranty: by day, each leading back to its paper.
import { Checkbox, Text, UnstyledButton } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { compareDates } from '../../../domain/kernel/calendar.ts';
import { idOfKey, typeOfId } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecord, useRecords, useRun } from '../../data/hooks.ts';
import { today } from '../../ui/dates.ts';
import { openingOf } from '../../ui/opening.ts';
import { usePlace } from '../../ui/place-context.ts';
import { recordName } from '../../ui/record-name.ts';
import { useFound } from '../../ui/use-found.ts';
import { Day } from '../../ui/When.tsx';
import classes from './OverviewTab.module.css';
import { Section } from './StepLine.tsx';

type Task = RecordOf<'task'>;

/** Papers hold no list of their tasks, so these would be seen nowhere. */
const PAPERS: ReadonlySet<string> = new Set(['document', 'photo']);

export const Reminders = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement | null => {
  const { t } = useTranslation('journey');
  const tasks = useRecords({ type: 'task', journey: journey.id });
  const waiting = useMemo(() => (tasks ?? []).filter(isReminder).toSorted(byDay), [tasks]);
  if (waiting.length === 0) return null;
  return (
    <Section title={t('reminders')} icon={<IconBell size={16} stroke={1.75} aria-hidden />}>
      {waiting.map((task) => (
        <Reminder key={task.key} task={task} />
      ))}
    </Section>
  );
};

const isReminder = ({ parent, body }: Task): boolean =>
  body.doneAt === null && body.isReminder !== true && PAPERS.has(typeOfId(idOfKey(parent)));

const byDay = (a: Task, b: Task): number => compareDates(a.body.due, b.body.due);

const Reminder = ({ task }: { readonly task: Task }): ReactElement => {
  const { t } = useTranslation('journey');
  const run = useRun();
  const { go } = usePlace();
  const found = useFound(task.key);
  const [pressed, setPressed] = useState(false);
  const { title, due } = task.body;
  const name = recordName(useRecord(task.parent));
  const check = async (): Promise<void> => {
    setPressed(true);
    await run('task.check', { key: task.key, done: true });
    setPressed(false);
  };
  return (
    <div className={classes['reminder']} {...found}>
      <Checkbox size="xs" aria-label={t('reminderDone', { title })} checked={pressed} onChange={() => void check()} />
      <UnstyledButton
        className={classes['step']}
        aria-label={t('openReminder', { title })}
        // What it is about opens, as its words would: the paper that it was read from.
        onClick={() => go(openingOf({ key: task.key, journey: task.journey, type: 'reading' }, task.parent))}
      >
        <span className={classes['stepName']}>{title}</span>
        {name !== '' && name !== title && (
          <Text span size="sm" c="dimmed" className={classes['stepText']}>
            {name}
          </Text>
        )}
        {due !== null && (
          <Text span size="sm" c={due < today() ? 'var(--pl-late)' : 'dimmed'} className={classes['stepText']}>
            <Day date={due} />
          </Text>
        )}
      </UnstyledButton>
    </div>
  );
};
