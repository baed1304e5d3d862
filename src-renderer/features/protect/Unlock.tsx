// Opens what is protected: by passphrase, or by recovery code when the passphrase or the keyring is lost.
import { Alert, Anchor, Button, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type SyntheticEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../protocol/failures.ts';
import { desktop } from '../../ports/desktop.ts';
import { useFailureText } from '../../ui/failure-text.ts';

interface UnlockProps {
  readonly reason: 'passphrase' | 'keyring-lost' | null;
  readonly opened: () => void;
}

export const Unlock = ({ reason, opened }: UnlockProps): ReactElement => {
  const { t } = useTranslation('protect');
  const textOf = useFailureText();
  const [by, setBy] = useState<'passphrase' | 'code'>(reason === 'keyring-lost' ? 'code' : 'passphrase');
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);

  const unlock = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const outcome = await desktop().ask('vault.unlock', {
      passphrase: by === 'passphrase' ? typed : null,
      recoveryCode: by === 'code' ? typed : null,
    });
    setBusy(false);
    if (outcome.ok) opened();
    else setFailure(outcome.error);
  };

  const turn = (): void => {
    setBy(by === 'passphrase' ? 'code' : 'passphrase');
    setTyped('');
    setFailure(null);
  };

  return (
    <form onSubmit={(event) => void unlock(event)}>
      <Stack gap="lg">
        <Stack gap="xs">
          <Title order={2}>{t('unlock.title')}</Title>
          <Text c="dimmed">{reason === 'keyring-lost' ? t('unlock.keyringLost') : t('unlock.text')}</Text>
        </Stack>
        {by === 'passphrase' ? (
          <PasswordInput
            label={t('passphrase.field')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            required
            data-autofocus
            autoFocus
          />
        ) : (
          <TextInput
            label={t('code.label')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            required
            autoFocus
          />
        )}
        {failure !== null && (
          <Alert color="red" role="alert" title={textOf(failure).sentence}>
            {textOf(failure).remedy}
          </Alert>
        )}
        <Group justify="space-between">
          {reason === 'keyring-lost' ? (
            <span />
          ) : (
            <Anchor component="button" type="button" size="sm" onClick={turn}>
              {by === 'passphrase' ? t('unlock.useCode') : t('unlock.usePassphrase')}
            </Anchor>
          )}
          <Button type="submit" loading={busy}>
            {t('unlock.open')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
