// Settings, sync: how it stands, why, and what was not accepted with what can be done about it.
import { Alert, Button, Group, Stack, Switch, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession, useSyncStatus } from '../../sync/context.ts';
import { useFailureText } from '../../ui/failure-text.ts';
import { megabytes } from '../../ui/megabytes.ts';
import { CheckPanel } from './CheckPanel.tsx';
import { LimitedConnection } from './LimitedConnection.tsx';
import { TakeIn } from './TakeIn.tsx';
import { wordsOf } from './sync-words.ts';
import { Tray } from './Tray.tsx';

export const SyncSection = (): ReactElement => {
  const { t } = useTranslation('sync');
  const { client, server } = useSession();
  const status = useSyncStatus();
  const textOf = useFailureText();
  const { key, count, total, size = 0 } = wordsOf(status);
  const problem = status.problem === null ? null : textOf({ type: status.problem });
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Stack gap={2}>
          <Text fw={500}>{t(key, { count, total, size: megabytes(size) })}</Text>
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
      {status.state !== 'signedOut' && (
        <Switch
          label={t('pause')}
          description={t('pauseText')}
          checked={status.state === 'paused'}
          onChange={({ currentTarget }) => (currentTarget.checked ? client.pause() : client.resume())}
        />
      )}
      {status.state !== 'signedOut' && <LimitedConnection />}
      {problem !== null && (
        <Alert color="yellow" title={problem.sentence}>
          {problem.remedy}
        </Alert>
      )}
      {status.state !== 'signedOut' &&
        status.stuck.map(({ direction, code, count: files }) => (
          <Alert
            key={`${direction} ${code}`}
            color="yellow"
            title={t(`stuck.${direction}`, { count: files, reason: textOf({ type: code }).sentence })}
          >
            {textOf({ type: code }).remedy}
          </Alert>
        ))}
      <Tray />
      <CheckPanel />
      <TakeIn />
    </Stack>
  );
};
