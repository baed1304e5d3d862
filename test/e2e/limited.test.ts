// A limited connection and little room, in real windows: previews travel, originals wait, what is freed comes back when opened.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountOf } from '../support/accounts.ts';
import { previewsHere } from '../kills/media-here.ts';
import { ask } from '../support/ask.ts';
import { devicesOnServer, type Seated } from '../support/devices.ts';
import type { Person } from '../support/person.ts';
import { rawRecords } from '../support/raw-records.ts';

const photo = path.resolve(import.meta.dirname, '../fixtures/files/photo-orientation-6.jpg');
const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-limited-'));
// Declared first, so that it runs last.
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
const { server, newDevice, serverReturns } = await devicesOnServer();
let anna: Seated;
let ben: Person;
let sha = '';

beforeAll(async () => {
  anna = await newDevice({ userData: folder });
  await anna.startJourney({ name: 'Kitchen' });
  await anna.signUp(server.url, accountOf('Anna'));
  await anna.allSent();
  await anna.goTo('Kitchen');
  const code = await anna.invite('family');
  ben = await newDevice();
  await ben.join(server.url, { code, account: accountOf('Ben') });
  await ben.goTo('Kitchen');
});

const foot = ({ page }: Person) => page.getByRole('navigation', { name: 'Places' }).getByRole('status');
const limited = ({ page }: Person) => page.getByRole('switch', { name: 'Limited connection' });
const isHere = async ({ page }: Person): Promise<boolean> =>
  (await ask(page, 'blob.has', { shas: [sha] })).have.includes(sha);
/** The original stands over its preview. */
const shown = ({ page }: Person) => page.locator('img[data-shown]');
const openPhoto = async (person: Person): Promise<void> => {
  await person.goTo('Kitchen');
  await person.openTab('Photos');
  await person.page.getByRole('button', { name: /^Open photo/ }).click();
};

test('on a limited connection the preview travels and the original waits, over a restart too', async () => {
  await anna.goTo('Settings');
  // The switch itself lies under its label's drawing of one.
  await limited(anna).check({ force: true });
  await anna.goTo('Kitchen');
  await anna.openTab('Photos');
  await anna.addFiles('Add photos', [photo]);
  await foot(anna).getByText('1 photo waits for a better connection').waitFor();
  sha = String((await rawRecords(anna.page)).find(({ type }) => type === 'photo')?.body['sha']);

  await expect.poll(async () => (await previewsHere(ben.page)).has(sha), { timeout: 60_000 }).toBe(true);
  expect(await isHere(ben)).toBe(false);
  await openPhoto(ben);
  await ben.page.getByRole('status').getByText('The original is not on this device.').waitFor();
  await ben.page.keyboard.press('Escape');

  await anna.device.close();
  anna = await newDevice({ userData: folder });
  await foot(anna).getByText('1 photo waits for a better connection').waitFor();
  await anna.goTo('Settings');
  await expect.poll(() => limited(anna).isChecked()).toBe(true);
  expect(await isHere(ben)).toBe(false);
  await limited(anna).uncheck({ force: true });
  await anna.allSent();
  await expect.poll(() => isHere(ben), { timeout: 70_000 }).toBe(true);
});

test('freed, an original comes back when it is opened, and is missed in words when the server is away', async () => {
  const free = async (): Promise<void> => {
    await anna.goTo('Settings');
    await anna.page.getByRole('button', { name: 'Free up space: Kitchen' }).click();
    await anna.page.getByText(/^1 original freed/).waitFor();
    // What was said of an earlier one may still stand there.
    await expect.poll(() => isHere(anna)).toBe(false);
    expect((await previewsHere(anna.page)).has(sha)).toBe(true);
  };
  await free();
  await anna.page.getByText('1 original is fetched when you open it').waitFor();
  await openPhoto(anna);
  await shown(anna).waitFor();
  await expect.poll(() => isHere(anna)).toBe(true);
  await anna.page.keyboard.press('Escape');

  await free();
  await server.stop();
  await openPhoto(anna);
  await anna.page.getByRole('status').getByText('The original is not on this device.').waitFor();
  expect(await isHere(ben)).toBe(true);
  // Whoever still looks at the preview gets the original when the server is back.
  await serverReturns();
  await shown(anna).waitFor({ timeout: 60_000 });
  await expect.poll(() => isHere(anna)).toBe(true);
});
