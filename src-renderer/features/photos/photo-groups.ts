// Puts a journey's photos into groups: by the step or room they show, the day they were taken, or who brought them. Pure: same photos, same groups.
import { exhaustive } from '../../../domain/kernel/exhaustive.ts';
import { liveSteps } from '../../../domain/journey/steps.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import type { CalendarDate } from '../../../domain/kernel/time.ts';
import { stepsOfPhoto } from '../../../domain/pictures/steps-of-photo.ts';
import { takenOf } from '../../../domain/pictures/taken.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { dayOf } from '../../ui/dates.ts';
import { shownName } from '../../ui/shown-name.ts';

export type Photo = RecordOf<'photo'>;
export const GROUPINGS = ['step', 'day', 'room', 'person'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface PhotoGroup {
  /** A step's key, a day, a room, a person's id; '' for photos without. */
  readonly id: string;
  readonly by: Grouping;
  /** What the group is called; '' where it is a day, or without. */
  readonly name: string;
  readonly photos: readonly Photo[];
}

/** The day a photo was taken, as a person or its camera's clock said; the day it was added when neither does. */
export const dayOfPhoto = ({ body, createdAt }: Photo): CalendarDate => takenOf(body)?.slice(0, 10) ?? dayOf(createdAt);

/** What a photo is called where it can't be seen. */
export const altOf = ({ body: { caption, name } }: Photo): string => (caption === '' ? shownName(name) : caption);

const momentOf = ({ body, createdAt }: Photo): string => takenOf(body) ?? `${dayOf(createdAt)}T~${createdAt}`;

/** Oldest first. */
export const inTime = (photos: readonly Photo[]): readonly Photo[] =>
  photos.toSorted((a, b) => momentOf(a).localeCompare(momentOf(b)) || a.id.localeCompare(b.id));

export interface GroupWords {
  readonly steps: readonly RecordOf<'step'>[];
  readonly nameOf: (person: PersonId) => string;
}

/**
 * Steps in the journey's order, and a photo at each step that it shows (a step that is gone counts as none); days newest first;
 * rooms and people by name. Photos without a step or room come at the end.
 */
export const groupPhotos = (photos: readonly Photo[], words: GroupWords, by: Grouping): readonly PhotoGroup[] => {
  const all = inTime(photos);
  switch (by) {
    case 'step':
      return byStep(all, words.steps);
    case 'day':
      return [...Map.groupBy(all, dayOfPhoto)]
        .toSorted(([a], [b]) => b.localeCompare(a))
        .map(([id, mine]) => ({ id, by, name: '', photos: mine }));
    case 'room':
      return named(Map.groupBy(all, roomOf), by, (room) => room);
    case 'person':
      return named(
        Map.groupBy(all, ({ createdBy }) => createdBy),
        by,
        words.nameOf,
      );
    default:
      return exhaustive(by);
  }
};

/** As a person said it; '' while nobody did. */
export const roomOf = ({ body: { room } }: Photo): string => room?.trim() ?? '';

const named = (
  groups: ReadonlyMap<string, readonly Photo[]>,
  by: Grouping,
  nameOf: (id: string) => string,
): readonly PhotoGroup[] =>
  [...groups]
    .map(([id, photos]) => ({ id, by, name: id === '' ? '' : nameOf(id), photos }))
    .toSorted((a, b) => Number(a.id === '') - Number(b.id === '') || a.name.localeCompare(b.name));

const byStep = (photos: readonly Photo[], steps: readonly RecordOf<'step'>[]): readonly PhotoGroup[] => {
  const known = liveSteps(steps);
  const keys = new Set(known.map(({ key }) => key));
  const photosByStep = new Map<string, Photo[]>();
  for (const photo of photos) {
    const shown = stepsOfPhoto(photo).filter((key) => keys.has(key));
    for (const key of shown.length === 0 ? [''] : shown) {
      const list = photosByStep.get(key);
      if (list === undefined) photosByStep.set(key, [photo]);
      else list.push(photo);
    }
  }
  return [...known.map(({ key, body }) => ({ id: key, name: body.name })), { id: '', name: '' }]
    .map(({ id, name }) => ({ id, by: 'step' as const, name, photos: photosByStep.get(id) ?? [] }))
    .filter((group) => group.photos.length > 0);
};

/** In the order of the groups, each once. */
export const photosInOrder = (groups: readonly PhotoGroup[]): readonly Photo[] => [
  ...new Map(groups.flatMap((group) => group.photos).map((photo) => [photo.key, photo])).values(),
];

/** A run of tiles of one group within a row; `head` where the group begins. */
export interface Segment {
  readonly group: PhotoGroup;
  readonly photos: readonly Photo[];
  readonly head: boolean;
}

export type GridRow = readonly Segment[];

/** The groups as rows of `columns` tiles. Small groups share a row: a step with one photo does not cost a row of its own. */
export const gridRows = (groups: readonly PhotoGroup[], columns: number): readonly GridRow[] => {
  const rows: Segment[][] = [];
  let room = 0;
  for (const group of groups) {
    const count = group.photos.length;
    if (count <= room) rows.at(-1)?.push({ group, photos: group.photos, head: true });
    else {
      for (let from = 0; from < count; from += columns)
        rows.push([{ group, photos: group.photos.slice(from, from + columns), head: from === 0 }]);
      // What stands beside the rest of a long group would look like part of it.
      room = count > columns ? 0 : columns;
    }
    room = Math.max(0, room - count);
  }
  return rows;
};
