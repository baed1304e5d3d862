// Chooses one of a journey's steps, or none; those in the trash are not offered.
import { Select, type SelectProps } from '@mantine/core';
import type { ReactElement } from 'react';
import { liveSteps } from '../../domain/journey/steps.ts';
import type { RecordId, RecordKey } from '../../domain/kernel/ids.ts';
import { useRecords } from '../data/hooks.ts';

interface StepSelectProps extends Pick<SelectProps, 'label' | 'aria-label' | 'size' | 'comboboxProps'> {
  readonly journey: RecordId;
  /** Said where no step is chosen. */
  readonly placeholder: string;
  readonly value: RecordKey | null;
  readonly onChange: (step: RecordKey | null) => void;
}

export const StepSelect = ({ journey, ...select }: StepSelectProps): ReactElement => {
  const steps = useRecords({ type: 'step', journey });
  return (
    <Select
      {...select}
      data={liveSteps(steps ?? []).map(({ key, body }) => ({ value: key, label: body.name }))}
      searchable
      clearable
    />
  );
};
