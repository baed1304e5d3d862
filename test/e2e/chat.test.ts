// A kitchen renovated by talking about it, with no network: from the first sentence to the last step, with a killed window in between.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { kitchenTemplate } from '../../domain/templates/kitchen.ts';
import { launch, type Launched } from '../support/launch.ts';
import { shot } from '../support/shot.ts';
import { openTab } from '../support/window.ts';

const photo = path.join(import.meta.dirname, '../fixtures/files/photo-orientation-6.jpg');
let device: Launched;
let page: Page;

beforeAll(async () => {
  device = await launch();
  ({ page } = device);
  page.setDefaultTimeout(10_000);
});
afterAll(() => device.close());

const field = (): Locator => page.getByRole('textbox', { name: 'Message' });
const log = (): Locator => page.getByRole('log', { name: 'Messages' });

/** Steps that nobody calls by their whole name. */
const SAID: Readonly<Record<string, string>> = {
  'Order units, worktop and appliances': 'order units',
  'Walk through and list the snags': 'the snags',
};

/** Says it, and waits until it is kept: the line is empty again. */
const say = async (text: string): Promise<void> => {
  await field().fill(text);
  await field().press('Enter');
  await vi.waitFor(async () => expect(await field().inputValue()).toBe(''));
};

/** Says it and takes what is proposed; answers what the proposal says afterwards. */
const have = async (text: string): Promise<string> => {
  await say(text);
  const card = page.getByRole('region', { name: 'Proposal' }).last();
  await card.getByRole('button', { name: 'Do it' }).click();
  await card.getByText(/^Done ·/).waitFor();
  return card.innerText();
};

const answer = async (text: string): Promise<string> => {
  const before = await page.getByRole('region', { name: 'Answer' }).count();
  await say(text);
  await page.getByRole('region', { name: 'Answer' }).nth(before).waitFor();
  return page.getByRole('region', { name: 'Answer' }).nth(before).innerText();
};

test('a journey begins with a sentence, and the talk goes on in it', async () => {
  await page.getByRole('button', { name: 'Say it in the chat' }).click();
  await say('I want to redo our kitchen, about 25k, starting in May');
  const card = page.getByRole('region', { name: 'Proposal' });
  await card.getByText(/16 steps · budget €25,000.00 · begins \w+, 1 May/).waitFor();
  await shot(page, 'start');
  await card.getByRole('button', { name: 'Do it' }).click();
  await page.getByRole('tab', { name: 'Chat', selected: true }).waitFor();
  await log().getByText('I want to redo our kitchen').waitFor();
  await vi.waitFor(async () => expect(await log().innerText()).toContain('Start the journey Kitchen renovation'));
});

test('steps, costs, tasks and reminders are proposed, done, and asked about', async () => {
  await have('start measure and photograph the room');
  expect(await have('bought tiles for 684.50')).toContain('€684.50');
  await have('remind me to call the plumber tomorrow');
  await have('add task measure the window');
  await say('start first-fix');
  await page.getByRole('region', { name: 'Question' }).getByRole('button', { name: 'First-fix plumbing' }).click();
  await page.getByRole('region', { name: 'Proposal' }).last().getByText('Start First-fix plumbing').waitFor();
  await page.getByRole('region', { name: 'Proposal' }).last().getByRole('button', { name: 'Don’t' }).click();
  await log().getByText('Not done').waitFor();
  expect(await answer('how much have we spent?')).toContain('€684.50 spent');
  expect(await answer("what's next?")).toContain('Measure and photograph the room');
  await shot(page, 'talk');
  await openTab(page, 'Overview');
  const todo = page.getByRole('region', { name: 'To do' });
  await todo.getByText(/call the plumber/i).waitFor();
  await todo.getByText(/measure the window/i).waitFor();
  await openTab(page, 'Chat');
});

test('what was done is taken back from its card, and what can’t be read is kept as it was written', async () => {
  await have('finish measure and photograph the room');
  await page.getByRole('region', { name: 'Proposal' }).last().getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('region', { name: 'Proposal' }).last().getByRole('button', { name: 'Do it' }).waitFor();
  expect(await answer("what's next?")).toContain('Being done now');
  await say('the old tiles are really ugly');
  await log().getByText('It is kept as you wrote it.').waitFor();
});

test('a photo that is dropped goes to the step in question and stands in the talk', async () => {
  await page.evaluate((bytes) => {
    const data = new DataTransfer();
    const raw = Uint8Array.from(atob(bytes), (letter) => letter.codePointAt(0) ?? 0);
    data.items.add(new File([raw], 'wall.jpg', { type: 'image/jpeg' }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, readFileSync(photo).toString('base64'));
  await log().getByRole('button', { name: 'Open wall.jpg' }).waitFor();
  await shot(page, 'photo');
  await openTab(page, 'Steps');
  await page.getByRole('button', { name: 'Open Measure and photograph the room', exact: true }).click();
  const atStep = page.getByRole('complementary', { name: 'Step' }).getByRole('button', { name: 'Open wall.jpg' });
  await vi.waitFor(async () => expect(await atStep.count()).toBe(1));
  await page.keyboard.press('Escape');
  await openTab(page, 'Chat');
});

test('a window that is killed opens where it was, with the talk and the unsent words', async () => {
  await field().fill('finish measure and photo');
  // One has scrolled back to how it began.
  await log().evaluate((list) => list.parentElement?.scrollTo({ top: 0 }));
  await page.getByRole('button', { name: 'To the latest' }).waitFor();
  await page.waitForTimeout(300);
  const { userData } = device;
  await device.kill();
  device = await launch({ userData });
  ({ page } = device);
  page.setDefaultTimeout(10_000);
  await page.getByRole('tab', { name: 'Chat', selected: true }).waitFor();
  expect(await field().inputValue()).toBe('finish measure and photo');
  await log().getByText('I want to redo our kitchen').waitFor();
  const latest = log().getByText('the old tiles are really ugly');
  expect(await latest.count()).toBe(0);
  await page.getByRole('button', { name: 'To the latest' }).click();
  await latest.waitFor();
});

test('one step after the other is finished by saying so, until all are settled', async () => {
  for (const { name } of kitchenTemplate.steps) await have(`finish ${SAID[name] ?? name}`);
  expect(await answer("what's next?")).toContain('Every step is settled');
  await shot(page, 'finished');
  await openTab(page, 'Overview');
  await vi.waitFor(async () =>
    expect(await page.getByRole('region', { name: 'Could end' }).innerText()).toContain('All settled'),
  );
  await page.getByRole('navigation').getByRole('button', { name: 'Home' }).click();
  await page.getByRole('listitem', { name: 'Kitchen renovation' }).getByText('Every step is settled').waitFor();
});
