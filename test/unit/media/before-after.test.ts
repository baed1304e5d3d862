// Pairs of before and after are proposed by likeness and by the state of their step, laid over each other, and cropped alike.
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { ALIGN_WIDTH, alignmentOf, STRAIGHT, type Grey } from '../../../domain/pictures/align.ts';
import { proposePairs, type Shot } from '../../../domain/pictures/before-after.ts';
import { commonView, type Crop } from '../../../domain/pictures/common-view.ts';
import { greyOf } from '../../../domain/pictures/look.ts';
import { seriesView } from '../../../domain/pictures/series-view.ts';
import { stepForPhoto } from '../../../domain/pictures/step-for-photo.ts';
import { pointOf, pointShown, quarterOn, shownSize } from '../../../domain/pictures/turned.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { aRecord, JOURNEY } from '../../support/records.ts';

const SAMPLE = path.resolve(import.meta.dirname, '../../../src-renderer/public/sample');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const nobody = (): boolean => false;

/** `off` bits differ from one fingerprint that all share. */
const shot = (key: string, at: number, off: number | null, step = ''): Shot => ({
  key,
  at,
  step,
  likeness: off === null ? null : ((1n << BigInt(off)) - 1n).toString(16).padStart(16, '0'),
});

describe('proposed pairs', () => {
  test('the same view on two days; the closest of those before; nothing within one visit', () => {
    const shots = [shot('a', 0, 0), shot('b', DAY, 9), shot('c', 2 * DAY, 10), shot('d', 2 * DAY + HOUR, 10)];
    expect(proposePairs(shots, [], nobody)).toEqual([
      { before: 'a', after: 'b', why: 'view' },
      { before: 'b', after: 'c', why: 'view' },
      { before: 'b', after: 'd', why: 'view' },
    ]);
    expect(proposePairs([shot('a', 0, 0), shot('b', DAY, 13)], [], nobody)).toEqual([]);
    expect(proposePairs([shot('a', 0, null), shot('b', DAY, null)], [], nobody)).toEqual([]);
  });

  test('what a person has judged is not proposed again, the next best is', () => {
    const shots = [shot('a', 0, 0), shot('b', DAY, 4), shot('c', 2 * DAY, 4)];
    const isSaid = (a: string, b: string): boolean => a === 'b' && b === 'c';
    expect(proposePairs(shots, [], isSaid)).toContainEqual({ before: 'a', after: 'c', why: 'view' });
  });

  test('photos of a step from before it began and since it was done, though they look less alike', () => {
    const work = { step: 's', startedAt: DAY, finishedAt: 5 * DAY };
    const before = [shot('wall', 0, 0, 's'), shot('floor', 1, 40, 's')];
    const during = shot('mess', 2 * DAY, 20, 's');
    const after = [shot('wall done', 6 * DAY, 18, 's'), shot('elsewhere', 6 * DAY, 0, 't')];
    const proposed = proposePairs([...before, during, ...after], [work], nobody).filter(({ why }) => why === 'step');
    expect(proposed).toEqual([{ before: 'wall', after: 'wall done', why: 'step' }]);
    expect(proposePairs([...before, ...after], [{ ...work, finishedAt: null }], nobody)).not.toContainEqual(
      expect.objectContaining({ why: 'step' }),
    );
  });

  test('the only one before and the only one after belong together, whatever they look like', () => {
    const work = { step: 's', startedAt: DAY, finishedAt: 5 * DAY };
    const shots = [shot('old', 0, null, 's'), shot('new', 6 * DAY, null, 's')];
    expect(proposePairs(shots, [work], nobody)).toEqual([{ before: 'old', after: 'new', why: 'step' }]);
  });
});

