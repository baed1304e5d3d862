// Pictures of every kind in a real window: shown in full, and shared with others as a file that says nothing of where it was taken.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gps } from 'exifr/dist/full.esm.mjs';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { launch } from '../support/launch.ts';
import { openTab, startJourney } from '../support/window.ts';

const FILES = path.join(import.meta.dirname, '../fixtures/files');

/** Red, green, blue, yellow by quarter, as the shown picture has them. */
const shownCorners = (page: Page): Promise<readonly string[]> =>
  page.locator('img[data-shown]').evaluate((img) => {
    if (!(img instanceof HTMLImageElement)) throw new Error('no picture');
    const canvas = new OffscreenCanvas(10, 10);
    const context = canvas.getContext('2d');
    context?.drawImage(img, 0, 0, 10, 10);
    return [
      [0, 0],
      [9, 0],
      [0, 9],
      [9, 9],
    ].map(([x = 0, y = 0]) =>
      [...(context?.getImageData(x, y, 1, 1).data ?? [])]
        .slice(0, 3)
        .map((value) => (value > 127 ? 'x' : '-'))
        .join(''),
    );
  });

test('HEIC, TIFF, AVIF and GIF are kept, shown in full, and shared without their metadata', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-kinds-'));
  const at = (name: string): string => path.join(folder, name);
  const heic = readFileSync(path.join(FILES, 'photo-turned.heic'));
  writeFileSync(at('phone.heic'), heic);
  writeFileSync(at('cut.heic'), heic.subarray(0, heic.length - 900));
  const claim = Buffer.from(heic);
  for (const side of [8, 12]) claim.writeUInt32BE(60_000, claim.indexOf('ispe') + side);
  writeFileSync(at('claim.heic'), claim);
  const turned = sharp(path.join(FILES, 'photo-orientation-6.jpg')).keepMetadata();
  await turned.clone().tiff({ compression: 'lzw' }).toFile(at('scan.tiff'));
  await sharp(path.join(FILES, 'picture.png')).avif({ effort: 0 }).toFile(at('picture.avif'));
  await sharp(path.join(FILES, 'picture.png')).gif().toFile(at('picture.gif'));
  const app = await launch();
  const { page } = app;
  try {
    await startJourney(page, { name: 'Kitchen', template: 'Kitchen' });
    await openTab(page, 'Photos');
    const good = ['phone.heic', 'scan.tiff', 'picture.avif', 'picture.gif'];
    await page
      .getByLabel('Add to this journey: choose files')
      .setInputFiles([...good, 'cut.heic', 'claim.heic'].map((name) => at(name)));
    const list = page.getByRole('region', { name: 'Files being added' });
    await list
      .getByRole('listitem', { name: 'cut.heic' })
      .getByText('damaged or cut short')
      .waitFor({ timeout: 60_000 });
    await list.getByRole('listitem', { name: 'claim.heic' }).getByText('more than 100 megapixels').waitFor();
    for (const name of good) {
      await page.getByRole('button', { name: `Open ${name}` }).click({ timeout: 60_000 });
      await page.locator('img[data-shown]').waitFor();
      await expect.poll(() => shownCorners(page)).toEqual(['x--', '-x-', '--x', 'xx-']);
      if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SHOTS']}-${name}.png` });
      await page.keyboard.press('Escape');
    }

    expect(await gps(readFileSync(path.join(FILES, 'photo-orientation-6.jpg')))).toBeDefined();
    for (const name of ['phone.heic', 'scan.tiff', 'picture.avif']) {
      await page.getByRole('button', { name: `Open ${name}` }).click();
      await page.getByRole('button', { name: /Who can see this/ }).click();
      await page.getByRole('menuitem', { name: /^Everyone/ }).click();
      await page.getByRole('button', { name: 'Show it' }).click();
      // The copy that the others get opens in its place, under a name that fits what it is now.
      await page
        .getByText(`${name.split('.')[0]}.jpg`)
        .first()
        .waitFor();
      const shared = page.locator('img[data-shown][src^="plumbline-blob:"]');
      const shownFile = async (): Promise<Buffer> =>
        Buffer.from(
          await shared.evaluate(async (img) => {
            const answer = await fetch(img.getAttribute('src') ?? '');
            return [...new Uint8Array(await answer.arrayBuffer())];
          }),
        );
      await expect.poll(async () => (await shownFile()).subarray(0, 3).toString('hex')).toBe('ffd8ff');
      const bytes = await shownFile();
      expect(await gps(bytes)).toBeUndefined();
      expect(bytes.includes('Exif')).toBe(false);
      await expect.poll(() => shownCorners(page)).toEqual(['x--', '-x-', '--x', 'xx-']);
      await page.keyboard.press('Escape');
    }
  } finally {
    await app.close();
  }
});
