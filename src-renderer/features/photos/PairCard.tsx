// Two photos of one place side by side, their days under them, and what a person can say of them.
import { Group, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { STRAIGHT } from '../../../domain/pictures/align.ts';
import { commonView } from '../../../domain/pictures/common-view.ts';
import type { PhotoPair } from '../../../domain/pictures/photo-pairs.ts';
import { shownSize } from '../../../domain/pictures/turned.ts';
import { dayExact } from '../../ui/dates.ts';
import { CroppedPhoto } from './CroppedPhoto.tsx';
import { dayOfPhoto } from './photo-groups.ts';
import classes from './pairs.module.css';

interface PairCardProps {
  readonly pair: PhotoPair;
  /** Why it is proposed; '' for a pair that a person made. */
  readonly why: string;
  readonly onOpen: () => void;
  readonly children?: React.ReactNode;
}

export const PairCard = ({ pair: { before, after }, why, onOpen, children }: PairCardProps): React.JSX.Element => {
  const { t } = useTranslation('photos');
  // Small pictures show all of both: their common part is for looking closely.
  const view = commonView(shownSize(before.body), shownSize(after.body), STRAIGHT);
  const days = { before: dayExact(dayOfPhoto(before)), after: dayExact(dayOfPhoto(after)) };
  return (
    <li className={classes['card']} aria-label={t('pairs.card', days)}>
      <UnstyledButton className={classes['two']} aria-label={t('pairs.compare', days)} onClick={onOpen}>
        <div style={{ aspectRatio: view.ratio }}>
          <CroppedPhoto photo={before} crop={view.before} alt="" />
        </div>
        <div style={{ aspectRatio: view.ratio }}>
          <CroppedPhoto photo={after} crop={view.after} alt="" />
        </div>
      </UnstyledButton>
      <Group justify="space-between" wrap="nowrap" gap="xs" mt={6}>
        <div style={{ minWidth: 0 }}>
          <Text size="sm" truncate>
            {t('pairs.days', days)}
          </Text>
          {why !== '' && (
            <Text size="xs" c="dimmed">
              {why}
            </Text>
          )}
        </div>
        <Group gap={4} wrap="nowrap" flex="none">
          {children}
        </Group>
      </Group>
    </li>
  );
};
