// The daily log, the newest day first: who was there, what was done, what was in the way, and photos of it.
import { ActionIcon, Button, Text } from '@mantine/core';
import { IconNotebook, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun, useSetting, useStore } from '../../data/hooks.ts';
import { AudienceBadge } from '../../ui/AudienceBadge.tsx';
import { dayExact } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PersonDot } from '../../ui/PersonDot.tsx';
import { useFound } from '../../ui/use-found.ts';
import { usePeople } from '../../ui/use-people.ts';
import { LogForm } from './LogForm.tsx';
import { PhotoStrip } from './PhotoStrip.tsx';
import classes from './TasksTab.module.css';

interface LogViewProps {
  readonly logs: readonly RecordOf<'log'>[];
  readonly journey: RecordOf<'journey'>;
}

export const LogView = ({ logs, journey }: LogViewProps): ReactElement => {
  const { t } = useTranslation('tasks');
  const { roleIn } = useStore();
  const [writing, setWriting] = useSetting(`log-open:${journey.id}`, false);
  const newestFirst = logs.toSorted((a, b) => b.body.day.localeCompare(a.body.day) || b.createdAt - a.createdAt);
  const mayWrite = roleIn(journey.space) !== 'viewer';
  const write = mayWrite ? (
    <Button variant={logs.length === 0 ? 'filled' : 'default'} onClick={() => setWriting(true)}>
      {t('log.write')}
    </Button>
  ) : undefined;
  return (
    <>
      {logs.length === 0 && !writing && (
        <EmptyState icon={IconNotebook} title={t('log.empty.title')} text={t('log.empty.text')}>
          {write}
        </EmptyState>
      )}
      {mayWrite && writing && <LogForm journey={journey} log={null} onDone={() => setWriting(false)} />}
      {logs.length > 0 && !writing && write}
      <ul className={classes['logs']} aria-label={t('log.title')}>
        {newestFirst.map((log) => (
          <Entry key={log.key} log={log} journey={journey} />
        ))}
      </ul>
    </>
  );
};

const Entry = ({
  log,
  journey,
}: {
  readonly log: RecordOf<'log'>;
  readonly journey: RecordOf<'journey'>;
}): ReactElement => {
  const { t } = useTranslation('tasks');
  const run = useRun();
  const { me } = useStore();
  const people = usePeople();
  const found = useFound(log.key);
  const [editing, setEditing] = useState(false);
  const name = people.nameOf(log.createdBy);
  const { day, people: onSite, weather, done, notes, minutes, photos } = log.body;
  const about = [onSite, weather, minutes === null ? '' : t('log.hoursOf', { hours: minutes / 60 })];
  const isOwn = log.createdBy === me;
  return (
    <li className={classes['entry']} aria-label={t('log.entry', { day: dayExact(day) })} {...found}>
      <div className={classes['entryHead']}>
        <Text fw={600}>{dayExact(day)}</Text>
        <PersonDot name={name} size={20} />
        <Text span size="sm" c="dimmed">
          {name}
        </Text>
        <AudienceBadge journey={journey.id} space={log.space} />
        {isOwn && (
          <span className={classes['entryActions']}>
            <ActionIcon size="sm" aria-label={t('log.edit')} onClick={() => setEditing(!editing)}>
              <IconPencil size={14} stroke={1.75} />
            </ActionIcon>
            <ActionIcon size="sm" aria-label={t('trash')} onClick={() => void run('record.trash', { key: log.key })}>
              <IconTrash size={14} stroke={1.75} />
            </ActionIcon>
          </span>
        )}
      </div>
      {editing ? (
        <LogForm journey={journey} log={log} onDone={() => setEditing(false)} />
      ) : (
        <>
          <Text size="sm" c="dimmed">
            {about.filter((part) => part !== '').join(' · ')}
          </Text>
          {done !== '' && <Text className={classes['words'] ?? ''}>{done}</Text>}
          {notes !== '' && (
            <Text className={classes['words'] ?? ''} c="dimmed">
              {notes}
            </Text>
          )}
          <PhotoStrip keys={photos} />
        </>
      )}
    </li>
  );
};
