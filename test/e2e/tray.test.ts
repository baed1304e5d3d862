// Work that was not accepted: named in plain words, why, and what can be done with it; discarding can be undone.
import { beforeAll, expect, test } from 'vitest';
import { annaAndMiller, devicesOnServer } from '../support/devices.ts';
import type { Person } from '../support/person.ts';

const devices = await devicesOnServer();
let miller: Person;

beforeAll(async () => {
  const both = await annaAndMiller(devices);
  const { anna } = both;
  ({ miller } = both);
  await miller.openTab('Money');
  await miller.addCost({ amount: '250', description: 'Grout and tools' });
  await miller.allSent();
  await anna.openTab('People');
  await anna.page.getByRole('button', { name: 'Remove', exact: true }).click();
  await anna.page.getByRole('dialog').getByRole('button', { name: 'Remove access' }).click();
  await miller.page.getByText('This journey is not on this device').waitFor();
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
  for (const words of ['€250.00', 'you no longer have access to it'])
    await expect.poll(() => entry.innerText()).toContain(words);
  expect(await entry.innerText()).not.toContain('{');
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
