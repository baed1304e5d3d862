// Change orders in two real windows: a contractor proposes with no server, the owner answers with none, and both verify what was signed.
import { beforeAll, expect, test } from 'vitest';
import { annaAndMiller, devicesOnServer, type Seated } from '../support/devices.ts';
import type { Person } from '../support/person.ts';
import { changeRow, proposeChange, type ChangeWords } from '../support/quote-by-hand.ts';
import { rawRecords } from '../support/raw-records.ts';
import { shot } from '../support/shot.ts';

const devices = await devicesOnServer();
const { server, serverReturns } = devices;
let anna: Seated;
let miller: Seated;

beforeAll(async () => {
  ({ anna, miller } = await annaAndMiller(devices));
  await anna.goTo('Kitchen');
  for (const person of [anna, miller]) await person.openTab('Quotes');
});

const orders = ({ page }: Person) => page.getByRole('region', { name: 'Change orders' });
const button = (person: Person, name: string) => orders(person).getByRole('button', { name, exact: true });

const propose = ({ page }: Person, change: Pick<ChangeWords, 'title' | 'amount' | 'days'>): Promise<void> =>
  proposeChange(page, { ...change, step: 'Tile the wall', why: 'The wall behind the tiles is damp.' });

const row = ({ page }: Person, title: string) => changeRow(page, title);

test('proposed without a server and approved without one, it stands on both devices once they meet', async () => {
  await server.stop();
  await propose(miller, { title: 'Dry the wall', amount: '240', days: '3' });
  await row(miller, 'Dry the wall').filter({ hasText: 'Waiting for the family' }).waitFor();
  await shot(miller.page, 'change-proposed');
  await serverReturns();
  await row(anna, 'Dry the wall').filter({ hasText: 'Waiting for you' }).waitFor({ timeout: 60_000 });

  await server.stop();
  await row(anna, 'Dry the wall').click();
  await orders(anna).getByText('The wall behind the tiles is damp.').waitFor();
  await shot(anna.page, 'change-open');
  await button(anna, 'Approve').click();
  await row(anna, 'Dry the wall').filter({ hasText: 'Approved' }).waitFor();
  await serverReturns();
  await row(miller, 'Dry the wall').filter({ hasText: 'Approved' }).waitFor({ timeout: 60_000 });
  for (const person of [anna, miller]) {
    await orders(person).getByText('2 signatures, verified on this device').waitFor();
    expect(await orders(person).getByRole('alert').count()).toBe(0);
  }
});

test('declined with a reason, the other side reads why', async () => {
  await propose(miller, { title: 'Gold grout', amount: '900', days: '0' });
  await row(anna, 'Gold grout').click();
  await button(anna, 'Decline').click();
  await button(anna, 'Sign: Decline').click();
  await orders(anna).getByText('Say why, so that the other side can answer.').waitFor();
  await orders(anna).getByLabel('Reason').fill('Grey is fine.');
  await button(anna, 'Sign: Decline').click();
  await row(miller, 'Gold grout').filter({ hasText: 'Declined' }).waitFor({ timeout: 60_000 });
  await row(miller, 'Gold grout').click();
  await orders(miller).getByRole('group', { name: 'Family' }).getByText('Grey is fine.').waitFor();
  await orders(miller).getByText('4 signatures, verified on this device').waitFor();
  expect(await orders(miller).getByRole('alert').count()).toBe(0);
  await shot(miller.page, 'change-declined');
});

test('signatures that could not be checked are said so, and checked again when asked', async () => {
  const { device } = anna;
  await device.app.evaluate(({ ipcMain }) => ipcMain.removeHandler('sign.verify'));
  await propose(miller, { title: 'Warm floor', amount: '300', days: '1' });
  await orders(anna).getByText('The signatures could not be checked').waitFor({ timeout: 60_000 });
  await shot(anna.page, 'change-unverified');
  await button(anna, 'Check again').click();
  await orders(anna).getByText('The signatures could not be checked').waitFor();
  // Main is well again: as far as this page knows, it answers as it did.
  await device.app.evaluate(({ ipcMain }) =>
    ipcMain.handle('sign.verify', (_event, { texts }: { readonly texts: readonly unknown[] }) => ({
      signed: texts.map(() => true),
    })),
  );
  await button(anna, 'Check again').click();
  await row(anna, 'Warm floor').filter({ hasText: 'Waiting for you' }).waitFor();
  await expect.poll(() => button(anna, 'Check again').count()).toBe(0);
});

