// Tasks that stand alike, under a heading; of a long list of settled ones the newest, and the rest when asked for.
import { Button, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { usePlace } from '../../ui/place-context.ts';
import { journeyPlace } from '../../ui/place.ts';
import { TaskRow } from './TaskRow.tsx';
import classes from './TasksTab.module.css';

interface TaskGroupProps {
  readonly title: string;
  readonly tasks: readonly RecordOf<'task'>[];
  /** So many are shown until more are asked for. */
  readonly most?: number;
  readonly whereOf?: (task: RecordOf<'task'>) => string;
}

export const TaskGroup = ({ title, tasks, most = Infinity, whereOf }: TaskGroupProps): ReactElement | null => {
  const { t } = useTranslation('tasks');
  const { place, go } = usePlace();
  const [all, setAll] = useState(false);
  if (tasks.length === 0) return null;
  const chosen = place.journey === null ? null : journeyPlace(place, place.journey).record;
  const shown = all ? tasks : tasks.slice(0, most);
  return (
    <section className={classes['group']} aria-label={title}>
      <Text component="h3" size="sm" fw={600} className={classes['heading'] ?? ''}>
        {title}{' '}
        <Text span c="dimmed" fw={400}>
          {tasks.length}
        </Text>
      </Text>
      <ul className={classes['list']}>
        {shown.map((task) => (
          <TaskRow
            key={task.key}
            task={task}
            chosen={task.key === chosen && whereOf === undefined}
            {...(whereOf === undefined ? {} : { where: whereOf(task) })}
            onOpen={(record) => go({ go: 'journey', journey: task.journey, tab: 'tasks', record })}
          />
        ))}
      </ul>
      {shown.length < tasks.length && (
        <Button size="xs" variant="subtle" onClick={() => setAll(true)}>
          {t('showAll', { count: tasks.length })}
        </Button>
      )}
    </section>
  );
};
