// Settings, storage: the room each journey takes on this device, and freeing what the server holds too.
import { Alert, Button, Stack, Table, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecords } from '../../data/hooks.ts';
import { useSession } from '../../sync/context.ts';
import { useFailureText } from '../../ui/failure-text.ts';
import { megabytes } from '../../ui/megabytes.ts';
import { useRoom } from './use-room.ts';

export const StorageSection = (): ReactElement => {
  const { t } = useTranslation('storage');
  const textOf = useFailureText();
  const { account } = useSession();
  const journeys = useRecords({ type: 'journey', trash: 'with' });
  const { rooms, freeing, outcome, free } = useRoom();
  const journeyById = new Map((journeys ?? []).map((journey) => [journey.id, journey]));
  const failure = outcome === null || outcome.ok ? null : textOf(outcome.error);
  if (rooms === null || journeys === undefined) return <Text c="dimmed">{t('counting')}</Text>;
  if (rooms.length === 0) return <Text c="dimmed">{t('empty')}</Text>;
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('text')}
      </Text>
      <Table aria-label={t('section')} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('journey')}</Table.Th>
            <Table.Th ta="right">{t('originals')}</Table.Th>
            <Table.Th ta="right">{t('previews')}</Table.Th>
            <Table.Th aria-label={t('free')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rooms.map(({ journey, originals, previews, here, all }) => {
            const record = journeyById.get(journey);
            const name = record?.body.name ?? t('unknown');
            // What never leaves this device can't be freed on it.
            const isSynced = account !== null && record?.body.sample !== true;
            return (
              <Table.Tr key={journey}>
                <Table.Td>
                  {name}
                  {here < all && (
                    <Text size="xs" c="dimmed">
                      {t('onDemand', { count: all - here })}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td ta="right" className="pl-number">
                  {megabytes(originals)}
                </Table.Td>
                <Table.Td ta="right" className="pl-number">
                  {megabytes(previews)}
                </Table.Td>
                <Table.Td ta="right">
                  {isSynced && here > 0 && (
                    <Button
                      variant="default"
                      size="xs"
                      aria-label={t('freeOf', { name })}
                      loading={freeing === journey}
                      disabled={freeing !== null}
                      onClick={() => free(journey)}
                    >
                      {t('free')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      {outcome?.ok === true && (
        <Text size="sm" role="status">
          {t('freed', { count: outcome.value.files, size: megabytes(outcome.value.bytes) })}
          {outcome.value.kept > 0 && ` ${t('kept', { count: outcome.value.kept })}`}
        </Text>
      )}
      {failure !== null && (
        <Alert color="yellow" title={failure.sentence}>
          {failure.remedy}
        </Alert>
      )}
    </Stack>
  );
};
