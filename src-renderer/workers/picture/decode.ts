// Decodes a picture of any kind upright: what the browser knows by the browser, TIFF and HEIC by decoders of their own.
import { err, ok, type Result } from '../../../domain/kernel/result.ts';
import type { Failure } from '../../../protocol/failures.ts';
import { isBoxed, lookIntoBoxes } from './boxed-picture.ts';
import { contextOf } from './copies.ts';
import { heicPixels, type Libheif } from './heic-pixels.ts';
import { probePicture } from './probe.ts';
import { MAX_PIXELS } from './sizes.ts';
import { isTiff } from './tiff-page.ts';
import { tiffPixels } from './tiff-pixels.ts';

/** Every way to a picture's pixels begins here: nothing is decoded whose size was not looked at. Only a TIFF has more pages than one. */
export const openPicture = async (
  file: Blob,
  { bytes: read, page = 1 }: { readonly bytes?: Uint8Array<ArrayBuffer>; readonly page?: number } = {},
): Promise<Result<ImageBitmap, Failure>> => {
  const bytes = read ?? new Uint8Array(await file.arrayBuffer());
  const probe = probePicture(bytes, page);
  if (probe === null || probe.width === 0 || probe.height === 0) return err({ type: 'FileDamaged' });
  // Before decoding: afterwards would be too late for this device's memory.
  if (probe.width * probe.height > MAX_PIXELS) return err({ type: 'PictureTooLarge' });
  return probe.whole ? decodeUpright(file, bytes, page) : err({ type: 'FileDamaged' });
};

const decodeUpright = async (
  file: Blob,
  bytes: Uint8Array<ArrayBuffer>,
  page: number,
): Promise<Result<ImageBitmap, Failure>> => {
  if (isTiff(bytes)) {
    const pixels = tiffPixels(bytes, page);
    if (!pixels.ok) return pixels;
    const { data, width, orientation } = pixels.value;
    return ok(await turned(await createImageBitmap(new ImageData(data, width)), orientation));
  }
  const boxed = isBoxed(bytes) ? lookIntoBoxes(bytes) : null;
  if (boxed === null || boxed.isAv1) {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
    return picture === null ? err({ type: 'FileDamaged' }) : ok(picture);
  }
  const pixels = await heicPixels(bytes, await libheif());
  if (pixels === null) return err({ type: 'FileDamaged' });
  const colorSpace = boxed.isP3 ? 'display-p3' : 'srgb';
  return ok(await createImageBitmap(new ImageData(pixels.data, pixels.width, pixels.height, { colorSpace })));
};

let loaded: Promise<Libheif> | null = null;

/** In the built page it is heif/libheif-bundle.mjs beside index.html, as it came from its makers. */
const libheif = (): Promise<Libheif> => {
  loaded ??= loadLibheif();
  return loaded;
};

const loadLibheif = async (): Promise<Libheif> => {
  const place = new URL('/heif/libheif-bundle.mjs', globalThis.location.href).href;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a file that is found by its place has no types
  const { default: create } = (await import(/* @vite-ignore */ place)) as { readonly default: () => Libheif };
  return create();
};

/** Orientation as EXIF counts it, 1 to 8: a TIFF's pixels are as stored. */
const turned = async (picture: ImageBitmap, orientation: number): Promise<ImageBitmap> => {
  const { width, height } = picture;
  const matrix = turns[orientation]?.(width, height);
  if (matrix === undefined) return picture;
  const canvas = orientation >= 5 ? new OffscreenCanvas(height, width) : new OffscreenCanvas(width, height);
  const context = contextOf(canvas);
  context.setTransform(...matrix);
  context.drawImage(picture, 0, 0);
  picture.close();
  return createImageBitmap(canvas);
};

type Matrix = [number, number, number, number, number, number];

/** Where a stored point (x, y) is shown, as a canvas takes it. TIFF 6.0, Orientation. */
const turns: Readonly<Record<number, (width: number, height: number) => Matrix>> = {
  2: (width) => [-1, 0, 0, 1, width, 0],
  3: (width, height) => [-1, 0, 0, -1, width, height],
  4: (_width, height) => [1, 0, 0, -1, 0, height],
  5: () => [0, 1, 1, 0, 0, 0],
  6: (_width, height) => [0, 1, -1, 0, height, 0],
  7: (width, height) => [0, -1, -1, 0, height, width],
  8: (width) => [0, -1, 1, 0, 0, width],
};
