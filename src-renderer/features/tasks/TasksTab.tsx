// A journey's tasks: all of them by where they stand, the punch list on its pictures, and the daily log.
import { SegmentedControl } from '@mantine/core';
import { IconCheckbox } from '@tabler/icons-react';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { byDue, PUNCH, taskState } from '../../../domain/journey/tasks.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords, useSetting } from '../../data/hooks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { usePlace } from '../../ui/place-context.ts';
import { journeyPlace } from '../../ui/place.ts';
import { AddTask } from './AddTask.tsx';
import { LogView } from './LogView.tsx';
import { PunchView } from './PunchView.tsx';
import { TaskGroup } from './TaskGroup.tsx';
import classes from './TasksTab.module.css';

const VIEWS = ['tasks', 'punch', 'log'] as const;
type View = (typeof VIEWS)[number];

export const TasksTab = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const { t } = useTranslation('tasks');
  const { place } = usePlace();
  const [kept, setView] = useSetting<View>(`tasks-view:${journey.id}`, 'tasks');
  const tasks = useRecords({ type: 'task', journey: journey.id });
  const logs = useRecords({ type: 'log', journey: journey.id });
  // What was looked for is shown, whichever view was left.
  const { at } = journeyPlace(place, journey.id);
  const [shownFor, setShownFor] = useState('');
  const wanted: View | null = at === undefined || at === shownFor ? null : at.includes('|log_') ? 'log' : 'tasks';
  if (tasks === undefined || logs === undefined) return <Loading rows={6} height={36} />;
  const view = wanted ?? (VIEWS.includes(kept) ? kept : 'tasks');
  const punch = tasks.filter(({ body }) => body.list === PUNCH);
  const count: Readonly<Record<View, number>> = {
    tasks: tasks.filter(({ body }) => body.doneAt === null).length,
    punch: punch.filter(({ body }) => body.doneAt === null).length,
    log: logs.length,
  };
  return (
    <div className={classes['tab']}>
      <div className={classes['bar']}>
        <SegmentedControl
          size="xs"
          aria-label={t('view.label')}
          value={view}
          onChange={(next) => {
            setShownFor(at ?? '');
            setView(next);
          }}
          data={VIEWS.map((value) => ({ value, label: t(`view.${value}`, { count: count[value] }) }))}
        />
      </div>
      {view === 'tasks' && <AllTasks tasks={tasks} journey={journey} />}
      {view === 'punch' && <PunchView tasks={punch} journey={journey} />}
      {view === 'log' && <LogView logs={logs} journey={journey} />}
    </div>
  );
};

interface AllTasksProps {
  readonly tasks: readonly RecordOf<'task'>[];
  readonly journey: RecordOf<'journey'>;
}

const AllTasks = ({ tasks, journey }: AllTasksProps): ReactElement => {
  const { t } = useTranslation('tasks');
  const groups = useMemo(() => {
    const inOrder = tasks.toSorted(byDue);
    const of = (...states: readonly string[]): readonly RecordOf<'task'>[] =>
      inOrder.filter(({ body }) => states.includes(taskState(body)));
    const settled = of('verified', 'done').toSorted((a, b) => (b.body.doneAt ?? 0) - (a.body.doneAt ?? 0));
    return { toVerify: of('toVerify'), open: of('open', 'sentBack'), settled };
  }, [tasks]);
  return (
    <>
      <AddTask journey={journey} />
      {tasks.length === 0 && <EmptyState icon={IconCheckbox} title={t('empty.title')} text={t('empty.text')} />}
      <TaskGroup title={t('group.toVerify')} tasks={groups.toVerify} />
      <TaskGroup title={t('group.open')} tasks={groups.open} />
      <TaskGroup title={t('group.settled')} tasks={groups.settled} most={10} />
    </>
  );
};