test('every key is certified by the server once the cards have met, and stays with its device', async () => {
  for (const person of [anna, miller]) {
    await orders(person)
      .getByLabel('The key is not certified by a server yet')
      .first()
      .waitFor({ state: 'detached', timeout: 60_000 });
    expect(await orders(person).getByLabel('The key is not certified by a server yet').count()).toBe(0);
  }
  const certified = async (): Promise<number> => {
    const cards = (await rawRecords(anna.page)).filter(({ type }) => type === 'person');
    return new Set(cards.flatMap(({ body }) => (Array.isArray(body['certified']) ? body['certified'] : []))).size;
  };
  await expect.poll(certified).toBe(2);
  const [own] = await Promise.all(
    [anna, miller].map(({ page }) => page.evaluate(async () => window.plumbline.ask('sign.key', {}))),
  );
  expect(own?.ok).toBe(true);
});

test('what is edited after it was approved is approved by nobody, until both sign it again', async () => {
  await orders(anna)
    .getByRole('listitem')
    .filter({ hasText: 'Dry the wall' })
    .getByRole('button', { name: 'Edit', exact: true })
    .click();
  await orders(anna)
    .getByLabel(/^Cost effect/)
    .fill('200');
  await button(anna, 'Save, sign and propose again').click();
  await row(miller, 'Dry the wall').filter({ hasText: 'Needs you' }).waitFor({ timeout: 60_000 });
  await row(anna, 'Dry the wall').filter({ hasText: 'Waiting for the contractor' }).waitFor();
  await row(miller, 'Dry the wall').click();
  await orders(miller).getByText('It was changed after it was signed.', { exact: false }).waitFor();
  await shot(miller.page, 'change-needs-you');
  await button(miller, 'Approve').click();
  await row(anna, 'Dry the wall').filter({ hasText: 'Approved' }).waitFor({ timeout: 60_000 });
  await expect.poll(() => row(anna, 'Dry the wall').innerText()).toContain('+€200.00');
  await orders(anna).getByRole('button', { name: 'Plan 3 days more for Tile the wall' }).click();
  await orders(anna)
    .getByRole('button', { name: /^Plan 3 days/ })
    .waitFor({ state: 'detached' });
  await shot(anna.page, 'change-agreed');
});

test('a payment for a step is due when that is done and a photo shows it, and its contractor sees it', async () => {
  await anna.openTab('Money');
  const payments = anna.page.getByRole('region', { name: 'Payment schedule' });
  await payments.getByRole('button', { name: 'Plan a payment' }).click();
  const form = payments.getByRole('form', { name: 'Plan a payment' });
  await form.getByLabel('What for').fill('First part');
  await form.getByLabel(/^Amount/).fill('1000');
  await form.getByRole('button', { name: /Family/ }).click();
  await anna.page.getByRole('menuitem', { name: /Miller/ }).click();
  await form.getByRole('combobox', { name: 'When this step is done' }).click();
  await anna.page.getByRole('option', { name: 'Tile the wall' }).click();
  await form.getByLabel('Only after photos show the work').check();
  await shot(anna.page, 'payment-form');
  await form.getByRole('button', { name: 'Plan it' }).click();
  await payments
    .getByRole('button', { name: /First part/ })
    .filter({ hasText: 'Planned' })
    .waitFor();
  await miller.openTab('Steps');
  await miller.openStep('Tile the wall');
  const panel = miller.page.getByRole('complementary', { name: 'Step' });
  await panel.getByRole('button', { name: 'Start', exact: true }).click();
  await panel.getByRole('button', { name: 'Complete', exact: true }).click();
  const due = payments.getByRole('button', { name: /First part/ });
  await due.filter({ hasText: 'Photos are missing' }).waitFor({ timeout: 60_000 });
  await miller.openTab('Money');
  const own = miller.page.getByRole('region', { name: 'Payment schedule' });
  await own
    .getByRole('button', { name: /First part/ })
    .filter({ hasText: 'Photos are missing' })
    .waitFor();
  expect(await own.getByRole('button', { name: 'Plan a payment' }).count()).toBe(0);
  await due.click();
  await payments.getByRole('button', { name: 'Paid', exact: true }).click();
  await own
    .getByRole('button', { name: /First part/ })
    .filter({ hasText: 'Paid' })
    .waitFor({ timeout: 60_000 });
  await shot(anna.page, 'payments');
});
