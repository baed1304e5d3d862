// Two photos of one place full screen: one over the other with a slider, side by side, or all of that place over time.
import { ActionIcon, Group, Modal, SegmentedControl, Switch, Text, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { STRAIGHT } from '../../../domain/pictures/align.ts';
import { commonView } from '../../../domain/pictures/common-view.ts';
import type { PhotoPair } from '../../../domain/pictures/photo-pairs.ts';
import { shownSize } from '../../../domain/pictures/turned.ts';
import type { Alignment } from '../../../domain/records/pair.ts';
import { dayExact } from '../../ui/dates.ts';
import { CompareSide } from './CompareSide.tsx';
import { CompareSlider } from './CompareSlider.tsx';
import { OverTime } from './OverTime.tsx';
import classes from './pairs.module.css';
import type { Series } from './pairs.ts';
import { dayOfPhoto } from './photo-groups.ts';

const WAYS = ['slider', 'side', 'series'] as const;
type Way = (typeof WAYS)[number];

const NO_PAIRS: readonly PhotoPair[] = [];

const isStraight = ({ x, y, scale }: Alignment): boolean => x === 0 && y === 0 && scale === 1;

interface CompareProps {
  readonly pair: PhotoPair;
  /** All of the same place. */
  readonly series: Series;
  readonly onClose: () => void;
}

export const Compare = ({ pair, series, onClose }: CompareProps): React.JSX.Element => {
  const { t } = useTranslation('photos');
  const [way, setWay] = useState<Way>('slider');
  const [aligned, setAligned] = useState(true);
  const { before, after, align } = pair;
  const isMoved = way === 'series' ? series.pairs.some((each) => !isStraight(each.align)) : !isStraight(align);
  const view = commonView(shownSize(before.body), shownSize(after.body), aligned ? align : STRAIGHT);
  const title = t('pairs.days', { before: dayExact(dayOfPhoto(before)), after: dayExact(dayOfPhoto(after)) });
  return (
    <Modal
      opened
      onClose={onClose}
      fullScreen
      padding={0}
      withCloseButton={false}
      aria-label={t('pairs.title')}
      transitionProps={{ duration: 0 }}
      classNames={{ content: classes['content'] ?? '', body: classes['compare'] ?? '' }}
    >
      <header className={classes['head']}>
        <Group gap="sm" wrap="nowrap" miw={0}>
          <Tooltip label={t('pairs.close')}>
            <ActionIcon size="lg" aria-label={t('pairs.close')} onClick={onClose}>
              <IconX size={18} stroke={1.75} />
            </ActionIcon>
          </Tooltip>
          <Text fw={600} truncate>
            {title}
          </Text>
        </Group>
        <Group gap="lg" wrap="nowrap">
          {isMoved && (
            <Switch
              size="xs"
              label={t('pairs.align')}
              checked={aligned}
              onChange={(event) => setAligned(event.currentTarget.checked)}
            />
          )}
          <SegmentedControl
            size="xs"
            aria-label={t('pairs.way.label')}
            value={way}
            onChange={(value) => setWay(WAYS.find((known) => known === value) ?? 'slider')}
            data={WAYS.filter((each) => each !== 'series' || series.photos.length > 1).map((value) => ({
              value,
              label: t(`pairs.way.${value}`),
            }))}
          />
        </Group>
      </header>
      <div className={classes['stage']}>
        {way === 'slider' && <CompareSlider before={before} after={after} view={view} />}
        {way === 'side' && <CompareSide before={before} after={after} view={view} />}
        {way === 'series' && <OverTime photos={series.photos} pairs={aligned ? series.pairs : NO_PAIRS} />}
      </div>
    </Modal>
  );
};
