// The selected task, editable in place: where it stands, who and when, its spot, its points, what shows it done, and what is said of it.
import { Checkbox, Menu, Select, Text, UnstyledButton } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PUNCH } from '../../../domain/journey/tasks.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { mayBringFiles } from '../../../domain/spaces/may-bring-files.ts';
import { CommentsSection } from '../../comments/CommentsSection.tsx';
import { useRecord, useRun, useStore } from '../../data/hooks.ts';
import { useReadingAssignees } from '../../tasks/use-assignees.ts';
import { AudienceBadge } from '../../ui/AudienceBadge.tsx';
import { EarlierValues } from '../../ui/EarlierValues.tsx';
import { InlineText } from '../../ui/InlineText.tsx';
import { DayProperty } from '../../ui/DayProperty.tsx';
import { Panel, PanelSection, Property } from '../../ui/Panel.tsx';
import { usePlace } from '../../ui/place-context.ts';
import { RecordMenu } from '../../ui/RecordMenu.tsx';
import { useIsFamily } from '../../ui/use-family.ts';
import { Checklist } from './Checklist.tsx';
import { PhotoInput } from './PhotoInput.tsx';
import { PhotoStrip } from './PhotoStrip.tsx';
import { TaskSpot } from './TaskSpot.tsx';
import classes from './TasksTab.module.css';
import { useBringPhotos } from './use-bring-photo.ts';
import { Verdict } from './Verdict.tsx';

interface TaskPanelProps {
  readonly recordKey: RecordKey;
  readonly journey: RecordOf<'journey'>;
}

export const TaskPanel = ({ recordKey, journey }: TaskPanelProps): ReactElement | null => {
  const { t } = useTranslation('tasks');
  const record = useRecord(recordKey);
  const run = useRun();
  const { me, roleIn } = useStore();
  const isFamily = useIsFamily(journey.space);
  const task = recordAs('task', record ?? undefined);
  if (task === null) return record === undefined ? null : <Panel label={t('panel')}>{t('gone')}</Panel>;
  const mayEdit = isFamily || task.createdBy === me;
  const mayBring = mayBringFiles(roleIn(task.space), task.space);
  return (
    <Panel label={t('panel')} actions={mayEdit && <TaskMenu task={task} />}>
      <div className={classes['head']}>
        <InlineText
          label={t('title')}
          size="heading"
          value={task.body.title}
          draft={`name:${task.key}`}
          required
          disabled={!mayEdit}
          maxLength={500}
          onSave={(title) => run('task.edit', { key: task.key, set: { title } })}
        />
        <AudienceBadge journey={journey.id} space={task.space} />
      </div>
      <Verdict key={`verdict:${task.key}`} task={task} isFamily={isFamily} />
      <Fields task={task} journey={journey} readOnly={!mayEdit} />
      <TaskSpot task={task} />
      <Checklist key={`list:${task.key}`} task={task} mayEdit={mayEdit} mayBring={mayBring} />
      <Proof task={task} mayBring={mayBring} />
      <CommentsSection key={`comments:${task.key}`} on={task.key} space={task.space} journey={journey.id} />
      <EarlierValues record={task} readOnly={!mayEdit} />
    </Panel>
  );
};

const Fields = ({
  task,
  journey,
  readOnly,
}: {
  readonly task: RecordOf<'task'>;
  readonly journey: RecordOf<'journey'>;
  readonly readOnly: boolean;
}): ReactElement => {
  const { t } = useTranslation('tasks');
  const run = useRun();
  const { go } = usePlace();
  const people = useReadingAssignees(journey, task.space);
  const parent = useRecord(task.parent === '' ? null : task.parent);
  const step = recordAs('step', parent ?? undefined);
  const { assignee, party, due, list, isReminder } = task.body;
  const edit = (set: Parameters<typeof run<'task.edit'>>[1]['set']): void =>
    void run('task.edit', { key: task.key, set });
  const who = people.find((one) =>
    assignee === null ? one.party !== null && one.party === party : one.assignee === assignee,
  );
  return (
    <div className={classes['fields']}>
      {isReminder !== true && (
        <Property label={t('assignee')}>
          <Select
            aria-label={t('assignee')}
            placeholder={t('nobody')}
            clearable={!readOnly}
            disabled={readOnly}
            data={people.map(({ value, label }) => ({ value, label }))}
            value={who?.value ?? null}
            onChange={(value) => edit({ assignee: people.find((one) => one.value === value)?.assignee ?? null })}
          />
        </Property>
      )}
      <DayProperty
        label={t('due')}
        placeholder={t('notSet')}
        readOnly={readOnly}
        value={due}
        onChange={(value) => edit({ due: value })}
      />
      {step !== null && (
        <Property label={t('belongs')}>
          <UnstyledButton
            className={classes['link'] ?? ''}
            onClick={() => go({ go: 'journey', journey: step.journey, tab: 'steps', record: step.key })}
          >
            {step.body.name}
          </UnstyledButton>
        </Property>
      )}
      {isReminder !== true && (
        <Checkbox
          mt="xs"
          size="xs"
          label={t('punch')}
          title={t('punchHint')}
          disabled={readOnly}
          checked={list === PUNCH}
          onChange={(event) => edit({ list: event.currentTarget.checked ? PUNCH : null })}
        />
      )}
    </div>
  );
};

const Proof = ({ task, mayBring }: { readonly task: RecordOf<'task'>; readonly mayBring: boolean }): ReactElement => {
  const { t } = useTranslation('tasks');
  const run = useRun();
  const bring = useBringPhotos();
  const { key, space, journey } = task;
  const add = async (files: readonly File[]): Promise<void> => {
    const shown = await bring(files, { journey, space });
    if (shown.length > 0) await run('task.prove', { key, add: [...shown] });
  };
  return (
    <PanelSection title={t('proof.title')}>
      <PhotoStrip
        keys={task.body.proof ?? []}
        onRemove={(photo) => void run('task.prove', { key, add: [], remove: [photo] })}
      />
      {mayBring ? (
        <PhotoInput label={t('proof.add')} several onFiles={add} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('proof.noFiles')}
        </Text>
      )}
    </PanelSection>
  );
};

const TaskMenu = ({ task }: { readonly task: RecordOf<'task'> }): ReactElement => {
  const { t } = useTranslation('tasks');
  const run = useRun();
  return (
    <RecordMenu label={t('more')} record={task}>
      {task.body.pin != null && (
        <Menu.Item
          leftSection={<IconMapPin size={16} stroke={1.75} />}
          onClick={() => void run('task.edit', { key: task.key, set: { pin: null } })}
        >
          {t('pin.remove')}
        </Menu.Item>
      )}
    </RecordMenu>
  );
};
