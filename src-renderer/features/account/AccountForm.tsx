// One form for signing up and signing in: server, name, e-mail, password. What was typed stays when it fails.
import { Alert, Anchor, Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../domain/kernel/result.ts';
import type { Failure, FailureCode, FailureText } from '../../../protocol/failures.ts';
import { signIn, signUp } from '../../sync/account.ts';
import { useSession } from '../../sync/context.ts';
import { useFailureText } from '../../ui/failure-text.ts';
import { useFormDraft } from '../../ui/use-draft.ts';

interface AccountFormProps {
  /** What the button says: signing up alone, or joining. */
  readonly submit: string;
  readonly children?: ReactNode;
  /** An address that came with an invitation. */
  readonly server?: string | null;
  /** Called when signed up or in; its failure is shown in the form. */
  readonly then: () => Promise<Result<unknown, Failure>>;
}

const PASSWORD_LENGTH = 10;
const WAITED_FOR: ReadonlySet<FailureCode> = new Set(['ServerUnreachable', 'ServerSlow']);
/** The window's own check, and the server's, which knows better what an e-mail is. */
const ABOUT_FIELDS: ReadonlySet<FailureCode> = new Set(['InputInvalid', 'Malformed']);

export const AccountForm = ({ submit, children, server: invitedTo = null, then }: AccountFormProps): ReactElement => {
  const { t } = useTranslation('account');
  const { store, suggestedServer, server, account } = useSession();
  const textOf = useFailureText();
  const [mode, setMode] = useState<'up' | 'in'>('up');
  const draft = useFormDraft('account', {
    server: invitedTo ?? server ?? suggestedServer ?? '',
    name: '',
    email: '',
  });
  // A secret is kept nowhere.
  const [password, setPassword] = useState('');
  // Whoever clicked an invitation goes where it says, whatever was typed before.
  const form = { ...draft.value, ...(invitedTo === null ? {} : { server: invitedTo }), password };
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const misfits = failure !== null && ABOUT_FIELDS.has(failure.type) ? (failure.fields ?? []) : [];
  const field = (name: keyof typeof form) => ({
    value: form[name],
    error: misfits.includes(name) ? t(`misfit.${name}`) : undefined,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      name === 'password'
        ? setPassword(event.currentTarget.value)
        : draft.change({ [name]: event.currentTarget.value }),
    required: true,
  });

  const shown = (met: Failure): FailureText => {
    if (misfits.length > 0) return textOf({ type: 'InputInvalid' });
    // What is on this device waits for the server by itself; a person who signs up does not.
    return WAITED_FOR.has(met.type) ? { ...textOf(met), remedy: t('unreached') } : textOf(met);
  };

  const send = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    // Someone signed in already only joins.
    const signed =
      account !== null ? { ok: true as const } : mode === 'up' ? await signUp(store, form) : await signIn(store, form);
    const outcome = signed.ok ? await then() : signed;
    setBusy(false);
    if (!outcome.ok) return setFailure(outcome.error);
    draft.clear();
    setPassword('');
  };

  return (
    <form onSubmit={(event) => void send(event)}>
      <Stack gap="md">
        {children}
        {account === null && (
          <>
            <TextInput label={t('server')} description={t('serverHint')} {...field('server')} />
            {mode === 'up' && (
              <TextInput label={t('name')} description={t('nameHint')} autoComplete="name" {...field('name')} />
            )}
            <TextInput label={t('email')} type="email" autoComplete="email" {...field('email')} />
            <PasswordInput
              label={t('password')}
              description={mode === 'up' ? t('passwordHint', { count: PASSWORD_LENGTH }) : undefined}
              minLength={mode === 'up' ? PASSWORD_LENGTH : 1}
              autoComplete={mode === 'up' ? 'new-password' : 'current-password'}
              {...field('password')}
            />
          </>
        )}
        {failure !== null && (
          <Alert color="red" title={shown(failure).sentence} role="alert">
            {shown(failure).remedy}
          </Alert>
        )}
        <Group justify="space-between">
          {account === null ? (
            <Anchor component="button" type="button" size="sm" onClick={() => setMode(mode === 'up' ? 'in' : 'up')}>
              {mode === 'up' ? t('haveAccount') : t('newAccount')}
            </Anchor>
          ) : (
            <span />
          )}
          <Button type="submit" loading={busy}>
            {account === null && mode === 'in' ? t('signIn') : submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
