// Closed or killed, the window opens exactly where it was left: same journey, tab and record, unsent words included.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { launch } from '../support/launch.ts';
import { untilAtRest } from '../support/until-at-rest.ts';
import { openStep, openTab, startJourney } from '../support/window.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plumbline-resume-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

for (const ending of ['close', 'kill'] as const) {
  test(`after ${ending}: same journey, same step, drafts of notes, comment, step and cost still there`, async () => {
    const first = await launch({ userData: folder });
    await startJourney(first.page, { name: 'Guest bathroom', template: 'Bathroom upgrade' });
    await openTab(first.page, 'Steps');
    await first.page.getByRole('textbox', { name: 'Add a step' }).fill('Order the mirr');
    const [, second = ''] = await first.page
      .getByRole('list', { name: 'Steps' })
      .getByRole('button', { name: /^Open / })
      .evaluateAll((buttons) =>
        buttons.map((button) => button.getAttribute('aria-label')?.replace(/^Open /, '') ?? ''),
      );
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
    expect(await again.page.getByRole('tab', { name: 'Steps' }).getAttribute('aria-selected')).toBe('true');
    expect(await again.page.getByRole('textbox', { name: 'Name of the journey' }).inputValue()).toBe('Guest bathroom');
    expect(await back.getByRole('textbox', { name: 'Name of the step' }).inputValue()).toBe(second);
    expect(await back.getByRole('textbox', { name: 'Notes' }).inputValue()).toBe('Drain is 40 mm, and');
    expect(await back.getByRole('textbox', { name: 'Write a comment' }).inputValue()).toBe('Did anyone ask whether');
    expect(await back.getByLabel('Amount in EUR').inputValue()).toBe('89.');
    expect(await again.page.getByRole('textbox', { name: 'Add a step' }).inputValue()).toBe('Order the mirr');
    await again.close();
  });
}

test('a half-filled new journey is still half filled', async () => {
  const first = await launch({ userData: folder });
  await first.page.getByRole('button', { name: 'Start my journey' }).click();
  await first.page.getByLabel('Address').fill('7 Harbour Ro');
  await untilAtRest(first.page, '7 Harbour Ro');
  await first.kill();
  const again = await launch({ userData: folder });
  const address = again.page.getByLabel('Address');
  await address.waitFor();
  expect(await address.inputValue()).toBe('7 Harbour Ro');
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
  expect(await page.getByRole('region', { name: 'Trash' }).count()).toBe(0);
  await close();
});
