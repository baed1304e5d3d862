// The bathroom upgrade, played by chat and by buttons in turn: what one began the other goes on with, and takes back.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { launch, type Launched } from '../support/launch.ts';
import { shot } from '../support/shot.ts';
import { talkIn, type Talk } from '../support/talk.ts';
import { addCost, openStep, openTab } from '../support/window.ts';

let device: Launched;
let page: Page;
let talk: Talk;

beforeAll(async () => {
  device = await launch();
  ({ page } = device);
  talk = talkIn(page);
});
afterAll(() => device.close());

const complete = (step: string) => page.getByRole('button', { name: `Complete ${step}`, exact: true });

test('begun by a sentence, its steps are moved by buttons and by sentences in turn', async () => {
  await page.getByRole('button', { name: 'Say it in Talk' }).click();
  await talk.have('I want to renovate our bathroom, budget 8,000');
  await page.getByRole('tab', { name: 'Talk', selected: true }).waitFor();

  await talk.have('start measure and find the pipes');
  await openTab(page, 'Steps');
  await (
    await openStep(page, 'Measure and find the pipes')
  )
    .getByRole('button', { name: 'Complete', exact: true })
    .click();
  await (
    await openStep(page, 'Choose layout and fixtures')
  )
    .getByRole('button', { name: 'Start', exact: true })
    .click();
  await openTab(page, 'Talk');
  // The chat knows what the buttons did.
  await talk.learn("what's next?", 'Choose layout and fixtures');
  await talk.have('finish choose layout and fixtures');
  await openTab(page, 'Overview');
  await expect.poll(() => page.getByRole('region', { name: 'Where it stands' }).innerText()).toContain('2 of 13 steps');
});

test('a deed of a button is taken back by saying so', async () => {
  await openTab(page, 'Steps');
  await complete('Collect quotes').click();
  await complete('Collect quotes').waitFor({ state: 'detached' });
  await openTab(page, 'Talk');
  expect(await talk.have('undo')).toContain('Collect quotes');
  await shot(page, 'undo');
  await openTab(page, 'Steps');
  await complete('Collect quotes').waitFor();
  expect(await complete('Choose layout and fixtures').count()).toBe(0);
});

test('a cost of the form is paid by a sentence, one of the chat by the form, and both answer how much was spent', async () => {
  await openTab(page, 'Money');
  await addCost(page.getByRole('tabpanel'), { amount: '1,899', description: 'Shower cabin', due: true });
  await openTab(page, 'Talk');
  await talk.have('new cost: wall tiles 684.50');
  await talk.learn('how much have we spent?', '€2,583.50');
  await talk.have('the shower cabin is paid');
  await openTab(page, 'Money');
  await page.getByRole('row', { name: /wall tiles/i }).click();
  const cost = page.getByRole('complementary', { name: 'Cost' });
  await cost.getByText('Paid', { exact: true }).click();
  await expect.poll(() => page.getByRole('main').innerText()).toMatch(/Paid\s+€2,583\.50/);
  await openTab(page, 'Talk');
  await talk.learn('how much did we spend?', '€2,583.50 spent');
});

test('a task of the chat is checked off on Overview, and a question is answered by a button and by words', async () => {
  await talk.have('add task call the plumber about the valve');
  await openTab(page, 'Overview');
  const todo = page.getByRole('region', { name: 'To do' });
  await todo.getByRole('checkbox', { name: /call the plumber about the valve/i }).click();
  await todo.waitFor({ state: 'detached' });
  await openTab(page, 'Talk');

  await talk.say('start first-fix');
  await page
    .getByRole('region', { name: 'Question' })
    .last()
    .getByRole('button', { name: 'First-fix plumbing' })
    .click();
  await talk.proposal.getByText('Start First-fix plumbing').waitFor();
  await talk.proposal.getByRole('button', { name: 'Do it' }).click();
  await talk.proposal.getByText(/^Done ·/).waitFor();
  await talk.say('start first-fix');
  await page.getByRole('region', { name: 'Question' }).nth(1).waitFor();
  await talk.have('electrics');
  await shot(page, 'question');
  await openTab(page, 'Overview');
  await expect.poll(() => page.getByRole('region', { name: 'Where it stands' }).innerText()).toContain('2 in progress');
});
