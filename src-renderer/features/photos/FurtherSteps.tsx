// The further steps that a photo shows, which it took over from a copy of itself: each can be taken off.
import { Pill } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { recordAs } from '../../../domain/records/registry.ts';
import { useRecord, useRun } from '../../data/hooks.ts';
import type { Photo } from './photo-groups.ts';

export const FurtherSteps = ({ photo }: { readonly photo: Photo }): React.JSX.Element | null => {
  const steps = photo.body.steps ?? [];
  if (steps.length === 0) return null;
  return (
    <Pill.Group mt={4}>
      {steps.map((step) => (
        <FurtherStep key={step} photo={photo} step={step} />
      ))}
    </Pill.Group>
  );
};

const FurtherStep = ({ photo, step }: { readonly photo: Photo; readonly step: string }): React.JSX.Element | null => {
  const { t } = useTranslation('photos');
  const run = useRun();
  const found = useRecord(step);
  const record = found == null ? null : recordAs('step', found);
  if (record === null) return null;
  const steps = (photo.body.steps ?? []).filter((other) => other !== step);
  return (
    <Pill
      withRemoveButton
      removeButtonProps={{ 'aria-label': t('notAtStep', { step: record.body.name }), 'aria-hidden': false }}
      onRemove={() => void run('photo.edit', { key: photo.key, set: { steps } })}
    >
      {record.body.name}
    </Pill>
  );
};