describe('the step a photo could belong to', () => {
  const step = (id: string, startedAt: number | null, finishedAt: number | null, state = 'done') =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only what is asked of it
    aRecord({ id, body: { startedAt, finishedAt, state } }) as unknown as RecordOf<'step'>;
  const key = (id: string): string => `${JOURNEY}|${id}`;
  const steps = [
    step('step_1', DAY, 5 * DAY),
    step('step_2', 4 * DAY, 9 * DAY),
    step('step_3', 20 * DAY, null, 'doing'),
    step('step_4', null, null, 'todo'),
  ];
  const asked = (of: Shot, shots: readonly Shot[] = [], dated = true) => stepForPhoto(of, dated, { steps, shots });

  test('the one that was worked on when it was taken, of two the one that began last, or until the next morning', () => {
    expect(asked(shot('a', 2 * DAY, null))).toEqual({ step: key('step_1'), why: 'date' });
    expect(asked(shot('a', 4.5 * DAY, null))).toEqual({ step: key('step_2'), why: 'date' });
    expect(asked(shot('a', 9 * DAY + 10 * HOUR, null))).toEqual({ step: key('step_2'), why: 'date' });
    expect(asked(shot('a', 40 * DAY, null))).toEqual({ step: key('step_3'), why: 'date' });
    expect(asked(shot('a', 12 * DAY, null))).toBeNull();
  });

  test('without a date the one of a photo of the same view; nothing for one that hangs somewhere', () => {
    const others = [shot('b', 0, 4, key('step_1')), shot('c', 0, 9, key('step_2')), shot('d', 0, 0)];
    expect(asked(shot('a', 2 * DAY, 8), others, false)).toEqual({ step: key('step_2'), why: 'view' });
    expect(asked(shot('a', 2 * DAY, 40), others, false)).toBeNull();
    expect(asked(shot('a', 2 * DAY, 8, key('step_1')), others)).toBeNull();
    expect(asked(shot('a', 0, 8), [shot('b', 0, 8, key('step_gone'))], false)).toBeNull();
  });
});

