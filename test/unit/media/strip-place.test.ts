// What a picture says beside its pixels is left out before people outside the family get it; what it looks like stays.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gps, parse } from 'exifr/dist/full.esm.mjs';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { orientationOf, tiffOf } from '../../../src-renderer/workers/picture/tiff-orientation.ts';
import { withoutMetadata } from '../../../src-renderer/workers/picture/strip-place.ts';

const fixture = (name: string): Buffer => readFileSync(path.join(import.meta.dirname, '../../fixtures/files', name));
/** Stands in every text of these pictures: found in the outcome, something was left. */
const SECRET = 'HOLZWEG27';
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="52,31.3N" exif:GPSLongitude="13,24.8E"><rdf:li>${SECRET}</rdf:li></rdf:Description></rdf:RDF></x:xmpmeta>`;

const plain = (): Sharp => sharp(fixture('picture.png')).resize(60, 80);
const withAll = (picture: Sharp, orientation = 1): Sharp =>
  picture
    .withMetadata({ orientation })
    .withExif({
      IFD0: { ImageDescription: SECRET },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '52/1 31/1 18/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '13/1 24/1 47/1',
      },
    })
    .withXmp(XMP);

const stripped = (bytes: Uint8Array): Buffer => {
  const result = withoutMetadata(bytes);
  if (!result.ok) throw new Error(result.error.type);
  if (result.value === null) throw new Error('nothing was taken out');
  return Buffer.from(result.value);
};
const pixels = (bytes: Uint8Array): Promise<Buffer> => sharp(bytes, { animated: true }).ensureAlpha().raw().toBuffer();
const says = (bytes: Uint8Array): boolean => /HOLZWEG27|GPSLatitude/.test(Buffer.from(bytes).toString('latin1'));

const expectClean = async (bytes: Uint8Array): Promise<Buffer> => {
  const clean = stripped(bytes);
  expect(says(clean)).toBe(false);
  expect((await pixels(clean)).equals(await pixels(bytes))).toBe(true);
  // What was stripped has nothing left to strip.
  expect(withoutMetadata(clean)).toEqual({ ok: true, value: null });
  return clean;
};

/** A JPEG segment after the first two bytes. */
const withSegment = (jpeg: Buffer, marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)]);
};
const withChunk = async (png: Buffer, name: string, data: Buffer): Promise<Buffer> => {
  const { crc32 } = await import('node:zlib');
  const named = Buffer.concat([Buffer.from(name), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([png.subarray(0, 33), ends.subarray(0, 4), named, ends.subarray(4), png.subarray(33)]);
};

describe('a JPEG', () => {
  test('loses EXIF with GPS and XMP', async () => {
    const bytes = await withAll(plain().jpeg()).toBuffer();
    expect(await gps(bytes)).toBeDefined();
    expect(says(bytes)).toBe(true);
    expect(await gps(await expectClean(bytes))).toBeUndefined();
  });

  test('of the fixtures loses its place and its time, and stands upright as before', async () => {
    const bytes = fixture('photo-orientation-6.jpg');
    expect(await gps(bytes)).toBeDefined();
    const clean = await expectClean(bytes);
    expect(await gps(clean)).toBeUndefined();
    expect(await parse(clean, { pick: ['DateTimeOriginal', 'Make', 'Model'], reviveValues: false })).toBeUndefined();
    expect((await sharp(clean).metadata()).orientation).toBe(6);
  });

  const segments: readonly (readonly [string, number, Buffer])[] = [
    ['IPTC', 0xed, Buffer.from(`Photoshop 3.0\0 8BIM\x04\x04\0\0\0\0\0\x0e\x1c\x02\x5a\0\x09${SECRET}`, 'latin1')],
    ['extended XMP', 0xe1, Buffer.from(`http://ns.adobe.com/xmp/extension/\0${SECRET}`)],
    ['a table of further pictures', 0xe2, Buffer.from(`MPF\0${SECRET}`)],
    ['a small second picture', 0xe0, Buffer.from(`JFXX\0${SECRET}`)],
    ['provenance', 0xeb, Buffer.from(`JP\0\x01${SECRET}`)],
    ['a comment', 0xfe, Buffer.from(SECRET)],
  ];
  test.each(segments)('loses %s', async (_name, marker, data) => {
    await expectClean(withSegment(await plain().jpeg().toBuffer(), marker, data));
    await expectClean(withSegment(await plain().jpeg({ progressive: true }).toBuffer(), marker, data));
  });

  test('loses what lies behind its end, and between its segments', async () => {
    const bytes = await plain().jpeg().toBuffer();
    const second = await withAll(plain().jpeg()).toBuffer();
    await expectClean(Buffer.concat([bytes, second]));
    const first = 4 + bytes.readUInt16BE(4);
    const between = Buffer.concat([bytes.subarray(0, first), Buffer.from(SECRET), bytes.subarray(first)]);
    expect(stripped(between).equals(bytes)).toBe(true);
  });

  test('keeps its colour profile', async () => {
    const bytes = await withAll(plain().jpeg()).withIccProfile('p3').toBuffer();
    const clean = await expectClean(bytes);
    expect((await sharp(clean).metadata()).icc).toEqual((await sharp(bytes).metadata()).icc);
  });

  test('that says nothing goes as it is', async () => {
    expect(withoutMetadata(await plain().jpeg().toBuffer())).toEqual({ ok: true, value: null });
    expect(withoutMetadata(await plain().jpeg({ progressive: true }).toBuffer())).toEqual({ ok: true, value: null });
  });
});

