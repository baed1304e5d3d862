// What hangs on a decision: the deeds that followed from it, and of each record that they touched how it stands today.
import type { Reads } from '../commands/command.ts';
import { keyOf, spaceOfKey, uuidOf, type RecordId, type RecordKey } from '../kernel/ids.ts';
import { memberOf } from '../kernel/members.ts';
import type { Money } from '../kernel/money.ts';
import { money, totalsByCurrency } from '../kernel/money.ts';
import type { Instant } from '../kernel/time.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { EventChange } from '../records/event.ts';
import { recordAs, type RecordOf } from '../records/registry.ts';
import { takeAllBack, type Taken } from './taking-back.ts';

type Decision = RecordOf<'decision'>;
type DeedEvent = RecordOf<'event'>;

/** Where the events of a deed are: one in each space that it touched, under an id that follows from its own. */
export const eventKeysOf = (deed: RecordId, records: readonly RecordKey[]): readonly RecordKey[] =>
  [...new Set(records.map(spaceOfKey))].map((space) => keyOf(space, `event_${uuidOf(deed)}`));

/** An event, and those of its changes that are meant, the last first. */
export interface EventPart {
  readonly event: DeedEvent;
  readonly changes: readonly EventChange[];
}

/** All that followed and still stands, newest first; what is not on this device is left out. */
export const standingParts = ({ key, body }: Pick<Decision, 'key' | 'body'>, reads: Reads): readonly EventPart[] =>
  Object.entries(body.follows ?? {})
    .flatMap(([deed, { records }]) => {
      const linked = new Set(records);
      return eventKeysOf(deed, records)
        .flatMap((each) => recordAs('event', reads.get(each)) ?? [])
        .filter((event) => event.body.undoneBy === null)
        .map((event) => ({
          event,
          // Of a deed that did more, only what was linked: a template starts a whole journey in one.
          changes: changesOf(event, key).filter((change) => linked.has(change.key)),
        }));
    })
    .toSorted((a, b) => b.event.body.at - a.event.body.at || (a.event.id < b.event.id ? 1 : -1));

/** The whole of events: what a rollback did. */
export const wholeParts = (events: readonly DeedEvent[], decision: RecordKey): readonly EventPart[] =>
  events.map((event) => ({ event, changes: changesOf(event, decision) }));

/**
 * An event tells of its own space only; the decision itself and the history's own marks are not what hangs on it, and what was
 * signed is answered by another signature, never taken out of what others have seen.
 */
const changesOf = (event: DeedEvent, decision: RecordKey): readonly EventChange[] =>
  event.body.changes
    .filter(({ key, type }) => spaceOfKey(key) === event.space && key !== decision && !NEVER_TAKEN_BACK.has(type))
    .toReversed();
const NEVER_TAKEN_BACK: ReadonlySet<string> = new Set(['event', 'approval']);

/** Whether nothing of the event is left but what is meant. */
export const isWhole = ({ event, changes }: EventPart, decision: RecordKey): boolean =>
  changesOf(event, decision).length === changes.length;

export interface DeedKeys {
  readonly events: readonly RecordKey[];
  readonly records: readonly RecordKey[];
}

/** What has to be at hand to take these events back: they, and all that they tell of, the marks on other events included. */
export const keysToTakeBack = (parts: readonly EventPart[]): DeedKeys => ({
  events: parts.map(({ event }) => event.key),
  records: [...new Set(parts.flatMap(({ event: { body } }) => body.changes.map(({ key }) => key)))],
});

/** The decision, and what is said of its alternatives, name what it is about: that holds nothing. */
export const isOfDecision =
  (decision: RecordKey): ((record: AnyRecord) => boolean) =>
  (record) =>
    record.key === decision || (record.type === 'alternative' && record.parent === decision);

/** Under which heading it is shown. */
export type Group = 'costs' | 'orders' | 'plan' | 'decisions' | 'other';

const GROUPS: Readonly<Record<string, Group>> = {
  cost: 'costs',
  budget: 'costs',
  payment: 'costs',
  award: 'orders',
  change: 'orders',
  quote: 'orders',
  step: 'plan',
  task: 'plan',
  decision: 'decisions',
  selection: 'decisions',
};

export interface Hanging {
  readonly key: RecordKey;
  readonly type: string;
  readonly group: Group;
  /** Its making, its coming and going, or else that fields were changed. */
  readonly kind: EventChange['kind'];
  /** What it was before the first and is after the last of the deeds that followed. */
  readonly fields: EventChange['fields'];
  readonly standing: Taken['standing'];
  readonly newer: readonly string[];
  readonly needed: readonly RecordKey[];
}

export interface Impact {
  readonly hanging: readonly Hanging[];
  /** What the costs that were made come to, those that still stand. */
  readonly costs: readonly Money[];
  /** Whatever is newer than the decision's own doing, and is asked about. */
  readonly asked: readonly Hanging[];
}

export const impactOf = (decision: Decision, reads: Reads): Impact =>
  impactOfParts(standingParts(decision, reads), reads, decision.key);

const NOW: Instant = 1;

/** Of what the parts did, newest first, by record. */
export const impactOfParts = (parts: readonly EventPart[], reads: Reads, decision: RecordKey): Impact => {
  const changes = parts.flatMap((part) => part.changes);
  const { taken } = takeAllBack(reads, { changes, at: NOW, take: new Set(), apart: isOfDecision(decision) });
  const byKey = Map.groupBy(taken.toReversed(), ({ change }) => change.key);
  const hanging = [...byKey.values()].flatMap(together).filter(({ standing }) => standing !== 'gone');
  const amounts = hanging.flatMap(({ key, type, kind }) => {
    if (type !== 'cost' || kind !== 'made') return [];
    const amount = money.safeParse(reads.get(key)?.body['amount']);
    return amount.success ? [amount.data] : [];
  });
  return {
    hanging,
    costs: totalsByCurrency(amounts),
    asked: hanging.filter(({ standing }) => standing === 'newer'),
  };
};

/** Several deeds may have touched one record: told as one, from what it was to what it became. */
const together = (oldestFirst: readonly Taken[]): readonly Hanging[] => {
  const [first] = oldestFirst;
  if (first === undefined) return [];
  const { key, type, kind } = first.change;
  const fields: Record<string, [unknown, unknown]> = {};
  for (const { change } of oldestFirst)
    for (const [name, [was, is]] of Object.entries(change.fields))
      fields[name] = [memberOf(fields, name)?.[0] ?? was, is];
  const standings = oldestFirst.map(({ standing }) => standing);
  const open = standings.filter((standing) => standing !== 'gone');
  const standing = open.includes('newer') ? 'newer' : (open[0] ?? 'gone');
  const newer = [...new Set(oldestFirst.flatMap((one) => one.newer))];
  const needed = [...new Set(oldestFirst.flatMap((one) => one.needed))];
  return [{ key, type, group: GROUPS[type] ?? 'other', kind, fields, standing, newer, needed }];
};
