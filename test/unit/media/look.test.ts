// How a photo looks, from its pixels: light, sharpness and likeness, told of the photos of the sample kitchen.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import {
  complaintOf,
  greyOf,
  LIKENESS_SIZE,
  lightOf,
  likeness,
  likenessDistance,
  likenessOf,
  SHARPNESS_SIDE,
  sharpnessOf,
  type Pixels,
} from '../../../domain/pictures/look.ts';

const SAMPLE = path.resolve(import.meta.dirname, '../../../src-renderer/public/sample');
const pictures = readdirSync(SAMPLE).filter((name) => name.endsWith('.jpg'));
const rooms = pictures.filter((name) => /^\d/.test(name));

const pixelsOf = async (picture: Sharp, how: Parameters<Sharp['resize']>[0]): Promise<Pixels> => {
  const { data, info } = await picture.clone().resize(how).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
};

const lookOf = async (picture: Sharp) => {
  const small = await pixelsOf(picture, { width: SHARPNESS_SIDE, height: SHARPNESS_SIDE, fit: 'inside' });
  const grey = greyOf(small);
  const tiny = await pixelsOf(picture, { ...LIKENESS_SIZE, fit: 'fill' });
  return { sharpness: sharpnessOf(grey, small), light: lightOf(grey), likeness: likenessOf(greyOf(tiny)) };
};

/** A picture after something was done to it; sharp does some things in an order of its own unless they are apart. */
const after = async (name: string, change: (picture: Sharp) => Sharp): Promise<Sharp> =>
  sharp(await change(sharp(path.join(SAMPLE, name))).toBuffer());

describe.each(pictures)('%s', (name) => {
  test('is fine as it is, and blurred or dark when it was made so', async () => {
    expect(complaintOf(await lookOf(await after(name, (picture) => picture)))).toBeNull();
    const { width } = await sharp(path.join(SAMPLE, name)).metadata();
    expect(complaintOf(await lookOf(await after(name, (picture) => picture.blur(width * 0.01))))).toBe('blurred');
    expect(complaintOf(await lookOf(await after(name, (picture) => picture.linear(0.12, 0))))).toBe('dark');
  });
});

// What is written stays legible when all around it is burnt out.
test.each(rooms.filter((name) => !name.includes('plate')))('%s is burnt out when it was made so', async (name) => {
  expect(complaintOf(await lookOf(await after(name, (picture) => picture.linear(0.1, 240))))).toBe('bright');
});

test('a picture that was saved smaller and brighter is the same, another room is not', async () => {
  const looks = await Promise.all(rooms.map(async (name) => lookOf(await after(name, (picture) => picture))));
  for (const [at, name] of rooms.entries()) {
    const again = await lookOf(
      await after(name, (picture) => picture.resize(700).modulate({ brightness: 1.15 }).jpeg({ quality: 50 })),
    );
    const how = looks.map((look) => likeness(look.likeness, again.likeness));
    expect(how[at]).toBe('same');
    expect(how.filter((each) => each === 'same')).toHaveLength(1);
  }
});

test('the fingerprint is 64 bits, and counts those that differ', () => {
  const rising = Uint8Array.from({ length: 72 }, (_, at) => at % 9);
  expect(likenessOf(rising)).toBe('0000000000000000');
  expect(likenessOf(rising.toReversed())).toBe('ffffffffffffffff');
  expect(likenessDistance('0000000000000000', 'ffffffffffffffff')).toBe(64);
  expect(likenessDistance('8000000000000001', '0000000000000001')).toBe(1);
  expect(likeness('0000000000000000', '000000000000001f')).toBe('same');
  expect(likeness('0000000000000000', '0000000000000fff')).toBe('view');
  expect(likeness('0000000000000000', '0000000000001fff')).toBeNull();
});

test('nothing is lost on a picture too small to measure', () => {
  const dot = { width: 1, height: 1, data: Uint8ClampedArray.of(200, 200, 200, 255) };
  expect(sharpnessOf(greyOf(dot), dot)).toBe(0);
  expect(lightOf(greyOf(dot))).toBe('good');
});
