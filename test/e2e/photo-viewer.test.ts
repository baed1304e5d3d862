// A photo full screen: zoomed by wheel and keys, moved, turned everywhere, drawn on, and printed as it is shown.
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drag } from '../support/draw.ts';
import { launch } from '../support/launch.ts';
import { shot } from '../support/shot.ts';
import { stillBox } from '../support/still-box.ts';
import { openTab, startJourney } from '../support/window.ts';

const SAMPLE = path.resolve(import.meta.dirname, '../../src-renderer/public/sample');

test('zoomed, moved, turned and drawn on; the report shows it so', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-viewer-'));
  const app = await launch({ env: { PLUMBLINE_SAVE_DIR: folder } });
  const { page } = app;
  try {
    await startJourney(page, { name: 'Kitchen', template: 'Kitchen' });
    await openTab(page, 'Photos');
    const file = path.join(SAMPLE, '04-plumbing.jpg');
    await page.getByLabel('Add to this journey: choose files').setInputFiles([file]);
    await page.getByRole('button', { name: 'Open 04-plumbing.jpg' }).click();
    const zoom = page.getByLabel('Zoom', { exact: true });
    const layer = page.getByRole('img', { name: /on the photo$/ });
    const whole = await stillBox(layer);

    await page.mouse.move(whole.x + whole.width * 0.75, whole.y + whole.height * 0.5);
    await page.mouse.wheel(0, -300);
    await expect.poll(() => zoom.textContent()).toMatch(/^1?[1-9]\d{1,2} %$/);
    const zoomed = await stillBox(layer);
    expect(zoomed.width).toBeGreaterThan(whole.width);
    // It grew about the pointer: what was left of it moved further left.
    expect(zoomed.x).toBeLessThan(whole.x);
    await page.keyboard.press('0');
    await expect.poll(() => zoom.textContent()).toBe('Fit');
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await expect.poll(() => zoom.textContent()).toBe('200 %');
    const before = await stillBox(layer);
    await page.mouse.move(whole.x + 300, whole.y + 300);
    await page.mouse.down();
    await page.mouse.move(whole.x + 360, whole.y + 330, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => Math.round(((await layer.boundingBox())?.x ?? 0) - before.x)).toBe(60);
    await page.keyboard.press('-');
    await expect.poll(() => zoom.textContent()).toBe('150 %');
    await page.keyboard.press('0');

    await page.getByRole('button', { name: 'Draw' }).click();
    await drag(page, [0.2, 0.2], [0.45, 0.45]);
    const list = page.getByRole('region', { name: 'Drawn on it' });
    await list.getByRole('textbox', { name: 'Arrow: words' }).waitFor();
    await page.getByRole('button', { name: 'Circle' }).click();
    await drag(page, [0.55, 0.6], [0.75, 0.8]);
    await page.getByRole('button', { name: 'Measurement' }).click();
    await drag(page, [0.2, 0.9], [0.8, 0.9]);
    const measured = list.getByRole('textbox', { name: 'Measurement: words' });
    await expect.poll(() => measured.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('2.40 m');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Text', exact: true }).click();
    await drag(page, [0.1, 0.55], [0.1, 0.55]);
    await list.getByRole('textbox', { name: 'Text: words' }).waitFor();
    await page.keyboard.type('Cold water');
    await page.keyboard.press('Enter');
    await layer.getByText('Cold water').last().waitFor();
    await shot(page, 'drawn');

    // Moved by hand, taken away and brought back, each mark by itself.
    await page.getByRole('button', { name: 'Choose and move' }).click();
    const arrow = layer.locator('[data-mark]').first();
    const was = await stillBox(arrow);
    await drag(page, [0.3, 0.3], [0.4, 0.3]);
    await expect.poll(async () => ((await arrow.boundingBox())?.x ?? 0) - was.x).toBeGreaterThan(20);
    const moved = await stillBox(arrow);
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => ((await arrow.boundingBox())?.x ?? 0) - moved.x).toBeGreaterThan(5);
    await page.keyboard.press('Delete');
    await expect.poll(() => layer.locator('[data-mark]').count()).toBe(3);
    await page.keyboard.press('Control+z');
    await expect.poll(() => layer.locator('[data-mark]').count()).toBe(4);
    await page.getByRole('button', { name: 'Done' }).click();

    // Three presses, faster than the first is written: none is lost.
    await page.evaluate(() => {
      const key = { key: 'r', bubbles: true, cancelable: true };
      for (let press = 0; press < 3; press += 1)
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
    });
    await expect.poll(async () => tall(await layer.boundingBox())).toBe(true);
    await shot(page, 'turned');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('[data-turn="270"]').count()).toBe(1);
    await page.getByRole('button', { name: 'Open 04-plumbing.jpg' }).click();
    await expect.poll(() => layer.locator('[data-mark]').count()).toBe(4);
    await page.keyboard.press('Escape');

    await openTab(page, 'Overview');
    await page.getByRole('button', { name: 'Export PDF' }).click();
    await page.getByText('The report is saved').waitFor({ timeout: 60_000 });
    const pdf = readdirSync(folder).find((name) => name.endsWith('.pdf'));
    if (pdf === undefined) throw new Error('no report was saved');
    const picture = sharp(firstJpeg(readFileSync(path.join(folder, pdf))));
    const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
    expect(info.height).toBeGreaterThan(info.width);
    expect(reds(data)).toBeGreaterThan(reds(await plain(file, info)) + 2_000);
  } finally {
    await app.close();
  }
});

const tall = (box: { readonly width: number; readonly height: number } | null): boolean =>
  box !== null && box.height > box.width;

/** Pictures lie in a PDF as they are. */
const firstJpeg = (pdf: Buffer): Buffer => {
  const from = pdf.indexOf(Buffer.from([0xff, 0xd8, 0xff]));
  return pdf.subarray(from, pdf.indexOf('endstream', from));
};

const plain = (file: string, { width, height }: { readonly width: number; readonly height: number }): Promise<Buffer> =>
  sharp(file).rotate(270).resize(width, height, { fit: 'fill' }).raw().toBuffer();

/** Pixels in about the colour of marks. */
const reds = (data: Buffer): number => {
  let count = 0;
  for (let at = 0; at + 2 < data.length; at += 3)
    if ((data[at] ?? 0) > 225 && Math.abs((data[at + 1] ?? 0) - 69) < 35 && Math.abs((data[at + 2] ?? 0) - 58) < 35)
      count += 1;
  return count;
};
