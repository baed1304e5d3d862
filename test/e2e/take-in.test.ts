// What locks on a guest's device, sync paused by hand and kept so over a restart, a computer that wakes, and work of someone whose access has ended, photo
// included, which the owner takes in from a file.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { annaInvites, millerJoins } from '../support/anna-and-miller.ts';
import { devicesOnServer, type Seated } from '../support/devices.ts';
import { shot } from '../support/shot.ts';

const photo = path.resolve(import.meta.dirname, '../../src-renderer/public/sample/03-demolition.jpg');
const saved = mkdtempSync(path.join(tmpdir(), 'plumbline-saved-'));
const millersFolder = mkdtempSync(path.join(tmpdir(), 'plumbline-device-'));
const DAY_MS = 24 * 60 * 60_000;
// Declared first, so that it runs last.
afterAll(() => {
  for (const folder of [saved, millersFolder]) rmSync(folder, { recursive: true, force: true });
});
const { server, newDevice } = await devicesOnServer();
let anna: Seated;
let miller: Seated;

const openMiller = async (): Promise<void> => {
  miller = await newDevice({ userData: millersFolder, env: { PLUMBLINE_SAVE_DIR: saved } });
};

const goToSettings = (page: Page): Promise<void> =>
  page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Settings' }).click();

const foot = (page: Page, words: string) =>
  page.getByRole('navigation', { name: 'Places' }).getByRole('status').filter({ hasText: words });

beforeAll(async () => {
  anna = await newDevice();
  await openMiller();
  await millerJoins(miller, server.url, await annaInvites(anna, server.url));
  await miller.allSent();
});

test('what is shared with a contractor locks after 30 days without the server, and opens when it is back', async () => {
  const { page } = miller;
  await server.stop();
  await foot(page, 'Offline').waitFor();
  await page.clock.setSystemTime(Date.now() + 31 * DAY_MS);
  await page.reload();
  await page.getByText('This device last heard from the server on').waitFor();
  expect(await page.getByText('Tile the wall').count()).toBe(0);
  expect(await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Kitchen' }).count()).toBe(
    0,
  );
  await shot(page, 'locked');
  await server.start();
  await page.getByRole('button', { name: 'Connect to open' }).click();
  await miller.allSent();
  await miller.goTo('Kitchen');
  await miller.openTab('Steps');
  await page.getByText('Tile the wall').waitFor();
});

test('a pause is kept over a restart; work goes on, and nothing of it leaves', async () => {
  await goToSettings(miller.page);
  await miller.page.getByRole('switch', { name: 'Pause sync' }).check({ force: true });
  await foot(miller.page, 'Sync is paused').waitFor();
  await miller.device.close();
  await openMiller();
  const { page } = miller;
  await foot(page, 'Sync is paused').waitFor();
  await miller.goTo('Kitchen');
  await miller.openTab('Money');
  await miller.addCost({ amount: '250', description: 'Grout and tools' });
  await miller.openTab('Photos');
  await miller.addFiles('Add photos', [photo]);
  await foot(page, 'Sync is paused').getByRole('button').click();
  await page.getByText('Everything works on this device; nothing is sent or fetched').waitFor();
  await shot(page, 'paused');
  await anna.goTo('Kitchen');
  await anna.openTab('Money');
  await anna.page.getByRole('button', { name: 'Add a cost' }).first().waitFor();
  expect(await anna.page.getByText('Grout and tools').count()).toBe(0);
});

test('a computer that wakes tries its server at once', async () => {
  await server.stop();
  await foot(anna.page, 'Offline').waitFor();
  await server.start();
  await anna.device.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));
  await anna.allSent();
  expect(await foot(anna.page, 'Offline').count()).toBe(0);
});

test('the owner takes in what was left in the tray of someone whose access has ended', async () => {
  await anna.goTo('Kitchen');
  await anna.openTab('People');
  await anna.page.getByRole('combobox', { name: /contractors can read this/ }).waitFor();
  await shot(anna.page, 'people');
  await anna.page.getByRole('button', { name: 'Remove', exact: true }).click();
  await anna.page.getByRole('dialog').getByRole('button', { name: 'Remove access' }).click();
  await anna.page.getByRole('dialog').waitFor({ state: 'detached' });

  await goToSettings(miller.page);
  await miller.page.getByRole('switch', { name: 'Pause sync' }).uncheck({ force: true });
  const tray = miller.page.getByRole('region', { name: 'Waiting for your decision' });
  await tray.getByRole('listitem').filter({ hasText: 'Grout and tools' }).waitFor();
  await shot(miller.page, 'hand-over');
  await tray.getByRole('button', { name: 'Save a file for the owner' }).click();
  await miller.page.getByText('Saved. Give the file to the owner').waitFor();
  expect(readdirSync(saved)).toEqual(['Work of Miller.plumbline-work']);

  const { page } = anna;
  await goToSettings(page);
  await page
    .locator('input[type=file][accept=".plumbline-work"]')
    .setInputFiles(path.join(saved, 'Work of Miller.plumbline-work'));
  const dialog = page.getByRole('dialog', { name: 'Work of Miller' });
  const cost = dialog.getByRole('listitem').filter({ hasText: 'Grout and tools' });
  await cost.getByRole('checkbox').waitFor();
  await expect.poll(() => cost.getByRole('checkbox').isChecked()).toBe(true);
  await shot(page, 'take-in');
  await dialog.getByRole('button', { name: 'Take in 2' }).click();
  await page.getByText('2 taken in').waitFor();
  await anna.goTo('Kitchen');
  await anna.openTab('Money');
  await page.getByText('Grout and tools').first().waitFor();
  await anna.openTab('Photos');
  await page.getByRole('main').getByRole('img').first().waitFor();
  await anna.allSent();

  // The same file offers nothing twice.
  await goToSettings(page);
  await page
    .locator('input[type=file][accept=".plumbline-work"]')
    .setInputFiles(path.join(saved, 'Work of Miller.plumbline-work'));
  await dialog.getByText('All of it is here already.').waitFor();
});
