// Says that a photo is blurred, dark or burnt out, while there is still time to take another; a person may say that it is fine.
import { Alert, Button } from '@mantine/core';
import { IconPhotoExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { complaintOf } from '../../../domain/pictures/look.ts';
import { useRun } from '../../data/hooks.ts';
import type { Photo } from './photo-groups.ts';
import classes from './photos.module.css';

export const PhotoHint = ({ photo }: { readonly photo: Photo }): React.JSX.Element | null => {
  const { t } = useTranslation('photos');
  const run = useRun();
  const { look, isFine = false } = photo.body;
  const complaint = look === undefined || isFine ? null : complaintOf(look);
  if (complaint === null) return null;
  return (
    <Alert
      icon={<IconPhotoExclamation size={18} stroke={1.75} />}
      title={t(`hint.${complaint}`)}
      p="sm"
      className={classes['hint']}
    >
      {t('hint.again')}
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          mt={4}
          ml={-8}
          onClick={() => void run('photo.edit', { key: photo.key, set: { isFine: true } })}
        >
          {t('hint.fine')}
        </Button>
      </div>
    </Alert>
  );
};
