// Inviting: says what the invited person will see before anything is sent, then shows the code to pass on.
import { Alert, Button, Code, CopyButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { idOfKey, type RecordId } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import type { InviteReply } from '../../../protocol/account/invite.ts';
import type { Failure } from '../../../protocol/failures.ts';
import { useRun } from '../../data/hooks.ts';
import { invite } from '../../sync/account.ts';
import { useSession } from '../../sync/context.ts';
import { dayExact, dayOf } from '../../ui/dates.ts';
import { useFailureText } from '../../ui/failure-text.ts';
import { useFormDraft } from '../../ui/use-draft.ts';

interface InviteDialogProps {
  readonly into: 'household' | 'contractor' | null;
  readonly journey: RecordOf<'journey'>;
  readonly close: () => void;
}

export const InviteDialog = ({ into, journey, close }: InviteDialogProps): ReactElement => {
  const { t } = useTranslation('people');
  const { store, account } = useSession();
  const run = useRun();
  const textOf = useFailureText();
  const draft = useFormDraft(`invite:${journey.id}`, { name: '', trade: '' });
  const { name, trade } = draft.value;
  const [addedParty, setParty] = useState<RecordId | null>(null);
  const [made, setMade] = useState<InviteReply | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  // Pressed twice, it is one invitation.
  const [isAsking, setAsking] = useState(false);

  const send = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setAsking(true);
    await ask();
    setAsking(false);
  };
  const ask = async (): Promise<void> => {
    let party = addedParty;
    const inviter = account?.name ?? '';
    setFailure(null);
    if (into === 'contractor' && party === null) {
      const added = await run('party.add', { journey: journey.id, name, trade });
      if (!added.ok) return;
      // Remembered: a second try after the server could not be reached invites the same contractor.
      party = idOfKey(added.value.keys[0] ?? '');
      setParty(party);
    }
    const reply = await invite(
      party === null
        ? { into: 'household', home: store.home, label: t('householdOf', { name: inviter }), inviter }
        : { into: 'journey', role: 'contractor', journey: journey.id, party, label: journey.body.name, inviter },
    );
    if (!reply.ok) return setFailure(reply.error);
    draft.clear();
    setMade(reply.value);
  };

  const end = (): void => {
    setMade(null);
    setParty(null);
    setFailure(null);
    close();
  };

  return (
    <Modal
      opened={into !== null}
      onClose={end}
      title={into === 'household' ? t('inviteFamily') : t('inviteContractor')}
    >
      {made !== null ? (
        <MadeInvite made={made} done={end} />
      ) : (
        <form onSubmit={(event) => void send(event)}>
          <Stack gap="md">
            <Alert title={t('willSee')}>{into === 'household' ? t('willSeeFamily') : t('willSeeContractor')}</Alert>
            {into === 'contractor' && (
              <>
                <TextInput
                  label={t('partyName')}
                  value={name}
                  onChange={(event) => draft.change({ name: event.currentTarget.value })}
                  required
                  data-autofocus
                />
                <TextInput
                  label={t('trade')}
                  value={trade}
                  onChange={(event) => draft.change({ trade: event.currentTarget.value })}
                />
              </>
            )}
            {failure !== null && (
              <Alert color="red" role="alert" title={textOf(failure).sentence}>
                {textOf(failure).remedy}
              </Alert>
            )}
            <Group justify="flex-end">
              <Button type="submit" loading={isAsking}>
                {t('makeCode')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
};

const MadeInvite = ({ made, done }: { readonly made: InviteReply; readonly done: () => void }): ReactElement => {
  const { t } = useTranslation('people');
  const { server } = useSession();
  const until = dayOf(made.expiresAt);
  return (
    <Stack gap="md">
      <Text>{t('passOn')}</Text>
      <Code block fz="xl" ta="center" p="lg" aria-label={t('code')}>
        {made.code}
      </Code>
      {server !== null && <Text size="sm">{t('server', { server })}</Text>}
      <Text size="sm" c="dimmed">
        {t('validUntil', { date: dayExact(until) })}
      </Text>
      <Group justify="space-between">
        <Group gap="xs">
          <CopyButton value={made.code}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? t('copied') : t('copyCode')}
              </Button>
            )}
          </CopyButton>
          <CopyButton
            value={`plumbline:join/${made.code}${server === null ? '' : `?${new URLSearchParams({ server })}`}`}
          >
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? t('copied') : t('copyLink')}
              </Button>
            )}
          </CopyButton>
        </Group>
        <Button onClick={done}>{t('done')}</Button>
      </Group>
    </Stack>
  );
};
