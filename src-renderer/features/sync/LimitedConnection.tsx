// Settings, sync: the switch for a limited connection, and what waits for a better one.
import { Switch } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../data/hooks.ts';
import { useSyncStatus } from '../../sync/context.ts';
import { LIMITED } from '../../sync/files/limited.ts';

export const LimitedConnection = (): ReactElement => {
  const { t } = useTranslation('sync');
  const [limited, setLimited] = useSetting(LIMITED, false);
  const { held } = useSyncStatus();
  const waits = limited && held.count > 0 ? t('limited.waiting', { count: held.count }) : '';
  return (
    <Switch
      checked={limited}
      onChange={({ currentTarget }) => setLimited(currentTarget.checked)}
      label={t('limited.label')}
      description={`${t('limited.text')} ${waits}`.trim()}
    />
  );
};
