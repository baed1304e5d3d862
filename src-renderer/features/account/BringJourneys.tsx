// Asked of whoever signs in to, or joins, a household that exists: which of this device's journeys come along. A device that has
// none of its own joins by itself.
import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId, SpaceId } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords } from '../../data/hooks.ts';
import { moveHome } from '../../sync/account.ts';
import { useSession } from '../../sync/context.ts';

export const BringJourneys = ({ home }: { readonly home: SpaceId }): ReactElement | null => {
  const { t } = useTranslation('account');
  const { store, client, restart } = useSession();
  const [bring, setBring] = useState<readonly RecordId[]>([]);
  const journeys = useOwnJourneys();
  const go = useCallback(
    async (brought: readonly RecordId[]): Promise<void> => {
      await moveHome(store, client.access, { home, bring: brought });
      // Claims stay held until the page has gone: the next one has the household that was joined.
      await client.stop();
      restart();
    },
    [store, client, home, restart],
  );
  const nothingToChoose = journeys?.length === 0;
  useEffect(() => {
    if (nothingToChoose) void go([]);
  }, [nothingToChoose, go]);
  if (journeys === null || nothingToChoose) return null;
  return (
    <Stack gap="sm">
      <Text fw={500}>{t('bring.household')}</Text>
      <JourneyChoice chosen={bring} choose={setBring} />
      <Button onClick={() => void go(bring)}>{t('bring.go')}</Button>
    </Stack>
  );
};

/** The journeys made on this device; null until they are read. */
const useOwnJourneys = (): readonly RecordOf<'journey'>[] | null => {
  const { client } = useSession();
  const journeys = useRecords({ type: 'journey' });
  return journeys?.filter(({ body, space }) => !body.sample && !client.access.holds(space)) ?? null;
};

interface JourneyChoiceProps {
  readonly chosen: readonly RecordId[];
  readonly choose: (ids: readonly RecordId[]) => void;
}

/** Which of them come along; none does unless the person says so. */
export const JourneyChoice = ({ chosen, choose }: JourneyChoiceProps): ReactElement | null => {
  const { t } = useTranslation('account');
  const journeys = useOwnJourneys();
  if (journeys === null || journeys.length === 0) return null;
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
