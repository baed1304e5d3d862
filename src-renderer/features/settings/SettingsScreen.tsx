// Settings: the sections that features bring, under one heading each, and what this program is.
import { Button, Divider, Group, Stack, Text, Title } from '@mantine/core';
import { Fragment, useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelReply } from '../../../protocol/ipc/channels.ts';
import { desktop } from '../../ports/desktop.ts';
import { useSlots } from '../../ui/slots.ts';

export const SettingsScreen = (): ReactElement => {
  const { t } = useTranslation('settings');
  const { settings } = useSlots();
  return (
    <Stack p="xl" gap="xl" maw={720}>
      <Title order={1}>{t('title')}</Title>
      {settings.map(({ id, label, component: Section }) => (
        <Fragment key={id}>
          <Stack component="section" gap="md" aria-label={t(label)}>
            <Title order={2}>{t(label)}</Title>
            <Section />
          </Stack>
          <Divider />
        </Fragment>
      ))}
    </Stack>
  );
};

/** Version and log: what to give to whoever helps. */
export const AboutSection = (): ReactElement => {
  const { t } = useTranslation('settings');
  const [info, setInfo] = useState<ChannelReply<'app.info'> | null>(null);
  useEffect(() => void desktop().ask('app.info', {}).then(setInfo), []);
  return (
    <Stack gap="md">
      {info !== null && (
        <Text c="dimmed">
          {t(info.standIn ? 'about.versionStandIn' : 'about.version', {
            version: info.version,
            electron: info.electron,
          })}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {t('about.log')}
      </Text>
      <Group gap="sm">
        <Button variant="default" onClick={() => void desktop().ask('log.open', {})}>
          {t('about.openLog')}
        </Button>
        <Button variant="default" onClick={() => void desktop().ask('log.export', {})}>
          {t('about.exportLog')}
        </Button>
      </Group>
    </Stack>
  );
};
