// A quote that was photographed page by page becomes one quote: its lines from both pages, each shown on its page, in an order that can be
// changed, and photos of their own again when they are taken apart.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, type Launched } from '../support/launch.ts';
import { onTwoPages } from '../support/paper-layouts.ts';
import { amountOf, ENGLISH, figure, netOf, taxOf } from '../support/paper-truth.ts';
import { pdfOf, photoOfPdf } from '../support/pdf-pages.ts';
import { personAt, type Person } from '../support/person.ts';
import { rawRecords } from '../support/raw-records.ts';
import { shot } from '../support/shot.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-pages-'));
const { definition, truth, onFirst } = onTwoPages();
const total = figure(netOf(truth) + taxOf(truth), ENGLISH);
let device: Launched;
let page: Page;
let anna: Person;

beforeAll(async () => {
  const pdf = await pdfOf(definition);
  writeFileSync(path.join(folder, 'IMG 1.jpg'), await photoOfPdf(pdf, 1));
  writeFileSync(path.join(folder, 'IMG 2.jpg'), await photoOfPdf(pdf, 2));
  device = await launch();
  ({ page } = device);
  anna = personAt(page);
  await anna.startJourney({ name: 'Bathroom' });
});
afterAll(async () => {
  await device.close();
  rmSync(folder, { recursive: true, force: true });
});

const viewer = () => page.getByRole('dialog');
const values = () => viewer().getByRole('form', { name: 'What it says' });
const isShown = (number: number): Promise<string | null> =>
  viewer()
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('button')
    .nth(number - 1)
    .getAttribute('aria-current');
const touchTotal = async (on: number): Promise<void> => {
  await values().getByLabel('Total in EUR', { exact: true }).focus();
  await expect.poll(() => isShown(on)).toBe('page');
  await expect.poll(() => viewer().locator('rect[data-name="total"]').getAttribute('data-chosen')).toBe('true');
};

test('two photos of one quote, dropped at once, are offered as one paper and read as one', async () => {
  await anna.openTab('Documents');
  await page
    .getByLabel('Add to this journey: choose files')
    .setInputFiles([path.join(folder, 'IMG 1.jpg'), path.join(folder, 'IMG 2.jpg')]);
  const offer = page.getByRole('region', { name: 'Photos that look like one paper' });
  await offer.getByText('2 photos look like the pages of one paper').waitFor({ timeout: 120_000 });
  await shot(page, 'join-offer');
  await offer.getByRole('button', { name: 'Join them' }).click();
  await expect.poll(() => values().getByLabel('Total in EUR', { exact: true }).inputValue()).toBe(total);
  await expect.poll(() => values().getByLabel('From').inputValue()).toBe(truth.vendor);
  await expect.poll(() => values().getByRole('list').first().getByRole('listitem').count()).toBe(truth.lines.length);
  expect(await values().getByRole('list', { name: 'What does not add up' }).count()).toBe(0);

  // Each value on its page: the total on the second, the first line on the first.
  await touchTotal(2);
  await shot(page, 'joined-values');
  for (const [at, line] of truth.lines.entries()) {
    const amount = values().getByLabel('Amount', { exact: true }).nth(at);
    await expect.poll(() => amount.inputValue()).toBe(figure(amountOf(line), ENGLISH));
    await amount.focus();
    await expect.poll(() => isShown(at < onFirst ? 1 : 2)).toBe('page');
    await expect.poll(() => viewer().locator('rect[data-chosen="true"]').count()).toBe(1);
  }
});

test('it is kept as one quote with the lines of both pages, and found among the documents', async () => {
  await values().getByRole('button', { name: 'Keep as a quote' }).click();
  await viewer().waitFor({ state: 'detached' });
  const entry = page.getByRole('list', { name: 'Documents' }).getByRole('listitem');
  await expect.poll(() => entry.count()).toBe(1);
  await entry.getByText('2 pages').waitFor();
  await shot(page, 'joined-list');
  await anna.openTab('Quotes');
  const quotes = page.getByRole('region', { name: 'Quotes' });
  await quotes.getByRole('button', { name: truth.vendor }).click();
  for (const line of truth.lines)
    await quotes
      .getByRole('cell', { name: `€${figure(amountOf(line), ENGLISH)}` })
      .first()
      .waitFor();
  await quotes.getByRole('button', { name: 'Show on its pages' }).first().click();
  await values().getByText('Kept as a quote').waitFor();
  await touchTotal(2);
});

test('its pages can be put in another order, and every value of the quote stays on its photo', async () => {
  await viewer().getByText('Document', { exact: true }).click();
  const pages = viewer().getByRole('region', { name: 'Pages' });
  await shot(page, 'joined-pages');
  await pages.getByRole('button', { name: 'Move page 2 up' }).click();
  await viewer().getByText('Values', { exact: true }).click();
  await touchTotal(1);
  await expect.poll(() => isShown(1)).toBe('page');
  await viewer().getByText('Document', { exact: true }).click();
  await pages.getByRole('button', { name: 'Move page 1 down' }).click();
  await viewer().getByText('Values', { exact: true }).click();
  await touchTotal(2);
  await expect.poll(() => isShown(2)).toBe('page');
});

test('taken apart, its photos are on their own again as they were, and the quote stays', async () => {
  await viewer().getByText('Document', { exact: true }).click();
  await viewer().getByRole('button', { name: 'Separate the pages' }).click();
  await viewer().getByText('Page 1 of 1').first().waitFor();
  // What lies beside it can be added again.
  await viewer().getByRole('button', { name: 'Add IMG 2.jpg as a page' }).waitFor();
  await shot(page, 'apart');
  const live = async (): Promise<readonly string[]> =>
    (await rawRecords(page)).filter(({ trashedAt }) => trashedAt === 0).map(({ type }) => type);
  await expect.poll(async () => (await live()).filter((type) => type === 'photo')).toHaveLength(2);
  expect((await live()).filter((type) => type === 'quote')).toHaveLength(1);
  await viewer().getByRole('button', { name: 'Add IMG 2.jpg as a page' }).click();
  await viewer().getByText('Page 2 of 2').first().waitFor();
});
