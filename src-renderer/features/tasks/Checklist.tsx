// The points of a task: ticked off one by one, with a photo where one is wanted.
import { ActionIcon, Checkbox, Tooltip } from '@mantine/core';
import { IconCamera, IconTrash } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { checkItems } from '../../../domain/journey/tasks.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { AddLine } from '../../ui/AddLine.tsx';
import { InlineText } from '../../ui/InlineText.tsx';
import { PanelSection } from '../../ui/Panel.tsx';
import { PhotoInput } from './PhotoInput.tsx';
import { PhotoStrip } from './PhotoStrip.tsx';
import classes from './TasksTab.module.css';
import { useBringPhotos } from './use-bring-photo.ts';

interface ChecklistProps {
  readonly task: RecordOf<'task'>;
  /** Whether this person may say what is on it. */
  readonly mayEdit: boolean;
  readonly mayBring: boolean;
}

export const Checklist = ({ task, mayEdit, mayBring }: ChecklistProps): ReactElement | null => {
  const { t } = useTranslation('tasks');
  const run = useRun();
  const items = checkItems(task.body);
  const add = async (text: string): Promise<boolean> => {
    // Ids sort in the order in which they were made.
    const point = { [`item_${v7()}`]: { text, photoRequired: false } };
    return (await run('task.item', { key: task.key, items: point })).ok;
  };
  if (items.length === 0 && !mayEdit) return null;
  return (
    <PanelSection title={t('list.title')}>
      {items.map((item) => (
        <Point key={item.id} task={task} item={item} mayEdit={mayEdit} mayBring={mayBring} />
      ))}
      {mayEdit && <AddLine label={t('list.add')} draft={`item:${task.key}`} maxLength={500} onAdd={add} />}
    </PanelSection>
  );
};

interface PointProps extends ChecklistProps {
  readonly item: ReturnType<typeof checkItems>[number];
}

const Point = ({ task, item, mayEdit, mayBring }: PointProps): ReactElement => {
  const { t } = useTranslation('tasks');
  const run = useRun();
  const bring = useBringPhotos();
  const { id, text, photoRequired, done, photo } = item;
  const { key, space, journey } = task;
  const say = (is: { text: string; photoRequired: boolean } | null): ReturnType<typeof run> =>
    run('task.item', { key, items: { [id]: is } });
  const prove = async (files: readonly File[]): Promise<void> => {
    const [shown] = await bring(files, { journey, space });
    if (shown !== undefined) await run('task.tick', { key, item: id, done: true, photo: shown });
  };
  const waits = photoRequired && photo === null;
  return (
    <div className={classes['point']}>
      <Checkbox
        size="xs"
        aria-label={text}
        checked={done}
        // Ticking it off begins with its photo.
        disabled={!done && waits}
        onChange={(event) => void run('task.tick', { key, item: id, done: event.currentTarget.checked })}
      />
      <div className={classes['pointWords']}>
        <InlineText
          label={t('list.textOf', { text })}
          value={text}
          draft={`item:${key}:${id}`}
          required
          disabled={!mayEdit}
          maxLength={500}
          onSave={(next) => say({ text: next, photoRequired })}
        />
        {waits && mayBring && <PhotoInput label={t('list.photoFor', { text })} onFiles={prove} />}
        {photo !== null && <PhotoStrip keys={[photo]} />}
      </div>
      {mayEdit && (
        <>
          <Tooltip label={t('list.photoRequired')}>
            <ActionIcon
              size="sm"
              aria-label={t('list.photoRequired')}
              aria-pressed={photoRequired}
              color={photoRequired ? 'blue' : 'gray'}
              variant={photoRequired ? 'light' : 'subtle'}
              onClick={() => say({ text, photoRequired: !photoRequired })}
            >
              <IconCamera size={14} stroke={1.75} />
            </ActionIcon>
          </Tooltip>
          <ActionIcon size="sm" aria-label={t('list.remove', { text })} onClick={() => say(null)}>
            <IconTrash size={14} stroke={1.75} />
          </ActionIcon>
        </>
      )}
    </div>
  );
};
