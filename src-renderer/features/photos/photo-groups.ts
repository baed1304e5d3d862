// Puts a journey's photos into groups, by the step they show or by the day they were taken. Pure: same photos, same groups.
import { liveSteps } from '../../../domain/journey/steps.ts';
import type { CalendarDate } from '../../../domain/kernel/time.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { dayOf } from '../../ui/dates.ts';

export type Photo = RecordOf<'photo'>;
export const GROUPINGS = ['step', 'day'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface PhotoGroup {
  /** A step's key, '' for photos on no step, or a day. */
  readonly id: string;
  /** The step's name; '' where the group says a day or "no step". */
  readonly name: string;
  readonly photos: readonly Photo[];
}

/** The day a photo was taken, as its camera's clock said; the day it was added when it does not say. */
export const dayOfPhoto = ({ body, createdAt }: Photo): CalendarDate => body.takenAt?.slice(0, 10) ?? dayOf(createdAt);

/** What a photo is called where it can't be seen. */
export const altOf = ({ body: { caption, name } }: Photo): string => (caption === '' ? name : caption);

const momentOf = ({ body, createdAt }: Photo): string => body.takenAt ?? `${dayOf(createdAt)}T~${createdAt}`;

const inTime = (photos: readonly Photo[]): readonly Photo[] =>
  photos.toSorted((a, b) => momentOf(a).localeCompare(momentOf(b)) || a.id.localeCompare(b.id));

/** Steps in the journey's order, photos on no step at the end (a step that is gone counts as none); days newest first. */
export const groupPhotos = (
  photos: readonly Photo[],
  steps: readonly RecordOf<'step'>[],
  by: Grouping,
): readonly PhotoGroup[] => {
  if (by === 'day') {
    const byDay = Map.groupBy(inTime(photos), dayOfPhoto);
    return [...byDay].toSorted(([a], [b]) => b.localeCompare(a)).map(([id, mine]) => ({ id, name: '', photos: mine }));
  }
  const known = liveSteps(steps);
  const keys = new Set(known.map(({ key }) => key));
  const byStep = Map.groupBy(inTime(photos), ({ parent }) => (keys.has(parent) ? parent : ''));
  return [...known.map(({ key, body }) => ({ id: key, name: body.name })), { id: '', name: '' }]
    .map(({ id, name }) => ({ id, name, photos: byStep.get(id) ?? [] }))
    .filter((group) => group.photos.length > 0);
};

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
