// The kitchen renovation, played from start to end in a real window by what a person reads there.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { launch, type Launched } from '../support/launch.ts';
import { stillBox } from '../support/still-box.ts';
import { addCost, openStep, openTab, startJourney, stepNames } from '../support/window.ts';

let device: Launched;
let page: Page;

beforeAll(async () => {
  device = await launch();
  page = device.page;
});
afterAll(() => device.close());

const figure = (name: string): Promise<string> => page.getByRole('region', { name }).innerText();

test('a journey begins from the kitchen template with its steps, address and budget', async () => {
  await startJourney(page, { template: 'Kitchen renovation', address: '12 Mill Lane', budget: '14,500' });
  await expect.poll(() => figure('Where it stands')).toContain('0 of 16 steps');
  // What is left is told once it is known what is committed.
  await expect.poll(() => figure('Cost so far')).toContain('€14,500 left');
  await expect
    .poll(() => page.getByRole('region', { name: 'Next', exact: true }).innerText())
    .toContain('Measure and photograph the room');
  await expect.poll(() => page.getByRole('main').innerText()).toContain('Kitchen · 12 Mill Lane');
});

test('steps are started, blocked with a reason, resumed, skipped, completed and reopened', async () => {
  await openTab(page, 'Steps');
  await page.getByRole('button', { name: 'Complete Measure and photograph the room' }).click();
  await page.getByRole('button', { name: 'Reopen Measure and photograph the room' }).click();
  await page.getByRole('button', { name: 'Complete Measure and photograph the room' }).click();

  const panel = await openStep(page, 'Order units, worktop and appliances');
  await panel.getByRole('button', { name: 'Start', exact: true }).click();
  await panel.getByRole('button', { name: 'Block', exact: true }).click();
  await panel.getByLabel('What is it waiting for?').fill('The supplier has not confirmed the week');
  await panel.getByRole('button', { name: 'Block with this reason' }).click();
  await panel.getByRole('button', { name: 'Resume' }).waitFor();
  await openTab(page, 'Overview');
  await expect
    .poll(() => page.getByRole('region', { name: 'Stuck' }).innerText())
    .toContain('The supplier has not confirmed the week');

  await panel.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('region', { name: 'Stuck' }).waitFor({ state: 'detached' });
  await openTab(page, 'Steps');
  await (await openStep(page, 'Set up an interim kitchen')).getByRole('button', { name: 'Skip' }).click();
  await openTab(page, 'Overview');
  await expect.poll(() => figure('Where it stands')).toContain('2 of 16 steps');
});

test('a step is added, renamed, planned, given tasks, and moved by keyboard and by drag; Ctrl+Z takes it back', async () => {
  await openTab(page, 'Steps');
  const add = page.getByRole('textbox', { name: 'Add a step' });
  await add.fill('Choose the lamp');
  await add.press('Enter');
  const panel = await openStep(page, 'Choose the lamp');
  const name = panel.getByRole('textbox', { name: 'Name of the step' });
  await name.fill('Choose the lamps');
  await name.press('Enter');
  await panel.getByLabel('Duration').fill('3');
  await panel.getByLabel('Duration').press('Enter');
  await panel.getByRole('combobox', { name: 'Waits for' }).click();
  await page.getByRole('option', { name: 'Settle the layout' }).click();
  await page.keyboard.press('Escape');
  await panel.getByRole('textbox', { name: 'Add a task' }).fill('Measure the table');
  await panel.getByRole('textbox', { name: 'Add a task' }).press('Enter');
  await panel.getByRole('checkbox', { name: 'Measure the table' }).check();

  await expect.poll(async () => (await stepNames(page)).at(-1)).toBe('Choose the lamps');
  const before = await stepNames(page);
  await page.getByRole('button', { name: 'Open Choose the lamps' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await stepNames(page)).at(-2)).toBe('Choose the lamps');

  // Both in the middle of the list, so that it does not scroll by itself under the mouse.
  const from = page.getByRole('button', { name: 'Drag Fit the units' });
  const row = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: 'Open Plaster and level the walls' }) });
  const [start, end] = [await stillBox(from), await stillBox(row)];
  await page.mouse.move(start.x + 8, start.y + 16);
  await page.mouse.down();
  await page.mouse.move(start.x + 8, start.y - 20, { steps: 5 });
  await page.mouse.move(end.x + 24, end.y + 8, { steps: 12 });
  const isPlaced = async (): Promise<boolean> =>
    (await stepNames(page)).indexOf('Fit the units') === before.indexOf('Plaster and level the walls');
  // Let go where it is shown to fall, as a person does.
  await expect.poll(isPlaced).toBe(true);
  await page.mouse.up();
  await expect.poll(isPlaced).toBe(true);
  await page.getByRole('tab', { name: 'Steps' }).focus();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await stepNames(page)).indexOf('Fit the units')).toBe(before.indexOf('Fit the units'));
});

