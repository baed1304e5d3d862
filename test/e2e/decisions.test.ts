// A decision from question to rollback: alternatives with a photo and costs, votes given apart, a reason, what follows, and the way back and again.
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { accountOf } from '../support/accounts.ts';
import { devicesOnServer } from '../support/devices.ts';
import type { Person } from '../support/person.ts';
import { shot } from '../support/shot.ts';

const QUESTION = 'Which floor in the kitchen?';
const PHOTO = path.resolve(import.meta.dirname, '../../src-renderer/public/sample/11-finished.jpg');
const { server, newDevice, serverReturns } = await devicesOnServer();
let anna: Person;
let ben: Person;

const card = ({ page }: Person) => page.getByRole('article', { name: QUESTION });
const alternative = (person: Person, name: string) => card(person).getByRole('article', { name });
const votes = (person: Person, name: string, words: string) =>
  alternative(person, name).getByRole('img', { name: words });
const openCard = async (person: Person): Promise<void> => {
  await person.goTo('Kitchen');
  await person.openTab('Decisions');
  const toggle = card(person).getByRole('button', { expanded: false, name: new RegExp(`^${QUESTION.slice(0, -1)}`) });
  await card(person).waitFor();
  if (await toggle.isVisible()) await toggle.click();
  await card(person).getByLabel('Add an alternative').waitFor();
};

beforeAll(async () => {
  anna = await newDevice();
  await anna.startJourney({ name: 'Kitchen', budget: '9,000' });
  await anna.openTab('Steps');
  await anna.addStep('Lay the floor');
});

test('three alternatives stand side by side, with a photo, costs, days, and what speaks for them', async () => {
  const { page } = anna;
  await anna.openTab('Decisions');
  await page.getByRole('button', { name: 'Ask a question' }).click();
  const form = page.getByRole('form', { name: 'Ask a question' });
  await form.getByLabel('Question').fill(QUESTION);
  await form.getByLabel('Alternatives').fill('Oak parquet\nSlate tiles\nCork');
  await form.getByLabel('Wanted by').fill('1 Mar 2026');
  await form.getByRole('button', { name: 'Add the question' }).click();
  for (const [name, cost, days] of [
    ['Oak parquet', '4,200', '4'],
    ['Slate tiles', '3,100', '6'],
    ['Cork', '1,900', '2'],
  ] as const) {
    await alternative(anna, name).getByLabel('Cost in EUR').fill(cost);
    await alternative(anna, name).getByLabel('Days').fill(days);
    await alternative(anna, name).getByLabel('Days').press('Tab');
  }
  await alternative(anna, 'Oak parquet').getByLabel('For it').fill('Warm under bare feet');
  await alternative(anna, 'Oak parquet').getByLabel('Against it').fill('Does not like water');
  await alternative(anna, 'Oak parquet').getByLabel('Photos of Oak parquet: choose files').setInputFiles(PHOTO);
  await alternative(anna, 'Oak parquet')
    .getByRole('button', { name: /^Take away the photo/ })
    .waitFor();
  await expect.poll(() => alternative(anna, 'Slate tiles').getByLabel('Cost in EUR').inputValue()).toBe('3,100.00');
  await shot(page, 'alternatives');

  // On the overview it says by when.
  await anna.openTab('Overview');
  await page
    .getByRole('button', { name: `Open ${QUESTION}` })
    .getByText('Wanted')
    .waitFor();
  await shot(page, 'overview');
});

test('two people vote apart from each other, and both votes count', async () => {
  await anna.signUp(server.url, accountOf('Anna'));
  await anna.allSent();
  await anna.goTo('Kitchen');
  const code = await anna.invite('family');
  ben = await newDevice();
  await ben.join(server.url, { code, account: accountOf('Ben') });
  await openCard(ben);
  await alternative(ben, 'Oak parquet')
    .getByRole('button', { name: /^Take away the photo/ })
    .waitFor({ timeout: 60_000 });
  await openCard(anna);

  await server.stop();
  await alternative(anna, 'Oak parquet').getByRole('button', { name: 'Vote for Oak parquet' }).click();
  await alternative(ben, 'Slate tiles').getByRole('button', { name: 'Vote for Slate tiles' }).click();
  await votes(ben, 'Slate tiles', '1 vote for Slate tiles: You').waitFor();
  await serverReturns();
  await openCard(anna);
  await openCard(ben);
  for (const [person, oak, slate] of [
    [anna, 'You', 'Ben'],
    [ben, 'Anna', 'You'],
  ] as const) {
    await votes(person, 'Oak parquet', `1 vote for Oak parquet: ${oak}`).waitFor({ timeout: 60_000 });
    await votes(person, 'Slate tiles', `1 vote for Slate tiles: ${slate}`).waitFor({ timeout: 60_000 });
  }
  await alternative(ben, 'Oak parquet').getByRole('button', { name: 'Vote for Oak parquet' }).click();
  await votes(anna, 'Oak parquet', '2 votes for Oak parquet: You, Ben').waitFor({ timeout: 60_000 });
  await expect.poll(() => votes(anna, 'Slate tiles', 'No votes for Slate tiles').count()).toBe(1);
});

