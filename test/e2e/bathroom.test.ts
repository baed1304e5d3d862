// The bathroom upgrade, played from start to end in a real window: dates, lateness, a vendor's invoice, and the end.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { launch, type Launched } from '../support/launch.ts';
import { addCost, openStep, openTab, startJourney, stepNames } from '../support/window.ts';

let device: Launched;
let page: Page;

beforeAll(async () => {
  device = await launch();
  page = device.page;
});
afterAll(() => device.close());

test('a journey begins from the bathroom template under a name of its own', async () => {
  await startJourney(page, { template: 'Bathroom upgrade', name: 'Upstairs bath', budget: '8.000,00' });
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Name of the journey' }).inputValue())
    .toBe('Upstairs bath');
  // What is left is told once it is known what is committed.
  await page.getByRole('region', { name: 'Cost so far' }).getByText('€8,000 left').waitFor();
  await page.getByRole('region', { name: 'Coming up' }).getByRole('button').first().waitFor();
});

test('a step with a day that is past is late, in the list and on the overview, until it is done', async () => {
  await openTab(page, 'Steps');
  const [first = ''] = await stepNames(page);
  const panel = await openStep(page, first);
  const start = panel.getByRole('textbox', { name: 'Start' });
  await start.fill('5 Jan 2026');
  await start.press('Enter');
  await start.blur();
  const row = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: `Open ${first}`, exact: true }) });
  await row.getByText(/^Late:/).waitFor();
  await openTab(page, 'Overview');
  await expect.poll(() => page.getByRole('region', { name: 'Late' }).innerText()).toContain(first);

  await panel.getByRole('button', { name: 'Complete', exact: true }).click();
  await page.getByRole('region', { name: 'Late' }).waitFor({ state: 'detached' });
});

test('a step cannot come to wait for itself through another: it is told in words and nothing changes', async () => {
  await openTab(page, 'Steps');
  const [, second = '', third = ''] = await stepNames(page);
  const waitsFor = async (step: string, other: string): Promise<void> => {
    const panel = await openStep(page, step);
    await panel.getByRole('combobox', { name: 'Waits for' }).click();
    await page.getByRole('option', { name: other, exact: true }).click();
    await page.keyboard.press('Escape');
  };
  const panel = await openStep(page, third);
  // The template has it so.
  await panel.getByText(second, { exact: true }).waitFor();
  await waitsFor(second, third);
  const alert = page.getByRole('alert').filter({ hasText: 'These steps would wait for each other.' });
  await alert.waitFor();
  expect(await alert.isVisible()).toBe(true);
});

test('an invoice is recorded as due and paid later; trashing a cost can be undone', async () => {
  await openTab(page, 'Money');
  const main = page.getByRole('main');
  await addCost(page.getByRole('tabpanel'), {
    amount: '1 899,00',
    description: 'Shower cabin',
    vendor: 'Bad & Fliese',
    category: 'Fixtures',
    due: true,
  });
  await page.getByRole('row', { name: /Shower cabin/ }).click();
  const panel = page.getByRole('complementary', { name: 'Cost' });
  await panel.getByText('Paid', { exact: true }).click();
  await expect.poll(() => main.innerText()).toMatch(/Paid\s+€1,899\.00/);

  await panel.getByRole('button', { name: 'More for this cost' }).click();
  await page.getByRole('menuitem', { name: 'Move to the trash' }).click();
  await page.getByText('No costs yet').waitFor();
  await page.getByRole('alert').filter({ hasText: 'Moved to the trash' }).getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('row', { name: /Shower cabin/ }).waitFor();
});

test('with every step settled the journey is at its end and goes to the archive', async () => {
  await openTab(page, 'Steps');
  for (const name of await stepNames(page)) {
    const check = page.getByRole('button', { name: `Complete ${name}`, exact: true });
    if ((await check.count()) > 0) await check.click();
  }
  await openTab(page, 'Overview');
  await page.getByRole('region', { name: 'Likely done' }).getByText('All settled').waitFor();
  await page.getByRole('button', { name: 'More for this journey' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect.poll(() => page.getByRole('region', { name: 'Archive' }).innerText()).toContain('Upstairs bath');
});
