// Where a task stands, what is still missing for it to be done, and whose turn it is: shown in the Tasks tab and in My tasks.
import { compareDates } from '../kernel/calendar.ts';
import type { PersonId, RecordId, RecordKey } from '../kernel/ids.ts';
import { idOfKey } from '../kernel/ids.ts';
import type { CalendarDate } from '../kernel/time.ts';
import type { RecordOf } from '../records/registry.ts';
import type { TaskBody } from '../records/task.ts';

type Task = RecordOf<'task'>;

/** `sentBack` is open as well, with a reason; `done` is what nobody need look at again. */
export type TaskState = 'open' | 'sentBack' | 'toVerify' | 'verified' | 'done';

export const PUNCH = 'punch';

/** A contractor's work and a punch list are looked at before they count; the rest of a household's tasks are not. */
export const wantsVerifying = ({ list, party }: Pick<TaskBody, 'list' | 'party'>): boolean =>
  list === PUNCH || party != null;

/** Whether what the family found good is what stands now: done again, it is looked at again. */
export const isVerified = ({ doneAt, verified }: Pick<TaskBody, 'doneAt' | 'verified'>): boolean =>
  doneAt !== null && verified?.of === doneAt;

export const taskState = (body: TaskBody): TaskState => {
  if (body.doneAt === null) return body.sentBack == null ? 'open' : 'sentBack';
  if (isVerified(body)) return 'verified';
  return wantsVerifying(body) ? 'toVerify' : 'done';
};

/** In the order in which they were put on the list. */
export const checkItems = (
  body: Pick<TaskBody, 'checklist' | 'checked'>,
): readonly {
  readonly id: string;
  readonly text: string;
  readonly photoRequired: boolean;
  readonly done: boolean;
  readonly photo: RecordKey | null;
}[] =>
  Object.entries(body.checklist ?? {})
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { text, photoRequired }]) => {
      const ticked = body.checked?.[id] ?? null;
      return { id, text, photoRequired, done: ticked !== null, photo: ticked?.photo ?? null };
    });

/** Ids of what is on the checklist and wants a photo that is not there yet. */
export const missingPhotos = (body: Pick<TaskBody, 'checklist' | 'checked'>): readonly string[] =>
  checkItems(body)
    .filter(({ photoRequired, photo }) => photoRequired && photo === null)
    .map(({ id }) => id);

/** By day, those without one last; then as they were made. */
export const byDue = (a: Task, b: Task): number =>
  compareDates(a.body.due, b.body.due) || a.createdAt - b.createdAt || (a.key < b.key ? -1 : 1);

/**
 * Tasks pinned to a photo or a document, numbered as they were made. A picture that was shared goes on under another key with the
 * same id, and keeps its pins.
 */
export const pinsOn = (
  tasks: readonly Task[],
  media: RecordId,
): readonly { readonly number: number; readonly task: Task }[] =>
  tasks
    .filter(({ body, trashedAt }) => trashedAt === 0 && body.pin != null && idOfKey(body.pin.on) === media)
    .toSorted((a, b) => a.createdAt - b.createdAt || (a.key < b.key ? -1 : 1))
    .map((task, at) => ({ number: at + 1, task }));

export type MyGroup = 'toVerify' | 'overdue' | 'today' | 'week' | 'later' | 'someday';

export interface MyTasksInput {
  readonly me: PersonId;
  readonly tasks: readonly Task[];
  readonly today: CalendarDate;
  /** The last day of what counts as this week. */
  readonly weekEnd: CalendarDate;
  /** Whether this person is family where the task is. */
  readonly isFamily: (task: Task) => boolean;
}

/** What waits for this person, over all journeys: what is theirs to do, and as family what is theirs to look at. */
export const myTasks = ({
  me,
  tasks,
  today,
  weekEnd,
  isFamily,
}: MyTasksInput): Readonly<Record<MyGroup, readonly Task[]>> => {
  const groups: Record<MyGroup, Task[]> = { toVerify: [], overdue: [], today: [], week: [], later: [], someday: [] };
  for (const task of tasks.filter(({ trashedAt }) => trashedAt === 0).toSorted(byDue)) {
    const { assignee, due, party } = task.body;
    const state = taskState(task.body);
    if (state === 'toVerify' && isFamily(task)) groups.toVerify.push(task);
    if (state !== 'open' && state !== 'sentBack') continue;
    // A contractor reads no one's party space but their own: what is for that contractor is for them.
    if (assignee !== me && !(assignee === null && party != null && !isFamily(task))) continue;
    groups[
      due === null ? 'someday' : due < today ? 'overdue' : due === today ? 'today' : due <= weekEnd ? 'week' : 'later'
    ].push(task);
  }
  return groups;
};
