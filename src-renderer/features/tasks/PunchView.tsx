// The punch list by picture: each photo or plan with its numbered pins, grouped by room, and what has no spot below.
import { Text, UnstyledButton } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { byDue } from '../../../domain/journey/tasks.ts';
import { idOfKey } from '../../../domain/kernel/ids.ts';
import { shownSize } from '../../../domain/pictures/turned.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords } from '../../data/hooks.ts';
import { Picture } from '../../media/Picture.tsx';
import { PinLayer } from '../../tasks/PinLayer.tsx';
import { shownPins } from '../../tasks/use-pins.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { usePlace } from '../../ui/place-context.ts';
import { journeyPlace } from '../../ui/place.ts';
import { recordName } from '../../ui/record-name.ts';
import { AddTask } from './AddTask.tsx';
import { TaskGroup } from './TaskGroup.tsx';
import { TaskRow } from './TaskRow.tsx';
import classes from './TasksTab.module.css';

type Task = RecordOf<'task'>;
type Media = RecordOf<'photo'> | RecordOf<'document'>;

interface PunchViewProps {
  /** Those on the punch list. */
  readonly tasks: readonly Task[];
  readonly journey: RecordOf<'journey'>;
}

export const PunchView = ({ tasks, journey }: PunchViewProps): ReactElement => {
  const { t } = useTranslation('tasks');
  const photos = useRecords({ type: 'photo', journey: journey.id });
  const documents = useRecords({ type: 'document', journey: journey.id });
  const { pictures, rest } = useMemo(() => {
    const byId = new Map<string, Media>([...(photos ?? []), ...(documents ?? [])].map((media) => [media.id, media]));
    const pinned = Map.groupBy(tasks, ({ body }) => (body.pin == null ? '' : idOfKey(body.pin.on)));
    const shown = [...pinned].flatMap(([id, list]) => {
      const media = byId.get(id);
      return media === undefined ? [] : [{ media, list }];
    });
    const onPictures = new Set(shown.flatMap(({ list }) => list));
    return {
      pictures: shown.toSorted(
        (a, b) => roomOf(a.media).localeCompare(roomOf(b.media)) || a.media.createdAt - b.media.createdAt,
      ),
      rest: tasks.filter((task) => !onPictures.has(task)).toSorted(byDue),
    };
  }, [tasks, photos, documents]);
  return (
    <>
      {tasks.length === 0 && (
        <>
          <AddTask journey={journey} isPunch />
          <EmptyState icon={IconMapPin} title={t('emptyPunch.title')} text={t('emptyPunch.text')} />
        </>
      )}
      {pictures.map(({ media, list }) => (
        <PinnedPicture key={media.key} media={media} tasks={list} />
      ))}
      <TaskGroup title={t('pin.none')} tasks={rest} />
      {tasks.length > 0 && <AddTask journey={journey} isPunch />}
    </>
  );
};

const roomOf = ({ body }: Media): string => ('room' in body && typeof body.room === 'string' ? body.room : '');

const PinnedPicture = ({ media, tasks }: { readonly media: Media; readonly tasks: readonly Task[] }): ReactElement => {
  const { t } = useTranslation('tasks');
  const { place, go } = usePlace();
  const all = useRecords({ type: 'task', journey: media.journey });
  const chosen = journeyPlace(place, media.journey).record;
  const isPhoto = media.type === 'photo';
  const turn = isPhoto ? (media.body.turn ?? 0) : 0;
  const size = isPhoto ? shownSize(media.body) : PAGE;
  const numbered = useMemo(() => {
    const pages = new Set((all ?? []).map(({ body }) => body.pin?.page ?? 1));
    return [...pages]
      .toSorted((a, b) => a - b)
      .flatMap((page) => shownPins(all ?? [], { media: media.id, page, turn }).map((pin) => ({ page, pin })));
  }, [all, media.id, turn]);
  const listed = numbered.filter(({ pin: { task } }) => tasks.some(({ key }) => key === task.key));
  const open = (record: string): void => go({ go: 'record', record });
  const room = roomOf(media);
  return (
    <section className={classes['pinned']} aria-label={recordName(media)}>
      <div className={classes['picture']} style={{ aspectRatio: `${size.width} / ${size.height}` }}>
        <UnstyledButton
          className={classes['face'] ?? ''}
          aria-label={t('pin.show')}
          onClick={() =>
            go({ go: 'journey', journey: media.journey, tab: isPhoto ? 'photos' : 'documents', record: media.key })
          }
        >
          <Picture
            sha={media.body.sha}
            thumb={isPhoto ? media.body.thumb : ''}
            alt=""
            originalToo={isPhoto}
            turn={turn}
          />
        </UnstyledButton>
        <PinLayer pins={listed.filter(({ page }) => page === 1).map(({ pin }) => pin)} chosen={chosen} onOpen={open} />
      </div>
      <div className={classes['beside']}>
        <Text fw={600} truncate>
          {recordName(media)}
        </Text>
        {room !== '' && (
          <Text size="sm" c="dimmed">
            {room}
          </Text>
        )}
        <ul className={classes['list']}>
          {listed.map(({ pin: { task, number }, page }) => (
            <TaskRow
              key={task.key}
              task={task}
              number={number}
              chosen={task.key === chosen}
              onOpen={open}
              {...(page > 1 ? { where: t('pin.page', { number: page }) } : {})}
            />
          ))}
        </ul>
      </div>
    </section>
  );
};

/** A4 upright: the preview of a document is of its first page. */
const PAGE = { width: 210, height: 297 };
