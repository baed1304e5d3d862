// Which room a photo shows: chosen among those that were named before, as what it looks like, or named anew.
import { Autocomplete } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoomKind } from '../../../domain/pictures/room-kind.ts';
import { useRun } from '../../data/hooks.ts';
import { NOTHING_TO_SAVE, useInPlace } from '../../ui/use-in-place.ts';
import { roomOf, type Photo } from './photo-groups.ts';
import { useMayEdit } from './use-may-edit.ts';

interface RoomFieldProps {
  readonly photo: Photo;
  /** All of the journey's. */
  readonly photos: readonly Photo[];
  /** What it seems to be. */
  readonly looksLike: RoomKind | null;
}

export const RoomField = ({ photo, photos, looksLike }: RoomFieldProps): React.JSX.Element => {
  const { t } = useTranslation('photos');
  const run = useRun();
  const mayEdit = useMayEdit(photo);
  const known = useMemo(
    () => [...new Set(photos.map(roomOf))].filter((name) => name !== '').toSorted((a, b) => a.localeCompare(b)),
    [photos],
  );
  const likely = looksLike === null || looksLike === 'other' ? [] : [t(`seen.roomKinds.${looksLike}`)];
  const save = (said: string): Promise<{ readonly ok: boolean }> => {
    const room = said.trim();
    return room === roomOf(photo) ? NOTHING_TO_SAVE : run('photo.edit', { key: photo.key, set: { room } });
  };
  const field = useInPlace(`room:${photo.key}`, { saved: roomOf(photo), save });
  return (
    <Autocomplete
      aria-label={t('room')}
      placeholder={t('roomHint')}
      data={[...new Set([...likely, ...known])]}
      value={field.value}
      maxLength={80}
      disabled={!mayEdit}
      comboboxProps={{ zIndex: 500 }}
      onChange={field.change}
      onOptionSubmit={(chosen) => void save(chosen)}
      {...field.sign}
      onBlur={() => void field.leave()}
    />
  );
};
