// The journey's photos, by step, day, room or person, or as pairs of before and after; one opens full screen.
import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconCopy, IconPhoto } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords, useSetting } from '../../data/hooks.ts';
import { AddFiles } from '../../media/AddFiles.tsx';
import { useOpenOffers } from '../../media/hooks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { journeyPlace, TWINS } from '../../ui/place.ts';
import { usePeople } from '../../ui/use-people.ts';
import { usePlace } from '../../ui/place-context.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import { groupPhotos, GROUPINGS, photosInOrder } from './photo-groups.ts';
import { PhotoGrid } from './PhotoGrid.tsx';
import { PhotoViewer } from './PhotoViewer.tsx';
import { TrashedPhotos } from './TrashedPhotos.tsx';
import { TwinsView } from './TwinsView.tsx';
import { useTwins } from './use-twins.ts';
import { SeeingProgress } from './SeeingProgress.tsx';
import classes from './photos.module.css';

const SHOWN = [...GROUPINGS, 'pairs'] as const;
/** The photos in groups, or the pairs of before and after. */
type Shown = (typeof SHOWN)[number];

export const PhotosTab = ({ journey }: { readonly journey: RecordOf<'journey'> }): React.JSX.Element => {
  const { t } = useTranslation('photos');
  const { place, go } = usePlace();
  const [by, setBy] = useSetting<Shown>('photos:by', 'step');
  const photos = useRecords({ type: 'photo', journey: journey.id });
  const steps = useRecords({ type: 'step', journey: journey.id });
  const offers = useOpenOffers(journey.id);
  const { nameOf } = usePeople();
  const twins = useTwins(journey.id, photos);
  const groups = useMemo(
    () => groupPhotos(photos ?? [], { steps: steps ?? [], nameOf }, by === 'pairs' ? 'step' : by),
    [photos, steps, nameOf, by],
  );
  const ordered = useMemo(() => photosInOrder(groups), [groups]);

  if (photos === undefined || steps === undefined) return <Loading rows={3} height={172} />;
  if (photos.length === 0) {
    return (
      <EmptyState icon={IconPhoto} title={t('empty.title')} text={t('empty.text')}>
        <Group gap="sm">
          <AddFiles journey={journey.id} parent="" label={t('add')} variant="filled" />
          <TrashedPhotos journey={journey.id} />
        </Group>
      </EmptyState>
    );
  }
  const open = journeyPlace(place, journey.id).record;
  return (
    <div className={classes['tab']}>
      <div className={classes['bar']}>
        <SegmentedControl
          size="xs"
          aria-label={t('by.label')}
          value={by}
          onChange={(value) => setBy(SHOWN.find((known) => known === value) ?? 'step')}
          data={SHOWN.map((value) => ({ value, label: t(`by.${value}`) }))}
        />
        <Group gap="sm" wrap="nowrap">
          {twins.length > 0 && (
            <Button
              variant="subtle"
              leftSection={<IconCopy size={16} stroke={1.75} />}
              onClick={() => go({ go: 'record', record: TWINS })}
            >
              {t('twins.some', { count: twins.length })}
            </Button>
          )}
          <TrashedPhotos journey={journey.id} />
          <AddFiles journey={journey.id} parent="" label={t('add')} />
        </Group>
      </div>
      <SeeingProgress />
      {by === 'pairs' ? (
        <BeforeAfter journey={journey.id} photos={photos} steps={steps} />
      ) : (
        <PhotoGrid groups={groups} offers={offers} onOpen={(record) => go({ go: 'record', record })} />
      )}
      {open === TWINS && <TwinsView twins={twins} steps={steps} onClose={() => go({ go: 'record', record: null })} />}
      {ordered.some(({ key }) => key === open) && (
        <PhotoViewer
          photos={ordered}
          open={open}
          find={journeyPlace(place, journey.id).find ?? ''}
          onOpen={(record) => go({ go: 'record', record })}
          onClose={() => go({ go: 'record', record: null })}
        />
      )}
    </div>
  );
};
