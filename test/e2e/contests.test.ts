// Two people change one amount with no server between them: both see both values, one takes one, and both agree.
import { beforeAll, expect, test } from 'vitest';
import { accountOf } from '../support/accounts.ts';
import { devicesOnServer } from '../support/devices.ts';
import type { Person } from '../support/person.ts';
import { rawRecords } from '../support/raw-records.ts';

const { server, newDevice, serverReturns } = await devicesOnServer();
let anna: Person;
let ben: Person;

const openCost = async ({ page, goTo, openTab }: Person): Promise<void> => {
  await goTo('Kitchen');
  await openTab('Money');
  await page.getByRole('row', { name: /Tiles/ }).click();
};
const costPanel = ({ page }: Person) => page.getByRole('complementary', { name: 'Cost' });
const amountOf = (person: Person) => costPanel(person).getByLabel(/^Amount in/);
const choice = (person: Person) => costPanel(person).getByRole('region', { name: 'Amount: which one holds?' });

const changeAmount = async (person: Person, amount: string): Promise<void> => {
  await amountOf(person).fill(amount);
  await amountOf(person).press('Enter');
};

beforeAll(async () => {
  anna = await newDevice();
  await anna.startJourney({ name: 'Kitchen', budget: '9,000' });
  await anna.openTab('Money');
  await anna.addCost({ amount: '100', description: 'Tiles' });
  await anna.signUp(server.url, accountOf('Anna'));
  await anna.allSent();
  await anna.goTo('Kitchen');
  const code = await anna.invite('family');
  ben = await newDevice();
  await ben.join(server.url, { code, account: accountOf('Ben') });
  await openCost(ben);
  await openCost(anna);
});

test('both values are shown to both, with whose they are, and the foot of the rail leads there', async () => {
  await server.stop();
  await changeAmount(anna, '120');
  await changeAmount(ben, '135.50');
  await serverReturns();

  await anna.page
    .getByRole('status')
    .getByRole('button', { name: 'Ben’s change needs you' })
    .click({ timeout: 60_000 });
  await choice(anna).getByRole('button', { name: 'Take €120.00 from You' }).waitFor();
  await choice(anna).getByRole('button', { name: 'Take €135.50 from Ben' }).waitFor();
  await expect
    .poll(() => anna.page.getByRole('row', { name: /Tiles/ }).getByRole('img').getAttribute('aria-label'))
    .toBe('Changed in two places: choose one');
  await openCost(ben);
  await choice(ben).getByRole('button', { name: 'Take €120.00 from Anna' }).waitFor();
  if (process.env['PLUMBLINE_PICTURES'] !== undefined)
    await anna.page.screenshot({ path: `${process.env['PLUMBLINE_PICTURES']}/contest.png` });
});

test('one press settles it for both; what was not taken can be taken back', async () => {
  await choice(anna).getByRole('button', { name: 'Take €135.50 from Ben' }).click();
  for (const person of [anna, ben]) {
    await choice(person).waitFor({ state: 'detached', timeout: 60_000 });
    await expect.poll(() => amountOf(person).inputValue()).toBe('135.50');
    await costPanel(person).getByRole('button', { name: 'Take back Amount: €120.00' }).waitFor();
    await person.allSent();
  }
  const costAt = async ({ page }: Person) => (await rawRecords(page)).find(({ type }) => type === 'cost')?.body;
  await expect.poll(async () => (await costAt(anna))?.['amount']).toEqual({ minor: 13_550, currency: 'EUR' });
  const hers = await costAt(anna);
  await expect.poll(() => costAt(ben)).toEqual(hers);

  if (process.env['PLUMBLINE_PICTURES'] !== undefined)
    await ben.page.screenshot({ path: `${process.env['PLUMBLINE_PICTURES']}/earlier.png` });
  await costPanel(ben).getByRole('button', { name: 'Take back Amount: €120.00' }).click();
  await anna.page.getByRole('row', { name: /€120\.00/ }).waitFor();
});

test('two budgets are settled where the budget stands; Undo opens the question again', async () => {
  const setBudget = async ({ page }: Person, total: string): Promise<void> => {
    await page.getByRole('button', { name: 'Edit budget' }).click();
    await page.getByLabel('Budget in total').fill(total);
    await page.getByRole('button', { name: 'Save budget' }).click();
    await page.getByRole('button', { name: 'Edit budget' }).waitFor();
  };
  const question = ({ page }: Person) => page.getByRole('region', { name: 'Budget: which one holds?' });
  const total = ({ page }: Person, amount: string) => page.getByRole('definition').filter({ hasText: amount }).first();
  await anna.allSent();
  await ben.allSent();
  await server.stop();
  await setBudget(anna, '10,000');
  await setBudget(ben, '11,000');
  await serverReturns();
  await openCost(ben);
  await openCost(anna);
  await question(ben).waitFor({ timeout: 60_000 });
  await question(anna).getByRole('button', { name: 'Take €11,000.00 from Ben' }).click();
  await question(ben).waitFor({ state: 'detached', timeout: 60_000 });
  await total(ben, '€11,000.00').waitFor();

  await anna.page.keyboard.press('Control+z');
  await question(ben).waitFor({ timeout: 60_000 });
  if (process.env['PLUMBLINE_PICTURES'] !== undefined)
    await anna.page.screenshot({ path: `${process.env['PLUMBLINE_PICTURES']}/budget.png` });
  await question(ben).getByRole('button', { name: 'Take €10,000.00 from Anna' }).click();
  for (const person of [anna, ben]) {
    await question(person).waitFor({ state: 'detached', timeout: 60_000 });
    await total(person, '€10,000.00').waitFor();
    await expect.poll(() => total(person, '€11,000.00').count()).toBe(0);
  }
});
