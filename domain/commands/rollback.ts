// A decision and what followed from it: a deed is linked to it, all of it is rolled back in one deed, and applied again in another.
import { z } from 'zod';
import { eventKeysOf, isOfDecision, isWhole, standingParts, wholeParts, type EventPart } from '../decisions/impact.ts';
import { NAMING, takeAllBack } from '../decisions/taking-back.ts';
import { recordId, recordKey, spaceOfKey, type RecordKey } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { rolledBack } from '../records/decision.ts';
import type { EventChange } from '../records/event.ts';
import { recordAs, type BodyOf, type RecordOf } from '../records/registry.ts';
import { isHiddenIn } from '../spaces/readable.ts';
import { journeyOfSpace } from '../spaces/space.ts';
import { edited, findLive } from './changes.ts';
import { defineCommand, type CommandFailure, type Need, type Reads } from './command.ts';
import { THIS_DEED } from './deed.ts';
import { markUndone } from './undo.ts';

/** Says that a deed followed from what was decided. `records` are those that it wrote. */
export const decisionLink = defineCommand({
  name: 'decision.link',
  input: z.object({ key: recordKey, deed: recordId, records: z.array(recordKey).min(1).max(200) }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, deed, records }, { at, by }) => {
    const found = findLive(reads, 'decision', key);
    if (!found.ok) return found;
    const { decided, follows = {} } = found.value.body;
    if (decided === null) return err({ type: 'InputInvalid', fields: ['key'] });
    // A decision that more people read than what followed from it does not name that.
    const named = records.filter((record) => record !== key && !isHiddenIn(found.value.space, record));
    if (named.length === 0) return err({ type: 'NotAllowed', fields: ['records'] });
    return ok(
      edited(found.value, {
        body: {
          follows: {
            ...follows,
            [deed]: {
              records: [...new Set([...(follows[deed]?.records ?? []), ...named])],
              choice: decided.name,
              at,
              by,
            },
          },
        },
      }),
    );
  },
});

/** `events` and `records` are those of what followed (or of the rollback), `take` the records of which what is newer may go too. */
const input = z.object({
  key: recordKey,
  events: z.array(recordKey),
  records: z.array(recordKey),
  take: z.array(recordKey),
});

const needsOf = ({ key, events, records }: z.infer<typeof input>): readonly Need[] => {
  const journey = journeyOfSpace(spaceOfKey(key));
  const around = journey === null ? [] : NAMING.map((type) => ({ type, journey }));
  return [...[key, ...events, ...records].map((each) => ({ key: each })), ...around];
};

/** The decision is open again, and all that followed from it is as it was, but for what is newer. */
export const decisionRollback = defineCommand({
  name: 'decision.rollback',
  input: input.extend({ why: rolledBack.shape.why.optional() }),
  needs: needsOf,
  plan: (reads, { key, take, why = '' }, { at, by }) => {
    const found = findLive(reads, 'decision', key);
    if (!found.ok) return found;
    const { past, body } = found.value;
    // First it has to be known what was decided.
    if (past.contested !== undefined) return err({ type: 'NotAllowed', fields: ['decided'] });
    const parts = standingParts(found.value, reads);
    if (body.decided === null && parts.length === 0) return err({ type: 'NothingToUndo' });
    const done = takenBack(reads, parts, { key, take, at });
    const back: BodyOf<'decision'>['back'] = {
      deed: THIS_DEED,
      records: done.touched.filter((each) => !isHiddenIn(found.value.space, each)),
      name: body.decided?.name ?? '',
      why,
      at,
      by,
    };
    return ok([...edited(found.value, { body: { decided: null, back } }), ...done.changes]);
  },
});

/** The decision stands again as it was before it was rolled back, with all that followed, but for what is newer. */
export const decisionReapply = defineCommand({
  name: 'decision.reapply',
  input,
  needs: needsOf,
  plan: (reads, { key, take }, { at }) => {
    const found = findLive(reads, 'decision', key);
    if (!found.ok) return found;
    const events = rollbackEvents(found.value, reads);
    if (events.length === 0) return err({ type: 'NothingToUndo' });
    const before = stateBefore(found.value, events);
    if (!before.ok) return before;
    const done = takenBack(reads, wholeParts(events, key), { key, take, at });
    return ok([...edited(found.value, { body: before.value }), ...done.changes]);
  },
});

/** The events of its last rollback that are on this device and were not taken back. */
export const rollbackEvents = (
  { key, body: { back } }: RecordOf<'decision'>,
  reads: Reads,
): readonly RecordOf<'event'>[] =>
  (back == null ? [] : eventKeysOf(back.deed, [key, ...back.records]))
    .flatMap((each) => recordAs('event', reads.get(each)) ?? [])
    .filter(({ body }) => body.undoneBy === null);

/** What the rollback took from the decision; `ChangedSince` where it was decided anew. */
const stateBefore = (
  { key, body }: RecordOf<'decision'>,
  events: readonly RecordOf<'event'>[],
): Result<Readonly<Record<string, unknown>>, CommandFailure> => {
  const own = events.flatMap((event) => event.body.changes).find((change) => change.key === key);
  if (own === undefined) return err({ type: 'NothingToUndo' });
  if (body.decided !== null) return err({ type: 'ChangedSince', fields: ['decided'], detail: key });
  return ok({ decided: own.fields['decided']?.[0] ?? null, back: own.fields['back']?.[0] ?? null });
};

interface TakenBack {
  readonly changes: ReturnType<ReturnType<typeof takeAllBack>['work']['changes']>;
  /** The keys of the records that are changed by it, the history's own left out. */
  readonly touched: readonly RecordKey[];
}

const takenBack = (
  reads: Reads,
  parts: readonly EventPart[],
  { key, take, at }: { readonly key: RecordKey; readonly take: readonly RecordKey[]; readonly at: number },
): TakenBack => {
  const changes = parts.flatMap((part) => part.changes);
  const { work, taken } = takeAllBack(reads, { changes, at, take: new Set(take), apart: isOfDecision(key) });
  const touched = work
    .changes()
    .flatMap((change) => (change.kind === 'put' ? [change.before?.key ?? []] : []))
    .flat();
  const wholeByChange = new Map<EventChange, boolean>(taken.map((one) => [one.change, one.whole]));
  for (const part of parts) {
    const { event } = part;
    // What was taken back whole can't be undone once more by itself; the history says that it was.
    if (isWhole(part, key) && part.changes.every((change) => wholeByChange.get(change) ?? true))
      work.add(markUndone(event));
    // A rollback had marked what it took back: applied again, it may be undone again.
    for (const change of event.body.changes.filter(({ type }) => type === 'event')) {
      const marked = recordAs('event', reads.get(change.key));
      if (marked?.body.undoneBy === event.body.deed) work.add(edited(marked, { body: { undoneBy: null } }));
    }
  }
  return { changes: work.changes(), touched };
};
