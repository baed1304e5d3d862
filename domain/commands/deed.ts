// Turns a planned change into records ready to be written: envelopes, stamps, and one event per space touched.
import { keyOf, type PersonId, type RecordId, type SpaceId } from '../kernel/ids.ts';
import { sameValue } from '../kernel/same-value.ts';
import type { Stamp } from '../kernel/stamp.ts';
import type { Instant } from '../kernel/time.ts';
import { wellFormed } from '../kernel/well-formed.ts';
import { blanked, unknownFields, type AnyRecord } from '../records/envelope.ts';
import type { EventChange } from '../records/event.ts';
import { definitionByType, isDerivedField } from '../records/registry.ts';
import { pastAfter } from '../sync/contest.ts';
import type { Change, Draft } from './command.ts';

export interface DeedContext {
  readonly deed: RecordId;
  readonly command: string;
  readonly at: Instant;
  readonly by: PersonId;
  readonly mint: () => Stamp;
}

/** In an event's fields: the envelope's parent, which a command may change too. No body field begins with `@`. */
export const PARENT_FIELD = '@parent';
/** In an event's fields: which contests were open, so that undoing a settlement opens it again. */
export const CONTESTED_FIELD = '@contested';

/** What a plan writes for its own deed's id, which a plan does not know; sealing puts the id in its place. */
export const THIS_DEED = 'deed_this';

/** One row of the commit: what stood there (for compare-and-set) and what shall. */
export interface CommitRow {
  readonly before: AnyRecord | null;
  readonly after: AnyRecord;
  readonly removed: boolean;
}

/** Seals a plan: every row gets its own stamp, and each space touched gets an event that holds only its own values. */
export const sealDeed = (changes: readonly Change[], context: DeedContext): readonly CommitRow[] => {
  const rows = changes.map((change) => sealChange(change, context));
  const events = Map.groupBy(rows, (row) => row.after.space);
  return [...rows, ...[...events].map(([space, touched]) => eventRow(space, touched, context))];
};

const sealChange = (change: Change, { deed, at, by, mint }: DeedContext): CommitRow => {
  if (change.kind === 'remove') {
    return { before: change.before, removed: true, after: { ...blanked(change.before), stamp: mint(), by } };
  }
  const { before, contested } = change;
  // A server refuses a record with half a character in it, and with it all that a person wrote there.
  const draft = { ...change.draft, body: wellFormed(change.draft.body) };
  return {
    before,
    removed: false,
    after: {
      ...(before === null ? {} : unknownFields(before)),
      ...draft,
      key: keyOf(draft.space, draft.id),
      body: withDeed(draft, deed),
      // A body that a newer build wrote stays of that version: its unknown fields are still in it.
      v: Math.max(before?.v ?? 0, definitionByType[draft.type].version),
      stamp: mint(),
      by,
      createdAt: before?.createdAt ?? at,
      createdBy: before?.createdBy ?? by,
      past: before === null ? {} : pastAfter(before, draft.body, contested),
    },
  };
};

/** The body with the deed's id where the plan, which could not know it, left its place. */
const withDeed = ({ type, body }: Draft, deed: RecordId): Draft['body'] => {
  if (body['undoneBy'] === THIS_DEED) return { ...body, undoneBy: deed };
  const { outcomes, back } = body;
  if (type === 'decision' && isOf(back) && back['deed'] === THIS_DEED) return { ...body, back: { ...back, deed } };
  if (type !== 'message' || typeof outcomes !== 'object' || outcomes === null) return body;
  const named = Object.entries(outcomes).map(([line, outcome]: [string, unknown]) =>
    isOf(outcome) && outcome['deed'] === THIS_DEED ? [line, { ...outcome, deed }] : [line, outcome],
  );
  return { ...body, outcomes: Object.fromEntries(named) };
};

const isOf = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const eventRow = (
  space: SpaceId,
  rows: readonly CommitRow[],
  { deed, command, at, by, mint }: DeedContext,
): CommitRow => {
  const id = `event_${deed.slice(deed.indexOf('_') + 1)}`;
  const journey = rows[0]?.after.journey ?? '';
  return {
    before: null,
    removed: false,
    after: {
      key: keyOf(space, id),
      id,
      space,
      type: 'event',
      journey,
      parent: '',
      v: definitionByType.event.version,
      stamp: mint(),
      by,
      createdAt: at,
      createdBy: by,
      trashedAt: 0,
      past: {},
      body: { deed, command, at, changes: rows.map(describeRow), undoneBy: null },
    },
  };
};

const describeRow = ({ before, after, removed }: CommitRow): EventChange => {
  const fields: Record<string, [unknown, unknown]> = {};
  // A removed record's words must not live on in its event: the event then only says that it went.
  if (!removed) {
    for (const name of new Set([...Object.keys(before?.body ?? {}), ...Object.keys(after.body)])) {
      if (isDerivedField(after.type, name)) continue;
      const was = before?.body[name] ?? null;
      const is = after.body[name] ?? null;
      if (!sameValue(was, is)) fields[name] = [was, is];
    }
    if (before !== null && before.parent !== after.parent) fields[PARENT_FIELD] = [before.parent, after.parent];
    const [was, is] = [before?.past.contested ?? [], after.past.contested ?? []];
    if (!sameValue(was, is)) fields[CONTESTED_FIELD] = [was, is];
  }
  return { key: after.key, type: after.type, kind: kindOf(before, after, removed), fields };
};

const kindOf = (before: AnyRecord | null, after: AnyRecord, removed: boolean): EventChange['kind'] => {
  if (removed) return 'removed';
  if (before === null) return 'made';
  if (before.trashedAt === 0 && after.trashedAt !== 0) return 'trashed';
  if (before.trashedAt !== 0 && after.trashedAt === 0) return 'restored';
  return 'changed';
};