const greyPart = async (
  picture: Sharp,
  part: { left: number; top: number; width: number; height: number },
): Promise<Grey> => {
  const height = Math.round((ALIGN_WIDTH * part.height) / part.width);
  const size = { width: ALIGN_WIDTH, height };
  const { data } = await picture
    .clone()
    .extract(part)
    .resize({ ...size, fit: 'fill' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { ...size, data: greyOf({ ...size, data }) };
};

describe('laid over each other', () => {
  test('a picture taken a little aside, nearer and in other light is laid where it belongs', async () => {
    const picture = sharp(path.join(SAMPLE, '04-plumbing.jpg'));
    const { width, height } = await picture.metadata();
    const part = (left: number, top: number, size: number) => ({
      left: Math.round(left * width),
      top: Math.round(top * height),
      width: Math.round(size * width),
      height: Math.round(size * height),
    });
    const before = await greyPart(picture, part(0.1, 0.1, 0.8));
    const after = await greyPart(picture.clone().linear(0.7, 30), part(0.16, 0.12, 0.7));
    const { x, y, scale } = alignmentOf(before, after);
    // Middles are (0.51, 0.47) and (0.5, 0.5) of the picture, and the second is 0.7 as wide as the first is 0.8.
    expect(scale).toBeCloseTo(0.7 / 0.8, 1);
    expect(x).toBeCloseTo((0.51 - 0.5) / 0.8, 1);
    expect(y).toBeCloseTo((0.47 - 0.5) / 0.8, 1);
    expect(Math.abs(x - 0.0125)).toBeLessThan(0.02);
    expect(Math.abs(y + 0.0375)).toBeLessThan(0.02);
  });

  test('two pictures of different things are left as they are, and so are two that are alike', async () => {
    const all = { left: 0, top: 0, width: 900, height: 640 };
    const one = await greyPart(sharp(path.join(SAMPLE, '04-plumbing.jpg')), all);
    const other = await greyPart(sharp(path.join(SAMPLE, '10-oven-plate.jpg')), all);
    expect(alignmentOf(one, other)).toEqual(STRAIGHT);
    expect(alignmentOf(one, one)).toEqual(STRAIGHT);
  });
});

describe('the common view', () => {
  const wide = { width: 400, height: 300 };
  test('is all of both when they are of one shape', () => {
    const whole = { left: 0, top: 0, width: 1, height: 1 };
    expect(commonView(wide, wide, STRAIGHT)).toEqual({ before: whole, after: whole, ratio: 4 / 3 });
  });

  test('of a wide and a tall one is wide, and shows both at one scale', () => {
    const { before, after, ratio } = commonView(wide, { width: 300, height: 400 }, STRAIGHT);
    expect(before).toEqual({ left: 0, top: 0, width: 1, height: 1 });
    expect(after.width).toBeCloseTo(1);
    expect((300 * after.width) / (400 * after.height)).toBeCloseTo(ratio);
  });

  test('leaves out what only one of them shows, and keeps both undistorted', () => {
    const tall = { width: 333, height: 500 };
    for (const align of [
      { x: 0.1, y: -0.05, scale: 0.9 },
      { x: -0.2, y: 0.1, scale: 1.2 },
    ]) {
      const { before, after, ratio } = commonView(wide, tall, align);
      for (const crop of [before, after]) {
        expect(crop.left).toBeGreaterThanOrEqual(-1e-9);
        expect(crop.top).toBeGreaterThanOrEqual(-1e-9);
        expect(crop.left + crop.width).toBeLessThanOrEqual(1 + 1e-9);
        expect(crop.top + crop.height).toBeLessThanOrEqual(1 + 1e-9);
      }
      expect((400 * before.width) / (300 * before.height)).toBeCloseTo(ratio);
      expect((333 * after.width) / (500 * after.height)).toBeCloseTo(ratio);
    }
  });
});

test('a turned picture: its size as shown, and each point there and back', () => {
  expect(shownSize({ width: 4, height: 3, turn: 90 })).toEqual({ width: 3, height: 4 });
  expect(shownSize({ width: 4, height: 3 })).toEqual({ width: 4, height: 3 });
  const corner = { x: 0.1, y: 0.2 };
  expect(pointShown(corner, 90)).toEqual({ x: 0.8, y: 0.1 });
  for (const turn of [0, 90, 180, 270] as const) {
    const { x, y } = pointOf(pointShown(corner, turn), turn);
    expect(x).toBeCloseTo(corner.x);
    expect(y).toBeCloseTo(corner.y);
    expect(quarterOn(quarterOn(quarterOn(quarterOn(turn))))).toBe(turn);
  }
});

describe('a place over time', () => {
  const size = { width: 400, height: 300 };
  const pictures = ['a', 'b', 'c'].map((id) => ({ id, width: 400, height: 300 }));
  /** Where in a picture the middle of the crop lies. */
  const middle = (crop: Crop | undefined) => [
    (crop?.left ?? 0) + (crop?.width ?? 0) / 2,
    (crop?.top ?? 0) + (crop?.height ?? 0) / 2,
  ];

  test('each is laid over the first through the pairs between them, whichever of a pair is known first', () => {
    const links = [
      // b lies 40 px to the right of a; b is laid over c, and lies 20 px lower and at half of c's size there.
      { before: 'a', after: 'b', align: { x: 0.1, y: 0, scale: 1 } },
      { before: 'c', after: 'b', align: { x: 0, y: 20 / 300, scale: 1.25 } },
    ];
    const { crops, ratio } = seriesView(pictures, links);
    // A point of a, its place in b, and in c by way of b.
    const [a, b, c] = ['a', 'b', 'c'].map((id) => crops.get(id));
    const inA = middle(a).map((at, axis) => (at - 0.5) * (axis === 0 ? 400 : 300));
    const inB = middle(b).map((at, axis) => (at - 0.5) * (axis === 0 ? 400 : 300));
    const inC = middle(c).map((at, axis) => (at - 0.5) * (axis === 0 ? 400 : 300));
    expect(inA[0]).toBeCloseTo((inB[0] ?? 0) + 40, 6);
    expect(inA[1]).toBeCloseTo(inB[1] ?? 0, 6);
    expect(inC[0]).toBeCloseTo((inB[0] ?? 0) * 1.25, 6);
    expect(inC[1]).toBeCloseTo((inB[1] ?? 0) * 1.25 + 20, 6);
    // Each crop has the shape that all are shown in, and none reaches over its picture's edge.
    for (const crop of [a, b, c]) {
      if (crop === undefined) throw new Error('not cropped');
      expect((crop.width * 400) / (crop.height * 300)).toBeCloseTo(ratio, 6);
      expect(Math.min(crop.left, crop.top, 1 - crop.left - crop.width, 1 - crop.top - crop.height)).toBeGreaterThan(
        -1e-9,
      );
    }
  });

  test('two are cropped as the slider crops them', () => {
    const align = { x: 0.08, y: -0.03, scale: 1.1 };
    const upright = { id: 'b', width: 300, height: 400 };
    const { crops, ratio } = seriesView([{ id: 'a', ...size }, upright], [{ before: 'a', after: 'b', align }]);
    const view = commonView(size, upright, align);
    expect(ratio).toBeCloseTo(view.ratio, 9);
    for (const side of ['left', 'top', 'width', 'height'] as const) {
      expect(crops.get('a')?.[side]).toBeCloseTo(view.before[side], 9);
      expect(crops.get('b')?.[side]).toBeCloseTo(view.after[side], 9);
    }
  });

  test('one that no pair leads to, or that shows hardly anything of it, covers the first', () => {
    const far = { before: 'a', after: 'b', align: { x: 0.9, y: 0, scale: 1 } };
    for (const links of [[], [far]]) {
      const { crops, ratio } = seriesView(pictures, links);
      expect(ratio).toBeCloseTo(4 / 3, 9);
      for (const { id } of pictures) expect(crops.get(id)).toEqual({ left: 0, top: 0, width: 1, height: 1 });
    }
    expect(seriesView([], [])).toEqual({ crops: new Map(), ratio: 1 });
  });
});
