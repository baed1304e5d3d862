// A page before it is read: how far it is turned, and its ruled lines, on pages drawn here.
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { skewOf, withoutRules, type GreyPage } from '../../../src-renderer/workers/picture/grey-page.ts';

const svgPage = async (inner: string, degrees = 0, [width, height] = [620, 800]): Promise<GreyPage> => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${inner}</svg>`;
  const { data, info } = await sharp(Buffer.from(svg))
    .rotate(degrees, { background: '#fff' })
    .grayscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: new Uint8Array(data), width: info.width, height: info.height };
};
const text = Array.from(
  { length: 20 },
  (_, line) =>
    `<text x="60" y="${80 + line * 32}" font-size="16" font-family="DejaVu Sans, sans-serif">Tiles and grout, line ${line}, 42.10 EUR, laid in adhesive</text>`,
).join('');
const darkness = ({ data, width }: GreyPage, [x0, y0, x1, y1]: readonly [number, number, number, number]): number => {
  let dark = 0;
  for (let y = y0; y < y1; y += 1) for (let x = x0; x < x1; x += 1) if ((data[y * width + x] ?? 255) < 128) dark += 1;
  return dark;
};

describe('how far a page is turned', () => {
  test.each([0, 0.6, -1.5, 3, -5])('%s degrees', async (degrees) => {
    expect(Math.abs(skewOf(await svgPage(text, degrees)) - degrees)).toBeLessThanOrEqual(0.15);
  });

  test('a picture without lines of text is left as it is', async () => {
    expect(skewOf(await svgPage('<circle cx="300" cy="300" r="200" fill="#555"/>'))).toBe(0);
    expect(skewOf(await svgPage(''))).toBe(0);
  });
});

describe('ruled lines', () => {
  const table =
    '<path d="M50 100H570M50 150H570M50 200H570M50 100V200M300 100V200M570 100V200" stroke="#222" stroke-width="2" fill="none"/>' +
    '<text x="60" y="135" font-size="22" font-family="DejaVu Sans, sans-serif">Tiling</text>';

  test('go, their crossings too, and the letters between them stay', async () => {
    const page = await svgPage(table);
    const clean = withoutRules(page);
    if (clean === null) throw new Error('no rules were found');
    expect(darkness(page, [40, 90, 580, 210])).toBeGreaterThan(2_000);
    for (const box of [
      [40, 95, 580, 105],
      [45, 100, 55, 205],
      [295, 100, 305, 205],
    ] as const)
      expect(darkness(clean, box)).toBe(0);
    const letters = [58, 112, 140, 142] as const;
    expect(darkness(clean, letters)).toBe(darkness(page, letters));
  });

  test('a page of nothing but text has none, and a large title is no rule', async () => {
    expect(withoutRules(await svgPage(text))).toBeNull();
    const title =
      '<text x="40" y="200" font-size="90" font-weight="bold" font-family="DejaVu Sans, sans-serif">TITLE</text>';
    expect(withoutRules(await svgPage(title))).toBeNull();
  });
});