describe('a PNG', () => {
  test('loses EXIF and XMP', async () => {
    const bytes = await withAll(plain().png()).toBuffer();
    expect(says(bytes)).toBe(true);
    expect(await gps(await expectClean(bytes))).toBeUndefined();
  });
  test.each(['tEXt', 'zTXt', 'iTXt', 'tIME', 'prVt'])('loses %s', async (name) => {
    const bytes = await plain().png().toBuffer();
    await expectClean(await withChunk(bytes, name, Buffer.from(`Comment\0${SECRET}`)));
  });
  test('loses what lies behind its end; the way up stays', async () => {
    await expectClean(Buffer.concat([await plain().png().toBuffer(), Buffer.from(SECRET)]));
    const turned = await withChunk(await plain().png().toBuffer(), 'eXIf', Buffer.from([...tiffOf(8), 1, 2, 3]));
    expect((await sharp(await expectClean(turned)).metadata()).orientation).toBe(8);
  });
  test('that says nothing goes as it is', () => {
    expect(withoutMetadata(fixture('picture.png'))).toEqual({ ok: true, value: null });
  });
});

describe('a WebP', () => {
  const kinds = { lossy: {}, lossless: { lossless: true } };
  test.each(Object.entries(kinds))('%s loses EXIF and XMP and keeps its way up', async (_name, options) => {
    const bytes = await withAll(plain().webp(options), 6).toBuffer();
    expect(says(bytes)).toBe(true);
    const clean = await expectClean(bytes);
    expect((await sharp(clean).metadata()).orientation).toBe(6);
  });
  test('that moves keeps its frames', async () => {
    const frames = [fixture('picture.png'), await plain().negate().resize(300, 400).png().toBuffer()];
    const bytes = await sharp(frames, { join: { animated: true } })
      .webp()
      .withXmp(XMP)
      .toBuffer();
    expect(says(bytes)).toBe(true);
    expect((await sharp(await expectClean(bytes)).metadata()).pages).toBe(2);
  });
  test('loses what lies behind its end; one that says nothing goes as it is', async () => {
    await expectClean(Buffer.concat([fixture('picture.webp'), Buffer.from(SECRET)]));
    expect(withoutMetadata(fixture('picture.webp'))).toEqual({ ok: true, value: null });
  });
});

test('a GIF loses comments, XMP and what lies behind its end; its frames and their loop stay', async () => {
  const frames = [fixture('picture.png'), await plain().negate().resize(300, 400).png().toBuffer()];
  const bytes = await sharp(frames, { join: { animated: true } })
    .gif({ loop: 3 })
    .toBuffer();
  expect(withoutMetadata(bytes)).toEqual({ ok: true, value: null });
  const trailer = bytes.length - 1;
  const comment = Buffer.from([0x21, 0xfe, SECRET.length, ...Buffer.from(SECRET), 0]);
  // XMP lies in a GIF as it is; a tail of falling numbers leads any reader of blocks to the end of it.
  const tail = [1, ...Array.from({ length: 256 }, (_, n) => 255 - n), 0];
  const xmp = Buffer.from([0x21, 0xff, 11, ...Buffer.from(`XMP DataXMP${XMP}`), ...tail]);
  const all = Buffer.concat([bytes.subarray(0, trailer), comment, xmp, Buffer.from([0x3b]), Buffer.from(SECRET)]);
  const clean = stripped(all);
  expect([says(all), says(clean), clean.equals(bytes)]).toEqual([true, false, true]);
  expect(await sharp(clean).metadata()).toMatchObject({ pages: 2, loop: 3 });
});

test('what can’t be followed to its end is damaged, never shared as it is', async () => {
  const whole = [
    await withAll(plain().jpeg()).toBuffer(),
    await withAll(plain().png()).toBuffer(),
    await withAll(plain().webp()).toBuffer(),
    await plain().gif().toBuffer(),
  ];
  const cut = whole.flatMap((bytes) => [0.2, 0.6, 0.95].map((part) => bytes.subarray(0, bytes.length * part)));
  const strange = [fixture('text.jpg'), fixture('empty.jpg'), fixture('two-pages.pdf'), fixture('truncated.jpg')];
  for (const bytes of [...cut, ...strange])
    expect(withoutMetadata(bytes)).toEqual({ ok: false, error: { type: 'FileDamaged' } });
});

test('the orientation is read in both byte orders, and nonsense counts as upright', () => {
  for (let way = 1; way <= 8; way += 1) expect(orientationOf(tiffOf(way))).toBe(way);
  const little = [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0];
  expect(orientationOf(Uint8Array.from(little))).toBe(3);
  expect(orientationOf(tiffOf(9))).toBe(1);
  expect(orientationOf(Uint8Array.from([...little.slice(0, 4), 0xff, 0xff, 0xff, 0x7f, 1, 0, 0, 0, 0, 0]))).toBe(1);
  expect(orientationOf(new Uint8Array(3))).toBe(1);
});
