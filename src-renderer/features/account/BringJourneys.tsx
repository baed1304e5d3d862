// Asked of whoever signs in to, or joins, a household that exists: which of this device's journeys come along.
import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId, SpaceId } from '../../../domain/kernel/ids.ts';
import { useRecords } from '../../data/hooks.ts';
import { moveHome } from '../../sync/account.ts';
import { useSession } from '../../sync/context.ts';

export const BringJourneys = ({ home }: { readonly home: SpaceId }): ReactElement => {
  const { t } = useTranslation('account');
  const { store, client, restart } = useSession();
  const [bring, setBring] = useState<readonly RecordId[]>([]);
  const go = async (): Promise<void> => {
    await moveHome(store, client.access, { home, bring });
    restart();
  };
  return (
    <Stack gap="sm">
      <Text fw={500}>{t('bring.household')}</Text>
      <JourneyChoice chosen={bring} choose={setBring} />
      <Button onClick={() => void go()}>{t('bring.go')}</Button>
    </Stack>
  );
};

interface JourneyChoiceProps {
  readonly chosen: readonly RecordId[];
  readonly choose: (ids: readonly RecordId[]) => void;
}

/** The journeys made on this device; none is chosen unless the person says so. */
export const JourneyChoice = ({ chosen, choose }: JourneyChoiceProps): ReactElement | null => {
  const { t } = useTranslation('account');
  const { client } = useSession();
  const journeys = (useRecords({ type: 'journey' }) ?? []).filter(
    ({ body, space }) => !body.sample && !client.access.holds(space),
  );
  if (journeys.length === 0) return null;
  return (
    <Checkbox.Group label={t('bring.which')} description={t('bring.hint')} value={[...chosen]} onChange={choose}>
      <Stack gap="xs" mt="xs">
        {journeys.map(({ id, body }) => (
          <Checkbox key={id} value={id} label={body.name} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
};
