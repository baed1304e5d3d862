// The photos of a journey that are in the trash, newest first: each comes back with a press.
import { Button, Modal, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '../../../domain/kernel/ids.ts';
import { useRecords, useRun } from '../../data/hooks.ts';
import { Picture } from '../../media/Picture.tsx';
import { altOf, type Photo } from './photo-groups.ts';
import classes from './pairs.module.css';

/** Nothing while none is there. */
export const TrashedPhotos = ({ journey }: { readonly journey: RecordId }): React.JSX.Element | null => {
  const { t } = useTranslation('photos');
  const photos = useRecords({ type: 'photo', journey, trash: 'only' }) ?? [];
  const [open, setOpen] = useState(false);
  if (photos.length === 0 && !open) return null;
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconTrash size={16} stroke={1.75} />}
        onClick={() => setOpen(true)}
      >
        {t('trashed.some', { count: photos.length })}
      </Button>
      {open && <Trash photos={photos} onClose={() => setOpen(false)} />}
    </>
  );
};

interface TrashProps {
  readonly photos: readonly Photo[];
  readonly onClose: () => void;
}

const Trash = ({ photos, onClose }: TrashProps): React.JSX.Element => {
  const { t } = useTranslation('photos');
  const run = useRun();
  return (
    <Modal opened onClose={onClose} title={t('trashed.title')} size={680} transitionProps={{ duration: 0 }}>
      {photos.length === 0 && <Text c="dimmed">{t('trashed.none')}</Text>}
      <div className={classes['pick']} role="list">
        {photos
          .toSorted((a, b) => b.trashedAt - a.trashedAt)
          .map((photo) => (
            <div key={photo.key} role="listitem">
              <div className={classes['square']}>
                <Picture sha={photo.body.sha} thumb={photo.body.thumb} alt={altOf(photo)} turn={photo.body.turn} />
              </div>
              <Text size="sm" truncate mt={4} title={altOf(photo)}>
                {altOf(photo)}
              </Text>
              <Button
                size="compact-sm"
                variant="subtle"
                ml={-8}
                aria-label={t('trashed.restoreNamed', { name: altOf(photo) })}
                onClick={() => void run('record.restore', { key: photo.key })}
              >
                {t('trashed.restore')}
              </Button>
            </div>
          ))}
      </div>
    </Modal>
  );
};
