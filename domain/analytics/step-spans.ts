// Which state a step was in from when until when, as its events tell.
import type { RecordKey } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { RecordOf } from '../records/registry.ts';
import { STEP_STATES, type StepState } from '../records/step.ts';

type Step = RecordOf<'step'>;
type DeedEvent = RecordOf<'event'>;

/** A stretch of time in one state, ms; the last one ends with `now`. */
export interface StepSpan {
  readonly state: StepState;
  readonly from: Instant;
  readonly to: Instant;
  /** Why it was blocked; '' in any other state. */
  readonly reason: string;
}

interface Turn {
  readonly at: Instant;
  readonly state: StepState;
  readonly reason: string;
}

/**
 * The spans of every step, by key, without gaps from when it was made until `now`. A move that was entered afterwards counts from
 * when it really happened. Where events are missing (another's space, a journey brought from elsewhere) the times that
 * the step itself keeps stand in. What was taken back never was.
 */
export const stepSpans = (
  steps: readonly Step[],
  events: readonly DeedEvent[],
  now: Instant,
): ReadonlyMap<RecordKey, readonly StepSpan[]> => {
  const turnsByKey = turnsOf(events);
  return new Map(
    steps.map((step) => {
      const told = turnsByKey.get(step.key) ?? [];
      const turns = told.at(-1)?.state === step.body.state ? told : ownTurns(step);
      return [step.key, toSpans(step, turns, now)];
    }),
  );
};

const turnsOf = (events: readonly DeedEvent[]): ReadonlyMap<string, readonly Turn[]> => {
  const turns = new Map<string, Turn[]>();
  // Most events move no step, and need not be put in order.
  const moves = standing(events).filter(({ body }) => body.changes.some((change) => movedTo(change) !== null));
  for (const { body } of moves.toSorted((a, b) => a.body.at - b.body.at || (a.id < b.id ? -1 : 1)))
    for (const change of body.changes) {
      const to = movedTo(change);
      if (to === null) continue;
      const { key, fields } = change;
      const reason = fields['blockedReason']?.[1];
      const own = turns.get(key) ?? [];
      own.push({
        at: instantOf(fields[to === 'done' ? 'finishedAt' : 'startedAt']?.[1], to) ?? body.at,
        state: to,
        reason: to === 'blocked' && typeof reason === 'string' ? reason : '',
      });
      turns.set(key, own);
    }
  return turns;
};

/**
 * Without deeds that were undone, and without the undoing itself; what was undone and then done again stands. A deed's id alone proves
 * nothing, whoever reads it could write it: an undoing names the event that it marked.
 */
const standing = (events: readonly DeedEvent[]): readonly DeedEvent[] => {
  const undone = events.filter(({ body }) => body.undoneBy !== null);
  if (undone.length === 0) return events;
  const byDeed = Map.groupBy(events, ({ body }) => body.deed);
  const undoerByKey = new Map(
    undone.flatMap((event) => {
      const undoer = byDeed
        .get(event.body.undoneBy ?? '')
        ?.find(({ key, body }) => key !== event.key && body.changes.some((change) => change.key === event.key));
      return undoer === undefined ? [] : [[event.key, undoer] as const];
    }),
  );
  const undoers = new Set(undoerByKey.values());
  const isVoid = (event: DeedEvent): boolean => {
    let isUndone = false;
    // Deeds that take each other back in a ring were written by no app: the ring ends where it began.
    const seen = new Set<DeedEvent>();
    for (let at: DeedEvent | undefined = event; at !== undefined && at.body.undoneBy !== null && !seen.has(at);) {
      seen.add(at);
      isUndone = !isUndone;
      at = undoerByKey.get(at.key);
    }
    return isUndone;
  };
  return events.filter((event) => !undoers.has(event) && !isVoid(event));
};

/** The state that a step came to; null for any other change. */
const movedTo = ({ type, fields }: DeedEvent['body']['changes'][number]): StepState | null =>
  type === 'step' ? stateOf(fields['state']?.[1]) : null;

const stateOf = (value: unknown): StepState | null => STEP_STATES.find((state) => state === value) ?? null;

/** Only begin and end carry a time of their own. */
const instantOf = (value: unknown, state: StepState): Instant | null =>
  typeof value === 'number' && (state === 'doing' || state === 'done') ? value : null;

const ownTurns = ({ body, createdAt }: Step): readonly Turn[] => {
  const turns: Turn[] = [{ at: createdAt, state: 'todo', reason: '' }];
  if (body.startedAt !== null) turns.push({ at: body.startedAt, state: 'doing', reason: '' });
  if (body.state === 'done')
    turns.push({ at: body.finishedAt ?? body.startedAt ?? createdAt, state: 'done', reason: '' });
  // Since when it is blocked or left out is not known: from its begin, the longest that it can be.
  if (body.state === 'blocked' || body.state === 'skipped')
    turns.push({ at: body.startedAt ?? createdAt, state: body.state, reason: body.blockedReason });
  return turns;
};

const toSpans = ({ createdAt }: Step, turns: readonly Turn[], now: Instant): readonly StepSpan[] => {
  // What really happened before the step was written down happened nonetheless.
  const begin = Math.min(createdAt, ...turns.map(({ at }) => at));
  const sorted = [{ at: begin, state: 'todo' as const, reason: '' }, ...turns.toSorted((a, b) => a.at - b.at)];
  return sorted.flatMap(({ at, state, reason }, place) => {
    const to = Math.min(sorted[place + 1]?.at ?? now, now);
    return to > at ? [{ state, from: at, to, reason }] : [];
  });
};
