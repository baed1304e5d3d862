// The tasks that are pinned to a photo or to a page of a document.
import { useMemo } from 'react';
import { pinsOn, taskState, type TaskState } from '../../domain/journey/tasks.ts';
import { pointShown, type Point } from '../../domain/pictures/turned.ts';
import type { Turn } from '../../domain/records/media.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import { useRecords } from '../data/hooks.ts';

export interface ShownPin {
  readonly number: number;
  readonly task: RecordOf<'task'>;
  readonly state: TaskState;
  /** As it is seen, in shares of the shown picture. */
  readonly at: Point;
}

interface Pinned {
  readonly id: string;
  readonly journey: string;
}

/** `page` counts from 1; a photo has none. */
export const usePins = (
  media: Pinned,
  { page = 1, turn = 0 }: { readonly page?: number; readonly turn?: Turn | null | undefined } = {},
): readonly ShownPin[] => {
  const tasks = useRecords({ type: 'task', journey: media.journey });
  return useMemo(() => shownPins(tasks ?? [], { media: media.id, page, turn }), [tasks, media.id, page, turn]);
};

export const shownPins = (
  tasks: readonly RecordOf<'task'>[],
  { media, page = 1, turn = 0 }: { readonly media: string; readonly page?: number; readonly turn?: Turn | null },
): readonly ShownPin[] =>
  pinsOn(tasks, media).flatMap(({ number, task }) => {
    const { pin } = task.body;
    if (pin == null || (pin.page ?? 1) !== page) return [];
    return [{ number, task, state: taskState(task.body), at: pointShown({ x: pin.x, y: pin.y }, turn ?? 0) }];
  });
