// Pairs of before and after as they are shown: which photos they are of, and which of them are of one place. Pure.
import { pairId } from '../../../domain/commands/pair.ts';
import { idOfKey, type RecordId, type RecordKey } from '../../../domain/kernel/ids.ts';
import { STRAIGHT } from '../../../domain/pictures/align.ts';
import { proposePairs, type Proposal } from '../../../domain/pictures/before-after.ts';
import type { Alignment } from '../../../domain/records/pair.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import type { Photo } from './photo-groups.ts';
import { takenMs } from '../../media/taken-ms.ts';
import { shotOf } from './shots.ts';

export interface PhotoPair {
  readonly id: RecordId;
  readonly before: Photo;
  readonly after: Photo;
  readonly align: Alignment;
}

export interface ProposedPair extends PhotoPair {
  readonly why: Proposal['why'];
}

/** What was said of two photos; of a pair that stands in two spaces (its photos were shared since) the later word. */
export const saidById = (records: readonly RecordOf<'pair'>[]): ReadonlyMap<RecordId, RecordOf<'pair'>> =>
  new Map(records.toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1)).map((record) => [record.id, record]));

/** Those that a person made or confirmed and whose photos are both here, newest after first. */
export const pairsOf = (
  said: ReadonlyMap<RecordId, RecordOf<'pair'>>,
  photos: readonly Photo[],
): readonly PhotoPair[] => {
  // By id: a photo that was shared since goes on under another key.
  const photoById = new Map(photos.map((photo) => [photo.id, photo]));
  return [...said.values()]
    .flatMap(({ id, body }): readonly PhotoPair[] => {
      const before = photoById.get(idOfKey(body.before));
      const after = photoById.get(idOfKey(body.after));
      if (body.isPair !== true || before === undefined || after === undefined) return [];
      return [{ id, before, after, align: body.align ?? STRAIGHT }];
    })
    .toSorted((a, b) => takenMs(b.after) - takenMs(a.after) || a.id.localeCompare(b.id));
};

const idOf = (a: RecordKey, b: RecordKey): RecordId => pairId(idOfKey(a), idOfKey(b));

export const proposalsOf = (
  said: ReadonlyMap<RecordId, RecordOf<'pair'>>,
  photos: readonly Photo[],
  steps: readonly RecordOf<'step'>[],
): readonly ProposedPair[] => {
  const photoByKey = new Map(photos.map((photo) => [photo.key, photo]));
  const works = steps.map(({ key, body: { startedAt, finishedAt } }) => ({ step: key, startedAt, finishedAt }));
  const isSaid = (a: RecordKey, b: RecordKey): boolean => (said.get(idOf(a, b))?.body.isPair ?? null) !== null;
  return proposePairs(photos.map(shotOf), works, isSaid).flatMap(({ before, after, why }): readonly ProposedPair[] => {
    const [first, second] = [photoByKey.get(before), photoByKey.get(after)];
    if (first === undefined || second === undefined) return [];
    return [{ id: idOf(before, after), before: first, after: second, align: STRAIGHT, why }];
  });
};

/** All photos that hang together by pairs with this one, oldest first: one place over time. */
export const seriesOf = (of: Photo, pairs: readonly PhotoPair[]): readonly Photo[] => {
  const found = new Map([[of.id, of]]);
  for (let size = 0; size < found.size;) {
    size = found.size;
    for (const { before, after } of pairs) {
      if (!found.has(before.id) && !found.has(after.id)) continue;
      found.set(before.id, before);
      found.set(after.id, after);
    }
  }
  return [...found.values()].toSorted((a, b) => takenMs(a) - takenMs(b) || a.id.localeCompare(b.id));
};

/** The earlier one first. */
export const inOrder = (a: Photo, b: Photo): readonly [Photo, Photo] => (takenMs(a) <= takenMs(b) ? [a, b] : [b, a]);
