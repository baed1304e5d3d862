// What happened on a journey, newest first: events as entries that a person can read, one sitting's edits as one.
import type { PersonId, RecordId, RecordKey } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { EventChange } from '../records/event.ts';
import type { RecordOf } from '../records/registry.ts';

type DeedEvent = RecordOf<'event'>;

/** One thing that happened to one record; `was` and `is` are null for "not there". */
export interface ActivityChange {
  readonly key: RecordKey;
  readonly type: string;
  readonly kind: EventChange['kind'];
  readonly fields: readonly { readonly name: string; readonly was: unknown; readonly is: unknown }[];
}

export interface ActivityEntry {
  /** The newest deed in it: stable as a list key. */
  readonly deed: RecordId;
  readonly command: string;
  readonly by: PersonId;
  /** When it happened last, ms. */
  readonly at: Instant;
  /** In the order planned; the first is what it was about. */
  readonly changes: readonly ActivityChange[];
  /** The event records of the newest deed in it, for undo. */
  readonly events: readonly RecordKey[];
  /** How many deeds were folded into it. */
  readonly deeds: number;
  readonly undone: boolean;
}

/** Commands that the program runs by itself: no history shows them, and nobody's "undo" means them. */
export const RUN_BY_ITSELF: ReadonlySet<string> = new Set([
  'reading.save',
  'reading.see',
  'reading.guess',
  'photo.look',
  'question.answer',
  // Which deed a decision had as its consequence is told where the decision is.
  'decision.link',
  'finding.look',
]);

/** Edits of the same fields of one record by one person no further apart than this are one entry. */
export const SITTING_MS = 10 * 60_000;

export const journeyActivity = (events: readonly DeedEvent[]): readonly ActivityEntry[] => {
  // A deed's id alone proves nothing: whoever reads it could hang an event of their own on another's deed.
  const entries = [...Map.groupBy(events, ({ body, createdBy }) => `${body.deed} ${createdBy}`).values()]
    .flatMap(toEntry)
    .toSorted((a, b) => a.at - b.at);
  return coalesce(entries).toReversed();
};

// One deed has an event per space it touched; together they are one thing that a person did.
const toEntry = (events: readonly DeedEvent[]): readonly ActivityEntry[] => {
  const [first] = events;
  const changes = events
    .flatMap(({ body }) => body.changes)
    .filter(({ type }) => type !== 'event')
    .map(toChange);
  if (first === undefined || changes.length === 0) return [];
  const { deed, command, at } = first.body;
  // Marking an event undone rewrites it, so its author is who made it, not who wrote it last.
  return [
    {
      deed,
      command,
      at,
      by: first.createdBy,
      changes,
      events: events.map(({ key }) => key),
      deeds: 1,
      undone: events.some(({ body }) => body.undoneBy !== null),
    },
  ];
};

const toChange = ({ key, type, kind, fields }: EventChange): ActivityChange => ({
  key,
  type,
  kind,
  fields: Object.entries(fields).map(([name, [was, is]]) => ({ name, was, is })),
});

const coalesce = (oldestFirst: readonly ActivityEntry[]): readonly ActivityEntry[] => {
  const entries: (ActivityEntry | null)[] = [];
  const lastByRecord = new Map<RecordKey, number>();
  for (const entry of oldestFirst) {
    const place = lastByRecord.get(entry.changes[0]?.key ?? '');
    const earlier = place === undefined ? null : (entries[place] ?? null);
    const folds = earlier !== null && isSameSitting(earlier, entry);
    // The folded entry stands where it happened last, so the list stays in time order.
    if (folds && place !== undefined) entries[place] = null;
    entries.push(folds ? fold(earlier, entry) : entry);
    for (const { key } of entry.changes) lastByRecord.set(key, entries.length - 1);
  }
  return entries.filter((entry) => entry !== null);
};

/** Moves from state to state: each is told by itself, or "blocked, because" would vanish behind "resumed". */
const MOVES: ReadonlySet<string> = new Set(['step.change', 'task.check']);

const isSameSitting = (earlier: ActivityEntry, later: ActivityEntry): boolean => {
  if (MOVES.has(later.command)) return false;
  const [a, ...moreA] = earlier.changes;
  const [b, ...moreB] = later.changes;
  if (a === undefined || b === undefined || moreA.length > 0 || moreB.length > 0) return false;
  return (
    a.kind === 'changed' &&
    b.kind === 'changed' &&
    a.key === b.key &&
    fieldNames(a) === fieldNames(b) &&
    earlier.by === later.by &&
    earlier.command === later.command &&
    earlier.undone === later.undone &&
    later.at - earlier.at <= SITTING_MS
  );
};

const fieldNames = ({ fields }: ActivityChange): string =>
  fields
    .map(({ name }) => name)
    .toSorted()
    .join();

const fold = (earlier: ActivityEntry, later: ActivityEntry): ActivityEntry => {
  const was = new Map(earlier.changes[0]?.fields.map((field) => [field.name, field.was]));
  const changes = later.changes.map((change) => ({
    ...change,
    fields: change.fields.map((field) => ({ ...field, was: was.get(field.name) ?? null })),
  }));
  return { ...later, changes, deeds: earlier.deeds + later.deeds };
};
