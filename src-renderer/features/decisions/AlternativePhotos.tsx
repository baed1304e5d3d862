// The photos of an alternative: chosen from the journey's, or added from a file; each can be taken away again.
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconPhotoPlus, IconPhotoSearch, IconUpload, IconX } from '@tabler/icons-react';
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { useRecord } from '../../data/hooks.ts';
import { FileInput } from '../../media/FileInput.tsx';
import { useMediaDesk } from '../../media/hooks.ts';
import { Picture } from '../../media/Picture.tsx';
import { useLanding } from '../../media/use-landing.ts';
import { shownName } from '../../ui/shown-name.ts';
import { useSlots } from '../../ui/slots.ts';
import type { Said } from './AlternativeCard.tsx';
import classes from './decisions.module.css';

interface AlternativePhotosProps {
  readonly journey: RecordOf<'journey'>;
  readonly name: string;
  readonly photos: readonly RecordKey[];
  readonly onSay: (set: Said) => void;
}

export const AlternativePhotos = ({ journey, name, photos, onSay }: AlternativePhotosProps): ReactElement => {
  const { t } = useTranslation('decisions');
  const { pickPhoto: Pick } = useSlots();
  const { imports } = useMediaDesk();
  const landing = useLanding();
  const input = useRef<HTMLInputElement>(null);
  const [picking, setPicking] = useState(false);
  const add = (...keys: readonly RecordKey[]): void => onSay({ photos: [...new Set([...photos, ...keys])] });
  const take = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    const entries = await imports.add(files, await landing(journey.id, ''));
    const added = entries.flatMap(({ key }) => key ?? []).filter((key) => key.includes('|photo_'));
    if (added.length > 0) add(...added);
  };
  return (
    <div className={classes['photos']} data-empty={photos.length === 0 || undefined}>
      {photos.map((key) => (
        <Photo key={key} photo={key} onRemove={() => onSay({ photos: photos.filter((other) => other !== key) })} />
      ))}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            className={classes['addPhoto'] ?? ''}
            variant="default"
            size="lg"
            aria-label={t('photo.add', { name })}
          >
            <IconPhotoPlus size={18} stroke={1.75} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPhotoSearch size={16} stroke={1.75} />} onClick={() => setPicking(true)}>
            {t('photo.pick')}
          </Menu.Item>
          <Menu.Item leftSection={<IconUpload size={16} stroke={1.75} />} onClick={() => input.current?.click()}>
            {t('photo.file')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <FileInput ref={input} label={t('photo.choose', { name })} only="photos" onFiles={(files) => void take(files)} />
      {picking && Pick !== null && (
        <Pick
          journey={journey.id}
          title={t('photo.title', { name })}
          onPick={(key) => {
            setPicking(false);
            add(key);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </div>
  );
};

const Photo = ({
  photo,
  onRemove,
}: {
  readonly photo: RecordKey;
  readonly onRemove: () => void;
}): ReactElement | null => {
  const { t } = useTranslation('decisions');
  const record = recordAs('photo', useRecord(photo) ?? undefined);
  if (record === null || record.trashedAt !== 0) return null;
  const { sha, thumb, turn, caption, name } = record.body;
  const shown = caption === '' ? shownName(name) : caption;
  return (
    <div className={classes['photo']}>
      <Picture sha={sha} thumb={thumb} alt={shown} turn={turn} />
      <Tooltip label={t('photo.remove')}>
        <ActionIcon
          className={classes['removePhoto'] ?? ''}
          variant="default"
          size="sm"
          aria-label={t('photo.removeNamed', { name: shown })}
          onClick={onRemove}
        >
          <IconX size={12} stroke={2} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
};
