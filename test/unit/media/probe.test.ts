// What a picture's bytes say before anything decodes them: its size, and whether all of it is there.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { probePicture } from '../../../src-renderer/workers/picture/probe.ts';
import { MAX_PIXELS } from '../../../src-renderer/workers/picture/sizes.ts';

const fixture = (name: string): Uint8Array =>
  readFileSync(path.join(import.meta.dirname, '../../fixtures/files', name));
const picture = (): Sharp =>
  sharp({
    create: {
      width: 640,
      height: 480,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 120, sigma: 40 },
    },
  });

const encoded: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'a baseline JPEG': () => picture().jpeg({ mozjpeg: false }).toBuffer(),
  'a progressive JPEG': () => picture().jpeg({ progressive: true }).toBuffer(),
  'a JPEG with an EXIF block': () =>
    picture()
      .jpeg()
      .withExif({ IFD0: { Copyright: 'x'.repeat(3_000) } })
      .toBuffer(),
  'a PNG': () => picture().png().toBuffer(),
  'a lossy WebP': () => picture().webp().toBuffer(),
  'a lossless WebP': () => picture().webp({ lossless: true }).toBuffer(),
  'a WebP with EXIF': () =>
    picture()
      .webp()
      .withExif({ IFD0: { Copyright: 'x' } })
      .toBuffer(),
  'a GIF': () =>
    sharp({ create: { width: 640, height: 480, channels: 3, background: '#b52' } })
      .gif()
      .toBuffer(),
  'an AVIF': () => picture().avif({ quality: 40, effort: 0 }).toBuffer(),
  'a TIFF': () => picture().tiff({ compression: 'lzw' }).toBuffer(),
  'a TIFF of tiles': () => picture().tiff({ compression: 'deflate', tile: true }).toBuffer(),
};

describe.each(Object.entries(encoded))('%s', (_name, make) => {
  test('says its size and that it is whole', async () => {
    expect(probePicture(await make())).toEqual({ width: 640, height: 480, whole: true });
  });
  test('is never whole when it was cut short, wherever', async () => {
    const bytes = await make();
    for (const share of [0.99, 0.75, 0.5, 0.25, 0.1]) {
      expect(probePicture(bytes.subarray(0, Math.floor(bytes.length * share)))?.whole).not.toBe(true);
    }
    expect(probePicture(bytes.subarray(0, bytes.length - 3))?.whole).not.toBe(true);
  });
});

test('bytes after the end of a JPEG do not matter: phones append videos and depth maps', async () => {
  const bytes = await picture().jpeg().toBuffer();
  expect(probePicture(Buffer.concat([bytes, Buffer.alloc(5_000, 7)]))?.whole).toBe(true);
});

test('the end of the small preview within a cut JPEG is not taken for the end of the picture', async () => {
  const preview = await sharp(await picture().toFormat('png').toBuffer())
    .resize(80)
    .jpeg()
    .toBuffer();
  const whole = await picture().jpeg().toBuffer();
  const length = Buffer.alloc(2);
  length.writeUInt16BE(preview.length + 2);
  // An APP1 block that carries a whole JPEG, then the picture, cut.
  const withPreview = Buffer.concat([
    whole.subarray(0, 2),
    Buffer.from([0xff, 0xe1]),
    length,
    preview,
    whole.subarray(2),
  ]);
  expect(probePicture(withPreview)).toEqual({ width: 640, height: 480, whole: true });
  expect(probePicture(withPreview.subarray(0, withPreview.length - 2_000))?.whole).toBe(false);
});

test('69 bytes that claim 400 megapixels are seen through without decoding', () => {
  const probe = probePicture(fixture('huge-claim.png'));
  expect((probe?.width ?? 0) * (probe?.height ?? 0)).toBeGreaterThan(MAX_PIXELS);
});

test('a GIF whose frame is larger than the screen it names is as large as that frame', async () => {
  const gif = Buffer.from(
    await sharp({ create: { width: 20, height: 20, channels: 3, background: '#b52' } })
      .gif()
      .toBuffer(),
  );
  const frame = gif.indexOf(Buffer.from([0x2c, 0, 0, 0, 0, 20, 0, 20, 0]));
  expect(frame).toBeGreaterThan(0);
  gif.writeUInt16LE(60_000, frame + 5);
  gif.writeUInt16LE(50_000, frame + 7);
  expect(probePicture(gif)).toEqual({ width: 60_000, height: 50_000, whole: true });
});

test('a HEIC says its size as stored, and whether its bytes are there', () => {
  const heic = fixture('photo-turned.heic');
  expect(probePicture(heic)).toEqual({ width: 400, height: 300, whole: true });
  for (const missing of [1, 500, 3_000]) {
    expect(probePicture(heic.subarray(0, heic.length - missing))?.whole).not.toBe(true);
  }
  // A thumbnail or a hidden picture that claims more than the photo counts as well.
  const lying = Buffer.from(heic);
  lying.writeUInt32BE(60_000, lying.indexOf('ispe') + 8);
  expect(probePicture(lying)?.width).toBe(60_000);
});

test('what is no picture is none', () => {
  for (const name of ['text.jpg', 'program.png', 'empty.jpg', 'two-pages.pdf'])
    expect(probePicture(fixture(name))).toBeNull();
  expect(probePicture(fixture('truncated.jpg'))?.whole).toBe(false);
});
