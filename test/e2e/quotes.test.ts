// A quote as PDF and a photographed one become two comparable quotes: looked at beside their pages, put right, kept, found again.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, type Launched } from '../support/launch.ts';
import { layouts, type Layout } from '../support/paper-layouts.ts';
import { amountOf, ENGLISH, figure, netOf, taxOf } from '../support/paper-truth.ts';
import { pdfOf, photoOfPdf } from '../support/pdf-pages.ts';
import { personAt, type Person } from '../support/person.ts';
import { shot } from '../support/shot.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-quotes-'));
const [grid, german, , , , long] = layouts();
if (grid === undefined || german === undefined || long === undefined) throw new Error('no layouts');
let device: Launched;
let page: Page;
let anna: Person;

beforeAll(async () => {
  const pdf = await pdfOf(grid.definition);
  writeFileSync(path.join(folder, 'Miller.pdf'), pdf);
  writeFileSync(path.join(folder, 'Lindner.jpg'), await photoOfPdf(await pdfOf(german.definition)));
  writeFileSync(path.join(folder, 'Long.pdf'), await pdfOf(long.definition));
  device = await launch();
  ({ page } = device);
  page.setDefaultTimeout(30_000);
  anna = personAt(page);
  await anna.startJourney({ name: 'Bathroom' });
});
afterAll(async () => {
  await device.close();
  rmSync(folder, { recursive: true, force: true });
});

const add = (name: string): Promise<void> =>
  page.getByLabel('Add to this journey: choose files').setInputFiles(path.join(folder, name));
const viewer = () => page.getByRole('dialog');
const values = () => viewer().getByRole('form', { name: 'What it says' });
const total = ({ truth }: Layout): string => figure(netOf(truth) + taxOf(truth), ENGLISH);

test('a PDF quote is read, its figures point at their places, and Enter keeps it', async () => {
  await add('Miller.pdf');
  await anna.openTab('Documents');
  await page.getByText('1 paper was read and waits for a look').waitFor();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect.poll(() => values().getByLabel('From').inputValue()).toBe(grid.truth.vendor);
  expect(await values().getByLabel('Total in EUR', { exact: true }).inputValue()).toBe(total(grid));
  expect(await values().getByRole('list').first().getByRole('listitem').count()).toBe(grid.truth.lines.length);
  expect(await values().getByRole('list', { name: 'What does not add up' }).count()).toBe(0);

  // Touching a value shows where it stands, touching a place brings its value.
  await values().getByLabel('Total in EUR', { exact: true }).focus();
  const mark = viewer().locator('rect[data-name="total"]');
  await expect.poll(() => mark.getAttribute('data-chosen')).toBe('true');
  await shot(page, 'quote-values');
  await viewer().locator('rect[data-name="l2.amount"]').click();
  const second = grid.truth.lines[1];
  if (second === undefined) throw new Error('no second line');
  expect(await values().locator('input:focus').inputValue()).toBe(figure(amountOf(second), ENGLISH));

  // What was misread is put right; what does not add up is said.
  const amount = values().getByLabel('Amount', { exact: true }).nth(1);
  await amount.fill('1.00');
  await amount.press('Tab');
  await values().getByText('1 line does not multiply to its amount.').waitFor();
  await shot(page, 'quote-problem');
  await amount.fill(figure(amountOf(second), ENGLISH));
  await amount.press('Tab');
  await values().getByText('1 line does not multiply to its amount.').waitFor({ state: 'detached' });
  await values().getByLabel('About').fill('Bathroom, everything');
  await values().getByLabel('About').press('Enter');
  await viewer().waitFor({ state: 'detached' });
});

test('a photographed quote becomes a second one, comparable line by line', async () => {
  await add('Lindner.jpg');
  await page.getByText('1 paper was read and waits for a look').waitFor({ timeout: 90_000 });
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect.poll(() => values().getByLabel('Total in EUR', { exact: true }).inputValue()).toBe(total(german));
  await values().getByLabel('Total in EUR', { exact: true }).focus();
  await shot(page, 'quote-photo');
  await values().getByRole('button', { name: 'Keep as a quote' }).click();
  await viewer().waitFor({ state: 'detached' });

  await anna.openTab('Quotes');
  const quotes = page.getByRole('region', { name: 'Quotes' });
  for (const layout of [grid, german]) {
    const row = quotes.getByRole('button', { name: layout.truth.vendor });
    await row.click();
    await quotes.getByRole('cell', { name: `€${total(layout)}` }).waitFor();
    for (const line of layout.truth.lines)
      await quotes
        .getByRole('cell', { name: `€${figure(amountOf(line), ENGLISH)}` })
        .first()
        .waitFor();
    expect(await row.getByText('add up').count()).toBe(0);
  }
  await shot(page, 'quotes');

  // From the quote back to its page, with its places.
  await quotes.getByRole('button', { name: 'Show on its pages' }).first().click();
  await values().getByText('Kept as a quote').waitFor();
  await viewer().locator('rect[data-name="total"]').waitFor();
  await shot(page, 'quote-kept');
});

test('what was searched for is marked on its pages, and the text of a scan can be selected', async () => {
  await page.keyboard.press('Escape');
  await viewer().waitFor({ state: 'detached' });
  await add('Long.pdf');
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Search' }).click();
  await page.getByRole('searchbox').fill('underfloor');
  const hit = page.getByRole('region', { name: 'Results' }).getByRole('button', { name: /Long/ });
  await hit.first().click();
  const strip = viewer().getByRole('navigation', { name: 'Pages' });
  const wanted = long.truth.lines.filter(({ description }) => description.startsWith('Underfloor')).length;
  await viewer().getByText(`1 of ${wanted}`).waitFor();
  expect(await strip.getByRole('button').count()).toBe(2);
  await shot(page, 'paper-found');
  const field = viewer().getByLabel('Find in this document');
  for (let next = 1; next < wanted; next += 1) await field.press('Enter');
  await viewer().getByText(`${wanted} of ${wanted}`).waitFor();
  await expect.poll(() => strip.getByRole('button', { name: 'Page 2' }).getAttribute('aria-current')).toBe('page');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await viewer().waitFor({ state: 'detached' });

  // The photographed quote: its words lie over the picture.
  await page.getByRole('searchbox').waitFor({ state: 'detached' });
  await anna.openTab('Quotes');
  await page.getByRole('region', { name: 'Quotes' }).getByRole('button', { name: german.truth.vendor }).click();
  await page.getByRole('button', { name: 'Show on its pages' }).first().click();
  await viewer().getByText('Document', { exact: true }).click();
  // Read as what it is: English has no such letter.
  await viewer().getByRole('region', { name: 'Text' }).getByText('Gültig bis').waitFor();
  const line = viewer().getByText('Demontage Altbad').first();
  await line.click({ clickCount: 3 });
  expect(await page.evaluate(() => String(getSelection()))).toContain('Demontage');
});
