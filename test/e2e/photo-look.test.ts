// A blurred photo says so while there is time to take another, and photos of one view are a click apart.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { launch } from '../support/launch.ts';
import { openTab, startJourney } from '../support/window.ts';

const SAMPLE = path.resolve(import.meta.dirname, '../../src-renderer/public/sample');

test('a blurred photo and a second one of the same view', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-look-'));
  const before = path.join(SAMPLE, '01-before.jpg');
  const blurred = path.join(folder, 'cellar.jpg');
  const again = path.join(folder, 'the same.jpg');
  await sharp(path.join(SAMPLE, '04-plumbing.jpg')).blur(14).jpeg().toFile(blurred);
  await sharp(before).resize(900).modulate({ brightness: 1.1 }).jpeg({ quality: 60 }).toFile(again);
  const app = await launch();
  const { page } = app;
  try {
    await startJourney(page, { name: 'Kitchen', template: 'Kitchen' });
    await openTab(page, 'Photos');
    await page.getByLabel('Add to this journey: choose files').setInputFiles([before, again, blurred]);
    await page.getByRole('button', { name: 'Open cellar.jpg' }).click();
    await page.getByText('This looks blurred').waitFor();
    if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SHOTS']}-blurred.png` });
    await page.getByRole('button', { name: 'It is fine as it is' }).click();
    await page.getByText('This looks blurred').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Open 01-before.jpg' }).click();
    const similar = page.getByRole('region', { name: 'Same view' });
    await similar.getByText('Here twice').waitFor();
    if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SHOTS']}-similar.png` });
    await similar.getByRole('button', { name: 'Open the same.jpg' }).click();
    await page.getByRole('button', { name: 'Open 01-before.jpg' }).last().waitFor();
    expect(await page.getByText('This looks blurred').count()).toBe(0);
  } finally {
    await app.close();
  }
});
