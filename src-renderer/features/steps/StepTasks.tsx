// The tasks of a step: check off, add below, edit in place.
import { ActionIcon, Checkbox, Tooltip } from '@mantine/core';
import { IconArrowRight, IconTrash } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords, useRun } from '../../data/hooks.ts';
import { AddLine } from '../../ui/AddLine.tsx';
import { InlineText } from '../../ui/InlineText.tsx';
import { PanelSection } from '../../ui/Panel.tsx';
import { usePlace } from '../../ui/place-context.ts';
import { useFound } from '../../ui/use-found.ts';
import classes from './StepPanel.module.css';
import list from './StepsTab.module.css';

interface StepTasksProps {
  readonly step: RecordOf<'step'>;
  readonly journey: RecordOf<'journey'>;
}

export const StepTasks = ({ step, journey }: StepTasksProps): ReactElement => {
  const { t } = useTranslation('steps');
  const run = useRun();
  const tasks = useRecords({ type: 'task', parent: step.key });
  const add = async (title: string): Promise<boolean> =>
    (await run('task.add', { space: step.space, journey: journey.id, parent: step.key, title })).ok;
  const inOrder = (tasks ?? []).toSorted((a, b) => a.createdAt - b.createdAt);
  return (
    <PanelSection title={t('tasks')}>
      {inOrder.map((task) => (
        <Task key={task.key} task={task} />
      ))}
      <AddLine className={list['add']} label={t('addTask')} draft={`task:${step.key}`} maxLength={500} onAdd={add} />
    </PanelSection>
  );
};

const Task = ({ task }: { readonly task: RecordOf<'task'> }): ReactElement => {
  const { t } = useTranslation('steps');
  const run = useRun();
  const { go } = usePlace();
  const { title, doneAt } = task.body;
  // The tick stands at once; what is stored takes over when it arrives.
  const [pressed, setPressed] = useState<boolean | null>(null);
  const done = pressed ?? doneAt !== null;
  const found = useFound(task.key);
  const check = async (next: boolean): Promise<void> => {
    setPressed(next);
    await run('task.check', { key: task.key, done: next });
    setPressed(null);
  };
  return (
    <div className={classes['task']} data-done={done} {...found}>
      <Checkbox
        size="xs"
        aria-label={title}
        checked={done}
        onChange={(event) => void check(event.currentTarget.checked)}
      />
      <InlineText
        label={t('taskTitle', { title })}
        value={title}
        draft={`name:${task.key}`}
        required
        maxLength={500}
        onSave={(next) => run('task.edit', { key: task.key, set: { title: next } })}
      />
      <ActionIcon
        aria-label={t('openTask', { title })}
        size="sm"
        onClick={() => go({ go: 'journey', journey: task.journey, tab: 'tasks', record: task.key })}
      >
        <IconArrowRight size={14} stroke={1.75} />
      </ActionIcon>
      <Tooltip label={t('trash')}>
        <ActionIcon
          aria-label={t('trashTask', { title })}
          size="sm"
          onClick={() => void run('record.trash', { key: task.key })}
        >
          <IconTrash size={14} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
};
