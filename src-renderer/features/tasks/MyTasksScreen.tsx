// What waits for me, over all journeys: what is late, what is for today and later, and what waits for me to look at.
import { Button, Title } from '@mantine/core';
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
import { usePlace } from '../../ui/place-context.ts';
import { TaskGroup } from './TaskGroup.tsx';
import classes from './TasksTab.module.css';

const SHOWN = ['overdue', 'today', 'toVerify', 'week', 'later', 'someday'] as const;

/** More buttons than this nobody would call an offer. */
const MOST_OFFERED = 3;

export const MyTasksScreen = (): ReactElement => {
  const { t } = useTranslation('tasks');
  const { me, roleIn } = useStore();
  const { go } = usePlace();
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
  const active = (journeys ?? [])
    .filter(({ body }) => body.state === 'active')
    .toSorted((a, b) => b.createdAt - a.createdAt)
    .slice(0, MOST_OFFERED);
  const nameById = new Map((journeys ?? []).map(({ id, body }) => [id, body.name]));
  return (
    <div className={classes['screen']}>
      <Title order={1}>{t('mine.title')}</Title>
      {SHOWN.every((group) => groups[group].length === 0) && (
        <EmptyState icon={IconCheckbox} title={t('mine.empty.title')} text={t('mine.empty.text')}>
          {active.map(({ id, body }, place) => (
            <Button
              key={id}
              variant={place === 0 ? 'filled' : 'default'}
              onClick={() => go({ go: 'journey', journey: id, tab: 'tasks' })}
            >
              {t('mine.empty.tasksOf', { name: body.name })}
            </Button>
          ))}
          {active.length === 0 && (
            <Button onClick={() => go({ go: 'screen', screen: 'home' })}>{t('mine.empty.home')}</Button>
          )}
        </EmptyState>
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
