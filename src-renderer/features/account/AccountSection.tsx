// Settings, account: who is signed in on which server, or the form to sign up or in.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ok } from '../../../domain/kernel/result.ts';
import { previewInvite } from '../../sync/account.ts';
import { householdToJoin } from '../../sync/access/household-to-join.ts';
import { useSession } from '../../sync/context.ts';
import { AccountForm } from './AccountForm.tsx';
import { BringJourneys } from './BringJourneys.tsx';
import { JoinDialog } from './JoinDialog.tsx';

export const AccountSection = (): ReactElement => {
  const { t } = useTranslation('account');
  const { account, client, server, store, refresh, signOut } = useSession();
  const [joining, setJoining] = useState(false);
  const elsewhere = householdToJoin(account, store.home, client.access);
  if (account === null) {
    return (
      <Stack gap="md" maw={420}>
        <Text c="dimmed">{t('why')}</Text>
        <AccountForm
          submit={t('signUp')}
          then={async () => {
            await refresh();
            return ok(null);
          }}
        />
      </Stack>
    );
  }
  return (
    <Stack gap="md" maw={420}>
      <Stack gap={2}>
        <Text fw={500}>{account.name}</Text>
        <Text size="sm" c="dimmed">
          {t('signedInAs', { email: account.email, server })}
        </Text>
      </Stack>
      {elsewhere !== null && <BringJourneys home={elsewhere} />}
      <Group gap="sm">
        <Button variant="default" onClick={() => setJoining(true)}>
          {t('join')}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => void signOut()}>
          {t('signOut')}
        </Button>
      </Group>
      <JoinDialog opened={joining} close={() => setJoining(false)} preview={previewInvite} />
    </Stack>
  );
};
