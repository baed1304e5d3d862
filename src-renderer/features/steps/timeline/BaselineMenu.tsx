// Keeping the plan as it stands, and choosing which kept plan lies under the present one.
import { Button, Group, Menu, Popover, Text, TextInput } from '@mantine/core';
import { IconCheck, IconPencil, IconStack2, IconTrash } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../../domain/records/registry.ts';
import { useRun } from '../../../data/hooks.ts';
import { AudienceBadge } from '../../../ui/AudienceBadge.tsx';
import { dayExact, dayShort, today } from '../../../ui/dates.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { usePeople } from '../../../ui/use-people.ts';
import { privateSpace } from '../../../../domain/spaces/space.ts';
import { NEWEST, NONE, type Baselines } from './use-baseline.ts';

interface BaselineMenuProps {
  readonly journey: RecordOf<'journey'>;
  readonly baselines: Baselines;
}

export const BaselineMenu = ({ journey, baselines }: BaselineMenuProps): ReactElement => {
  const { t } = useTranslation('steps');
  const people = usePeople();
  const run = useRun();
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const { all, shown, show } = baselines;
  return (
    <Popover opened={naming !== null} onChange={() => setNaming(null)} position="bottom-end" trapFocus shadow="md">
      <Popover.Target>
        <div>
          <Menu width={320} closeOnItemClick>
            <Menu.Target>
              <Button size="compact-md" variant="default" leftSection={<IconStack2 size={14} stroke={1.75} />}>
                {shown === null ? t('baseline.title') : t('baseline.shown', { name: shown.body.name })}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setNaming('new')}>{t('baseline.keep')}</Menu.Item>
              {all.length > 0 && <Menu.Divider />}
              {all.map(({ key, body, createdBy }) => (
                <Menu.Item
                  key={key}
                  onClick={() => show(key)}
                  leftSection={<IconCheck size={14} opacity={shown?.key === key ? 1 : 0} />}
                  title={dayExact(body.day)}
                >
                  {body.name}
                  <Text size="xs" c="dimmed">
                    {t('baseline.by', { date: dayShort(body.day), name: people.nameOf(createdBy) })}
                  </Text>
                </Menu.Item>
              ))}
              {all.length > 0 && (
                <Menu.Item
                  onClick={() => show(NONE)}
                  leftSection={<IconCheck size={14} opacity={shown === null ? 1 : 0} />}
                >
                  {t('baseline.none')}
                </Menu.Item>
              )}
              {shown !== null && (
                <Menu.Item leftSection={<IconPencil size={14} stroke={1.75} />} onClick={() => setNaming('rename')}>
                  {t('baseline.rename', { name: shown.body.name })}
                </Menu.Item>
              )}
              {shown !== null && (
                <Menu.Item
                  leftSection={<IconTrash size={14} stroke={1.75} />}
                  onClick={() => void run('record.trash', { key: shown.key })}
                >
                  {t('baseline.trash', { name: shown.body.name })}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        </div>
      </Popover.Target>
      <Popover.Dropdown>
        {naming !== null && (
          <KeepForm
            journey={journey}
            close={() => setNaming(null)}
            kept={show}
            old={naming === 'rename' ? shown : null}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
};

interface KeepFormProps {
  readonly journey: RecordOf<'journey'>;
  readonly close: () => void;
  readonly kept: (key: string) => void;
  /** The one that gets another name; null keeps a new one. */
  readonly old: RecordOf<'baseline'> | null;
}

const KeepForm = ({ journey, close, kept, old }: KeepFormProps): ReactElement => {
  const { t } = useTranslation('steps');
  const run = useRun();
  const draft = useDraft(
    `baseline:${old?.key ?? journey.id}`,
    old?.body.name ?? t('baseline.suggested', { date: dayShort(today()) }),
  );
  const name = draft.value;
  const keep = async (): Promise<void> => {
    const result =
      old === null
        ? await run('baseline.keep', { journey: journey.id, name, day: today() })
        : await run('baseline.edit', { key: old.key, set: { name } });
    if (!result.ok) return;
    draft.clear();
    if (old === null) kept(NEWEST);
    close();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <TextInput
        data-autofocus
        label={t('baseline.name')}
        value={name}
        maxLength={200}
        onChange={(event) => draft.change(event.currentTarget.value)}
      />
      <Group mt="md" gap="sm" justify="space-between">
        <Button type="submit" size="compact-md" disabled={name.trim() === ''}>
          {t(old === null ? 'baseline.save' : 'baseline.saveName')}
        </Button>
        <AudienceBadge journey={journey.id} space={privateSpace(journey.id)} />
      </Group>
    </form>
  );
};
