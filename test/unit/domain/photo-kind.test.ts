// What kind a photo is of, told by rule from measures and words.
import { describe, expect, test } from 'vitest';
import { photoKindOf, type PhotoText, type PhotoTraits } from '../../../domain/pictures/photo-kind.ts';

const PHOTO: PhotoTraits = { width: 4_032, height: 3_024, name: 'IMG_1.jpg', paper: 0.2, flat: 0.1, hasCamera: true };
const text = (words: string, more: Partial<PhotoText> = {}): PhotoText => ({
  text: words,
  words: words.split(/\s+/).filter((word) => word !== '').length,
  covered: 0.02,
  paper: null,
  ...more,
});
const LONG = 'one two three four five six seven eight nine ten '.repeat(4);

describe('the kind of a photo', () => {
  test.for([
    ['a room, whatever its walls look like', PHOTO, text('')],
    ['a white room', { ...PHOTO, paper: 0.7 }, text('')],
    ['a room with a sign in it', PHOTO, text('CAUTION WET PAINT')],
    ['a room before anything was read', PHOTO, null],
  ] as const)('%s', ([, traits, read]) => {
    expect(photoKindOf(traits, read)).toBe('room');
  });

  test('a receipt by what its words are, or by its shape where its sum was not found', () => {
    expect(photoKindOf(PHOTO, text(LONG, { paper: 'receipt' }))).toBe('receipt');
    expect(photoKindOf({ ...PHOTO, width: 800, height: 2_400 }, text(LONG))).toBe('receipt');
  });

  test('a plan by its scale or its words, on paper', () => {
    expect(photoKindOf({ ...PHOTO, paper: 0.9 }, text('Kitchen 1:50 Bath'))).toBe('plan');
    expect(photoKindOf({ ...PHOTO, paper: 0.9 }, text('GRUNDRISS EG'))).toBe('plan');
    expect(photoKindOf(PHOTO, text('Mix 1:50 with water'))).toBe('room');
  });

  test('a type plate by at least two things that only plates say', () => {
    expect(photoKindOf(PHOTO, text('Model VX-200 230 V 50 Hz 2.1 kW Made in Germany'))).toBe('label');
    const drawing = { ...PHOTO, flat: 0.9, hasCamera: false };
    expect(photoKindOf(drawing, text('Type KGN 39 E-Nr 4711 220 V 100 W FD 9905'))).toBe('label');
    expect(photoKindOf(PHOTO, text('Model railway club meets here on Monday'))).not.toBe('label');
  });

  test('a screenshot by its name, or drawn and in the shape of a screen; never what a camera took', () => {
    const screen = { ...PHOTO, width: 1_920, height: 1_080, flat: 0.9, hasCamera: false };
    expect(photoKindOf(screen, text(LONG))).toBe('screenshot');
    expect(photoKindOf({ ...screen, flat: 0.1, name: 'Screenshot 2026-03-01.png' }, text(''))).toBe('screenshot');
    expect(photoKindOf({ ...screen, hasCamera: true, name: 'Screenshot.png' }, text(''))).not.toBe('screenshot');
  });

  test('a page of words is something else', () => {
    expect(photoKindOf(PHOTO, text(LONG))).toBe('other');
  });
});
