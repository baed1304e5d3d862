// Who sees a photo or document, and showing it to more people: said plainly and confirmed before it happens.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOf, type RecordKey, type SpaceId } from '../../domain/kernel/ids.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import { journeySpace, spaceKind } from '../../domain/spaces/space.ts';
import { DeedListenerContext, useRecords, useRun, useStore } from '../data/hooks.ts';
import { AudienceBadge, AudiencePicker } from '../ui/AudienceBadge.tsx';
import { useAudience } from '../ui/use-audience.ts';
import { useFetchOriginal } from './hooks.ts';
import { originalToShare } from './shared-original.ts';

interface MediaAudienceProps {
  readonly record: RecordOf<'photo'> | RecordOf<'document'>;
  /** The record goes on under another key, in the wider space. */
  readonly onShared: (key: RecordKey) => void;
}

export const MediaAudience = ({ record, onShared }: MediaAudienceProps): React.JSX.Element => {
  const { t } = useTranslation('capture');
  const run = useRun();
  const told = useContext(DeedListenerContext);
  const store = useStore();
  const fetchOriginal = useFetchOriginal();
  const parties = useRecords({ type: 'party', journey: record.journey });
  const audienceOf = useAudience(record.journey);
  const [asked, setAsked] = useState<SpaceId | null>(null);
  const isFamily =
    store.roleIn(journeySpace(record.journey)) === 'owner' || store.roleIn(journeySpace(record.journey)) === 'family';
  if (spaceKind(record.space) !== 'private' || !isFamily)
    return <AudienceBadge journey={record.journey} space={record.space} />;

  const partySpaces = (parties ?? [])
    .filter(({ space }) => spaceKind(space) === 'private')
    .map(({ body }) => body.space);
  const choices = [record.space, journeySpace(record.journey), ...new Set(partySpaces)];
  const share = async (to: SpaceId): Promise<void> => {
    setAsked(null);
    const original = await originalToShare(store, record, fetchOriginal);
    if (!original.ok) {
      told.failed(original.error);
      return;
    }
    const deed = await run('record.share', {
      key: record.key,
      to,
      ...(original.value === null ? {} : { original: original.value }),
    });
    if (deed.ok) onShared(keyOf(to, record.id));
  };
  return (
    <>
      <AudiencePicker
        journey={record.journey}
        space={record.space}
        choices={choices}
        onChoose={(to) => setAsked(to === record.space ? null : to)}
      />
      <Modal opened={asked !== null} onClose={() => setAsked(null)} title={t('share.title')} zIndex={500}>
        <Stack gap="md">
          <Text>{asked === null ? '' : audienceOf(asked).sentence}</Text>
          <Text size="sm" c="dimmed">
            {t('share.text')}
          </Text>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={() => setAsked(null)}>
              {t('share.cancel')}
            </Button>
            <Button onClick={() => asked !== null && void share(asked)} data-autofocus>
              {t('share.confirm')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
};
