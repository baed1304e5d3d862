// The recovery code, once: the only other way in. Encryption begins when the person says that it is kept.
import { Button, Checkbox, Code, CopyButton, Group, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

interface KeepCodeProps {
  readonly code: string;
  readonly kept: () => void;
}

export const KeepCode = ({ code, kept }: KeepCodeProps): ReactElement => {
  const { t } = useTranslation('protect');
  const [sure, setSure] = useState(false);
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <Title order={2}>{t('code.title')}</Title>
        <Text c="dimmed">{t('code.text')}</Text>
      </Stack>
      <Code block fz="lg" ta="center" p="lg" aria-label={t('code.label')}>
        {code}
      </Code>
      <Group justify="space-between">
        <CopyButton value={code}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t('code.copied') : t('code.copy')}
            </Button>
          )}
        </CopyButton>
        <Checkbox label={t('code.sure')} checked={sure} onChange={(event) => setSure(event.currentTarget.checked)} />
      </Group>
      <Group justify="flex-end">
        <Button disabled={!sure} onClick={kept}>
          {t('code.begin')}
        </Button>
      </Group>
    </Stack>
  );
};
