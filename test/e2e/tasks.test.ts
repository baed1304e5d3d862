// A punch item from the pin on a photo to "found good": the owner in one window, the contractor in another.
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { annaInvites, millerJoins } from '../support/anna-and-miller.ts';
import { launch, type Launched } from '../support/launch.ts';
import { personAt, type Person } from '../support/person.ts';
import { startRealServer, type RealServer } from '../support/real-server.ts';
import { shot } from '../support/shot.ts';

const PHOTO = path.resolve(import.meta.dirname, '../../src-renderer/public/sample/07-tiling.jpg');
const PROOF = path.resolve(import.meta.dirname, '../../src-renderer/public/sample/11-finished.jpg');
const devices: Launched[] = [];
let server: RealServer;
let anna: Person;
let miller: Person;

const newDevice = async (): Promise<Person> => {
  const device = await launch();
  devices.push(device);
  device.page.setDefaultTimeout(30_000);
  return personAt(device.page);
};

beforeAll(async () => {
  server = await startRealServer();
  anna = await newDevice();
  const code = await annaInvites(anna, server.url);
  miller = await newDevice();
  await millerJoins(miller, server.url, code);
});
afterAll(async () => {
  for (const device of devices) await device.close();
  await server.end();
});

test('what the owner pins to a photo and gives to a contractor reaches them with the photo; they prove it, and it is found good', async () => {
  const { page } = anna;
  await anna.openTab('Photos');
  await page.getByLabel('Add to this journey: choose files').setInputFiles(PHOTO);
  await page.getByRole('button', { name: /^Open/ }).first().click();
  const viewer = page.getByRole('dialog');
  await viewer.getByRole('button', { name: 'Pin a task' }).click();
  // By keyboard: a little to the left and up, and there it stands.
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp', 'Shift+ArrowUp', 'Enter']) await page.keyboard.press(key);
  const form = viewer.getByRole('form', { name: 'New task here' });
  await form.getByLabel('What is to be done').fill('Regrout the corner');
  await form.getByRole('combobox', { name: 'Given to' }).click();
  await page.getByRole('option', { name: 'Miller' }).click();
  await form.getByText('can’t see this picture yet').waitFor();
  await shot(page, 'task-pin-form');
  await form.getByRole('button', { name: 'Show the picture and add' }).click();
  await viewer.getByRole('button', { name: /^Pin 1: Regrout the corner/ }).waitFor();
  await shot(page, 'task-pinned');
  await page.keyboard.press('Escape');
  await anna.openTab('Tasks');
  await page.getByRole('button', { name: 'Open Regrout the corner' }).click();
  await page.getByLabel('Add a point').fill('Joint closed');
  await page.getByLabel('Add a point').press('Enter');
  await page.getByRole('button', { name: 'Wants a photo' }).click();
  await page.getByText('1 photo is still wanted').waitFor();
  await shot(page, 'task-panel');
  await anna.allSent();

  await miller.page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'My tasks' }).click();
  await miller.page.getByRole('button', { name: 'Open Regrout the corner' }).click({ timeout: 60_000 });
  const theirs = miller.page.getByRole('complementary', { name: 'Task' });
  await theirs.getByRole('button', { name: 'Show the spot on the picture' }).waitFor();
  expect(await theirs.getByRole('button', { name: 'Done', exact: true }).isDisabled()).toBe(true);
  await theirs.getByLabel('Photo of “Joint closed”: choose files').setInputFiles(PROOF);
  await theirs.getByRole('checkbox', { name: 'Joint closed', checked: true }).waitFor({ timeout: 60_000 });
  await theirs.getByRole('button', { name: 'Done', exact: true }).click();
  await theirs.getByText('The family looks at it').waitFor();
  expect(await theirs.getByRole('button', { name: 'Found good' }).count()).toBe(0);
  await shot(miller.page, 'task-contractor');
  await miller.allSent();

  const panel = page.getByRole('complementary', { name: 'Task' });
  await panel.getByRole('button', { name: 'Send back' }).click({ timeout: 60_000 });
  await panel.getByLabel('What is still wrong with it?').fill('Still open at the window');
  await panel.getByRole('button', { name: 'Send back with this reason' }).click();
  await theirs.getByText('Sent back by Anna: Still open at the window').waitFor({ timeout: 60_000 });
  await theirs.getByRole('button', { name: 'Done', exact: true }).click();
  await panel.getByRole('button', { name: 'Found good' }).click({ timeout: 60_000 });
  await theirs.getByText('Found good by Anna').waitFor({ timeout: 60_000 });
  await page.getByText('Punch list 0').click();
  await shot(page, 'task-punch-list');
});
