// People on a journey: who is in, what each may see, and inviting family or a contractor by a code.
import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import type { Role } from '../../../domain/spaces/roles.ts';
import type { Failure } from '../../../protocol/failures.ts';
import type { MembersReply } from '../../../protocol/account/invite.ts';
import { useRecords, useStore } from '../../data/hooks.ts';
import { members as askMembers } from '../../sync/account.ts';
import { useSession, useSyncStatus } from '../../sync/context.ts';
import { useFailureText } from '../../ui/failure-text.ts';
import { PersonDot } from '../../ui/PersonDot.tsx';
import { useIsFamily } from '../../ui/use-family.ts';
import { useFound } from '../../ui/use-found.ts';
import { usePeople } from '../../ui/use-people.ts';
import { usePlace } from '../../ui/place-context.ts';
import { GuestDays } from './GuestDays.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import classes from './people.module.css';
import { RemoveMember } from './RemoveMember.tsx';

type Member = MembersReply['members'][number];

export const PeopleTab = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const { t } = useTranslation('people');
  const { account } = useSession();
  const { state } = useSyncStatus();
  const { go } = usePlace();
  const textOf = useFailureText();
  const isFamily = useIsFamily(journey.space);
  const isOwner = useStore().roleIn(journey.space) === 'owner';
  const [list, setList] = useState<readonly Member[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [inviting, setInviting] = useState<'household' | 'contractor' | null>(null);

  const show = useCallback((reply: Awaited<ReturnType<typeof askMembers>>): void => {
    if (reply.ok) setList(reply.value.members);
    setFailure(reply.ok ? null : reply.error);
  }, []);
  const read = (): void => void askMembers({ journey: journey.id }).then(show);
  // Asked anew with every state of the connection, when who is in may have changed meanwhile, and with every name card that
  // arrives: whoever joins hands one out.
  const cards = useRecords({ type: 'person', journey: journey.id })?.length ?? 0;
  useEffect(() => {
    if (account !== null && state !== 'signedOut') void askMembers({ journey: journey.id }).then(show);
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- cards are not read: that one came is the reason to ask
  }, [account, journey.id, show, state, cards]);

  if (account === null) {
    return (
      <Stack gap="md" maw={480} p="xl">
        <Title order={3}>{t('alone.title')}</Title>
        <Text c="dimmed">{t('alone.text')}</Text>
        <Group>
          <Button onClick={() => go({ go: 'screen', screen: 'settings' })}>{t('alone.signUp')}</Button>
        </Group>
      </Stack>
    );
  }
  return (
    <Stack gap="lg" maw={640} p="xl">
      {isFamily && (
        <Group gap="sm">
          <Button leftSection={<IconUserPlus size={16} />} onClick={() => setInviting('contractor')}>
            {t('inviteContractor')}
          </Button>
          <Button variant="default" onClick={() => setInviting('household')}>
            {t('inviteFamily')}
          </Button>
        </Group>
      )}
      {failure !== null && (
        <Text c="dimmed" role="status">
          {textOf(failure).sentence} {t('offlineList')}
        </Text>
      )}
      <Stack gap="sm" component="ul" p={0} m={0} aria-label={t('list')}>
        {(list ?? []).map((member) => (
          <MemberRow key={member.person} {...{ member, journey, isFamily, isOwner }} changed={read} />
        ))}
      </Stack>
      {isOwner && <GuestDays journey={journey} />}
      <InviteDialog into={inviting} journey={journey} close={() => setInviting(null)} />
    </Stack>
  );
};

/** They see what they were let into; family sees all. */
const OUTSIDE: ReadonlySet<Role> = new Set(['contractor', 'viewer']);

interface MemberRowProps {
  readonly member: Member;
  readonly journey: RecordOf<'journey'>;
  /** Takes contractors and viewers off the journey; the owner takes family out of the household, too. */
  readonly isFamily: boolean;
  readonly isOwner: boolean;
  readonly changed: () => void;
}

const MemberRow = ({ member, journey, isFamily, isOwner, changed }: MemberRowProps): ReactElement => {
  const { t } = useTranslation('people');
  const { nameOf } = usePeople();
  const { me } = useStore();
  const parties = useRecords({ type: 'party', journey: journey.id });
  const party = (parties ?? []).find(({ id }) => id === member.party);
  const found = useFound(member.person, member.party);
  return (
    <Group component="li" gap="md" wrap="nowrap" className={classes['member'] ?? ''} {...found}>
      <PersonDot name={nameOf(member.person)} />
      <Stack gap={0} flex={1}>
        <Text fw={500}>
          {party === undefined
            ? nameOf(member.person)
            : t('nameAndParty', { name: nameOf(member.person), party: party.body.name })}
        </Text>
        <Text size="sm" c="dimmed">
          {t(member.person === me ? `seesYou.${member.role}` : `sees.${member.role}`)}
        </Text>
      </Stack>
      <Badge variant="light" tt="none" fw={500} color={OUTSIDE.has(member.role) ? 'orange' : 'chalk'}>
        {t(`role.${member.role}`)}
      </Badge>
      {(OUTSIDE.has(member.role) ? isFamily : isOwner && member.role === 'family') && (
        <RemoveMember
          journey={journey}
          person={member.person}
          name={nameOf(member.person)}
          from={OUTSIDE.has(member.role) ? 'journey' : 'household'}
          removed={changed}
        />
      )}
    </Group>
  );
};
