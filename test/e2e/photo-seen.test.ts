// What was made out on a photo stands beside it, is put right by a person, and its place is kept only when that is allowed.
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
const SHOTS = process.env['SHOTS'];

test('kind, colours and place of a photo, and what a person says instead', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-seen-'));
  let app = await launch({ userData: folder });
  let { page } = app;
  const seen = () => page.getByRole('region', { name: 'What it shows' });
  const open = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: `Open ${name}` }).click({ timeout: 30_000 });
    await seen().waitFor({ timeout: 60_000 });
  };
  try {
    await startJourney(page, { name: 'Kitchen', template: 'Kitchen' });
    await openTab(page, 'Photos');
    await page.getByLabel('Add to this journey: choose files').setInputFiles([PHOTO, RECEIPT]);
    await open('receipt.jpg');
    expect(await seen().getByRole('combobox', { name: 'Kind' }).inputValue()).toBe('Receipt');
    await page.keyboard.press('Escape');

    await open('photo-orientation-6.jpg');
    await seen().getByText('Recognised by its looks and words').waitFor();
    expect(await seen().getByText('Place').count()).toBe(0);
    await seen().getByRole('combobox', { name: 'Kind' }).click();
    await page.getByRole('option', { name: 'Plan' }).click();
    await seen().getByText('Recognised by its looks and words').waitFor({ state: 'detached' });
    const colours = seen().getByRole('button', { name: /take this colour off/ });
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
    await expect.poll(placed, { timeout: 30_000 }).toBe(1);
    await app.close();
    app = await launch({ userData: folder });
    ({ page } = app);
    await personAt(page).goTo('Kitchen');
    await openTab(page, 'Photos');
    await open('photo-orientation-6.jpg');
    await seen().getByText('52.5216, 13.4131').waitFor({ timeout: 30_000 });
    expect(await seen().getByRole('combobox', { name: 'Kind' }).inputValue()).toBe('Plan');
    expect(
      await seen()
        .getByRole('button', { name: /take this colour off/ })
        .count(),
    ).toBe(all - 1);
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
