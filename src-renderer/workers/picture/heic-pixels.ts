// Decodes a HEIC with libheif, whose file the person may replace by their own: it is loaded by its place, not built in (LGPL).
import type { Pixels } from '../../../domain/pictures/look.ts';
import { MAX_PIXELS } from './sizes.ts';

interface HeifImage {
  readonly get_width: () => number;
  readonly get_height: () => number;
  readonly is_primary: () => boolean;
  /** Draws into `into`, and calls back with null when it can't. */
  readonly display: (into: Pixels, done: (drawn: Pixels | null) => void) => void;
  readonly free: () => void;
}

interface HeifDecoder {
  decoder: unknown;
  readonly decode: (bytes: Uint8Array) => readonly HeifImage[];
}

/** What libheif-js gives, as far as it is used. */
export interface Libheif {
  readonly HeifDecoder: new () => HeifDecoder;
  readonly heif_context_free: (context: unknown) => void;
}

export interface HeicPixels extends Pixels {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** Upright already: HEIC says itself how it is turned, and its EXIF counts for nothing there. Null when it can't be decoded. */
export const heicPixels = async (
  bytes: Uint8Array,
  { HeifDecoder, heif_context_free }: Libheif,
): Promise<HeicPixels | null> => {
  const decoder = new HeifDecoder();
  const images = decoder.decode(bytes);
  try {
    const image = images.find((one) => one.is_primary()) ?? images[0];
    if (image === undefined) return null;
    const [width, height] = [image.get_width(), image.get_height()];
    if (width * height === 0 || width * height > MAX_PIXELS) return null;
    const pixels = { width, height, data: new Uint8ClampedArray(width * height * 4) };
    const drawn = await new Promise<Pixels | null>((resolve) => image.display(pixels, resolve));
    return drawn === null ? null : pixels;
  } finally {
    for (const image of images) image.free();
    // It holds a copy of the file until then.
    if (decoder.decoder !== null) heif_context_free(decoder.decoder);
  }
};
