// A kitchen renovated by talking about it, with no network: from the first sentence to the last step, with a killed window in between.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { kitchenTemplate } from '../../domain/templates/kitchen.ts';
import { launch, type Launched } from '../support/launch.ts';
import { untilAtRest } from '../support/until-at-rest.ts';
import { shot } from '../support/shot.ts';
import { talkIn, type Talk } from '../support/talk.ts';
import { openTab } from '../support/window.ts';

const photo = path.join(import.meta.dirname, '../fixtures/files/photo-orientation-6.jpg');
let device: Launched;
let page: Page;
let talk: Talk;

beforeAll(async () => {
  device = await launch();
  ({ page } = device);
  talk = talkIn(page);
});
afterAll(() => device.close());

/** Steps that nobody calls by their whole name. */
const SAID: Readonly<Record<string, string>> = {
  'Order units, worktop and appliances': 'order units',
  'Walk through and list the snags': 'the snags',
};

test('a journey begins with a sentence, and the talk goes on in it', async () => {
  await page.getByRole('button', { name: 'Say it in Talk' }).click();
  await talk.say('I want to redo our kitchen, about 25k, starting in May');
  const card = page.getByRole('region', { name: 'Proposal' });
  await card.getByText(/16 steps · budget €25,000.00 · begins \w+, 1 May/).waitFor();
  await shot(page, 'start');
  await card.getByRole('button', { name: 'Do it' }).click();
  await page.getByRole('tab', { name: 'Talk', selected: true }).waitFor();
  await talk.log.getByText('I want to redo our kitchen').waitFor();
  await expect.poll(() => talk.log.innerText()).toContain('Start the journey Kitchen renovation');
});

test('steps, costs, tasks and reminders are proposed, done, and asked about', async () => {
  await talk.have('start measure and photograph the room');
  expect(await talk.have('bought tiles for 684.50')).toContain('€684.50');
  await talk.have('remind me to call the plumber tomorrow');
  await talk.have('add task measure the window');
  await talk.say('start first-fix');
  await page.getByRole('region', { name: 'Question' }).getByRole('button', { name: 'First-fix plumbing' }).click();
  await page.getByRole('region', { name: 'Proposal' }).last().getByText('Start First-fix plumbing').waitFor();
  await page.getByRole('region', { name: 'Proposal' }).last().getByRole('button', { name: 'Don’t' }).click();
  await talk.log.getByText('Not done').waitFor();
  await talk.learn('how much have we spent?', '€684.50 spent');
  await talk.learn("what's next?", 'Measure and photograph the room');
  await shot(page, 'talk');
  await openTab(page, 'Overview');
  const todo = page.getByRole('region', { name: 'To do' });
  await todo.getByText(/call the plumber/i).waitFor();
  await todo.getByText(/measure the window/i).waitFor();
  await openTab(page, 'Talk');
});

test('what was done is taken back from its card, and what can’t be read is kept as it was written', async () => {
  await talk.have('finish measure and photograph the room');
  await page.getByRole('region', { name: 'Proposal' }).last().getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('region', { name: 'Proposal' }).last().getByRole('button', { name: 'Do it' }).waitFor();
  await talk.learn("what's next?", 'Being done now');
  await talk.say('the old tiles are really ugly');
  await talk.log.getByText('It is kept as you wrote it.').waitFor();
  await expect.poll(() => talk.log.getByText('the old tiles are really ugly').count()).toBe(1);
});

test('a photo that is dropped goes to the step in question and stands in the talk', async () => {
  await page.evaluate((bytes) => {
    const data = new DataTransfer();
    const raw = Uint8Array.from(atob(bytes), (letter) => letter.codePointAt(0) ?? 0);
    data.items.add(new File([raw], 'wall.jpg', { type: 'image/jpeg' }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, readFileSync(photo).toString('base64'));
  await talk.log.getByRole('button', { name: 'Open wall.jpg' }).waitFor();
  await shot(page, 'photo');
  await openTab(page, 'Steps');
  await page.getByRole('button', { name: 'Open Measure and photograph the room', exact: true }).click();
  const atStep = page.getByRole('complementary', { name: 'Step' }).getByRole('button', { name: 'Open wall.jpg' });
  await expect.poll(() => atStep.count()).toBe(1);
  await page.keyboard.press('Escape');
  await openTab(page, 'Talk');
});

test('a window that is killed opens where it was, with the talk and the unsent words', async () => {
  await talk.field.fill('finish measure and photo');
  // One has scrolled back to how it began.
  await talk.log.evaluate((list) => list.parentElement?.scrollTo({ top: 0 }));
  await page.getByRole('button', { name: 'To the latest' }).waitFor();
  await untilAtRest(page, 'finish measure and photo', '"above":');
  const { userData } = device;
  await device.kill();
  device = await launch({ userData });
  ({ page } = device);
  talk = talkIn(page);
  await page.getByRole('tab', { name: 'Talk', selected: true }).waitFor();
  await expect.poll(() => talk.field.inputValue()).toBe('finish measure and photo');
  await talk.log.getByText('I want to redo our kitchen').waitFor();
  const latest = talk.log.getByText('the old tiles are really ugly');
  expect(await latest.count()).toBe(0);
  await page.getByRole('button', { name: 'To the latest' }).click();
  await latest.waitFor();
});

test('one step after the other is finished by saying so, until all are settled', async () => {
  for (const { name } of kitchenTemplate.steps) await talk.have(`finish ${SAID[name] ?? name}`);
  await talk.learn("what's next?", 'Every step is settled');
  await shot(page, 'finished');
  await openTab(page, 'Overview');
  await expect.poll(() => page.getByRole('region', { name: 'Likely done' }).innerText()).toContain('All settled');
  await page.getByRole('navigation').getByRole('button', { name: 'Home' }).click();
  await page.getByRole('listitem', { name: 'Kitchen renovation' }).getByText('Every step is settled').waitFor();
});
