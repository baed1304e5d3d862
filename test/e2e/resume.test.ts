// Closed or killed, the window opens exactly where it was left: same journey, tab and record, unsent words included.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import type { Page } from 'playwright-core';
import { launch } from '../support/launch.ts';
import { shot } from '../support/shot.ts';
import { everythingAtRest } from '../support/raw-records.ts';
import { untilAtRest } from '../support/until-at-rest.ts';
import { openStep, openTab, startJourney, stepNames } from '../support/window.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plumbline-resume-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const SECRET = 'correct horse battery';

for (const ending of ['close', 'kill'] as const) {
  test(`after ${ending}: same journey, same step, drafts of notes, comment, step and cost still there`, async () => {
    const first = await launch({ userData: folder });
    await startJourney(first.page, { name: 'Guest bathroom', template: 'Bathroom upgrade' });
    await openTab(first.page, 'Steps');
    await first.page.getByRole('textbox', { name: 'Add a step' }).fill('Order the mirr');
    const [, second = ''] = await stepNames(first.page);
    const panel = await openStep(first.page, second);
    await panel.getByRole('button', { name: 'Add a cost' }).click();
    await panel.getByLabel('Amount in EUR').fill('89.');
    await panel.getByRole('textbox', { name: 'Write a comment' }).fill('Did anyone ask whether');
    await panel.getByRole('textbox', { name: 'Notes' }).fill('Drain is 40 mm, and');
    // A kill gives no warning; a window that is closed writes what waits before it goes.
    if (ending === 'kill')
      await untilAtRest(first.page, '"89."', 'Order the mirr', 'Did anyone ask whether', 'Drain is 40 mm, and');
    await first[ending]();

    const again = await launch({ userData: folder });
    const back = again.page.getByRole('complementary', { name: 'Step' });
    await back.waitFor();
    await expect.poll(() => again.page.getByRole('tab', { name: 'Steps' }).getAttribute('aria-selected')).toBe('true');
    await expect
      .poll(() => again.page.getByRole('textbox', { name: 'Name of the journey' }).inputValue())
      .toBe('Guest bathroom');
    await expect.poll(() => back.getByRole('textbox', { name: 'Name of the step' }).inputValue()).toBe(second);
    await expect.poll(() => back.getByRole('textbox', { name: 'Notes' }).inputValue()).toBe('Drain is 40 mm, and');
    await expect
      .poll(() => back.getByRole('textbox', { name: 'Write a comment' }).inputValue())
      .toBe('Did anyone ask whether');
    await expect.poll(() => back.getByLabel('Amount in EUR').inputValue()).toBe('89.');
    await expect
      .poll(() => again.page.getByRole('textbox', { name: 'Add a step' }).inputValue())
      .toBe('Order the mirr');
    await again.close();
  });
}

