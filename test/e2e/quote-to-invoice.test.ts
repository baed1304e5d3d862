// Three quotes set side by side, one match put right by keyboard, one quote accepted, a bill held against it; and its contractor, in their own
// window, has their quote and its acceptance and nothing of the others.
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { annaAndMiller, devicesOnServer } from '../support/devices.ts';
import type { Person } from '../support/person.ts';
import { addQuote } from '../support/quote-by-hand.ts';
import { everythingAtRest, rawRecords } from '../support/raw-records.ts';
import { shot } from '../support/shot.ts';

const devices = await devicesOnServer();
let anna: Person;
let miller: Person;

beforeAll(async () => {
  ({ anna, miller } = await annaAndMiller(devices));
});

const table = (page: Page) => page.getByRole('table', { name: 'Compare' });
const row = (page: Page, work: RegExp) => table(page).getByRole('row', { name: work });

test('three quotes are set side by side: one quantity, what is missing and what is dear are said', async () => {
  const { page } = anna;
  await anna.goTo('Kitchen');
  await anna.openTab('Quotes');
  await addQuote(page, {
    vendor: 'Miller',
    lines: [
      ['Demolition and disposal', '', '', '1,450'],
      ['Wall tiling', '24', 'm²', '68'],
      ['Splashback trim', '', '', '180'],
    ],
    sharedWith: /Miller/,
  });
  await addQuote(page, {
    vendor: 'Lindner',
    lines: [
      ['Abbruch und Entsorgung', '', '', '1,180'],
      ['Wandfliesen', '26', 'qm', '71'],
      ['Malerarbeiten Decke', '6', 'qm', '18'],
    ],
  });
  await addQuote(page, {
    vendor: 'Ortiz',
    lines: [
      ['Strip-out', '', '', '1,320'],
      ['Tile walls', '24', 'sqm', '124'],
      ['Stainless edge profile', '', '', '210'],
    ],
    terms: 'Painting is not included.',
  });
  await page.getByText('Compare', { exact: true }).click();
  await row(page, /Wall tiling/).waitFor();
  // 24 m² for all: 26 at 71.00 are 1,846.00, for 24 they are 1,704.00.
  await row(page, /Wall tiling/)
    .getByText('€1,704.00')
    .waitFor();
  await row(page, /Wall tiling/)
    .getByText('75 % above the middle')
    .waitFor();
  await expect
    .poll(() =>
      row(page, /Malerarbeiten/)
        .getByText('Not named')
        .count(),
    )
    .toBe(1);
  await expect
    .poll(() =>
      row(page, /Malerarbeiten/)
        .getByText('Not included')
        .count(),
    )
    .toBe(1);
  await shot(page, 'quotes-compare');
});

test('a match is put right by keyboard alone, is remembered, and goes and comes back with Undo', async () => {
  const { page } = anna;
  const cell = row(page, /Stainless edge profile/).getByRole('button');
  await cell.focus();
  await page.keyboard.press('Enter');
  const choose = page.getByRole('dialog').getByRole('combobox', { name: 'Belongs with' });
  await choose.focus();
  await page.keyboard.type('Splashback');
  await page.getByRole('option', { name: 'Splashback trim' }).waitFor();
  await shot(page, 'quotes-move');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await row(page, /Splashback trim.*put together by hand/)
    .getByText('€210.00')
    .waitFor();
  await page.keyboard.press('Control+z');
  await row(page, /Stainless edge profile/).waitFor();
  await expect.poll(() => row(page, /put together by hand/).count()).toBe(0);
  await row(page, /Stainless edge profile/)
    .getByRole('button')
    .click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Belongs with' }).click();
  await page.getByRole('option', { name: 'Splashback trim' }).click();
  await row(page, /Splashback trim.*put together by hand/)
    .getByText('€210.00')
    .waitFor();
});

