// A new task in one line: what, and who reads it; the rest is filled in beside.
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpaceId } from '../../../domain/kernel/ids.ts';
import { PUNCH } from '../../../domain/journey/tasks.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun, useSetting, useStore } from '../../data/hooks.ts';
import { useAssignees } from '../../tasks/use-assignees.ts';
import { AddLine } from '../../ui/AddLine.tsx';
import { AudiencePicker } from '../../ui/AudienceBadge.tsx';
import { usePlace } from '../../ui/place-context.ts';
import { useAudienceChoices, useOwnSpace } from '../../ui/use-own-space.ts';

interface AddTaskProps {
  readonly journey: RecordOf<'journey'>;
  readonly isPunch?: boolean;
}

export const AddTask = ({ journey, isPunch = false }: AddTaskProps): ReactElement | null => {
  const { t } = useTranslation('tasks');
  const run = useRun();
  const { go } = usePlace();
  const own = useOwnSpace(journey);
  const choices = useAudienceChoices(journey);
  const [chosen, choose] = useSetting<SpaceId | null>(`task-to:${journey.id}`, null);
  const space = choices.find((choice) => choice === chosen) ?? own;
  // What is written where one contractor reads is for that contractor.
  const contractor = useAssignees(journey).find((one) => one.party !== null && one.space === space);
  const { roleIn } = useStore();
  const add = async (title: string): Promise<boolean> => {
    const made = await run('task.add', {
      space,
      journey: journey.id,
      parent: '',
      title,
      assignee: contractor?.assignee ?? null,
      party: contractor?.party ?? null,
      list: isPunch ? PUNCH : null,
    });
    if (!made.ok) return false;
    const [record] = made.value.keys;
    if (record !== undefined) go({ go: 'record', record });
    return true;
  };
  // Who only looks on gives nobody work.
  if (roleIn(journey.space) === 'viewer') return null;
  return (
    <AddLine label={t('add.field')} draft={`task:${journey.id}${isPunch ? ':punch' : ''}`} maxLength={500} onAdd={add}>
      {choices.length > 1 && <AudiencePicker journey={journey.id} space={space} choices={choices} onChoose={choose} />}
    </AddLine>
  );
};
