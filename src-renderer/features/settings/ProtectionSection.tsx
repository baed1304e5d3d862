// Settings, protection: how the data on this device is kept.
import { Text } from '@mantine/core';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { desktop } from '../../ports/desktop.ts';

export const ProtectionSection = (): ReactElement => {
  const { t } = useTranslation('settings');
  const [mode, setMode] = useState<'keyring' | 'passphrase' | 'none' | null>(null);
  useEffect(
    () =>
      void desktop()
        .ask('vault.status', {})
        .then((status) => setMode(status.mode)),
    [],
  );
  return <Text c="dimmed">{mode === null ? '' : t(`protection.${mode}`)}</Text>;
};
