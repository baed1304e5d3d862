// A page before it is read: how it lies, its light, its letters, its ruled lines, and what follows from them, on pages drawn here.
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { inkOf, type GreyPage } from '../../../src-renderer/workers/picture/ink.ts';
import { lieOf } from '../../../src-renderer/workers/picture/lines-of-text.ts';
import { lettersOf, pieces } from '../../../src-renderer/workers/picture/letters.ts';
import { darkened, evened, lightOf, paperOf } from '../../../src-renderer/workers/picture/light.ts';
import { withoutRules } from '../../../src-renderer/workers/picture/ruled-lines.ts';
import { grainOf, sharpened, softened, steepnessOf } from '../../../src-renderer/workers/picture/sharpness.ts';
import { enlargementOf, treatmentOf, type PageLook } from '../../../src-renderer/workers/picture/treatment.ts';
import { degraded, type Degradation } from '../../support/degraded.ts';

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
    const { turned, sideways, lined } = lieOf(await svgPage(text, degrees));
    expect(Math.abs(turned - degrees)).toBeLessThanOrEqual(0.15);
    expect([sideways, lined]).toEqual([false, true]);
  });

  test('a picture without lines of text is left as it is', async () => {
    const nothing = { turned: 0, sideways: false, lined: false };
    expect(lieOf(await svgPage('<circle cx="300" cy="300" r="200" fill="#555"/>'))).toEqual(nothing);
    expect(lieOf(await svgPage(''))).toEqual(nothing);
  });
});

test('a page on its side is known by its lines, and how far it is turned besides', async () => {
  for (const degrees of [90, 270, 92]) {
    const { turned, sideways } = lieOf(await svgPage(text, degrees));
    expect([sideways, Math.round(turned)]).toEqual([true, degrees % 90]);
  }
});

