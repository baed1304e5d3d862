// Chooses one of a journey's steps, or none; those in the trash are not offered.
import { Select, type SelectProps } from '@mantine/core';
import type { ReactElement } from 'react';
import { liveSteps } from '../../domain/journey/steps.ts';
import type { RecordId, RecordKey, SpaceId } from '../../domain/kernel/ids.ts';
import { isReadableIn } from '../../domain/spaces/readable.ts';
import { useRecords } from '../data/hooks.ts';

interface StepSelectProps extends Pick<SelectProps, 'label' | 'aria-label' | 'size' | 'comboboxProps'> {
  readonly journey: RecordId;
  /** Only steps that everybody knows who reads this space. */
  readonly readableIn?: SpaceId;
  /** Said where no step is chosen. */
  readonly placeholder: string;
  readonly value: RecordKey | null;
  readonly onChange: (step: RecordKey | null) => void;
}

export const StepSelect = ({ journey, readableIn, ...select }: StepSelectProps): ReactElement => {
  const steps = useRecords({ type: 'step', journey });
  return (
    <Select
      {...select}
      data={liveSteps(steps ?? [])
        .filter(({ key }) => readableIn === undefined || isReadableIn(readableIn, key))
        .map(({ key, body }) => ({ value: key, label: body.name }))}
      searchable
      clearable
    />
  );
};
