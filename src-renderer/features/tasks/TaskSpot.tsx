// The spot of a task on its photo or plan, small; a press opens the picture.
import { Text, UnstyledButton } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { idOfKey } from '../../../domain/kernel/ids.ts';
import { shownSize } from '../../../domain/pictures/turned.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords } from '../../data/hooks.ts';
import { Picture } from '../../media/Picture.tsx';
import { PinLayer } from '../../tasks/PinLayer.tsx';
import { usePins } from '../../tasks/use-pins.ts';
import { PanelSection } from '../../ui/Panel.tsx';
import { usePlace } from '../../ui/place-context.ts';
import classes from './TasksTab.module.css';

export const TaskSpot = ({ task }: { readonly task: RecordOf<'task'> }): ReactElement | null => {
  const { t } = useTranslation('tasks');
  const { go } = usePlace();
  const { pin } = task.body;
  const id = pin == null ? '' : idOfKey(pin.on);
  // By its id: a picture that was shown to more people goes on under another key.
  const photos = useRecords({ type: 'photo', journey: task.journey });
  const documents = useRecords({ type: 'document', journey: task.journey });
  const photo = photos?.find((each) => each.id === id);
  const media = photo ?? documents?.find((each) => each.id === id);
  const page = pin?.page ?? 1;
  const turn = photo?.body.turn ?? 0;
  const pins = usePins({ id, journey: task.journey }, { page, turn });
  if (pin == null || media === undefined) return null;
  const size = photo === undefined ? PAGE : shownSize(photo.body);
  return (
    <PanelSection title={t('pin.title')}>
      <div className={classes['spot']} style={{ aspectRatio: `${size.width} / ${size.height}` }}>
        <UnstyledButton
          className={classes['face'] ?? ''}
          aria-label={t('pin.show')}
          onClick={() =>
            go({
              go: 'journey',
              journey: task.journey,
              tab: photo === undefined ? 'documents' : 'photos',
              record: media.key,
            })
          }
        >
          {page === 1 && (
            <Picture
              sha={media.body.sha}
              thumb={photo?.body.thumb ?? ''}
              alt=""
              originalToo={photo !== undefined}
              turn={turn}
            />
          )}
        </UnstyledButton>
        <PinLayer pins={pins.filter((each) => each.task.key === task.key)} />
      </div>
      {page > 1 && (
        <Text size="sm" c="dimmed">
          {t('pin.page', { number: page })}
        </Text>
      )}
    </PanelSection>
  );
};

/** A4 upright: the preview of a document is of its first page. */
const PAGE = { width: 210, height: 297 };
