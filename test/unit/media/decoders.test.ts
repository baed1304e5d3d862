// The decoders that the browser does not bring: HEIC by libheif, TIFF by UTIF, and what a hostile file can make of them.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import createLibheif from 'libheif-js/libheif-wasm/libheif-bundle.mjs';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { lookIntoBoxes } from '../../../src-renderer/workers/picture/boxed-picture.ts';
import { heicPixels } from '../../../src-renderer/workers/picture/heic-pixels.ts';
import { readTakenAt } from '../../../src-renderer/workers/picture/taken-at.ts';
import { tiffPixels } from '../../../src-renderer/workers/picture/tiff-pixels.ts';

const fixture = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(path.join(import.meta.dirname, '../../fixtures/files', name)));
const heic = fixture('photo-turned.heic');

/** Red, green, blue and yellow by quarter, as `r,g,b` in steps of 32: two decoders differ a little. */
const corners = ({
  width,
  height,
  data,
}: {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}): readonly string[] =>
  [
    [0.1, 0.1],
    [0.9, 0.1],
    [0.1, 0.9],
    [0.9, 0.9],
  ].map(([x = 0, y = 0]) => {
    const at = (Math.floor(y * height) * width + Math.floor(x * width)) * 4;
    return [...data.subarray(at, at + 3)].map((value) => (value > 127 ? 'x' : '-')).join('');
  });
const UPRIGHT = ['x--', '-x-', '--x', 'xx-'];

// Both decoders say aloud what they think of a broken file.
beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
});
afterAll(() => void vi.restoreAllMocks());

describe('HEIC', () => {
  const libheif = createLibheif();

  test('is decoded upright, and says when it was taken', async () => {
    const pixels = await heicPixels(heic, libheif);
    expect(pixels).toMatchObject({ width: 300, height: 400 });
    expect(corners(pixels ?? { width: 0, height: 0, data: new Uint8ClampedArray() })).toEqual(UPRIGHT);
    expect(await readTakenAt(heic)).toBe('2026-03-10T16:41:05');
    expect(lookIntoBoxes(heic)).toMatchObject({ isAv1: false, whole: true });
  });

  test('one cut short anywhere is told before it is decoded, or gives no picture', async () => {
    for (const share of [0.02, 0.1, 0.3, 0.6, 0.9, 0.999]) {
      const cut = heic.slice(0, Math.floor(heic.length * share));
      expect(lookIntoBoxes(cut)?.whole ?? false).toBe(false);
    }
  });

  test('one with bytes flipped decodes to something or to nothing, and never throws', async () => {
    for (let at = 0; at < heic.length; at += 37) {
      const broken = heic.slice();
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      lookIntoBoxes(broken);
      const pixels = await heicPixels(broken, libheif);
      expect(pixels === null || pixels.data.length === pixels.width * pixels.height * 4).toBe(true);
    }
  });
});

const quarters = async (): Promise<Sharp> => {
  const square = (background: string) =>
    sharp({ create: { width: 150, height: 200, channels: 3, background } })
      .png()
      .toBuffer();
  const parts = await Promise.all(['#d02020', '#20b040', '#2040d0', '#e0d020'].map(square));
  const composed = await sharp({ create: { width: 300, height: 400, channels: 3, background: '#fff' } })
    .composite(parts.map((input, index) => ({ input, left: (index % 2) * 150, top: Math.floor(index / 2) * 200 })))
    .png()
    .toBuffer();
  return sharp(composed);
};
const tiff = async (options: Parameters<Sharp['tiff']>[0]): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await quarters()).tiff(options).toBuffer());