test('what was typed in forms and in place is there after a kill, says that it is not saved, and Enter saves it; a password is gone', async () => {
  const first = await launch({ userData: folder });
  await startJourney(first.page, { name: 'Hall', template: 'Bathroom upgrade' });
  await openTab(first.page, 'Decisions');
  await first.page.getByRole('button', { name: 'Ask a question' }).click();
  const question = first.page.getByRole('form', { name: 'Ask a question' });
  await question.getByRole('textbox', { name: 'Question' }).fill('Which floor?');
  await question.getByLabel('Alternatives').fill('Oak');
  await question.getByRole('button', { name: 'Add the question' }).click();
  const card = (page: Page) => page.getByRole('article', { name: 'Which floor?' });
  const cost = (page: Page) => card(page).getByRole('article', { name: 'Oak' }).getByLabel('Cost in EUR');
  await cost(first.page).fill('1,2oo');
  await card(first.page).getByLabel('Add an alternative').fill('Slate ti');
  await first.page.getByRole('button', { name: 'Add a selection' }).click();
  const selection = (page: Page) => page.getByRole('form', { name: 'Add a selection' });
  await selection(first.page).getByLabel('What is to be chosen').fill('A lamp above the st');
  await selection(first.page).getByLabel('Allowance in EUR').fill('12');
  await first.page.getByRole('button', { name: 'Settings' }).click();
  await first.page.getByLabel('Your name').fill('Ann');
  await first.page.getByRole('textbox', { name: 'Password' }).fill(SECRET);
  await first.page.getByRole('button', { name: 'Hall' }).click();
  // Typed last, and never left: the kill comes in the middle of it.
  const name = (page: Page) => page.getByRole('textbox', { name: 'Name of the journey' });
  await name(first.page).fill('Hall and stai');
  await untilAtRest(first.page, 'Hall and stai', '1,2oo', 'Slate ti', 'A lamp above the st', '"Ann"');
  expect(await everythingAtRest(first.page)).not.toContain(SECRET);
  await first.kill();

  const { page, close } = await launch({ userData: folder });
  await name(page).waitFor();
  await expect.poll(() => name(page).inputValue()).toBe('Hall and stai');
  await openTab(page, 'Decisions');
  await expect.poll(() => card(page).getByLabel('Add an alternative').inputValue()).toBe('Slate ti');
  await expect.poll(() => selection(page).getByLabel('What is to be chosen').inputValue()).toBe('A lamp above the st');
  await expect.poll(() => selection(page).getByLabel('Allowance in EUR').inputValue()).toBe('12');
  // What was no amount could not be saved when the field was left.
  await expect.poll(() => cost(page).inputValue()).toBe('1,2oo');
  await expect
    .poll(() => cost(page).getAttribute('title'))
    .toBe('Not saved yet, kept as a draft: it is saved when you leave the field');
  await shot(page, 'left-typed');
  await cost(page).fill('1,200');
  await cost(page).press('Enter');
  await expect.poll(() => cost(page).getAttribute('title')).toBeNull();
  await expect.poll(() => cost(page).inputValue()).toBe('1,200.00');
  await name(page).press('Enter');
  await page.getByRole('navigation').getByText('Hall and stai').waitFor();
  await name(page).fill('Never mind');
  await name(page).press('Escape');
  await expect.poll(() => name(page).inputValue()).toBe('Hall and stai');
  await selection(page).getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Add a selection' }).click();
  await expect.poll(() => selection(page).getByLabel('What is to be chosen').inputValue()).toBe('');
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect.poll(() => page.getByLabel('Your name').inputValue()).toBe('Ann');
  await expect.poll(() => page.getByRole('textbox', { name: 'Password' }).inputValue()).toBe('');
  await close();
});

test('a half-filled new journey is still half filled', async () => {
  const first = await launch({ userData: folder });
  await first.page.getByRole('button', { name: 'Start my journey' }).click();
  await first.page.getByLabel('Address').fill('7 Harbour Ro');
  await untilAtRest(first.page, '7 Harbour Ro');
  await first.kill();
  const again = await launch({ userData: folder });
  const address = again.page.getByLabel('Address');
  await address.waitFor();
  await expect.poll(() => address.inputValue()).toBe('7 Harbour Ro');
  await again.close();
});

test('a journey is renamed, archived, taken out, trashed, restored, and the trash can be undone', async () => {
  const { page, close } = await launch({ userData: folder });
  await startJourney(page, { name: 'Hall' });
  const name = page.getByRole('textbox', { name: 'Name of the journey' });
  await name.fill('Hall and stairs');
  await name.press('Enter');
  const more = async (choice: string): Promise<void> => {
    await page.getByRole('button', { name: 'More for this journey' }).click();
    await page.getByRole('menuitem', { name: choice }).click();
  };
  await more('Archive');
  await page.getByRole('region', { name: 'Archive' }).getByRole('button', { name: 'Restore Hall and stairs' }).click();
  await page.getByRole('button', { name: 'Resume Hall and stairs' }).click();
  await more('Move to the trash');
  await page.getByRole('region', { name: 'Trash' }).getByRole('button', { name: 'Restore Hall and stairs' }).click();
  await page.getByRole('button', { name: 'Resume Hall and stairs' }).click();
  await more('Move to the trash');
  await page.getByRole('region', { name: 'Trash' }).waitFor();
  await page
    .getByRole('alert')
    .filter({ hasText: 'Moved to the trash' })
    .last()
    .getByRole('button', { name: 'Undo' })
    .click();
  await page.getByRole('button', { name: 'Resume Hall and stairs' }).waitFor();
  await expect.poll(() => page.getByRole('region', { name: 'Trash' }).count()).toBe(0);
  await close();
});
