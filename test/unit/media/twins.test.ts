// Which photos are one picture that is here twice: copies of copies are found, other pictures and other days are not.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { greyOf, LIKENESS_SIZE, likenessOf } from '../../../domain/pictures/look.ts';
import { areTwins, twinsOf, type Copy } from '../../../domain/pictures/twins.ts';

const SAMPLE = path.resolve(import.meta.dirname, '../../../src-renderer/public/sample');
const DAY = 24 * 3_600_000;
const nobody = (): boolean => false;

const copy = (key: string, more: Partial<Copy> = {}): Copy => ({
  key,
  space: 'private',
  sha: key,
  likeness: '00ff00ff00ff00ff',
  turned: [],
  ratio: 4 / 3,
  taken: null,
  ...more,
});

const copyOf = async (key: string, picture: Sharp): Promise<Copy> => {
  const { width, height } = await picture.metadata();
  // Made small once, as the media worker does it: each turn of the whole picture would take seconds.
  const small = sharp(await picture.clone().resize(512).png().toBuffer());
  const [likeness = '', ...turned] = await Promise.all([0, 90, 180, 270].map((turn) => likenessAt(small, turn)));
  return copy(key, { likeness, turned, ratio: width / height });
};

const likenessAt = async (picture: Sharp, turn: number): Promise<string> => {
  const data = await sharp(await picture.clone().rotate(turn).png().toBuffer())
    .resize({ ...LIKENESS_SIZE, fit: 'fill' })
    .ensureAlpha()
    .raw()
    .toBuffer();
  return likenessOf(greyOf({ ...LIKENESS_SIZE, data }));
};

const named = (name: string): Sharp => sharp(path.join(SAMPLE, name));

describe('pictures of the sample', () => {
  const names = readdirSync(SAMPLE).filter((name) => name.endsWith('.jpg'));
  /** Each as it is, by its name. */
  let copies: readonly Copy[] = [];
  beforeAll(async () => {
    copies = await Promise.all(names.map((name) => copyOf(name, named(name))));
  });

  test('no two of them are one, three receipts included', () => {
    expect(copies.length).toBeGreaterThan(12);
    expect(twinsOf(copies, nobody)).toEqual([]);
  });

  const photos = names.filter((name) => /^\d/.test(name));

  test.each(photos)('%s saved smaller, by a messenger, or lit otherwise is one', async (name) => {
    const first = copies.find(({ key }) => key === name);
    if (first === undefined) throw new Error('no sample');
    const smaller = sharp(await named(name).resize(800).jpeg({ quality: 40 }).toBuffer());
    const lighter = sharp(await named(name).modulate({ brightness: 1.1 }).toBuffer());
    for (const again of [smaller, lighter]) expect(areTwins(first, await copyOf('second', again))).toBe(true);
  });

  test.each([90, 180, 270])('saved turned by %i degrees each is one with itself and with no other', async (turn) => {
    const turned = await Promise.all(
      photos.map(async (name) =>
        copyOf(`turned ${name}`, sharp(await named(name).rotate(turn).resize(900).toBuffer())),
      ),
    );
    expect(twinsOf([...copies, ...turned], nobody)).toEqual(
      photos.map((name) => ({ first: name, second: `turned ${name}` })),
    );
    // It is enough that the turns of one of the two are known.
    const [first, second] = [copies[0], turned[0]];
    if (first === undefined || second === undefined) throw new Error('no sample');
    expect(areTwins({ ...first, turned: [] }, second)).toBe(true);
    expect(areTwins(first, { ...second, turned: [] })).toBe(true);
    expect(areTwins({ ...first, turned: [] }, { ...second, turned: [] })).toBe(false);
  });
});

describe('twins', () => {
  test('the same bytes are, whatever they look like; what different people see is not', () => {
    expect(areTwins(copy('a', { sha: 's', likeness: null }), copy('b', { sha: 's', likeness: null }))).toBe(true);
    expect(areTwins(copy('a', { sha: 's' }), copy('b', { sha: 's', space: 'journey' }))).toBe(false);
  });

  test('one view on two days is before and after; a wall without anything on it says nothing', () => {
    expect(areTwins(copy('a', { taken: 0 }), copy('b', { taken: DAY }))).toBe(false);
    expect(areTwins(copy('a', { taken: 0 }), copy('b', { taken: 60_000 }))).toBe(true);
    expect(areTwins(copy('a', { taken: 0 }), copy('b'))).toBe(true);
    const wall = { likeness: '0000000000000001' };
    expect(areTwins(copy('a', wall), copy('b', wall))).toBe(false);
    expect(areTwins(copy('a'), copy('b', { ratio: 3 / 4 }))).toBe(false);
  });

  test('each is found with the first of its kind, wherever its bits differ, and not when a person said they are two', () => {
    const off = ['00ff00ff00ff00fe', '80ff00ff00ff00ff', '00ff01ff03ff00fd', '00ff00ff10ff0ff0'];
    const copies = [copy('a'), ...off.map((likeness, at) => copy(`b${at}`, { likeness }))];
    expect(twinsOf(copies, nobody)).toEqual([
      { first: 'a', second: 'b0' },
      { first: 'a', second: 'b1' },
      { first: 'a', second: 'b2' },
    ]);
    expect(twinsOf(copies.slice(0, 2), (a, b) => a === 'a' && b === 'b0')).toEqual([]);
  });
});
