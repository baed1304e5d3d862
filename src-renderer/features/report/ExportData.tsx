// "Save all data": the journey's records as one JSON file, for other programs or to keep.
import { Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBraces } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useStore } from '../../data/hooks.ts';
import { desktop } from '../../ports/desktop.ts';
import { today } from '../../ui/dates.ts';
import { useFailureText } from '../../ui/failure-text.ts';
import { datedFileName } from '../../ui/file-name.ts';
import { gatherJourneyFile } from './gather-file.ts';

export const ExportData = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const { t } = useTranslation('report');
  const store = useStore();
  const textOf = useFailureText();
  const save = async (): Promise<void> => {
    const text = JSON.stringify(await gatherJourneyFile(store, journey.id, Date.now()), null, 1);
    const name = datedFileName(journey.body.name, today(), 'json');
    const answer = await desktop().ask('file.save', { name, bytes: new TextEncoder().encode(text) });
    if (answer.ok && answer.value.saved) notifications.show({ title: t('data.saved'), message: t('data.text') });
    if (!answer.ok)
      notifications.show({ color: 'red', title: textOf(answer.error).sentence, message: textOf(answer.error).remedy });
  };
  return (
    <Menu.Item leftSection={<IconBraces size={16} stroke={1.75} />} onClick={() => void save()}>
      {t('data.save')}
    </Menu.Item>
  );
};
