// Joining with a code: who invites to what, what will be seen and shared, then yes.
import { Alert, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '../../../domain/kernel/ids.ts';
import { err, ok, type Result } from '../../../domain/kernel/result.ts';
import type { InvitePreview } from '../../../protocol/account/invite.ts';
import type { Failure } from '../../../protocol/failures.ts';
import { acceptInvite, introduceAs, type PreviewInvite } from '../../sync/account.ts';
import { useSession } from '../../sync/context.ts';
import { AccountForm } from './AccountForm.tsx';
import { JourneyChoice } from './BringJourneys.tsx';

interface JoinDialogProps {
  readonly opened: boolean;
  readonly close: () => void;
  readonly preview: PreviewInvite;
  /** What a clicked link filled in. */
  readonly link?: { readonly code: string; readonly server: string | null };
}

export const JoinDialog = ({ opened, close, preview, link }: JoinDialogProps): ReactElement => {
  const { t } = useTranslation('account');
  const { store, client, refresh, restart, account } = useSession();
  const [code, setCode] = useState(link?.code ?? '');
  const [seen, setSeen] = useState<InvitePreview | null>(null);
  const [bring, setBring] = useState<readonly RecordId[]>([]);

  // Signing up on the way must not take this device's journeys into a household of one.
  useEffect(() => {
    if (!opened) return undefined;
    client.holdClaims('invitation', true);
    return () => client.holdClaims('invitation', false);
  }, [opened, client]);

  /** First the invitation is shown; only a second yes accepts it. */
  const then = async (): Promise<Result<unknown, Failure>> => {
    await refresh();
    if (seen === null) {
      const shown = await preview(code);
      if (shown.ok) setSeen(shown.value);
      return shown;
    }
    const accepted = await acceptInvite(store, client.access, { code, bring });
    if (!accepted.ok) return err(accepted.error);
    await introduceAs(store, account?.name ?? accepted.value.account.name);
    // Claims stay held until the page has gone: the next one claims for the household that was joined.
    await client.stop();
    restart();
    return ok(null);
  };

  return (
    <Modal opened={opened} onClose={close} title={t('joinTitle')} size="md">
      <AccountForm submit={seen === null ? t('look') : t('joinNow')} server={link?.server ?? null} then={then}>
        <TextInput
          label={t('code')}
          description={t('codeHint')}
          value={code}
          required
          readOnly={seen !== null}
          onChange={(event) => setCode(event.currentTarget.value.trim().toUpperCase())}
        />
        {seen !== null && (
          <Stack gap="sm">
            <Alert title={t('invited', { inviter: seen.inviter, label: seen.label })}>
              <Text size="sm">{t(`sees.${seen.role}`)}</Text>
            </Alert>
            {seen.into === 'household' && <JourneyChoice chosen={bring} choose={setBring} />}
          </Stack>
        )}
      </AccountForm>
    </Modal>
  );
};
