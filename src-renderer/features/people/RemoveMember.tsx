// Taking someone off a journey, or out of the household: says what that does and what it can't undo, asks, and tells when it did not work.
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import type { RevokeRequest } from '../../../protocol/account/invite.ts';
import type { Failure } from '../../../protocol/failures.ts';
import { useStore } from '../../data/hooks.ts';
import { revoke } from '../../sync/account.ts';
import { useFailureText } from '../../ui/failure-text.ts';

interface RemoveMemberProps {
  readonly journey: RecordOf<'journey'>;
  readonly person: PersonId;
  readonly name: string;
  /** Family is in the whole household; a contractor or viewer on this journey. */
  readonly from: RevokeRequest['from'];
  readonly removed: () => void;
}

export const RemoveMember = ({ journey, person, name, from, removed }: RemoveMemberProps): ReactElement => {
  const { t } = useTranslation('people');
  const textOf = useFailureText();
  const store = useStore();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const remove = async (): Promise<void> => {
    const done = await revoke(
      from === 'household' ? { from, home: store.home, person } : { from, journey: journey.id, person },
    );
    setFailure(done.ok ? null : done.error);
    if (!done.ok) return;
    setAsking(false);
    removed();
  };
  return (
    <>
      <Button size="compact-sm" variant="subtle" color="red" onClick={() => setAsking(true)}>
        {t('remove')}
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title={t('removing.title', { name })}>
        <Stack gap="md">
          <Text>{t(`removing.${from}`, { name })}</Text>
          <Text size="sm" c="dimmed">
            {t('removing.limits')}
          </Text>
          {failure !== null && (
            <Alert color="red" role="alert" title={textOf(failure).sentence}>
              {t('removing.still', { name })}
            </Alert>
          )}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={() => setAsking(false)}>
              {t('removing.keep')}
            </Button>
            <Button color="red" onClick={() => void remove()} data-autofocus>
              {t('removing.go')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
};
