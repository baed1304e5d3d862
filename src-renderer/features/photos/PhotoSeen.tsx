// What was made out on a photo: its kind, the room and what stands in it, its colours, the place. Each can be put right, and then stays as the person said.
import { ActionIcon, Group, Select, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PHOTO_KINDS } from '../../../domain/pictures/photo-kind.ts';
import { ROOM_KINDS } from '../../../domain/pictures/room-kind.ts';
import { seenStanding } from '../../../domain/pictures/seen.ts';
import type { SeenFixes } from '../../../domain/records/media.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { Fact } from '../../media/Fact.tsx';
import { ObjectsSeen } from './ObjectsSeen.tsx';
import classes from './seen.module.css';

export const PhotoSeen = ({ reading }: { readonly reading: RecordOf<'reading'> | null }): React.JSX.Element | null => {
  const { t } = useTranslation('photos');
  const run = useRun();
  const standing = reading === null ? null : seenStanding(reading.body);
  if (reading === null || standing === null) return null;
  const { kind, kindIsSure, roomKind, roomKindIsSure, objects, colours, place } = standing;
  const correct = (set: SeenFixes): void => void run('reading.correct', { key: reading.key, set });
  return (
    <section aria-label={t('seen.title')}>
      <Fact label={t('seen.kind')}>
        <Select
          aria-label={t('seen.kind')}
          data={PHOTO_KINDS.map((value) => ({ value, label: t(`seen.kinds.${value}`) }))}
          value={kind}
          allowDeselect={false}
          comboboxProps={{ zIndex: 500 }}
          onChange={(chosen) => correct({ kind: PHOTO_KINDS.find((known) => known === chosen) ?? kind })}
        />
        {!kindIsSure && (
          <Text size="xs" c="dimmed" mt={2}>
            {t('seen.guess')}
          </Text>
        )}
      </Fact>
      {kind === 'room' && (
        <Fact label={t('seen.roomKind')}>
          <Select
            aria-label={t('seen.roomKind')}
            placeholder={t('seen.noRoomKind')}
            data={ROOM_KINDS.map((value) => ({ value, label: t(`seen.roomKinds.${value}`) }))}
            value={roomKind}
            allowDeselect={false}
            comboboxProps={{ zIndex: 500 }}
            onChange={(chosen) => correct({ roomKind: ROOM_KINDS.find((known) => known === chosen) ?? null })}
          />
          {!roomKindIsSure && roomKind !== null && (
            <Text size="xs" c="dimmed" mt={2}>
              {t('seen.roomGuess')}
            </Text>
          )}
        </Fact>
      )}
      {(kind === 'room' || objects.length > 0) && (
        <Fact label={t('seen.objects')}>
          <ObjectsSeen
            objects={objects}
            onSay={(is, isThere) => void run('reading.correct', { key: reading.key, objects: { [is]: isThere } })}
          />
        </Fact>
      )}
      {colours.length > 0 && (
        <Fact label={t('seen.colours')}>
          <Group gap={6} wrap="wrap">
            {colours.map((colour) => (
              <Tooltip key={colour} label={t('seen.noColour', { colour })} zIndex={500}>
                <UnstyledButton
                  aria-label={t('seen.noColour', { colour })}
                  className={classes['colour']}
                  style={{ background: colour }}
                  onClick={() => correct({ colours: colours.filter((other) => other !== colour) })}
                >
                  <IconX size={14} stroke={2.5} />
                </UnstyledButton>
              </Tooltip>
            ))}
          </Group>
        </Fact>
      )}
      {place !== null && (
        <Fact label={t('seen.place')}>
          <Group gap={4} wrap="nowrap">
            <Text className={classes['place']}>{`${place.lat.toFixed(4)}, ${place.lon.toFixed(4)}`}</Text>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('seen.noPlace')}
              onClick={() => correct({ noPlace: true })}
            >
              <IconX size={16} stroke={1.75} />
            </ActionIcon>
          </Group>
        </Fact>
      )}
    </section>
  );
};
