// Several changes taken back at once, the newest first: each record as far as nothing newer would be lost by it, and what is left is named.
// Pure. Invariants: a field that someone changed again, and a record that something living names, are touched only where a person said so.
import { edited, findAny } from '../commands/changes.ts';
import type { Reads } from '../commands/command.ts';
import { overlaid, type Work } from '../commands/overlay.ts';
import { changedSince, earlierState } from '../commands/take-back.ts';
import { wouldCycle } from '../journey/steps.ts';
import { idOfKey, typeOfId, type RecordKey } from '../kernel/ids.ts';
import { sameValue } from '../kernel/same-value.ts';
import type { Instant } from '../kernel/time.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { EventChange } from '../records/event.ts';
import { definitionByType, isDerivedField, recordAs, type RecordType } from '../records/registry.ts';

/** How one change stands today: `clean` can be taken back whole, `newer` not without a word, `gone` is taken back already. */
export type Standing = 'clean' | 'newer' | 'gone' | 'missing';

export interface Taken {
  readonly change: EventChange;
  readonly standing: Standing;
  /** Fields that were changed again since. */
  readonly newer: readonly string[];
  /** Living records that name it and would be left hanging. */
  readonly needed: readonly RecordKey[];
  /** Nothing of it is left to be taken back. */
  readonly whole: boolean;
}

interface TakingBack {
  /** Newest first. */
  readonly changes: readonly EventChange[];
  readonly at: Instant;
  /** Records of which what is newer may be taken back too: a person said so of each. */
  readonly take: ReadonlySet<RecordKey>;
  /** What these name does not count: the decision itself, and what is said of its alternatives. */
  readonly apart: (record: AnyRecord) => boolean;
}

export const takeAllBack = (
  reads: Reads,
  { changes, at, take, apart }: TakingBack,
): { readonly work: Work; readonly taken: readonly Taken[] } => {
  const work = overlaid(reads);
  const taken = changes.map((change): Taken => {
    const found = findAny(work.reads, change.key);
    if (!found.ok || change.kind === 'removed')
      return { change, standing: 'missing', newer: [], needed: [], whole: false };
    const record = found.value;
    if (isGone(record, change)) return { change, standing: 'gone', newer: [], needed: [], whole: true };
    const newer = newerIn(record, change);
    const barred = barredIn(record, change, work.reads);
    const needed = leavesLife(record, change) ? namersOf(record.key, work.reads, apart) : [];
    const held = newer.length > 0 || needed.length > 0 || barred.length > 0;
    const said = take.has(record.key);
    const left = new Set([...barred, ...(said ? [] : newer)]);
    const mayLeave = said || (newer.length === 0 && needed.length === 0);
    if (mayLeave || change.kind === 'changed' || change.kind === 'trashed')
      work.add(edited(record, earlierState(record, change, { at, only: (field) => !left.has(field) })));
    return {
      change,
      standing: held ? 'newer' : 'clean',
      newer: [...new Set([...newer, ...barred])],
      needed,
      whole: mayLeave && barred.length === 0,
    };
  });
  return { work, taken };
};

/** It would go to the trash by this. */
const leavesLife = (record: AnyRecord, { kind }: EventChange): boolean =>
  record.trashedAt === 0 && (kind === 'made' || kind === 'restored');

const isGone = (record: AnyRecord, { kind, fields }: EventChange): boolean => {
  if (kind === 'made') return record.trashedAt !== 0;
  if (kind === 'trashed' && record.trashedAt !== 0) return false;
  if (kind === 'restored' && record.trashedAt === 0) return false;
  const before = Object.fromEntries(Object.entries(fields).map(([name, [was]]) => [name, [null, was] as const]));
  return changedSince(record, { fields: asRead(before) }).length === 0;
};

const asRead = (fields: Readonly<Record<string, readonly [unknown, unknown]>>): EventChange['fields'] =>
  Object.fromEntries(Object.entries(fields).map(([name, [was, is]]) => [name, [was, is]]));

/** Of a step these make sense only together. */
const STEP_STATE = ['state', 'blockedReason', 'startedAt', 'finishedAt'];

const newerIn = (record: AnyRecord, change: EventChange): readonly string[] => {
  const changed = changedSince(record, change);
  if (change.kind === 'made') {
    const added = Object.entries(record.body).filter(
      ([name, value]) => value != null && change.fields[name] === undefined && !isDerivedField(record.type, name),
    );
    return [...changed, ...added.map(([name]) => name)];
  }
  if (record.type !== 'step' || !changed.some((name) => STEP_STATE.includes(name))) return changed;
  const together = STEP_STATE.filter((name) => change.fields[name] !== undefined);
  return [...new Set([...changed, ...together])];
};

/** Two steps would come to wait for each other: others have been planned on what this one waits for now. */
const barredIn = (record: AnyRecord, { fields }: EventChange, reads: Reads): readonly string[] => {
  const was = fields['dependsOn']?.[0];
  const step = recordAs('step', record);
  if (step === null || !Array.isArray(was) || sameValue(was, step.body.dependsOn)) return [];
  return wouldCycle(reads.list('step'), step.key, was.map(String)) ? ['dependsOn'] : [];
};

/**
 * What is said in a chat, read from a paper or kept of a page names a thing and does not hang on it; nor do people and the history. How an award counts
 * waits for it, should it come back.
 */
const HOLDS_NOTHING: ReadonlySet<string> = new Set<RecordType>([
  'allocation',
  'conversation',
  'event',
  'household',
  'journey',
  'message',
  'person',
  'reading',
  'webpage',
]);

/** What may name another thing, and is asked for what would be left hanging. */
export const NAMING: readonly RecordType[] = Object.values(definitionByType)
  .map(({ type }) => type)
  .filter((type) => !HOLDS_NOTHING.has(type));

const namersOf = (key: RecordKey, reads: Reads, apart: (record: AnyRecord) => boolean): readonly RecordKey[] =>
  NAMING.flatMap((type): readonly AnyRecord[] => reads.list(type))
    .filter(
      (record) =>
        record.key !== key &&
        record.trashedAt === 0 &&
        !apart(record) &&
        !answers(record, key) &&
        (record.parent === key || names(record.body, key)),
    )
    .map((record) => record.key);

/** That an award goes is answered by another signed word of the family's; what two sides agreed to stays until a person says so. */
const answers = ({ type }: AnyRecord, key: RecordKey): boolean =>
  type === 'approval' && typeOfId(idOfKey(key)) === 'award';

const names = (value: unknown, key: RecordKey): boolean => {
  if (value === key) return true;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, item]) => name === key || names(item, key));
};
