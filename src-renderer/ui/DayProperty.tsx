// A day in a panel, set and taken away in place.
import { DateInput } from '@mantine/dates';
import type { ReactElement } from 'react';
import type { CalendarDate } from '../../domain/kernel/time.ts';
import { Property } from './Panel.tsx';

interface DayPropertyProps {
  readonly label: string;
  /** Said where no day is set. */
  readonly placeholder: string;
  readonly value: CalendarDate | null;
  readonly readOnly?: boolean;
  readonly onChange: (day: CalendarDate | null) => void;
}

export const DayProperty = ({
  label,
  placeholder,
  value,
  readOnly = false,
  onChange,
}: DayPropertyProps): ReactElement => (
  <Property label={label}>
    <DateInput
      aria-label={label}
      placeholder={placeholder}
      clearable={!readOnly}
      disabled={readOnly}
      value={value}
      onChange={onChange}
    />
  </Property>
);
