// Tells which things a photo shows, by a detector that knows the classes of COCO. It is loaded when the first photo is looked at, and stays.
import type { FoundObject, SeenObject } from '../../../domain/pictures/objects.ts';
import { KEPT_FROM } from '../../../domain/pictures/objects.ts';
import { isOnItsSide } from '../../../domain/pictures/turned.ts';
import type { Turn } from '../../../domain/records/media.ts';
import { contextOf } from './copies.ts';
import type { Detector } from './detector.ts';
import { drawTurned } from './draw-turned.ts';
import { fitWithin, type Size } from './sizes.ts';

/** Longest side in px: the detector makes it smaller still. */
const SIDE = 640;

const ALL = { left: 0, top: 0, width: 1, height: 1 };

/** Looked at as it is shown: a bed on its side is none. */
export const objectsOn = async (picture: CanvasImageSource & Size, turn: Turn): Promise<readonly FoundObject[]> => {
  const { scoresOf } = await detector();
  const { width: across, height: down } = picture;
  const shown = isOnItsSide(turn) ? { width: down, height: across } : { width: across, height: down };
  const canvas = drawTurned(picture, fitWithin(shown, SIDE), { turn, crop: ALL });
  const context = contextOf(canvas);
  const most = new Map<SeenObject, number>();
  for (const { left, top, width, height } of viewsOf(canvas)) {
    const scores = await scoresOf(context.getImageData(left, top, width, height));
    for (const [is, score] of scores) most.set(is, Math.max(score, most.get(is) ?? 0));
  }
  return [...most]
    .map(([is, score]) => ({ is, sure: Math.round(score * 100) }))
    .filter(({ sure }) => sure >= KEPT_FROM)
    .toSorted((a, b) => b.sure - a.sure);
};

let loaded: Promise<Detector> | null = null;

const detector = (): Promise<Detector> => {
  loaded ??= import('./detector.ts').then(({ loadDetector }) => loadDetector());
  // What could not be loaded once is tried again with the next photo.
  loaded.catch(() => {
    loaded = null;
  });
  return loaded;
};

interface View extends Size {
  readonly left: number;
  readonly top: number;
}

/** Longer than this for its breadth, and things come out too narrow when the whole is made a square. */
const LONG = 1.15;
const VERY_LONG = 1.6;

/** The whole, and where it is no square also squares of it, which overlap: small and tall things are found on those. */
export const viewsOf = ({ width, height }: Size): readonly View[] => {
  const whole: View = { left: 0, top: 0, width, height };
  const side = Math.min(width, height);
  const spare = Math.max(width, height) - side;
  const ratio = (side + spare) / side;
  if (ratio <= LONG) return [whole];
  const starts = ratio <= VERY_LONG ? [0, spare] : [0, Math.round(spare / 2), spare];
  const squares = starts.map((start) => ({
    left: width > height ? start : 0,
    top: width > height ? 0 : start,
    width: side,
    height: side,
  }));
  return [whole, ...squares];
};
