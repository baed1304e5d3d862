// The pairs of before and after that people made, with the photos they are of now. Pure.
import { idOfKey, type RecordId } from '../kernel/ids.ts';
import type { Alignment } from '../records/pair.ts';
import type { RecordOf } from '../records/registry.ts';
import { STRAIGHT } from './align.ts';
import { alignmentTurnedRound } from './laid.ts';
import { isLater } from './taken.ts';
import { shownSize } from './turned.ts';

type Photo = RecordOf<'photo'>;
/** What people said of two photos each, by the id that both make. */
export type Said = ReadonlyMap<RecordId, RecordOf<'pair'>>;

export interface PhotoPair {
  readonly id: RecordId;
  readonly before: Photo;
  readonly after: Photo;
  readonly align: Alignment;
}

/** Of a pair that stands in two spaces (its photos were shared since) the later word counts. */
export const saidById = (records: readonly RecordOf<'pair'>[]): Said =>
  new Map(records.toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1)).map((record) => [record.id, record]));

/** Those that a person made or confirmed and whose photos are both here. */
export const pairsOf = (said: Said, photos: readonly Photo[]): readonly PhotoPair[] => {
  // By id: a photo that was shared since goes on under another key.
  const photoById = new Map(photos.map((photo) => [photo.id, photo]));
  return [...said.values()].flatMap(({ id, body }): readonly PhotoPair[] => {
    const before = photoById.get(idOfKey(body.before));
    const after = photoById.get(idOfKey(body.after));
    if (body.isPair !== true || before === undefined || after === undefined) return [];
    return [inOrder({ id, before, after, align: body.align ?? STRAIGHT })];
  });
};

/** A date that was put right since may make the later one the earlier one. */
const inOrder = (pair: PhotoPair): PhotoPair => {
  const { id, before, after, align } = pair;
  if (!isLater(before.body, after.body)) return pair;
  const turned = alignmentTurnedRound(shownSize(before.body), shownSize(after.body), align);
  return { id, before: after, after: before, align: turned };
};
