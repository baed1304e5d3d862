// Calendar addresses of a journey: made for oneself or, by the owner, for someone on it; shown once, ended at any time.
import { Alert, Button, CopyButton, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../../domain/records/registry.ts';
import type { CalendarsReply } from '../../../../protocol/calendar/calendar.ts';
import type { Failure } from '../../../../protocol/failures.ts';
import { useStore } from '../../../data/hooks.ts';
import { members } from '../../../sync/account.ts';
import { calendarLinks, endCalendarLink, makeCalendarLink } from '../../../sync/calendar-links.ts';
import { useSession } from '../../../sync/context.ts';
import { dayOf, dayShort } from '../../../ui/dates.ts';
import { useFailureText } from '../../../ui/failure-text.ts';
import { usePeople } from '../../../ui/use-people.ts';

interface SubscriptionsProps {
  readonly journey: RecordOf<'journey'>;
  readonly close: () => void;
}

export const Subscriptions = ({ journey, close }: SubscriptionsProps): ReactElement => {
  const { t } = useTranslation('steps');
  const { account } = useSession();
  return (
    <Modal opened onClose={close} title={t('links.title')} size={520}>
      {account === null ? <Text c="dimmed">{t('links.signIn')}</Text> : <Addresses journey={journey} />}
    </Modal>
  );
};

/** What the server knows; a failure says why it can't be asked now. */
interface Known {
  readonly links: CalendarsReply['links'];
  readonly people: readonly PersonId[];
}

const Addresses = ({ journey }: Pick<SubscriptionsProps, 'journey'>): ReactElement => {
  const { t } = useTranslation('steps');
  const textOf = useFailureText();
  const people = usePeople();
  const { me, roleIn } = useStore();
  const { account, server } = useSession();
  const isOwner = roleIn(journey.space) === 'owner';
  const [person, setPerson] = useState<PersonId>(me);
  const [known, setKnown] = useState<Known | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const ask = async (): Promise<void> => {
    const links = await calendarLinks(journey.id);
    const all = isOwner ? await members({ journey: journey.id }) : null;
    setFailure(!links.ok ? links.error : all !== null && !all.ok ? all.error : null);
    if (!links.ok) return;
    const others = all?.ok === true ? all.value.members.map((member) => member.person) : [];
    setKnown({ links: links.value.links, people: [...new Set([me, ...others])] });
  };
  useEffect(() => {
    void ask();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- asked once when it opens, and after each change
  }, [journey.id]);

  const make = async (): Promise<void> => {
    const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
    const answer = await makeCalendarLink({ journey: journey.id, person, zone });
    if (!answer.ok) return setFailure(answer.error);
    setMade(`${(server ?? '').replace(/\/+$/, '')}${answer.value.path}`);
    await ask();
  };
  const end = async (whose: PersonId): Promise<void> => {
    const answer = await endCalendarLink({ journey: journey.id, person: whose });
    if (!answer.ok) return setFailure(answer.error);
    setMade(null);
    await ask();
  };
  const isMine = (whose: PersonId): boolean => account?.people.includes(whose) === true;
  const nameOf = (whose: PersonId): string => (isMine(whose) ? t('links.me') : people.nameOf(whose));
  const held = known?.links.some((link) => link.person === person || (isMine(link.person) && isMine(person))) === true;
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('links.why')}
      </Text>
      {failure !== null && (
        <Alert color="orange" title={textOf(failure).sentence}>
          {textOf(failure).remedy}
        </Alert>
      )}
      <Group align="flex-end" gap="sm">
        {isOwner && (
          <Select
            label={t('links.for')}
            allowDeselect={false}
            data={(known?.people ?? [me]).map((value) => ({ value, label: nameOf(value) }))}
            value={person}
            onChange={(value) => value !== null && setPerson(value)}
          />
        )}
        <Button disabled={known === null} onClick={() => void make()}>
          {t(held ? 'links.anew' : 'links.make')}
        </Button>
      </Group>
      {held && (
        <Text size="xs" c="dimmed">
          {t('links.replaces')}
        </Text>
      )}
      {made !== null && (
        <Stack gap="xs">
          <Group align="flex-end" gap="sm" wrap="nowrap">
            <TextInput
              flex={1}
              readOnly
              label={t('links.address')}
              value={made}
              onFocus={(event) => event.currentTarget.select()}
            />
            <CopyButton value={made}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {t(copied ? 'links.copied' : 'links.copy')}
                </Button>
              )}
            </CopyButton>
          </Group>
          <Text size="xs" c="dimmed">
            {t('links.once')}
          </Text>
        </Stack>
      )}
      {known?.links.map((link) => (
        <Group key={link.person} justify="space-between">
          <Text size="sm">{t('links.since', { name: nameOf(link.person), date: dayShort(dayOf(link.at)) })}</Text>
          <Button
            size="compact-md"
            variant="default"
            aria-label={t('links.endOf', { name: nameOf(link.person) })}
            onClick={() => void end(link.person)}
          >
            {t('links.end')}
          </Button>
        </Group>
      ))}
    </Stack>
  );
};