test('decided with a reason, a cost and a step hang on it', async () => {
  const { page } = anna;
  await alternative(anna, 'Oak parquet').getByRole('button', { name: 'Decide for Oak parquet' }).click();
  const form = card(anna).getByRole('form', { name: 'Decide for Oak parquet' });
  await form.getByLabel('Why').fill('Both of us like it warm');
  await form.getByRole('button', { name: 'Decide', exact: true }).click();
  await card(anna).getByText('Decided: Oak parquet').waitFor();
  const follows = card(anna).getByRole('region', { name: 'What follows from it' });
  await follows.getByRole('button', { name: 'Add a cost' }).click();
  // What is known of it is filled in.
  const cost = follows.getByRole('form', { name: 'Add a cost' });
  await expect.poll(() => cost.getByLabel('Amount in EUR').inputValue()).toBe('4,200.00');
  await cost.getByRole('button', { name: 'Add a cost' }).click();
  await follows.getByRole('region', { name: 'Costs' }).getByText('€4,200.00').first().waitFor();
  await follows.getByRole('button', { name: 'Add a step' }).click();
  await follows.getByLabel('Name of the step').fill('Oil the oak');
  await follows.getByRole('form', { name: 'Add a step' }).getByRole('button', { name: 'Add a step' }).click();
  await follows.getByRole('region', { name: 'Steps and days' }).getByText('Oil the oak').waitFor();
  await follows.getByRole('button', { name: 'Plan a step' }).click();
  const plan = follows.getByRole('form', { name: 'Plan a step' });
  await plan.getByRole('combobox', { name: 'Which step' }).click();
  await page.getByRole('option', { name: 'Lay the floor' }).click();
  await plan.getByRole('button', { name: 'Plan a step' }).click();
  await follows.getByText('Duration: not set → 4 days').waitFor();
  await shot(page, 'decided');
});

test('what hangs on it is shown before, rolled back in one go, and applied again; what another changed since stays', async () => {
  const { page } = anna;
  await anna.allSent();
  await ben.openTab('Steps');
  await ben.openStep('Oil the oak');
  await ben.page.getByRole('textbox', { name: 'Name of the step' }).fill('Oil the oak twice');
  await ben.page.getByRole('textbox', { name: 'Name of the step' }).press('Enter');
  await card(anna).getByText('Oil the oak twice').waitFor({ timeout: 60_000 });

  await card(anna).getByRole('button', { name: 'Revisit' }).click();
  const revisit = card(anna).getByRole('region', { name: 'What hangs on this decision' });
  await revisit.getByText('3 things hang on it.').waitFor();
  await revisit.getByText('Changed again since: Name. That stays as it is now.').waitFor();
  await revisit.getByLabel('Why it is rolled back').fill('The budget is gone');
  await shot(page, 'impact');
  await revisit.getByRole('button', { name: 'Roll it back' }).click();
  const back = card(anna).getByRole('region', { name: 'Rolled back' });
  await back.getByText('You rolled back the decision for Oak parquet: The budget is gone').waitFor();
  await shot(page, 'rolled-back');
  await anna.openTab('Money');
  await page.getByText('No costs yet').waitFor();
  await anna.openTab('Steps');
  await page.getByRole('button', { name: 'Open Oil the oak twice' }).waitFor();
  expect(await page.getByText('4 days').count()).toBe(0);

  await openCard(anna);
  await back.getByRole('button', { name: 'Decide for Oak parquet again, with what followed' }).click();
  await card(anna).getByText('Decided: Oak parquet').waitFor();
  await card(anna).getByText('Duration: not set → 4 days').waitFor();
  // Deciding otherwise without a rollback says what hangs on what was decided.
  await alternative(anna, 'Cork').getByRole('button', { name: 'Decide for Cork' }).click();
  const otherwise = card(anna).getByRole('form', { name: 'Decide for Cork' });
  await otherwise.getByText(/^These 3 followed from Oak parquet and stay/).waitFor();
  await shot(page, 'otherwise');
  await otherwise.getByRole('button', { name: 'Cancel' }).click();
  await openCard(ben);
  await card(ben).getByText('Both of us like it warm').waitFor({ timeout: 60_000 });
  await ben.openTab('Money');
  await ben.page.getByRole('row', { name: /Oak parquet/ }).waitFor({ timeout: 60_000 });
});

test('a selection is chosen within its allowance', async () => {
  const { page } = anna;
  await anna.openTab('Decisions');
  await page.getByRole('button', { name: 'Add a selection' }).click();
  const form = page.getByRole('form', { name: 'Add a selection' });
  await form.getByLabel('What is to be chosen').fill('Kitchen tap');
  await form.getByLabel('Allowance in EUR').fill('300');
  await form.getByLabel('Wanted by').fill('1 Mar 2026');
  await form.getByRole('button', { name: 'Add it' }).click();
  await anna.openTab('Overview');
  await page.getByRole('button', { name: 'Open Kitchen tap' }).click();
  await page.getByRole('button', { name: 'Choose the Kitchen tap' }).click();
  const choose = page.getByRole('form', { name: 'Choose the Kitchen tap' });
  await choose.getByLabel('What it is').fill('Brass, with a spray');
  await choose.getByLabel('Price in EUR').fill('249.99');
  await choose.getByRole('button', { name: 'Choose it' }).click();
  const tap = page.getByRole('listitem', { name: 'Kitchen tap' });
  await tap.getByText('€50.01').waitFor();
  await expect.poll(() => tap.getByText('Under').count()).toBe(1);
  await shot(page, 'selections');
});
