// A step's state as a shape and a colour, never a colour alone.
import {
  IconCircle,
  IconCircleCheckFilled,
  IconCircleHalf2,
  IconCircleMinus,
  IconHandStop,
  type Icon,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepState } from '../../domain/records/step.ts';

const iconByState: Readonly<Record<StepState, Icon>> = {
  todo: IconCircle,
  doing: IconCircleHalf2,
  blocked: IconHandStop,
  done: IconCircleCheckFilled,
  skipped: IconCircleMinus,
};

const colourByState: Readonly<Record<StepState, string>> = {
  todo: 'var(--mantine-color-dimmed)',
  doing: 'var(--pl-doing)',
  blocked: 'var(--pl-blocked)',
  done: 'var(--pl-done)',
  skipped: 'var(--mantine-color-dimmed)',
};

export const StepStateIcon = ({
  state,
  size = 18,
}: {
  readonly state: StepState;
  readonly size?: number;
}): ReactElement => {
  const { t } = useTranslation('ui');
  const StateIcon = iconByState[state];
  return (
    <StateIcon size={size} stroke={1.75} color={colourByState[state]} role="img" aria-label={t(`stepState.${state}`)} />
  );
};