test('one quote is accepted, a bill is held against it, and what is over is said with its figures', async () => {
  const { page } = anna;
  await page.getByText('List', { exact: true }).click();
  const quotes = page.getByRole('region', { name: 'Quotes' });
  await quotes.getByRole('button', { name: /^Miller/ }).click();
  await quotes.getByRole('button', { name: 'Accept', exact: true }).click();
  await page.getByText('Accept the quote of Miller for €3,262.00?').waitFor();
  await shot(page, 'quotes-accept');
  await page.getByRole('button', { name: 'Accept it' }).click();
  const accepted = page.getByRole('region', { name: 'Accepted' });
  await accepted.getByRole('row', { name: /Miller.*€3,262.00/ }).waitFor();
  const signed = page.getByRole('region', { name: 'Awards' }).getByText('Signed by you');
  await signed.waitFor();
  // Under which category a line counts is the family's to say, and changes nothing of what was signed.
  await accepted.getByRole('button', { name: 'Categories' }).click();
  await accepted.getByRole('combobox', { name: 'Splashback trim' }).click();
  await page.getByRole('option', { name: 'Worktop' }).click();
  await expect
    .poll(async () => (await rawRecords(page)).find(({ type }) => type === 'allocation')?.body['categories'])
    .toEqual({ 'splashback trim': 'worktop' });
  await accepted.getByRole('group', { name: 'Categories' }).getByText('Family', { exact: true }).waitFor();
  await signed.waitFor();
  await shot(page, 'quotes-categories');
  await accepted.getByRole('button', { name: 'Categories' }).click();
  for (const [what, amount] of [
    ['First bill', '3,000'],
    ['Second bill', '400'],
  ] as const) {
    await accepted.getByRole('button', { name: 'Record a bill' }).click();
    const form = accepted.getByRole('form', { name: 'Record a bill' });
    await form.getByLabel('For', { exact: true }).fill(what);
    await form.getByLabel(/^Total in/).fill(amount);
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await form.waitFor({ state: 'detached' });
  }
  const over = 'In all: billed €400.00 after €3,000.00 before, agreed €3,262.00. €138.00 over.';
  await accepted.getByText(over).waitFor();
  await expect.poll(() => accepted.getByText('As agreed').count()).toBe(1);
  await shot(page, 'quotes-accepted');
  await accepted.getByRole('button', { name: /Second bill/ }).click();
  await page.getByRole('complementary', { name: 'Cost' }).getByText(over).waitFor();
  await shot(page, 'cost-against-quote');
  await anna.allSent();
});

test('a revision is asked for where its contractor reads it, who has their own quote and its acceptance and nothing else', async () => {
  await anna.openTab('Quotes');
  const quotes = anna.page.getByRole('region', { name: 'Quotes' });
  const row_ = quotes.getByRole('button', { name: /^Miller/ });
  if ((await row_.getAttribute('aria-expanded')) !== 'true') await row_.click();
  await quotes.getByRole('button', { name: 'Ask for a revision' }).click();
  await quotes.getByLabel('What shall be revised').fill('Please add the ceiling');
  await quotes.getByRole('button', { name: 'Ask', exact: true }).click();
  await quotes.getByText('A revision is asked for: Please add the ceiling').waitFor();
  await anna.allSent();

  const { page } = miller;
  await miller.openTab('Quotes');
  const own = page.getByRole('region', { name: 'Quotes' });
  await own
    .getByRole('button', { name: /^Miller/ })
    .getByText('Accepted')
    .waitFor({ timeout: 60_000 });
  await own.getByRole('button', { name: /^Miller/ }).click();
  await own.getByText('A revision is asked for: Please add the ceiling').waitFor({ timeout: 60_000 });
  await page
    .getByRole('region', { name: 'Accepted' })
    .getByRole('row', { name: /Miller.*€3,262.00/ })
    .waitFor();
  expect(await own.getByText('Compare', { exact: true }).count()).toBe(0);
  expect(await own.getByRole('button', { name: /^(?:Accept|Take back the acceptance)$/ }).count()).toBe(0);
  await shot(page, 'contractor-quotes');
  const types = (await rawRecords(page))
    .filter(({ type }) => ['quote', 'award', 'allocation', 'comparison', 'cost'].includes(type))
    .map(({ type, space }) => `${type} ${space.slice(0, space.indexOf('_'))}`);
  expect(types.toSorted()).toEqual(['award party', 'quote party']);
  const kept = await everythingAtRest(page);
  for (const secret of ['Lindner', 'Ortiz', 'Second bill', 'Stainless', 'allocation', 'categories'])
    expect(kept).not.toContain(secret);
});

test('under which category the family counts a contractor’s bill is theirs, and the bill stays as its contractor wrote it', async () => {
  const accepted = miller.page.getByRole('region', { name: 'Accepted' });
  await accepted.getByRole('button', { name: 'Record a bill' }).click();
  const form = accepted.getByRole('form', { name: 'Record a bill' });
  await form.getByLabel('For', { exact: true }).fill('Demolition');
  await form.getByLabel(/^Total in/).fill('1,450');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await form.waitFor({ state: 'detached' });
  await miller.allSent();
  const bill = async (page: Page) => (await rawRecords(page)).find(({ body }) => body['description'] === 'Demolition');
  const before = await bill(miller.page);

  const { page } = anna;
  await anna.openTab('Money');
  await page.getByRole('row', { name: /Demolition/ }).click({ timeout: 60_000 });
  const panel = page.getByRole('complementary', { name: 'Cost' });
  await panel.getByRole('combobox', { name: 'Category' }).click();
  await page.getByRole('option', { name: 'Tools' }).click();
  await page.getByRole('row', { name: /Demolition.*Tools/ }).waitFor();
  await shot(page, 'cost-shared-category');
  await anna.allSent();
  // What the family says later in that space has come: so would have what it said before.
  await panel.getByRole('textbox', { name: 'Write a comment' }).fill('Thank you');
  await panel.getByRole('button', { name: 'Send' }).click();
  await expect
    .poll(async () => (await rawRecords(miller.page)).some(({ body }) => body['text'] === 'Thank you'), {
      timeout: 60_000,
    })
    .toBe(true);
  expect(await bill(miller.page)).toEqual(before);
  expect(await everythingAtRest(miller.page)).not.toContain('allocation');
});
