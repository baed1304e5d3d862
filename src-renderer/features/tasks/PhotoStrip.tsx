// Small pictures of photos and documents that a task or a log names; a press opens one.
import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { recordAs } from '../../../domain/records/registry.ts';
import { useRecord } from '../../data/hooks.ts';
import { Picture } from '../../media/Picture.tsx';
import { usePlace } from '../../ui/place-context.ts';
import classes from './TasksTab.module.css';

interface PhotoStripProps {
  readonly keys: readonly RecordKey[];
  readonly onRemove?: (key: RecordKey) => void;
}

export const PhotoStrip = ({ keys, onRemove }: PhotoStripProps): ReactElement | null =>
  keys.length === 0 ? null : (
    <div className={classes['strip']}>
      {keys.map((key) => (
        <Small key={key} of={key} onRemove={onRemove} />
      ))}
    </div>
  );

const Small = ({
  of,
  onRemove,
}: {
  readonly of: RecordKey;
  readonly onRemove: PhotoStripProps['onRemove'];
}): ReactElement | null => {
  const { t } = useTranslation('tasks');
  const { go } = usePlace();
  const record = useRecord(of) ?? undefined;
  const photo = recordAs('photo', record);
  const media = photo ?? recordAs('document', record);
  if (media === null) return null;
  const { sha } = media.body;
  return (
    <span className={classes['small']}>
      <UnstyledButton
        className={classes['face'] ?? ''}
        aria-label={t('proof.open')}
        onClick={() =>
          go({ go: 'journey', journey: media.journey, tab: photo === null ? 'documents' : 'photos', record: of })
        }
      >
        <Picture
          sha={sha}
          thumb={photo?.body.thumb ?? ''}
          alt=""
          originalToo={photo !== null}
          turn={photo?.body.turn}
        />
      </UnstyledButton>
      {onRemove !== undefined && (
        <ActionIcon
          size="xs"
          variant="filled"
          color="dark"
          className={classes['off'] ?? ''}
          aria-label={t('proof.remove')}
          onClick={() => onRemove(of)}
        >
          <IconX size={12} stroke={2} />
        </ActionIcon>
      )}
    </span>
  );
};
