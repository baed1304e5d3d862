// Work that was not accepted: named in plain words, why, and what can be done with it; discarding can be undone.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { annaInvites, millerJoins } from '../support/anna-and-miller.ts';
import { launch, type Launched } from '../support/launch.ts';
import { personAt, type Person } from '../support/person.ts';
import { startRealServer, type RealServer } from '../support/real-server.ts';

const devices: Launched[] = [];
let server: RealServer;
let miller: Person;

const newDevice = async (): Promise<Person> => {
  const device = await launch();
  devices.push(device);
  device.page.setDefaultTimeout(30_000);
  return personAt(device.page);
};

beforeAll(async () => {
  server = await startRealServer();
  const anna = await newDevice();
  const code = await annaInvites(anna, server.url);
  miller = await newDevice();
  await millerJoins(miller, server.url, code);
  await miller.openTab('Money');
  await miller.addCost({ amount: '250', description: 'Grout and tools' });
  await miller.allSent();
  await anna.openTab('People');
  await anna.page.getByRole('button', { name: 'Remove', exact: true }).click();
  await anna.page.getByRole('dialog').getByRole('button', { name: 'Remove access' }).click();
  await miller.page.getByText('This journey is not on this device').waitFor();
});
afterAll(async () => {
  for (const device of devices) await device.close();
  await server.end();
});

test('says what it was and why, copies it for the owner, and comes back after a discard', async () => {
  const { page } = miller;
  await page
    .getByRole('status')
    .getByRole('button', { name: /waiting for your decision/ })
    .click();
  const tray = page.getByRole('region', { name: 'Waiting for your decision' });
  const entry = tray.getByRole('listitem').filter({ hasText: 'Grout and tools' });
  await entry.getByText('Cost').first().waitFor();
  const words = await entry.innerText();
  expect(words).toContain('€250.00');
  expect(words).toContain('you no longer have access to it');
  expect(words).not.toContain('{');
  expect(await entry.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  if (process.env['PLUMBLINE_PICTURES'] !== undefined)
    await page.screenshot({ path: `${process.env['PLUMBLINE_PICTURES']}/tray.png` });

  await entry.getByRole('button', { name: 'Ask the owner' }).click();
  await page.getByText('A message to the owner is copied.').waitFor();

  await entry.getByRole('button', { name: 'Discard' }).click();
  await entry.waitFor({ state: 'detached' });
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
  await entry.waitFor();
});