describe('what is done to a page follows from what it looks like', () => {
  const pngOf = async ({ data, width, height }: GreyPage): Promise<Buffer> =>
    sharp(Buffer.from(data), { raw: { width, height, channels: 1 } })
      .png()
      .toBuffer();
  const greyPng = async (png: Buffer): Promise<GreyPage> => {
    const { data, info } = await sharp(png).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
    return { data: new Uint8Array(data), width: info.width, height: info.height };
  };
  const reduced = async (page: GreyPage): Promise<GreyPage> =>
    greyPng(
      await sharp(await pngOf(page))
        .resize(800, 800, { fit: 'inside' })
        .png()
        .toBuffer(),
    );
  const lookOf = async (page: GreyPage): Promise<PageLook> => ({
    size: page,
    letters: lettersOf(pieces(inkOf(page), page)),
    paper: paperOf(lightOf(page)),
    steepness: steepnessOf(page, inkOf(page)),
    grain: grainOf(page),
    lined: lieOf(await reduced(page)).lined,
  });
  const large = `<g transform="scale(1.6)">${text}</g>`;
  const clean = svgPage(large, 0, [990, 1_280]);
  const as = async (how: Degradation): Promise<GreyPage> => greyPng(await degraded(await pngOf(await clean), how));
  const asItIs = { even: false, soften: 0, slip: false, sharpen: false, unruled: false };

  test('a clean page is left as it is, and so is a room', async () => {
    const look = await lookOf(await clean);
    expect(treatmentOf(look)).toEqual(asItIs);
    expect(enlargementOf(look.letters, { slip: false, size: look.size })).toEqual({ x: 1, y: 1 });
    expect(treatmentOf({ ...look, lined: false, paper: { least: 20, usual: 90 }, steepness: 0.1, grain: 20 })).toEqual(
      asItIs,
    );
  });

  test.each([
    ['shadow', { ...asItIs, even: true }],
    ['noise', { ...asItIs, soften: 2, unruled: true }],
    ['photo', { ...asItIs, even: true, unruled: true }],
    ['blur', { ...asItIs, sharpen: true }],
    ['jpeg', asItIs],
  ] as const)('%s', async (how, treatment) => expect(treatmentOf(await lookOf(await as(how)))).toEqual(treatment));

  test('narrow letters, or a long strip of paper, are a slip: they are made as large and as broad as print', async () => {
    const look = await lookOf(await svgPage(`<g transform="scale(1.1 1.6)">${text}</g>`, 0, [690, 1_280]));
    expect(treatmentOf(look)).toEqual({ ...asItIs, even: true, soften: 1, slip: true });
    const { x, y } = enlargementOf(look.letters, { slip: true, size: look.size });
    expect(y * look.letters.height).toBeCloseTo(27, 0);
    expect(x / y).toBeCloseTo(0.62 / look.letters.breadth, 2);
    expect(treatmentOf({ ...(await lookOf(await clean)), size: { width: 400, height: 1_000 } }).slip).toBe(true);
  });

  test('grains, narrow as they are, make no slip of a page', async () => {
    const look = await lookOf(await clean);
    const narrow = { count: 5_000, height: 7, breadth: 0.45 };
    expect(treatmentOf({ ...look, letters: narrow, grain: 14 })).toEqual({ ...asItIs, soften: 2, unruled: true });
    expect(treatmentOf({ ...look, letters: narrow, grain: 4 }).slip).toBe(true);
  });

  test('small letters are enlarged, specks are not, and no page grows without end', () => {
    const small = { count: 500, height: 10, breadth: 0.7 };
    const size = { width: 1_000, height: 1_400 };
    expect(enlargementOf(small, { slip: false, size })).toEqual({ x: 2.7, y: 2.7 });
    expect(enlargementOf({ ...small, height: 6 }, { slip: false, size })).toEqual({ x: 1, y: 1 });
    expect(enlargementOf({ ...small, count: 9 }, { slip: true, size })).toEqual({ x: 1, y: 1 });
    const huge = enlargementOf(small, { slip: false, size: { width: 2_400, height: 3_000 } });
    expect(huge.x * huge.y * 2_400 * 3_000).toBeLessThanOrEqual(12_000_001);
  });

  test('evened out, paper is white in the shadow and out of it, and ink is dark', async () => {
    const page = await as('shadow');
    expect(paperOf(lightOf(page)).least).toBeLessThan(60);
    const { least, usual } = paperOf(lightOf(evened(page, lightOf(page))));
    expect([least > 200, usual > 235]).toEqual([true, true]);
  });

  test('faint ink is darkened, dark ink is left', async () => {
    const faint = await svgPage(`<g opacity="0.3">${large}</g>`, 0, [990, 1_280]);
    const darkest = ({ data }: GreyPage): number => data.reduce((least, value) => Math.min(least, value), 255);
    expect(darkest(faint)).toBeGreaterThan(150);
    expect(darkest(darkened(faint))).toBeLessThan(80);
    const page = await clean;
    expect(darkened(page)).toBe(page);
  });

  test('softening takes grain out, sharpening makes edges steeper', async () => {
    const [noise, blur] = await Promise.all([as('noise'), as('blur')]);
    expect(grainOf(softened(noise))).toBeLessThan(grainOf(noise) / 2);
    expect(steepnessOf(sharpened(blur), inkOf(sharpened(blur)))).toBeGreaterThan(steepnessOf(blur, inkOf(blur)));
  });
});

describe('ruled lines', () => {
  const table =
    '<path d="M50 100H570M50 150H570M50 200H570M50 100V200M300 100V200M570 100V200" stroke="#222" stroke-width="2" fill="none"/>' +
    '<text x="60" y="135" font-size="22" font-family="DejaVu Sans, sans-serif">Tiling</text>';

  test('go, their crossings too, and the letters between them stay', async () => {
    const page = await svgPage(table);
    const clean = withoutRules(page, inkOf(page));
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

  test('rules without sides stay where they are whole, and go where grain has gnawed at them', async () => {
    const page = await svgPage('<path d="M50 100H570M50 150H570" stroke="#222" stroke-width="2" fill="none"/>');
    expect(withoutRules(page, inkOf(page))).toBeNull();
    const clean = withoutRules(page, inkOf(page), true);
    expect(clean === null ? null : darkness(clean, [40, 90, 580, 160])).toBe(0);
  });

  test('a page of nothing but text has none, and a large title is no rule', async () => {
    const lines = await svgPage(text);
    expect(withoutRules(lines, inkOf(lines))).toBeNull();
    const title =
      '<text x="40" y="200" font-size="90" font-weight="bold" font-family="DejaVu Sans, sans-serif">TITLE</text>';
    const titled = await svgPage(title);
    expect(withoutRules(titled, inkOf(titled))).toBeNull();
  });
});
