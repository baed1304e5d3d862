// A photo that is here twice is told as it comes in, kept once with all that was said of both; the gallery by room and by person.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { launch } from '../support/launch.ts';
import { shot } from '../support/shot.ts';
import { openTab, startJourney } from '../support/window.ts';

const SAMPLE = path.resolve(import.meta.dirname, '../../src-renderer/public/sample');

test('two copies become one, the other can be brought back; photos by room and by person', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-twins-'));
  const small = path.join(folder, 'from a messenger.jpg');
  await sharp(path.join(SAMPLE, '01-before.jpg')).resize(900).jpeg({ quality: 60 }).toFile(small);
  const app = await launch();
  const { page } = app;
  try {
    await startJourney(page, { name: 'Kitchen', template: 'Kitchen' });
    await openTab(page, 'Photos');
    const choose = page.getByLabel('Add to this journey: choose files');
    await choose.setInputFiles([small, path.join(SAMPLE, '04-plumbing.jpg')]);
    await page.getByText('2 files added').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Open from a messenger.jpg' }).click();
    await page.getByRole('textbox', { name: 'Caption' }).fill('From the door');
    await page.getByRole('combobox', { name: 'Room' }).fill('Kitchen');
    await page.getByRole('textbox', { name: 'Caption' }).focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');

    await choose.setInputFiles([path.join(SAMPLE, '01-before.jpg')]);
    await page.getByText('It looks like a photo that is here already').waitFor({ timeout: 60_000 });
    await shot(page, 'tray');
    await page.getByRole('button', { name: 'Compare 01-before.jpg with the photo it looks like' }).click();
    const dialog = page.getByRole('dialog', { name: 'Here twice' });
    await dialog.getByText('Larger').waitFor();
    await shot(page, 'twins');
    await dialog.getByRole('button', { name: 'Keep 01-before.jpg' }).click();
    await dialog.getByText('No photo is here twice.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    const grid = page.getByRole('list', { name: 'Photos', exact: true });
    await expect.poll(() => grid.getByRole('listitem').count()).toBe(2);
    await page.getByText('By room', { exact: true }).click();
    await expect.poll(() => grid.getByRole('heading').allTextContents()).toEqual(['Kitchen', 'No room']);
    // The kept one took over what was said of the other.
    await grid.getByRole('button', { name: 'Open From the door' }).waitFor();
    await shot(page, 'rooms');
    await page.getByText('By person', { exact: true }).click();
    await expect.poll(() => grid.getByRole('heading').allTextContents()).toEqual(['You']);

    // In the trash it can be looked at and brought back.
    await page.getByRole('button', { name: '1 in the trash' }).click();
    const trash = page.getByRole('dialog', { name: 'Photos in the trash' });
    await trash.getByRole('button', { name: 'Restore From the door' }).waitFor();
    await shot(page, 'trash');
    await page.keyboard.press('Escape');
    await trash.waitFor({ state: 'detached' });

    // Undone, both are there again, and one is told to be here twice.
    await page.getByRole('tab', { name: 'Photos' }).focus();
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: '1 photo is here twice' }).click();
    await dialog.getByRole('button', { name: 'They are two photos, keep both' }).click();
    await dialog.getByText('No photo is here twice.').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => grid.getByRole('listitem').count()).toBe(3);
  } finally {
    await app.close();
  }
});
