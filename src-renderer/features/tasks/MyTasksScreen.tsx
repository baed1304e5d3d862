// What waits for me, over all journeys: what is late, what is for today and later, and what waits for me to look at.
import { Title } from '@mantine/core';
import { IconCheckbox } from '@tabler/icons-react';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../domain/kernel/calendar.ts';
import { myTasks } from '../../../domain/journey/tasks.ts';
import { isFamilyRole } from '../../../domain/spaces/roles.ts';
import { journeySpace } from '../../../domain/spaces/space.ts';
import { useRecords, useStore } from '../../data/hooks.ts';
import { today } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { TaskGroup } from './TaskGroup.tsx';
import classes from './TasksTab.module.css';

const SHOWN = ['overdue', 'today', 'toVerify', 'week', 'later', 'someday'] as const;

export const MyTasksScreen = (): ReactElement => {
  const { t } = useTranslation('tasks');
  const { me, roleIn } = useStore();
  const tasks = useRecords({ type: 'task' });
  const journeys = useRecords({ type: 'journey' });
  const groups = useMemo(() => {
    if (tasks === undefined || journeys === undefined) return null;
    const active = new Set(journeys.filter(({ body }) => body.state === 'active').map(({ id }) => id));
    const now = today();
    return myTasks({
      me,
      tasks: tasks.filter(({ journey }) => active.has(journey)),
      today: now,
      weekEnd: addDays(now, 7),
      isFamily: ({ journey }) => isFamilyRole(roleIn(journeySpace(journey))),
    });
  }, [me, roleIn, tasks, journeys]);
  if (groups === null) return <Loading rows={6} height={36} />;
  const nameById = new Map((journeys ?? []).map(({ id, body }) => [id, body.name]));
  return (
    <div className={classes['screen']}>
      <Title order={1}>{t('mine.title')}</Title>
      {SHOWN.every((group) => groups[group].length === 0) && (
        <EmptyState icon={IconCheckbox} title={t('mine.empty.title')} text={t('mine.empty.text')} />
      )}
      {SHOWN.map((group) => (
        <TaskGroup
          key={group}
          title={t(`group.${group}`)}
          tasks={groups[group]}
          whereOf={({ journey }) => nameById.get(journey) ?? ''}
        />
      ))}
    </div>
  );
};
