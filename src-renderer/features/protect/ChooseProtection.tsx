// First start: keyring, passphrase, or knowingly none; then the recovery code, shown before anything is encrypted.
import { Alert, Button, Group, PasswordInput, Radio, Stack, Text, Title } from '@mantine/core';
import { useState, type SyntheticEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../protocol/failures.ts';
import { desktop } from '../../ports/desktop.ts';
import { useFailureText } from '../../ui/failure-text.ts';
import { KeepCode } from './KeepCode.tsx';

interface ChooseProtectionProps {
  /** Whether this computer has a keyring that can keep the key. */
  readonly keyring: boolean;
  readonly done: () => void;
}

type Mode = 'keyring' | 'passphrase' | 'none';
const PASSPHRASE_LENGTH = 10;

export const ChooseProtection = ({ keyring, done }: ChooseProtectionProps): ReactElement => {
  const { t } = useTranslation('protect');
  const textOf = useFailureText();
  const [mode, setMode] = useState<Mode>(keyring ? 'keyring' : 'passphrase');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const differs = mode === 'passphrase' && again !== '' && again !== passphrase;

  const commit = async (): Promise<void> => {
    const committed = await desktop().ask('vault.commit', {});
    if (committed.ok) done();
    else setFailure(committed.error);
  };

  const prepare = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (mode === 'passphrase' && again !== passphrase) return;
    const prepared = await desktop().ask('vault.prepare', {
      mode,
      passphrase: mode === 'passphrase' ? passphrase : null,
    });
    if (!prepared.ok) setFailure(prepared.error);
    else if (prepared.value.recoveryCode === null) await commit();
    else setCode(prepared.value.recoveryCode);
  };

  if (code !== null) return <KeepCode code={code} kept={() => void commit()} />;
  return (
    <form onSubmit={(event) => void prepare(event)}>
      <Stack gap="lg">
        <Stack gap="xs">
          <Title order={2}>{t('title')}</Title>
          <Text c="dimmed">{t('text')}</Text>
        </Stack>
        <Radio.Group value={mode} onChange={(value) => setMode(value)} aria-label={t('title')}>
          <Stack gap="sm">
            <Radio
              value="keyring"
              label={t('keyring.label')}
              description={keyring ? t('keyring.text') : t('keyring.missing')}
              disabled={!keyring}
            />
            <Radio value="passphrase" label={t('passphrase.label')} description={t('passphrase.text')} />
            <Radio value="none" label={t('none.label')} description={t('none.text')} />
          </Stack>
        </Radio.Group>
        {mode === 'passphrase' && (
          <Stack gap="sm">
            <PasswordInput
              label={t('passphrase.field')}
              value={passphrase}
              onChange={(event) => setPassphrase(event.currentTarget.value)}
              minLength={PASSPHRASE_LENGTH}
              description={t('passphrase.hint', { count: PASSPHRASE_LENGTH })}
              required
            />
            <PasswordInput
              label={t('passphrase.again')}
              value={again}
              onChange={(event) => setAgain(event.currentTarget.value)}
              error={differs ? t('passphrase.differs') : undefined}
              required
            />
          </Stack>
        )}
        {failure !== null && (
          <Alert color="red" role="alert" title={textOf(failure).sentence}>
            {textOf(failure).remedy}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button type="submit">{t('goOn')}</Button>
        </Group>
      </Stack>
    </form>
  );
};
