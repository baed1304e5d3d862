// Which step a photo on no step could belong to, and hanging it there with a press.
import { Button, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { liveSteps } from '../../../domain/journey/steps.ts';
import { stepForPhoto } from '../../../domain/pictures/step-for-photo.ts';
import { takenOf } from '../../../domain/pictures/taken.ts';
import { useRecords, useRun } from '../../data/hooks.ts';
import type { Photo } from './photo-groups.ts';
import { shotOf } from './shots.ts';
import { useMayEdit } from './use-may-edit.ts';

interface StepOfferProps {
  readonly photo: Photo;
  readonly photos: readonly Photo[];
}

export const StepOffer = ({ photo, photos }: StepOfferProps): React.JSX.Element | null => {
  const { t } = useTranslation('photos');
  const run = useRun();
  const mayEdit = useMayEdit(photo);
  const steps = useRecords({ type: 'step', journey: photo.journey });
  const offered = useMemo(() => {
    const known = liveSteps(steps ?? []);
    const said = stepForPhoto(shotOf(photo), takenOf(photo.body) !== null, { steps: known, shots: photos.map(shotOf) });
    const step = known.find(({ key }) => key === said?.step);
    return said === null || step === undefined ? null : { step, why: said.why };
  }, [photo, photos, steps]);
  if (offered === null || !mayEdit) return null;
  const { step, why } = offered;
  return (
    <div>
      <Text size="xs" c="dimmed" mt={4}>
        {t(`stepOffer.${why}`, { step: step.body.name })}
      </Text>
      <Button
        variant="subtle"
        size="compact-xs"
        ml={-6}
        aria-label={t('stepOffer.takeNamed', { step: step.body.name })}
        onClick={() => void run('media.link', { key: photo.key, parent: step.key })}
      >
        {t('stepOffer.take')}
      </Button>
    </div>
  );
};