test('costs meet the budget: paid, due, by category, at a step, and an amount in the other decimal style', async () => {
  await openTab(page, 'Money');
  await addCost(page.getByRole('tabpanel'), {
    amount: '4200',
    description: 'Deposit for the units',
    vendor: 'Nobilia',
    category: 'Cabinets',
  });
  await addCost(page.getByRole('tabpanel'), {
    amount: '520,90',
    description: 'Wall tiles',
    category: 'Tiling',
    due: true,
  });
  await openTab(page, 'Steps');
  await addCost(await openStep(page, 'Strip out the old kitchen'), { amount: '380', description: 'Skip hire' });
  await openTab(page, 'Money');
  await expect.poll(() => page.getByRole('table', { name: 'Costs' }).innerText()).toContain('Skip hire');
  const totals = (): Promise<string> => page.getByRole('main').innerText();
  for (const figures of [/€4,580\.00/, /€520\.90/, /€9,399\.10/, /€521\s*of €435/])
    await expect.poll(totals).toMatch(figures);

  await page.getByRole('row', { name: /Wall tiles/ }).click();
  const panel = page.getByRole('complementary', { name: 'Cost' });
  await panel.getByText('Paid', { exact: true }).click();
  const amount = panel.getByRole('textbox', { name: 'Amount in EUR' });
  await amount.fill('1.400,00');
  await amount.press('Enter');
  await expect.poll(() => page.getByRole('main').innerText()).toContain('€5,980.00');

  await page.getByRole('button', { name: 'Edit budget' }).click();
  await page.getByLabel('Budget in total').fill('5000');
  await page.getByRole('button', { name: 'Save budget' }).click();
  await expect.poll(() => page.getByRole('main').innerText()).toContain('Over budget');
});

test('a comment says who will read it, and can be for the family alone', async () => {
  await openTab(page, 'Steps');
  const panel = await openStep(page, 'Collect quotes');
  await panel.getByRole('textbox', { name: 'Write a comment' }).fill('Three quotes, in writing.');
  await panel.getByRole('button', { name: /Who can see this: Everyone on this journey/ }).click();
  await page.getByRole('menuitem', { name: /^Family/ }).click();
  // Pressed twice, faster than it is written, it is said once.
  await panel.getByRole('button', { name: 'Send' }).evaluate((send: HTMLElement) => {
    send.click();
    send.click();
  });
  const said = panel.getByRole('list', { name: 'Comments' });
  await said.waitFor();
  await expect.poll(() => said.innerText()).toMatch(/You[\s\S]*Family[\s\S]*Three quotes, in writing\./);
  expect(await said.getByText('Three quotes, in writing.').count()).toBe(1);
});

test('the history tells it in words, and the last deed can be taken back there', async () => {
  await openTab(page, 'Activity');
  const main = page.getByRole('main');
  await expect.poll(() => main.innerText()).toContain('commented on Collect quotes');
  await expect.poll(() => main.innerText()).toContain('recorded Deposit for the units €4,200.00');
  await expect.poll(() => main.innerText()).toContain('skipped Set up an interim kitchen');
  await main.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(() => main.innerText()).toContain('took a change back');
});

test('Ctrl+K goes to a step by a few letters', async () => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('lay the');
  await page.getByRole('option', { name: 'Lay the floor' }).waitFor();
  await page.keyboard.press('Enter');
  const name = page.getByRole('complementary', { name: 'Step' }).getByRole('textbox', { name: 'Name of the step' });
  await expect.poll(() => name.inputValue()).toBe('Lay the floor');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('complementary', { name: 'Step' }).waitFor({ state: 'detached' });
});

test('with every step settled the overview says so, and Home agrees', async () => {
  await openTab(page, 'Steps');
  for (const name of await stepNames(page)) {
    const check = page.getByRole('button', { name: `Complete ${name}`, exact: true });
    if ((await check.count()) > 0) await check.click();
  }
  await openTab(page, 'Overview');
  await expect.poll(() => figure('Likely done')).toContain('All settled');
  await page.getByRole('navigation').getByRole('button', { name: 'Home' }).click();
  await page.getByRole('listitem', { name: 'Kitchen renovation' }).getByText('Every step is settled').waitFor();
});
