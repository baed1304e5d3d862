// Measures what tells photos apart: how much of one is paper, how much was drawn, its colours, and what its EXIF says of camera and place.
import { gps, parse } from 'exifr/dist/full.esm.mjs';
import { extractColorsFromImageData } from 'extract-colors';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import type { Pixels } from '../../../domain/pictures/look.ts';
import type { PhotoTraits } from '../../../domain/pictures/photo-kind.ts';
import type { PhotoSeen } from '../../../domain/records/media.ts';
import type { Failure } from '../../../protocol/failures.ts';
import type { MediaCalls, PhotoMeasures } from '../media-calls.ts';
import { contextOf, drawn } from './copies.ts';
import { openPicture } from './decode.ts';
import { lookOf } from './look-of.ts';
import { objectsOn } from './objects-on.ts';
import { fitWithin, PREVIEW_SIDE } from './sizes.ts';
import { exifBlockOf } from './taken-at.ts';

/** Longest side in px that paper and colours are told at. */
const SMALL = 256;
/** Side in px of the piece out of the middle that is looked at pixel by pixel: made smaller, everything is smooth. */
const PIECE = 640;

export const measurePhoto = async ({
  file,
  turn,
  withPlace,
}: MediaCalls['measure']['args']): Promise<Result<PhotoMeasures, Failure>> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const picture = await openPicture(file, { bytes });
  if (!picture.ok) return picture;
  const { width, height } = picture.value;
  const piece = middleOf(picture.value);
  const reduced = drawn(picture.value, fitWithin(picture.value, PREVIEW_SIDE));
  picture.value.close();
  const size = fitWithin(reduced, SMALL);
  const small = contextOf(drawn(reduced, size)).getImageData(0, 0, size.width, size.height);
  const exif = exifBlockOf(bytes);
  return ok({
    look: lookOf(reduced),
    colours: coloursOf(small),
    objects: await objectsOn(reduced, turn).catch(() => null),
    traits: { width, height, paper: paperShare(small), flat: flatShare(piece), hasCamera: await namesCamera(exif) },
    ...(withPlace ? { place: await placeIn(exif) } : {}),
  });
};

const middleOf = (picture: ImageBitmap): ImageData => {
  const [width, height] = [Math.min(PIECE, picture.width), Math.min(PIECE, picture.height)];
  const canvas = new OffscreenCanvas(width, height);
  const context = contextOf(canvas);
  const [left, top] = [Math.round((picture.width - width) / 2), Math.round((picture.height - height) / 2)];
  context.drawImage(picture, left, top, width, height, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
};

/** Brighter than this, and its channels no further apart than that. */
const PAPER_FROM = 165;
const COLOURLESS = 40;

const paperShare = ({ data }: Pixels): number =>
  share(data.length / 4, (n) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(n * 4, n * 4 + 3);
    return (
      Math.min(red, green, blue) > PAPER_FROM && Math.max(red, green, blue) - Math.min(red, green, blue) < COLOURLESS
    );
  });

const flatShare = ({ data, width }: Pixels): number =>
  share(data.length / 4, (n) => {
    const at = n * 4;
    return n % width > 0 && [0, 1, 2].every((channel) => data[at + channel] === data[at - 4 + channel]);
  });

const share = (count: number, holds: (n: number) => boolean): number => {
  let found = 0;
  for (let n = 0; n < count; n += 1) if (holds(n)) found += 1;
  return count === 0 ? 0 : found / count;
};

const MOST_COLOURS = 5;

const coloursOf = (pixels: ImageData): readonly string[] =>
  extractColorsFromImageData(pixels, { pixels: pixels.width * pixels.height })
    .toSorted((a, b) => b.area - a.area)
    .slice(0, MOST_COLOURS)
    .map(({ hex }) => hex.toLowerCase());

const namesCamera = async (exif: Uint8Array): Promise<PhotoTraits['hasCamera']> => {
  const tags: unknown = await parse(exif, { pick: ['Make', 'Model'], reviveValues: false }).catch(() => null);
  return typeof tags === 'object' && tags !== null && ('Make' in tags || 'Model' in tags);
};

/** About a metre; more digits are noise. */
const DIGITS = 5;

const placeIn = async (exif: Uint8Array): Promise<NonNullable<PhotoSeen['place']> | null> => {
  const found: unknown = await gps(exif).catch(() => null);
  if (typeof found !== 'object' || found === null || !('latitude' in found) || !('longitude' in found)) return null;
  const [lat, lon] = [Number(found.latitude), Number(found.longitude)];
  const isThere = Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  return isThere ? { lat: Number(lat.toFixed(DIGITS)), lon: Number(lon.toFixed(DIGITS)) } : null;
};
