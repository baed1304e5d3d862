// Settings, sync: how it stands, why, and what was not accepted with what can be done about it.
import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueJob } from '../../data/database-schema.ts';
import { useSession, useSyncStatus } from '../../sync/context.ts';
import { TRAY } from '../../sync/tray.ts';
import { useFailureText } from '../../ui/failure-text.ts';
import { wordsOf } from './sync-words.ts';

export const SyncSection = (): ReactElement => {
  const { t } = useTranslation('sync');
  const { client, server } = useSession();
  const status = useSyncStatus();
  const textOf = useFailureText();
  const { key, count } = wordsOf(status);
  const problem = status.problem === null ? null : textOf({ type: status.problem });
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Stack gap={2}>
          <Text fw={500}>{t(key, { count })}</Text>
          {server !== null && (
            <Text size="sm" c="dimmed">
              {t('server', { server })}
            </Text>
          )}
        </Stack>
        {(status.state === 'offline' || status.state === 'refused') && (
          <Button variant="default" onClick={client.wake}>
            {t('tryNow')}
          </Button>
        )}
      </Group>
      {problem !== null && (
        <Alert color="yellow" title={problem.sentence}>
          {problem.remedy}
        </Alert>
      )}
      <Tray />
    </Stack>
  );
};

/** Work that was not accepted: shown whole, so that nothing of it is lost; it goes only when the person says so. */
const Tray = (): ReactElement | null => {
  const { t } = useTranslation('sync');
  const { store, client } = useSession();
  const [jobs, setJobs] = useState<readonly QueueJob[]>([]);
  useEffect(() => {
    const read = (): void => void store.queue.list(TRAY).then(setJobs);
    read();
    return store.queue.watch(read);
  }, [store]);
  if (jobs.length === 0) return null;
  const discard = async (job: QueueJob): Promise<void> => {
    await store.queue.remove([job.id]);
    client.status.set({ inTray: jobs.length - 1 });
  };
  return (
    <Stack gap="sm" component="section" aria-label={t('tray.title')}>
      <Text fw={600}>{t('tray.title')}</Text>
      <Text size="sm" c="dimmed">
        {t('tray.text')}
      </Text>
      {jobs.map((job) => (
        <Stack key={job.id} gap="xs">
          <Text size="sm">{t('tray.reason', { reason: t(`tray.reasons.${String(job.body['reason'])}`) })}</Text>
          <Code block>{workOf(job)}</Code>
          <Group gap="xs">
            <Button size="compact-sm" variant="default" onClick={() => void navigator.clipboard.writeText(workOf(job))}>
              {t('tray.copy')}
            </Button>
            <Button size="compact-sm" variant="subtle" color="red" onClick={() => void discard(job)}>
              {t('tray.discard')}
            </Button>
          </Group>
        </Stack>
      ))}
    </Stack>
  );
};

const workOf = ({ body }: QueueJob): string => {
  const row = body['row'];
  return JSON.stringify(typeof row === 'object' && row !== null && 'body' in row ? row.body : row, null, 2);
};
