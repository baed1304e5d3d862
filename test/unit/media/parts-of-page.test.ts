// Where a page is cut before it is read: between its lines, and where a title stands beside two smaller ones.
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { PagePart } from '../../../protocol/ipc/ocr-page.ts';
import { inkOf, type GreyPage } from '../../../src-renderer/workers/picture/ink.ts';
import { lettersOf, pieces } from '../../../src-renderer/workers/picture/letters.ts';
import { partsOf } from '../../../src-renderer/workers/picture/parts-of-page.ts';
import { softened } from '../../../src-renderer/workers/picture/sharpness.ts';
import { degraded } from '../../support/degraded.ts';

const HEIGHT = 900;
const lines = (from: number, count: number): string =>
  Array.from(
    { length: count },
    (_, line) =>
      `<text x="60" y="${from + line * 32}" font-size="20" font-family="DejaVu Sans, sans-serif">Tiles, line ${line}, 42.10 EUR</text>`,
  ).join('');
const small = (x: number, y: number, text: string): string =>
  `<text x="${x}" y="${y}" font-size="20" font-family="DejaVu Sans, sans-serif">${text}</text>`;
const title = '<text x="60" y="110" font-size="48" font-family="DejaVu Sans, sans-serif">ESTIMATE</text>';

const drawn = (inner: string): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="${HEIGHT}"><rect width="100%" height="100%" fill="#fff"/>${inner}</svg>`,
    ),
  )
    .png()
    .toBuffer();

/** As after preparation, which takes the grain out. */
const partsIn = async (
  png: Buffer,
  treat: (page: GreyPage) => GreyPage = (page) => page,
): Promise<{ readonly parts: readonly PagePart[]; readonly ink: Uint8Array }> => {
  const { data, info } = await sharp(png).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  const page = treat({ data: new Uint8Array(data), width: info.width, height: info.height });
  const ink = inkOf(page);
  const found = pieces(ink, page);
  return { parts: partsOf(found, page, lettersOf(found).height), ink };
};

/** Each pixel of the page is in one part. */
const areaOf = (parts: readonly PagePart[]): number =>
  parts.reduce((sum, { width, height }) => sum + width * height, 0);

describe('the parts of a page', () => {
  test('begin and end between lines, and together are the page', async () => {
    const { parts, ink } = await partsIn(await drawn(lines(80, 20)));
    expect(parts).toHaveLength(3);
    expect(areaOf(parts)).toBe(900 * HEIGHT);
    for (const { top } of parts.slice(1))
      expect(ink.subarray((top - 2) * 900, (top + 2) * 900).every((value) => value === 0)).toBe(true);
  });

  test.each(['clean', 'noise'] as const)(
    'a title beside two smaller lines is one, and they are another: %s',
    async (how) => {
      const png = await drawn(
        `${title}${small(560, 84, 'Miller Plumbing Ltd')}${small(560, 110, 'VAT reg. 123 4567')}${lines(200, 16)}`,
      );
      const { parts } = await (how === 'clean' ? partsIn(png) : partsIn(await degraded(png, how), softened));
      const [left, right] = parts.filter(({ width }) => width < 900);
      expect(parts.filter(({ width }) => width < 900)).toHaveLength(2);
      expect([left?.left, (left?.width ?? 0) + (right?.width ?? 0)]).toEqual([0, 900]);
      // The margin above them is no part of its own: there is nothing in it to read.
      expect([parts[0], left?.top, right?.top]).toEqual([left, 0, 0]);
      expect(right?.left).toBeGreaterThan(330);
      expect(right?.left).toBeLessThan(555);
    },
  );

  test('the columns of a table stay together, where one has a second line too', async () => {
    const row = (y: number): string =>
      `${small(60, y, 'Wall tiles, porcelain,')}${small(400, y, '24.5')}${small(600, y, '1,468.29')}`;
    const { parts } = await partsIn(
      await drawn(`${row(200)}${small(60, 226, 'laid in adhesive')}${row(270)}${row(310)}`),
    );
    expect(parts.every(({ width }) => width === 900)).toBe(true);
  });

  test('a page without gaps is read in one go', async () => {
    const { parts } = await partsIn(await drawn(`<rect x="100" y="0" width="20" height="${HEIGHT}" fill="#000"/>`));
    expect(parts).toEqual([{ left: 0, top: 0, width: 900, height: HEIGHT }]);
  });
});
