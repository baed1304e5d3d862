// What a person says of two photos: a pair of before and after, no pair, or two photos that only look like one.
import { z } from 'zod';
import { idOfKey, keyOf, spaceOfKey, uuidOf, type RecordId, type RecordKey, type SpaceId } from '../kernel/ids.ts';
import { err, ok } from '../kernel/result.ts';
import { pairBody } from '../records/pair.ts';
import { recordAs } from '../records/registry.ts';
import { isReadableIn } from '../spaces/readable.ts';
import { journeyOfSpace, privateSpace } from '../spaces/space.ts';
import { edited, findLive, made } from './changes.ts';
import { defineCommand } from './command.ts';

/** So much of an id is its own part: two of them and what is around fit into one id. */
const OWN_PART = 39;

/** The same whichever of the two is named first. */
export const pairId = (a: RecordId, b: RecordId): RecordId =>
  `pair_${[a, b]
    .map((id) => uuidOf(id).slice(0, OWN_PART))
    .toSorted()
    .join('_')}`;

/** Where both can be read by all who read the pair; null for photos of two journeys. */
export const pairSpace = (a: RecordKey, b: RecordKey): SpaceId | null => {
  const [first, second] = [spaceOfKey(a), spaceOfKey(b)];
  const journey = journeyOfSpace(first);
  if (journey === null || journey !== journeyOfSpace(second)) return null;
  if (isReadableIn(first, b)) return first;
  return isReadableIn(second, a) ? second : privateSpace(journey);
};

/** Null for photos of two journeys, and for one photo. */
export const pairKey = (a: RecordKey, b: RecordKey): RecordKey | null => {
  const space = pairSpace(a, b);
  return space === null || idOfKey(a) === idOfKey(b) ? null : keyOf(space, pairId(idOfKey(a), idOfKey(b)));
};

const { before: earlier, after: later, isPair, isTwice, align } = pairBody.shape;

/** What is not said stays as it was said before. */
export const pairSay = defineCommand({
  name: 'pair.say',
  input: z.object({
    before: earlier,
    after: later,
    isPair: isPair.unwrap().optional(),
    isTwice: isTwice.unwrap().unwrap().optional(),
    align: align.unwrap().unwrap().optional(),
  }),
  needs: ({ before, after }) => {
    const key = pairKey(before, after);
    return [{ key: before }, { key: after }, ...(key === null ? [] : [{ key }])];
  },
  plan: (reads, { before, after, ...said }) => {
    const key = pairKey(before, after);
    if (key === null) return err({ type: 'NotAllowed', fields: ['after'], detail: `${before} and ${after}` });
    for (const photo of [before, after]) {
      const found = findLive(reads, 'photo', photo);
      if (!found.ok) return found;
    }
    const standing = recordAs('pair', reads.get(key));
    if (standing !== null) return ok(edited(standing, { body: { before, after, ...said }, trashedAt: 0 }));
    const space = spaceOfKey(key);
    const { isPair: are = null, isTwice: twice, align: laid } = said;
    const body = {
      before,
      after,
      isPair: are,
      ...(twice === undefined ? {} : { isTwice: twice }),
      ...(laid === undefined ? {} : { align: laid }),
    };
    return ok([
      made({ space, id: idOfKey(key), type: 'pair', journey: journeyOfSpace(space) ?? '', parent: '', body }),
    ]);
  },
});
