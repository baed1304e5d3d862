// Who sees a photo or document, and showing it to more people: said plainly and confirmed before it happens.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { photoPapers } from '../../domain/documents/photo-pages.ts';
import type { RecordKey, SpaceId } from '../../domain/kernel/ids.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import { journeySpace, spaceKind } from '../../domain/spaces/space.ts';
import { useRecords, useStore } from '../data/hooks.ts';
import { AudienceBadge, AudiencePicker } from '../ui/AudienceBadge.tsx';
import { useAudience } from '../ui/use-audience.ts';
import { useShareMedia } from './use-share-media.ts';

interface MediaAudienceProps {
  readonly record: RecordOf<'photo'> | RecordOf<'document'>;
  /** The record goes on under another key, in the wider space. */
  readonly onShared: (key: RecordKey) => void;
}

export const MediaAudience = ({ record, onShared }: MediaAudienceProps): React.JSX.Element => {
  const { t } = useTranslation('capture');
  const store = useStore();
  const shareMedia = useShareMedia();
  const parties = useRecords({ type: 'party', journey: record.journey });
  const audienceOf = useAudience(record.journey);
  const [asked, setAsked] = useState<SpaceId | null>(null);
  const further = useFurtherPages(record);
  const notes = useNotesOn([record, ...further]);
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
    const shown = await shareMedia(record, to, further);
    if (shown !== null) onShared(shown);
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
          {further.length > 0 && <Text size="sm">{t('share.pages', { count: further.length + 1 })}</Text>}
          {notes > 0 && <Text size="sm">{t('share.notes', { count: notes })}</Text>}
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

/** The other pages of a photographed paper, which go with it. */
const useFurtherPages = (record: MediaAudienceProps['record']): readonly RecordOf<'photo'>[] => {
  const photos = useRecords({ type: 'photo', journey: record.journey });
  return useMemo(() => {
    if (record.type !== 'photo' || (record.body.pages?.length ?? 0) < 2) return [];
    const paper = photoPapers(photos ?? []).find(({ holder }) => holder.key === record.key);
    // A page that is shown already stays with whom it was shown to.
    return (paper?.pages ?? []).filter(({ key, space }) => key !== record.key && space === record.space);
  }, [record, photos]);
};

/** How many notes stand on it: they are not shown along with it. */
const useNotesOn = (records: readonly MediaAudienceProps['record'][]): number => {
  const comments = useRecords({ type: 'comment', journey: records[0]?.journey ?? '' });
  return (comments ?? []).filter(({ parent }) => records.some(({ key }) => key === parent)).length;
};
