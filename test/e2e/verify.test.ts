// Verify and repair in a real window: what the device has lost is named by journey in plain words, and comes back.
import { beforeAll, expect, test } from 'vitest';
import { accountOf } from '../support/accounts.ts';
import { devicesOnServer } from '../support/devices.ts';
import type { Person } from '../support/person.ts';
import { loseRecord, rawRecords } from '../support/raw-records.ts';
import { shot } from '../support/shot.ts';

const { server, newDevice } = await devicesOnServer();
let anna: Person;

beforeAll(async () => {
  anna = await newDevice();
  await anna.startJourney({ name: 'Kitchen' });
  await anna.openTab('Steps');
  await anna.addStep('Tile the wall');
  await anna.signUp(server.url, accountOf('Anna'));
  await anna.allSent();
});

test('the same on both sides; one record lost here is told of and fetched again, and stands in its list', async () => {
  const { page } = anna;
  const panel = page.getByRole('region', { name: 'Is everything here and on the server?' });
  const kitchen = panel.getByRole('listitem').filter({ hasText: 'Kitchen' });
  await panel.getByRole('button', { name: 'Verify' }).click();
  await panel.getByText(/^This device and the server hold the same \d+ records\.$/).waitFor();
  await kitchen.getByText(/^The same on both sides, \d+ records$/).waitFor();
  expect(await panel.getByRole('button', { name: 'Repair' }).count()).toBe(0);
  await panel.scrollIntoViewIfNeeded();
  await shot(anna.page, 'verify-same');

  const step = (await rawRecords(page)).find(({ type }) => type === 'step');
  await loseRecord(page, step?.key ?? '');
  await panel.getByRole('button', { name: 'Verify' }).click();
  await kitchen.getByText('1 record is missing or older on this device', { exact: true }).waitFor();
  await panel.getByText(/^1 place differs\./).waitFor();
  await panel.scrollIntoViewIfNeeded();
  await shot(anna.page, 'verify-differs');

  await panel.getByRole('button', { name: 'Repair' }).click();
  await panel.getByText('Repaired: 1 record fetched, 0 sent.', { exact: true }).waitFor();
  await panel.getByText(/^This device and the server hold the same \d+ records\.$/).waitFor();
  await shot(anna.page, 'verify-repaired');
  await expect
    .poll(async () => (await rawRecords(page)).find(({ key }) => key === step?.key))
    .toMatchObject({ stamp: step?.stamp, body: step?.body });
});