describe('TIFF', () => {
  test.for([
    ['not packed', { compression: 'none' }],
    ['LZW', { compression: 'lzw', predictor: 'horizontal' }],
    ['deflate', { compression: 'deflate', predictor: 'horizontal' }],
    ['PackBits', { compression: 'packbits' }],
    ['JPEG', { compression: 'jpeg', quality: 80 }],
    ['tiles of deflate', { compression: 'deflate', tile: true, tileWidth: 64, tileHeight: 64 }],
    ['tiles of JPEG', { compression: 'jpeg', tile: true, tileWidth: 64, tileHeight: 64 }],
  ] as const)('%s', async ([, options]) => {
    const pixels = tiffPixels(await tiff(options));
    if (!pixels.ok) throw new Error(pixels.error.type);
    expect(pixels.value).toMatchObject({ width: 300, height: 400, orientation: 1 });
    expect(corners(pixels.value)).toEqual(UPRIGHT);
  });

  test('a grey scan, sixteen bits a colour, and how it is turned', async () => {
    const grey = await (await quarters()).greyscale().tiff({ compression: 'deflate' }).toBuffer();
    expect(tiffPixels(new Uint8Array(grey))).toMatchObject({ ok: true, value: { width: 300, height: 400 } });
    const deep = await (await quarters()).toColourspace('rgb16').tiff({ compression: 'lzw' }).toBuffer();
    const pixels = tiffPixels(new Uint8Array(deep));
    expect(pixels.ok && corners(pixels.value)).toEqual(UPRIGHT);
    const turned = await (await quarters()).withMetadata({ orientation: 6 }).tiff({ compression: 'none' }).toBuffer();
    expect(tiffPixels(new Uint8Array(turned))).toMatchObject({ value: { orientation: 6 } });
  });

  const entry = (file: Uint8Array<ArrayBuffer>, tag: number, value: number): Uint8Array<ArrayBuffer> => {
    const changed = file.slice();
    const view = new DataView(changed.buffer);
    const start = view.getUint32(4, true);
    for (let n = 0; n < view.getUint16(start, true); n += 1) {
      const at = start + 2 + n * 12;
      if (view.getUint16(at, true) === tag) view.setUint32(at + 8, value, true);
    }
    return changed;
  };

  test('sizes that lie are refused before they are believed', async () => {
    const plain = await tiff({ compression: 'none' });
    expect(tiffPixels(entry(plain, 256, 60_000))).toMatchObject({ ok: false });
    expect(tiffPixels(entry(entry(plain, 256, 20_000), 257, 20_000))).toEqual({
      ok: false,
      error: { type: 'PictureTooLarge' },
    });
    const tiled = await tiff({ compression: 'deflate', tile: true, tileWidth: 64, tileHeight: 64 });
    expect(tiffPixels(entry(entry(tiled, 322, 65_520), 323, 65_520))).toEqual({
      ok: false,
      error: { type: 'PictureTooLarge' },
    });
    // Its strips hold more lines than it claims: nothing is unpacked past them.
    const deflated = await tiff({ compression: 'deflate' });
    expect(tiffPixels(entry(deflated, 256, 30))).toMatchObject({ ok: true, value: { width: 30 } });
    const jpegs = await tiff({ compression: 'jpeg' });
    expect(tiffPixels(entry(jpegs, 256, 30))).toEqual({ ok: false, error: { type: 'FileDamaged' } });
  });

  test('one cut short, or with bytes flipped, is refused or decodes, and never throws', async () => {
    for (const options of [{ compression: 'lzw' }, { compression: 'deflate' }, { compression: 'jpeg' }] as const) {
      const whole = await tiff(options);
      for (const share of [0.01, 0.3, 0.9]) {
        expect(tiffPixels(whole.slice(0, Math.floor(whole.length * share)))).toMatchObject({ ok: false });
      }
      for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 60)) {
        const broken = whole.slice();
        broken[at] = (broken[at] ?? 0) ^ 0xff;
        const pixels = tiffPixels(broken);
        expect(!pixels.ok || pixels.value.data.length === pixels.value.width * pixels.value.height * 4).toBe(true);
      }
    }
  });

  test('a kind that is not read here is named so, not called damaged', async () => {
    // A fax in colours, the old JPEG, and a way of packing that nobody knows.
    for (const packing of [4, 6, 12_345])
      expect(tiffPixels(entry(await tiff({ compression: 'none' }), 259, packing))).toEqual({
        ok: false,
        error: { type: 'FileKindUnknown' },
      });
  });
});
