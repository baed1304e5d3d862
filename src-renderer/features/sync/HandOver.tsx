// Work that is left with someone whose access has ended, saved as one file that the owner can take in.
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueJob } from '../../data/database-schema.ts';
import { fetchOriginal } from '../../media/original.ts';
import { desktop } from '../../ports/desktop.ts';
import { NAME } from '../../sync/account.ts';
import { useSession } from '../../sync/context.ts';
import { useFailureText } from '../../ui/failure-text.ts';
import { originalOf } from './take-in.ts';
import { workOf, type TrayWork } from './tray-work.ts';
import { packWork, WORK_FILE } from './work-file.ts';

export const HandOver = ({ jobs }: { readonly jobs: readonly QueueJob[] }): ReactElement | null => {
  const { t } = useTranslation('sync');
  const { store, client } = useSession();
  const textOf = useFailureText();
  const works = jobs.flatMap((job) => workOf(job) ?? []).filter((work) => isLost(work, client.access.mayWrite));
  if (works.length === 0) return null;
  const save = async (): Promise<void> => {
    const kept = store.settings.get(NAME);
    const name = typeof kept === 'string' && kept !== '' ? kept : t('tray.noName');
    const work = works.map(({ record, reason, fields }) => ({
      record: { ...record, body: { ...record.body }, _deleted: false },
      reason,
      fields: [...fields],
    }));
    const file = packWork({ from: { person: store.me, name }, madeAt: Date.now(), work }, await originalsOf(works));
    const saved = await desktop().ask('file.save', {
      name: `${t('tray.fileName', { name })}${WORK_FILE}`,
      bytes: new Uint8Array(await file.arrayBuffer()),
    });
    if (saved.ok && !saved.value.saved) return;
    notifications.show({ message: saved.ok ? t('tray.handedOver') : textOf(saved.error).sentence, autoClose: 8_000 });
  };
  return (
    <Group gap="sm">
      <Button size="compact-sm" variant="light" onClick={() => void save()}>
        {t('tray.handOver')}
      </Button>
      <Text size="sm" c="dimmed">
        {t('tray.handOverText')}
      </Text>
    </Group>
  );
};

/** It stays with its author for ever unless someone takes it in: the access it was written under has ended. */
const isLost = ({ record, reason }: TrayWork, mayWrite: (space: string) => boolean): boolean =>
  reason === 'NotYours' && !mayWrite(record.space);

const originalsOf = async (
  works: readonly TrayWork[],
): Promise<readonly { readonly sha: string; readonly name: string; readonly file: Blob }[]> => {
  const originals = new Map<string, { readonly sha: string; readonly name: string; readonly file: Blob }>();
  for (const { record } of works) {
    const sha = originalOf(record);
    const file = sha === null || originals.has(sha) ? null : await fetchOriginal(sha);
    const { name: called } = record.body;
    const name = typeof called === 'string' ? called.slice(0, 300) : '';
    if (sha !== null && file !== null) originals.set(sha, { sha, name, file });
  }
  return [...originals.values()];
};
