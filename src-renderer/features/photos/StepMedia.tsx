// The photos and documents of one step, within its panel.
import { Stack, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords } from '../../data/hooks.ts';
import { AddFiles } from '../../media/AddFiles.tsx';
import { useOpenOffers } from '../../media/hooks.ts';
import { Picture } from '../../media/Picture.tsx';
import { usePlace } from '../../ui/place-context.ts';
import { PhotoTile } from './PhotoTile.tsx';
import { PhotoViewer } from './PhotoViewer.tsx';
import classes from './photos.module.css';
import { usePhotosOfStep } from './use-photos-of-step.ts';

interface StepMediaProps {
  readonly step: RecordOf<'step'>;
  readonly journey: RecordOf<'journey'>;
}

/** Square in px that four of make the panel's width. */
const SIDE = 82;

export const StepMedia = ({ step, journey }: StepMediaProps): React.JSX.Element => {
  const { t } = useTranslation('photos');
  const { go } = usePlace();
  const photos = usePhotosOfStep(step);
  const documents = useRecords({ type: 'document', journey: journey.id, parent: step.key });
  const offers = useOpenOffers(journey.id);
  const [open, setOpen] = useState<RecordKey | null>(null);
  return (
    <Stack gap="sm">
      {photos.length > 0 && (
        <div className={classes['strip']} role="list" aria-label={t('ofStep', { step: step.body.name })}>
          {photos.map((photo) => (
            <PhotoTile
              key={photo.key}
              photo={photo}
              size={SIDE}
              hasOffer={offers.has(photo.id)}
              onOpen={() => setOpen(photo.key)}
            />
          ))}
        </div>
      )}
      {documents?.map((document) => (
        <UnstyledButton
          key={document.key}
          className={classes['paper']}
          onClick={() => go({ go: 'journey', journey: journey.id, tab: 'documents', record: document.key })}
        >
          <span className={classes['paperPicture']}>
            <Picture sha={document.body.sha} thumb="" alt="" originalToo={false} />
          </span>
          <Text truncate>{document.body.title}</Text>
          <Text size="sm" c="dimmed">
            {t('pages', { count: document.body.pages })}
          </Text>
        </UnstyledButton>
      ))}
      <div>
        <AddFiles journey={journey.id} parent={step.key} label={t('add')} size="xs" />
      </div>
      <PhotoViewer photos={photos} open={open} onOpen={setOpen} onClose={() => setOpen(null)} />
    </Stack>
  );
};
