// The words on a photo stay where they are when it is turned, in its viewer and among the papers, and a search opens at them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { drag } from '../support/draw.ts';
import { launch } from '../support/launch.ts';
import { personAt } from '../support/person.ts';
import { shot } from '../support/shot.ts';
import { stillBox, type Box } from '../support/still-box.ts';
import { textPicture } from '../support/text-picture.ts';
import { openTab, startJourney } from '../support/window.ts';

const RECEIPT = path.join(import.meta.dirname, '../fixtures/files/receipt.jpg');

/** In fractions of what it is over. */
const within = async (part: Locator, whole: Locator): Promise<Box> => {
  const [small, large] = [await stillBox(part), await stillBox(whole)];
  return {
    x: (small.x - large.x) / large.width,
    y: (small.y - large.y) / large.height,
    width: small.width / large.width,
    height: small.height / large.height,
  };
};
/** A quarter clockwise. */
const quarter = ({ x, y, width, height }: Box): Box => ({ x: 1 - y - height, y: x, width: height, height: width });
/** As close as a stroke is broad. */
const near = (box: Box): object =>
  Object.fromEntries(Object.entries(box).map(([side, at]) => [side, expect.closeTo(at, 1.5)]));

test('turned, drawn on and dated, found by its words and opened at them; a receipt among the papers likewise', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-words-'));
  const sign = path.join(folder, 'sign.png');
  writeFileSync(sign, await textPicture(['DANGER', 'High voltage', 'Keep the cabinet closed']));
  const app = await launch();
  const { page } = app;
  const viewer = page.getByRole('dialog');
  const layer = viewer.getByRole('img', { name: /on the photo$/ });
  const line = viewer.locator('svg[aria-hidden] rect').first();
  try {
    await startJourney(page, { name: 'Kitchen', template: 'Kitchen' });
    await openTab(page, 'Photos');
    await page.getByLabel('Add to this journey: choose files').setInputFiles([sign, RECEIPT]);
    await page.getByRole('button', { name: 'Open sign.png' }).click();
    await viewer.getByText('High voltage').first().waitFor();
    const upright = await within(line, layer);
    await page.keyboard.press('r');
    await expect.poll(async () => await within(line, layer)).toEqual(near(quarter(upright)));
    await page.getByRole('button', { name: 'Draw' }).click();
    await drag(page, [0.1, 0.6], [0.3, 0.8]);
    await viewer.getByRole('img', { name: '1 mark on the photo' }).waitFor();
    await page.keyboard.press('Escape');

    // No camera said when it was taken: a person does, and takes the day put right for the right one.
    await viewer.getByLabel('Taken', { exact: true }).fill('24 Dec 2025');
    await viewer.getByLabel('Taken', { exact: true }).press('Enter');
    await viewer.getByLabel('Hour').click();
    await page.keyboard.type('0930');
    await viewer.getByLabel('Caption').focus();
    await expect.poll(() => viewer.getByLabel('Minute').inputValue()).toBe('30');
    await expect.poll(() => viewer.getByLabel('Hour').inputValue()).toBe('09');
    await shot(page, 'dated');
    await viewer.getByRole('button', { name: 'Close viewer' }).click();
    await page.getByText('By day', { exact: true }).click();
    await page.getByRole('heading', { name: 'Wed, 24 Dec 2025' }).waitFor();

    await page.keyboard.press('Control+f');
    await page.getByLabel('Search everything').fill('cabinet');
    await page
      .getByRole('region', { name: 'Results' })
      .getByRole('button', { name: /cabinet/ })
      .first()
      .click();
    await viewer.getByRole('button', { name: 'Draw' }).waitFor();
    const found = viewer.locator('rect[data-now]');
    await found.waitFor();
    // Turned, the third line is the leftmost, and its third word in the middle of it.
    await expect.poll(async () => (await within(found, layer)).x).toBeLessThan(0.35);
    const word = await within(found, layer);
    expect(word.height).toBeGreaterThan(word.width);
    await viewer.locator('[data-chosen]', { hasText: 'Keep the cabinet closed' }).waitFor();
    await shot(page, 'found');
    await page.keyboard.press('Escape');

    await personAt(page).goTo('Kitchen');
    await openTab(page, 'Photos');
    await page.getByRole('button', { name: 'Open receipt.jpg' }).click();
    await viewer.getByRole('switch', { name: 'Show in the picture' }).waitFor();
    const asTaken = await within(line, layer);
    await page.keyboard.press('r');
    await expect.poll(async () => await within(line, layer)).toEqual(near(quarter(asTaken)));
    await page.getByRole('button', { name: 'Draw' }).click();
    await drag(page, [0.2, 0.2], [0.6, 0.4]);
    await viewer.getByRole('img', { name: '1 mark on the photo' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await openTab(page, 'Documents');
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await viewer.getByText('Document', { exact: true }).click();
    await viewer.getByRole('img', { name: '1 mark on the photo' }).waitFor();
    await expect.poll(async () => await within(line, layer)).toEqual(near(quarter(asTaken)));
    await shot(page, 'paper');
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
