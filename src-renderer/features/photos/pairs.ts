// Pairs of before and after as the gallery shows them: in which order, what is proposed, and which are of one place. Pure.
import { pairId } from '../../../domain/commands/pair.ts';
import { idOfKey, type RecordId, type RecordKey } from '../../../domain/kernel/ids.ts';
import { STRAIGHT } from '../../../domain/pictures/align.ts';
import { proposePairs, type Proposal } from '../../../domain/pictures/before-after.ts';
import { pairsOf, type PhotoPair, type Said } from '../../../domain/pictures/photo-pairs.ts';
import { byKey } from '../../../domain/records/by-key.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import type { Photo } from './photo-groups.ts';
import { takenMs } from '../../media/taken-ms.ts';
import { shotOf } from './shots.ts';

export interface ProposedPair extends PhotoPair {
  readonly why: Proposal['why'];
}

/** Newest after first. */
export const pairsShown = (said: Said, photos: readonly Photo[]): readonly PhotoPair[] =>
  pairsOf(said, photos).toSorted((a, b) => takenMs(b.after) - takenMs(a.after) || a.id.localeCompare(b.id));

const idOf = (a: RecordKey, b: RecordKey): RecordId => pairId(idOfKey(a), idOfKey(b));

export const proposalsOf = (
  said: Said,
  photos: readonly Photo[],
  steps: readonly RecordOf<'step'>[],
): readonly ProposedPair[] => {
  const photoByKey = byKey(photos);
  const works = steps.map(({ key, body: { startedAt, finishedAt } }) => ({ step: key, startedAt, finishedAt }));
  const isSaid = (a: RecordKey, b: RecordKey): boolean => (said.get(idOf(a, b))?.body.isPair ?? null) !== null;
  return proposePairs(photos.map(shotOf), works, isSaid).flatMap(({ before, after, why }): readonly ProposedPair[] => {
    const [first, second] = [photoByKey.get(before), photoByKey.get(after)];
    if (first === undefined || second === undefined) return [];
    return [{ id: idOf(before, after), before: first, after: second, align: STRAIGHT, why }];
  });
};

/** One place over time: its photos, oldest first, and the pairs by which they hang together. */
export interface Series {
  readonly photos: readonly Photo[];
  readonly pairs: readonly PhotoPair[];
}

export const seriesOf = (of: Photo, pairs: readonly PhotoPair[]): Series => {
  const found = new Map([[of.id, of]]);
  for (let size = 0; size < found.size;) {
    size = found.size;
    for (const { before, after } of pairs) {
      if (!found.has(before.id) && !found.has(after.id)) continue;
      found.set(before.id, before);
      found.set(after.id, after);
    }
  }
  return {
    photos: [...found.values()].toSorted((a, b) => takenMs(a) - takenMs(b) || a.id.localeCompare(b.id)),
    pairs: pairs.filter(({ before }) => found.has(before.id)),
  };
};

/** The earlier one first. */
export const inOrder = (a: Photo, b: Photo): readonly [Photo, Photo] => (takenMs(a) <= takenMs(b) ? [a, b] : [b, a]);
