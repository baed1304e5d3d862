// What the file of a photo or document is called, and a way to have it outside of Plumbline as it came.
import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { desktop } from '../ports/desktop.ts';
import { useFailureText } from '../ui/failure-text.ts';
import { shownName } from '../ui/shown-name.ts';
import { Fact } from './Fact.tsx';
import { useFetchOriginal } from './hooks.ts';
import { nameToSave } from './name-to-save.ts';

interface FileFactProps {
  readonly file: { readonly sha: string; readonly name: string; readonly mime: string };
}

export const FileFact = ({ file: { sha, name, mime } }: FileFactProps): React.JSX.Element => {
  const { t } = useTranslation('capture');
  const fetchOriginal = useFetchOriginal();
  const textOf = useFailureText();
  const save = async (): Promise<void> => {
    const original = await fetchOriginal(sha);
    const answer = original.ok
      ? await desktop().ask('file.save', {
          name: nameToSave(name, mime),
          bytes: new Uint8Array(await original.value.arrayBuffer()),
        })
      : original;
    if (answer.ok) return;
    const { sentence, remedy } = textOf(answer.error);
    notifications.show({ color: 'red', title: sentence, message: remedy });
  };
  const shown = shownName(name);
  return (
    <Fact label={t('file.label')}>
      <Group gap={4} wrap="nowrap">
        <Text truncate title={shown}>
          <bdi>{shown}</bdi>
        </Text>
        <Tooltip label={t('file.save')}>
          <ActionIcon size="sm" aria-label={t('file.saveFor', { name: shown })} onClick={() => void save()}>
            <IconDownload size={16} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      </Group>
    </Fact>
  );
};
