// The search in the window: what is found opens at its place, slips are forgiven, papers lead to papers like them, and what a warranty or an
// invoice becomes is found as well.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, type Launched } from '../support/launch.ts';
import { pdfOf } from '../support/pdf-pages.ts';
import { personAt, type Person } from '../support/person.ts';
import { shot } from '../support/shot.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-search-'));
let device: Launched;
let page: Page;
let anna: Person;

const text = (...lines: readonly string[]) => ({
  content: lines.map((line) => ({ text: line, margin: [0, 0, 0, 8] })),
});
const INVOICE = text(
  'INVOICE',
  'Miller Heating Ltd',
  'Invoice no. 2026-118',
  'Date: 04/05/2026',
  'Due date: 04/06/2031',
  'Vaillant ecoTEC condensing boiler with flue and commissioning',
  'Total EUR 2,310.00',
);
const WARRANTY = text(
  'Warranty certificate',
  'Miller Heating Ltd',
  'Vaillant ecoTEC condensing boiler with flue, serial 21-0099',
  'Date of purchase: 04/05/2026',
  'Warranty expires: 04/05/2031',
);
/** Only on the second of its pages stands what is looked for. */
const MANUAL = {
  content: [
    { text: 'Installation guide\nRead these instructions before use.', pageBreak: 'after' },
    { text: 'Vaillant ecoTEC condensing boiler: flue, commissioning.\nBleed the radiators before the frost.' },
  ],
};

beforeAll(async () => {
  for (const [name, definition] of Object.entries({
    'Invoice.pdf': INVOICE,
    'Warranty.pdf': WARRANTY,
    'Manual.pdf': MANUAL,
  }))
    writeFileSync(path.join(folder, name), await pdfOf(definition));
  device = await launch();
  ({ page } = device);
  anna = personAt(page);
  await anna.startJourney({ name: 'House' });
  await anna.openTab('Steps');
  await anna.addStep('Heating');
});
afterAll(async () => {
  await device.close();
  rmSync(folder, { recursive: true, force: true });
});

const add = async (name: string): Promise<void> => {
  await anna.openTab('Documents');
  await page.getByLabel('Add to this journey: choose files').setInputFiles(path.join(folder, name));
};
const viewer = () => page.getByRole('dialog');
const values = () => viewer().getByRole('form', { name: 'What it says' });
const check = async (): Promise<void> => {
  await page.getByText('1 paper was read and waits for a look').waitFor();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
};
const results = () => page.getByRole('region', { name: 'Results' });
const search = async (typed: string): Promise<void> => {
  await page.keyboard.press('Control+f');
  await page.getByLabel('Search everything').fill(typed);
};

test('an invoice that was read becomes a cost that is due, with its paper behind it', async () => {
  await add('Invoice.pdf');
  await check();
  await expect.poll(() => values().getByLabel('Total in EUR', { exact: true }).inputValue()).toBe('2,310.00');
  await shot(page, 'invoice-values');
  await values().getByRole('button', { name: 'Add as a cost' }).click();
  await viewer().waitFor({ state: 'detached' });
  await anna.openTab('Money');
  await page.getByText('€2,310.00').first().waitFor();
  await expect
    .poll(() =>
      page
        .getByRole('row', { name: /Miller Heating|Invoice/ })
        .getByText('Due')
        .count(),
    )
    .toBe(1);
});

test('a warranty that was read becomes a reminder on the overview, which leads back to it and is checked off', async () => {
  await add('Warranty.pdf');
  await check();
  await expect.poll(() => values().getByLabel('Warranty ends').inputValue()).toMatch(/2031/);
  await shot(page, 'warranty-values');
  await values().getByRole('button', { name: 'Remind me' }).click();
  await viewer().waitFor({ state: 'detached' });
  await anna.openTab('Overview');
  const reminders = page.getByRole('region', { name: 'From your papers' });
  await expect.poll(() => reminders.locator('time').getAttribute('datetime')).toBe('2031-04-04');
  await shot(page, 'reminder');
  await reminders.getByRole('button', { name: /^Open the paper/ }).click();
  await expect.poll(() => values().getByLabel('Warranty ends').inputValue()).toMatch(/2031/);
  await page.keyboard.press('Escape');
  await anna.openTab('Overview');
  await reminders.getByRole('checkbox').click();
  await reminders.waitFor({ state: 'detached' });
});

test('a phrase opens on its page with its words marked, with a slip as well', async () => {
  await add('Manual.pdf');
  await search('"bleed the radiators"');
  await results()
    .getByRole('button', { name: /Manual/ })
    .first()
    .click();
  await viewer().getByText('Page 2 of 2').first().waitFor();
  await page.keyboard.press('Escape');
  await viewer().waitFor({ state: 'detached' });
  await search('radaitors');
  const hit = results()
    .getByRole('button', { name: /Manual/ })
    .first();
  await expect.poll(() => hit.locator('mark').allTextContents()).toEqual(['radiators']);
  await hit.click();
  await viewer().getByText('1 of 1').waitFor();
  await page.keyboard.press('Escape');
});

test('what was just written is found, and a comment opens in its thread', async () => {
  await viewer().waitFor({ state: 'detached' });
  await anna.openTab('Talk');
  await page.getByText('Comments', { exact: true }).click();
  for (const said of ['The skip comes on Friday', 'Ask about the stopcock', 'Bring the ladder']) {
    await page.getByRole('textbox', { name: 'Write a comment' }).fill(said);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('list', { name: 'Comments' }).getByText(said).waitFor();
  }
  await search('stopcock');
  await results()
    .getByRole('button', { name: /stopcock/ })
    .click();
  const found = page.locator('[data-found]');
  await found.getByText('Ask about the stopcock').waitFor();
  await expect.poll(() => found.count()).toBe(1);
  await shot(page, 'comment-found');
});

test('filters narrow it down, and a paper leads to others like it', async () => {
  await search('type:cost amount>2000 after:2026-05');
  await results().getByRole('status').getByText('1 result').waitFor();
  await search('ecotec');
  const hit = results()
    .getByRole('button', { name: /Manual/ })
    .first();
  await hit.waitFor();
  await shot(page, 'search-hits');
  await hit.hover();
  await results().getByRole('button', { name: 'More like this' }).last().click();
  const like = results().getByRole('region', { name: 'More like this' });
  await like
    .getByRole('button', { name: /Invoice|Warranty/ })
    .first()
    .waitFor();
  await shot(page, 'search-like');
  await like.getByRole('button', { name: 'Back to the search' }).click();

  await anna.goTo('House');
  await anna.openTab('Documents');
  await page.getByRole('button', { name: /^Open Invoice/ }).click();
  await viewer().getByText('Document', { exact: true }).click();
  const related = viewer().getByRole('region', { name: 'More like this' });
  await related.getByRole('button', { name: /Warranty.*Same vendor/ }).waitFor();
  await related.scrollIntoViewIfNeeded();
  await shot(page, 'paper-related');
  await related.getByRole('button', { name: /Warranty/ }).click();
  await values().getByLabel('Warranty ends').waitFor();
  await expect.poll(() => viewer().count()).toBe(1);
});
