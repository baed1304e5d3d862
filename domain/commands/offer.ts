// What a reading becomes when a person says so: one record under an id that follows from the reading's, and the offer is closed.
import { idOfKey, keyOf, spaceOfKey, uuidOf, type RecordKey, type SpaceId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { recordAs, type BodyOf, type RecordOf, type RecordType } from '../records/registry.ts';
import { isHiddenIn } from '../spaces/readable.ts';
import { journeyOfSpace, privateSpace, spaceKind } from '../spaces/space.ts';
import { edited, made } from './changes.ts';
import type { Change, CommandFailure, Draft, Reads } from './command.ts';

/** The same for every device and every retry, so that what two people confirm at once is one record. */
export const outcomeKey = (reading: RecordKey, type: 'cost' | 'quote' | 'task', space: SpaceId): RecordKey =>
  keyOf(space, `${type}_${uuidOf(idOfKey(reading))}`);

/** The family's own space of the reading's journey: what they make of a paper, a contractor's too, is theirs alone. */
export const familyOf = (reading: RecordKey): SpaceId => {
  const space = spaceOfKey(reading);
  const journey = journeyOfSpace(space);
  return journey === null ? space : privateSpace(journey);
};

/** Where a quote belongs: with the contractor whose paper it is where they share that space, else with the family. */
export const homeOf = (reading: RecordKey): SpaceId => {
  const space = spaceOfKey(reading);
  return spaceKind(space) === 'party' ? space : familyOf(reading);
};

export const takeOffer = <T extends RecordType>(
  reads: Reads,
  reading: RecordOf<'reading'>,
  draft: Omit<Draft, 'type' | 'trashedAt' | 'body'> & { readonly type: T; readonly body: BodyOf<T> },
): Result<readonly Change[], CommandFailure> => {
  const key = keyOf(draft.space, draft.id);
  if (reading.body.offer === 'taken') return err({ type: 'AlreadyThere', detail: key });
  const outcome = outcomeOnce(reads, draft);
  if (!outcome.ok) return outcome;
  // Where a contractor reads the paper too, what the family made of it is not named.
  const named = isHiddenIn(reading.space, key) ? {} : { made: key };
  return ok([...outcome.value, ...edited(reading, { body: { offer: 'taken', ...named } })]);
};

/** The record under its derived id, or `AlreadyThere` when it stands. */
export const outcomeOnce = <T extends RecordType>(
  reads: Reads,
  draft: Omit<Draft, 'type' | 'trashedAt' | 'body'> & { readonly type: T; readonly body: BodyOf<T> },
): Result<readonly Change[], CommandFailure> => {
  const key = keyOf(draft.space, draft.id);
  const standing = reads.get(key);
  const before = recordAs(draft.type, standing);
  const isOther = standing !== undefined && before === null;
  if (isOther || before?.trashedAt === 0) return err({ type: 'AlreadyThere', detail: key });
  // One that went to the trash comes back with what is confirmed now.
  return ok(before === null ? [made(draft)] : edited(before, { body: draft.body, trashedAt: 0 }));
};
