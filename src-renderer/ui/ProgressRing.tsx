// A small ring that fills as steps are done; a full one is a check.
import { IconCircleCheckFilled } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

interface ProgressRingProps {
  readonly done: number;
  readonly total: number;
  /** Width and height, px. */
  readonly size: number;
}

export const ProgressRing = ({ done, total, size }: ProgressRingProps): ReactElement => {
  const { t } = useTranslation('ui');
  const label = t('progress', { done, total });
  if (total > 0 && done === total)
    return <IconCircleCheckFilled size={size} color="var(--pl-done)" aria-label={label} />;
  const width = size / 8;
  const radius = (size - width) / 2 - 0.5;
  const around = 2 * Math.PI * radius;
  const share = total === 0 ? 0 : done / total;
  const circle = { cx: size / 2, cy: size / 2, r: radius, fill: 'none', strokeWidth: width } as const;
  return (
    <svg width={size} height={size} role="img" aria-label={label}>
      <circle {...circle} stroke="var(--pl-line-strong)" />
      <circle
        {...circle}
        stroke="var(--pl-accent)"
        strokeLinecap="round"
        strokeDasharray={`${around * share} ${around}`}
        strokeOpacity={share === 0 ? 0 : 1}
        transform={`rotate(-90 ${size / 2} ${size / 2})`}
      />
    </svg>
  );
};
