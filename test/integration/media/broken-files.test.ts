// Files cut short at every tenth and pictures that claim to be enormous, through the code that opens them: a code or a part, no hang.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openPicture } from '../../../src-renderer/workers/picture/decode.ts';
import { openPdf } from '../../../src-renderer/workers/pdf/open-pdf.ts';

const fixture = (name: string): Uint8Array =>
  readFileSync(path.join(import.meta.dirname, '../../fixtures/files', name));
const picture = (): Sharp =>
  sharp({
    create: {
      width: 320,
      height: 240,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 120, sigma: 40 },
    },
  });
const TENTHS = Array.from({ length: 9 }, (_, at) => (at + 1) / 10);
const cut = (bytes: Uint8Array, share: number): Blob =>
  new Blob([new Uint8Array(bytes.subarray(0, Math.floor(bytes.length * share)))]);

describe('cut at every tenth', () => {
  test.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ['a JPEG', () => picture().jpeg().toBuffer()],
    ['a progressive JPEG', () => picture().jpeg({ progressive: true }).toBuffer()],
    ['a PNG', () => picture().png().toBuffer()],
    ['a WebP', () => picture().webp().toBuffer()],
    ['a TIFF', () => picture().tiff({ compression: 'lzw' }).toBuffer()],
    ['an AVIF', () => picture().avif({ effort: 0 }).toBuffer()],
    ['a HEIC', () => fixture('photo-turned.heic')],
  ])('%s is told to be damaged before anything decodes it', async (_name, make) => {
    const bytes = await make();
    const told = await Promise.all(TENTHS.map((share) => openPicture(cut(bytes, share))));
    expect(told).toEqual(TENTHS.map(() => ({ ok: false, error: { type: 'FileDamaged' } })));
  });

  describe('a PDF', () => {
    beforeAll(() => vi.stubGlobal('location', { href: 'app://plumbline/' }));
    afterAll(() => vi.unstubAllGlobals());

    /** How it opens; then each of its pages is gone through. */
    const outcome = async (file: Blob): Promise<string> => {
      const opened = await openPdf(file);
      if (!opened.ok) return opened.error.type;
      const { document, close } = opened.value;
      for (let page = 1; page <= document.numPages; page += 1)
        // A page that is not there any more says so.
        await document.getPage(page).then((one) => one.getTextContent(), String);
      await close();
      return 'opened';
    };

    test.each(['two-pages.pdf', 'scan-only.pdf'])('%s opens in part or is told to be damaged', async (name) => {
      for (const share of TENTHS) expect(['opened', 'FileDamaged']).toContain(await outcome(cut(fixture(name), share)));
      expect(await outcome(cut(fixture(name), 1))).toBe('opened');
    });
  });
});

test.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
  ['an AVIF', () => picture().avif({ effort: 0 }).toBuffer()],
  ['a HEIC', () => fixture('photo-turned.heic')],
])('%s that claims 3,600 megapixels is too large before anything decodes it', async (_name, make) => {
  const bomb = Buffer.from(await make());
  const size = bomb.indexOf('ispe');
  expect(size).toBeGreaterThan(0);
  bomb.writeUInt32BE(60_000, size + 8);
  bomb.writeUInt32BE(60_000, size + 12);
  expect(await openPicture(new Blob([bomb]))).toEqual({ ok: false, error: { type: 'PictureTooLarge' } });
});
