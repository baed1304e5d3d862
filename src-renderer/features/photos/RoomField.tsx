// Which room a photo shows: chosen among those that were named before, as what it looks like, or named anew.
import { Autocomplete } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoomKind } from '../../../domain/pictures/room-kind.ts';
import { useRun } from '../../data/hooks.ts';
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
  const [room, setRoom] = useState(roomOf(photo));
  const known = useMemo(
    () => [...new Set(photos.map(roomOf))].filter((name) => name !== '').toSorted((a, b) => a.localeCompare(b)),
    [photos],
  );
  const likely = looksLike === null || looksLike === 'other' ? [] : [t(`seen.roomKinds.${looksLike}`)];
  const save = (said: string): void => {
    const next = said.trim();
    if (next !== roomOf(photo)) void run('photo.edit', { key: photo.key, set: { room: next } });
  };
  return (
    <Autocomplete
      aria-label={t('room')}
      placeholder={t('roomHint')}
      data={[...new Set([...likely, ...known])]}
      value={room}
      maxLength={80}
      disabled={!mayEdit}
      comboboxProps={{ zIndex: 500 }}
      onChange={setRoom}
      onOptionSubmit={save}
      onBlur={() => save(room)}
    />
  );
};
