// What was made out on a photo stands beside it and is put right by a person; its place is kept only when that is allowed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { launch } from '../support/launch.ts';
import { personAt } from '../support/person.ts';
import { rawRecords } from '../support/raw-records.ts';
import { openTab, startJourney } from '../support/window.ts';

const PHOTO = path.join(import.meta.dirname, '../fixtures/files/photo-orientation-6.jpg');
const RECEIPT = path.join(import.meta.dirname, '../fixtures/files/receipt.jpg');
/** The sample kitchen, drawn by this project: a fridge and a sink can be told on it. */
const KITCHEN = path.join(import.meta.dirname, '../../src-renderer/public/sample/11-finished.jpg');
const SHOTS = process.env['SHOTS'];

test('kind, colours and place of a photo, and what a person says instead', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-seen-'));
  let app = await launch({ userData: folder });
  let { page } = app;
  const seen = () => page.getByRole('region', { name: 'What it shows' });
  const open = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: `Open ${name}` }).click();
    await seen().waitFor({ timeout: 60_000 });
  };
  try {
    await startJourney(page, { name: 'Kitchen', template: 'Kitchen' });
    await openTab(page, 'Photos');
    await page.getByLabel('Add to this journey: choose files').setInputFiles([PHOTO, RECEIPT]);
    await open('receipt.jpg');
    await expect.poll(() => seen().getByRole('combobox', { name: 'Kind' }).inputValue()).toBe('Receipt');
    await page.keyboard.press('Escape');

    await open('photo-orientation-6.jpg');
    await seen().getByText('Recognised by its looks and words').waitFor();
    expect(await seen().getByText('Place').count()).toBe(0);
    await seen().getByRole('combobox', { name: 'Kind' }).click();
    await page.getByRole('option', { name: 'Plan' }).click();
    await seen().getByText('Recognised by its looks and words').waitFor({ state: 'detached' });
    const colours = seen().getByRole('button', { name: /take this colour off/ });
    await colours.first().waitFor();
    const all = await colours.count();
    await colours.first().click();
    await expect.poll(() => colours.count()).toBe(all - 1);
    await page.keyboard.press('Escape');

    await personAt(page).goTo('Settings');
    const keeps = page.getByLabel('Keep where my photos were taken');
    await keeps.scrollIntoViewIfNeeded();
    expect(await keeps.isChecked()).toBe(false);
    await keeps.check();
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}-settings.png` });
    const placed = async (): Promise<number> =>
      (await rawRecords(page)).filter(
        ({ type, body }) => type === 'reading' && JSON.stringify(body['seen']).includes('52.52163'),
      ).length;
    await expect.poll(placed, { timeout: 60_000 }).toBe(1);
    await app.close();
    app = await launch({ userData: folder });
    ({ page } = app);
    await personAt(page).goTo('Kitchen');
    await openTab(page, 'Photos');
    await open('photo-orientation-6.jpg');
    await seen().getByText('52.5216, 13.4131').waitFor();
    await expect.poll(() => seen().getByRole('combobox', { name: 'Kind' }).inputValue()).toBe('Plan');
    await expect
      .poll(() =>
        seen()
          .getByRole('button', { name: /take this colour off/ })
          .count(),
      )
      .toBe(all - 1);
    if (SHOTS !== undefined) {
      await page.screenshot({ path: `${SHOTS}-light.png` });
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.screenshot({ path: `${SHOTS}-dark.png` });
    }
    const shared = (await rawRecords(page)).filter(({ type }) => type === 'photo');
    expect(JSON.stringify(shared)).not.toContain('52.52');
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('things on a photo and the room they speak for, and what a person says instead', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-things-'));
  let app = await launch({ userData: folder });
  let { page } = app;
  const seen = () => page.getByRole('region', { name: 'What it shows' });
  const off = (name: string) => seen().getByRole('button', { name: `${name} is not on it` });
  const room = () => seen().getByRole('combobox', { name: 'Kind of room' });
  const open = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Open 11-finished.jpg' }).click();
    await seen().waitFor({ timeout: 60_000 });
  };
  const kept = async (): Promise<unknown> =>
    (await rawRecords(page)).filter(({ type }) => type === 'reading').map(({ body }) => body['seen']);
  try {
    await startJourney(page, { name: 'Kitchen', template: 'Kitchen' });
    await openTab(page, 'Photos');
    await page.getByLabel('Add to this journey: choose files').setInputFiles([KITCHEN]);
    await open();
    await off('Fridge').waitFor();
    await off('Sink').waitFor();
    await expect.poll(() => room().inputValue()).toBe('Kitchen');
    await seen().getByText('By what stands in it').waitFor();
    await off('Sink').scrollIntoViewIfNeeded();
    if (SHOTS !== undefined) {
      await page.screenshot({ path: `${SHOTS}-things-light.png` });
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.screenshot({ path: `${SHOTS}-things-dark.png` });
      await page.emulateMedia({ colorScheme: 'light' });
    }

    await off('Sink').click();
    await off('Sink').waitFor({ state: 'detached' });
    await seen().getByRole('combobox', { name: 'Add a thing' }).fill('Tab');
    await page.getByRole('option', { name: 'Table' }).click();
    await off('Table').waitFor();
    await room().click();
    await page.getByRole('option', { name: 'Dining room' }).click();
    await seen().getByText('By what stands in it').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Close viewer' }).click();

    // Looked at once more, since its place may be kept now.
    await personAt(page).goTo('Settings');
    const keeps = page.getByLabel('Keep where my photos were taken');
    await keeps.scrollIntoViewIfNeeded();
    await keeps.check();
    await expect.poll(kept, { timeout: 60_000 }).toMatchObject([{ place: null }]);
    await expect
      .poll(() => kept())
      .toMatchObject([{ objects: expect.arrayContaining([{ is: 'sink', sure: expect.any(Number) }]) }]);
    await app.close();
    app = await launch({ userData: folder });
    ({ page } = app);
    await personAt(page).goTo('Kitchen');
    await openTab(page, 'Photos');
    await open();
    await off('Table').waitFor();
    await off('Fridge').waitFor();
    expect(await off('Sink').count()).toBe(0);
    await expect.poll(() => room().inputValue()).toBe('Dining room');

    // Found by what is on it, as a person left it, and opened from there.
    await page.getByRole('button', { name: 'Close viewer' }).click();
    await page.keyboard.press('Control+f');
    const hits = page.getByRole('region', { name: 'Results' }).getByRole('button', { name: /11-finished/ });
    await page.getByLabel('Search everything').fill('fridge dining');
    await hits.first().click();
    await off('Fridge').waitFor();
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
