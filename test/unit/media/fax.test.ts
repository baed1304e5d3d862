// TIFFs as fax machines and office scanners make them: packed by Group 3 and 4, in inks, of several pages, and what a hostile one can make of that.
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { withoutPlace } from '../../../src-renderer/workers/picture/strip-place.ts';
import { tiffPageCount } from '../../../src-renderer/workers/picture/tiff-page.ts';
import { tiffPixels } from '../../../src-renderer/workers/picture/tiff-pixels.ts';
import { unpackFax, type FaxLayout } from '../../../src-renderer/workers/picture/unpack-fax.ts';
import { joinTiffs } from '../../support/join-tiffs.ts';

/** A white page with a black frame, letters of a kind, and slanted lines, which use every mode of coding. */
const page = (mark: number): Sharp =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="301" height="203"><rect width="100%" height="100%" fill="#fff"/><rect x="0" y="40" width="40" height="20"/><g stroke="#000" fill="none" stroke-width="3"><rect x="20" y="10" width="260" height="180"/><path d="M20 190L280 ${10 + mark * 20}M60 10V190M61 60h200"/><circle cx="150" cy="100" r="${20 + mark * 10}"/></g></svg>`,
    ),
  )
    .removeAlpha()
    .greyscale()
    .threshold(128);
const fax = async (mark = 1): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await page(mark).toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer());
/** Of each pixel its shade, 0 or 255. */
const shades = (data: Uint8ClampedArray): readonly number[] => Array.from(data).filter((_, at) => at % 4 === 0);

describe('Group 4', () => {
  test('is read to the pixel, whichever bit comes first', async () => {
    const pixels = tiffPixels(await fax());
    if (!pixels.ok) throw new Error(pixels.error.type);
    const { data } = await page(1).raw().toBuffer({ resolveWithObject: true });
    expect(pixels.value).toMatchObject({ width: 301, height: 203 });
    expect(shades(pixels.value.data)).toEqual([...data]);
  });

  test('cut short or with bytes flipped it is refused or decodes, and never throws or goes on for ever', async () => {
    const whole = await fax();
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 120)) {
      const broken = whole.slice();
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      const pixels = tiffPixels(broken);
      expect(!pixels.ok || pixels.value.data.length === pixels.value.width * pixels.value.height * 4).toBe(true);
    }
  });
});

describe('coded by hand', () => {
  const bytesOf = (bits: string, lowFirst = false): Uint8Array =>
    Uint8Array.from(bits.replaceAll(' ', '').match(/.{1,8}/g) ?? [], (eight) => {
      const padded = eight.padEnd(8, '0');
      return Number.parseInt(lowFirst ? padded.split('').toReversed().join('') : padded, 2);
    });
  const EOL = '000000000001';
  // White 4, black 4, white 8; then all white.
  const [STRIPES, WHITE] = ['1011 011 10011', '101010'];
  const layout: FaxLayout = { width: 16, rows: 2, compression: 2, twoDimensional: false, lowFirst: false };
  const unpack = (bits: string, more: Partial<FaxLayout>): readonly number[] => [
    ...unpackFax(bytesOf(bits, more.lowFirst), { ...layout, ...more }),
  ];
  const SEEN = [0b0000_1111, 0, 0, 0];

  test('Huffman by line begins each line at a byte', () => {
    expect(unpack(`${STRIPES} 0000 ${WHITE} 00`, {})).toEqual(SEEN);
    expect(unpack(`${STRIPES} 0000 ${WHITE} 00`, { lowFirst: true })).toEqual(SEEN);
  });

  test('Group 3 has ends of lines, filled up with zeros, and lines by the one above', () => {
    expect(unpack(`${EOL} ${STRIPES} 0000 ${EOL} ${WHITE} ${EOL}`, { compression: 3 })).toEqual(SEEN);
    // The second line is as the first: three times "where the line above changes".
    expect(unpack(`${EOL} 1 ${STRIPES} ${EOL} 0 1 1 1`, { compression: 3, twoDimensional: true })).toEqual([
      0b0000_1111, 0, 0b0000_1111, 0,
    ]);
  });

  test('nonsense is white', () => {
    expect(unpack('0000 0000 0000 0000', { compression: 4 })).toEqual([0, 0, 0, 0]);
    expect(unpack('', { compression: 3 })).toEqual([0, 0, 0, 0]);
    // A step back to where it stood, again and again.
    expect(unpack('010 010 010 010 010', { compression: 4 })).toEqual([0, 0, 0, 0]);
  });
});

test('the inks of print are shown in the colours they make', async () => {
  const colourOf = async (background: string): Promise<readonly number[]> => {
    const picture = sharp({ create: { width: 8, height: 8, channels: 3, background } });
    const pixels = tiffPixels(
      new Uint8Array(await picture.toColourspace('cmyk').tiff({ compression: 'lzw' }).toBuffer()),
    );
    if (!pixels.ok) throw new Error(pixels.error.type);
    return [...pixels.value.data.subarray(0, 4)];
  };
  const isLight = (colour: readonly number[]): string => colour.map((shade) => (shade > 127 ? 'x' : '-')).join('');
  expect(isLight(await colourOf('#ffffff'))).toBe('xxxx');
  expect(isLight(await colourOf('#000000'))).toBe('---x');
  expect(isLight(await colourOf('#d01020'))).toBe('x--x');
});

describe('several pages', () => {
  test('are counted and read each by itself', async () => {
    const file = joinTiffs([await fax(1), await fax(2), await fax(3)]);
    expect(tiffPageCount(file)).toBe(3);
    for (const number of [1, 2, 3]) {
      const pixels = tiffPixels(file, number);
      const { data } = await page(number).raw().toBuffer({ resolveWithObject: true });
      expect(pixels.ok && shades(pixels.value.data)).toEqual([...data]);
    }
    expect(tiffPixels(file, 4)).toMatchObject({ ok: false });
    expect(tiffPageCount(await fax())).toBe(1);
  });

  test('one that holds nothing but pages may be shown as it is, another is not', async () => {
    const bare = joinTiffs([await fax(1), await fax(2)]);
    expect(await withoutPlace(new Blob([bare]))).toEqual({ ok: true, value: null });
    // Its second page tells, beside its picture, where it was made: entry 34853 stands where it said how its planes lie.
    const telling = await fax(2);
    const view = new DataView(telling.buffer);
    const start = view.getUint32(4, true);
    for (let at = start + 2; at < start + 2 + view.getUint16(start, true) * 12; at += 12)
      if (view.getUint16(at, true) === 284) view.setUint16(at, 34_853, true);
    expect(await withoutPlace(new Blob([joinTiffs([await fax(1), telling])]))).toEqual({
      ok: false,
      error: { type: 'ScanTellsMore' },
    });
  });

  test('a chain that bites its own tail is followed once', async () => {
    const file = joinTiffs([await fax(1), await fax(2)], { loop: true });
    expect(tiffPageCount(file)).toBe(2);
  });
});
