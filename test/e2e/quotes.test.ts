// A quote as PDF and a photographed one become two comparable quotes: looked at beside their pages, put right, kept, found again.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, type Launched } from '../support/launch.ts';
import { layouts, type Layout } from '../support/paper-layouts.ts';
import { page as sheet, right, sums } from '../support/paper-pieces.ts';
import { amountOf, count, dayMonthYear, ENGLISH, figure, netOf, taxOf, type Truth } from '../support/paper-truth.ts';
import { pdfOf, photoOfPdf } from '../support/pdf-pages.ts';
import { personAt, type Person } from '../support/person.ts';
import { shot } from '../support/shot.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-quotes-'));
const [grid, german, , , , long] = layouts();
if (grid === undefined || german === undefined || long === undefined) throw new Error('no layouts');
/** The first line dearer than it was quoted, the second not billed yet, and work that nobody agreed to. */
const dearer = 25_000;
const billed: Truth = {
  ...grid.truth,
  number: 'R-17',
  lines: [
    ...grid.truth.lines
      .filter((_, at) => at !== 1)
      .map((line, at) =>
        at === 0 ? Object.assign({}, line, { quantity: 1_000, price: amountOf(line) + dearer }) : line,
      ),
    { description: 'Scaffold hire', quantity: 1_000, unit: 'pcs', price: 40_000 },
  ],
};
const invoiceFor = (truth: Truth) =>
  sheet([
    { text: truth.vendor, fontSize: 18, bold: true },
    '14 Harbour Road, Bristol BS1 5TY',
    { text: 'INVOICE', fontSize: 14, margin: [0, 16, 0, 6] },
    `Invoice no.: ${truth.number}`,
    `Date: ${dayMonthYear(truth.date, '/')}`,
    {
      margin: [0, 12, 0, 0],
      table: {
        headerRows: 1,
        widths: ['auto', '*', 'auto', 'auto', 'auto', 'auto'],
        body: [
          ['#', 'Description', 'Qty', 'Unit', 'Unit price', 'Amount'],
          ...truth.lines.map((line, at) => [
            String(at + 1),
            line.description,
            right(count(line.quantity, ENGLISH)),
            line.unit,
            right(figure(line.price, ENGLISH)),
            right(figure(amountOf(line), ENGLISH)),
          ]),
        ],
      },
    },
    sums(truth, ENGLISH, ['Subtotal', 'VAT 20 %', 'Total EUR']),
  ]);
let device: Launched;
let page: Page;
let anna: Person;

beforeAll(async () => {
  const pdf = await pdfOf(grid.definition);
  writeFileSync(path.join(folder, 'Miller.pdf'), pdf);
  writeFileSync(path.join(folder, 'Lindner.jpg'), await photoOfPdf(await pdfOf(german.definition)));
  writeFileSync(path.join(folder, 'Long.pdf'), await pdfOf(long.definition));
  writeFileSync(path.join(folder, 'Invoice.pdf'), await pdfOf(invoiceFor(billed)));
  device = await launch();
  ({ page } = device);
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
  await expect.poll(() => values().getByLabel('Total in EUR', { exact: true }).inputValue()).toBe(total(grid));
  await expect
    .poll(() => values().getByRole('list').first().getByRole('listitem').count())
    .toBe(grid.truth.lines.length);
  expect(await values().getByRole('list', { name: 'What does not add up' }).count()).toBe(0);

  // Touching a value shows where it stands, touching a place brings its value.
  await values().getByLabel('Total in EUR', { exact: true }).focus();
  const mark = viewer().locator('rect[data-name="total"]');
  await expect.poll(() => mark.getAttribute('data-chosen')).toBe('true');
  await shot(page, 'quote-values');
  await viewer().locator('rect[data-name="l2.amount"]').click();
  const second = grid.truth.lines[1];
  if (second === undefined) throw new Error('no second line');
  await expect.poll(() => values().locator('input:focus').inputValue()).toBe(figure(amountOf(second), ENGLISH));

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

test('an invoice that was read is held against the accepted quote, line by line', async () => {
  await page.keyboard.press('Escape');
  await viewer().waitFor({ state: 'detached' });
  await anna.openTab('Quotes');
  const quotes = page.getByRole('region', { name: 'Quotes' });
  const row = quotes.getByRole('button', { name: grid.truth.vendor });
  if ((await row.getAttribute('aria-expanded')) !== 'true') await row.click();
  await quotes.getByRole('button', { name: 'Accept', exact: true }).first().click();
  await page.getByRole('button', { name: 'Accept it' }).click();
  await page.getByRole('region', { name: 'Accepted' }).waitFor();
  await add('Invoice.pdf');
  await anna.openTab('Documents');
  await page.getByText('1 paper was read and waits for a look').waitFor();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await values().getByRole('button', { name: 'Add as a cost' }).click();
  await viewer().waitFor({ state: 'detached' });

  await anna.openTab('Money');
  await page
    .getByRole('table', { name: 'Costs' })
    .getByRole('row', { name: new RegExp(grid.truth.vendor) })
    .click();
  const panel = page.getByRole('complementary', { name: 'Cost' });
  await panel.getByText(/^Does it bill the accepted quote of/).waitFor();
  await panel.getByRole('button', { name: 'Yes', exact: true }).click();
  const findings = panel.getByRole('list', { name: 'Against the quote' });
  const [first] = grid.truth.lines;
  if (first === undefined) throw new Error('no first line');
  await findings
    .getByText(`€${figure(dearer, ENGLISH)} over.`)
    .first()
    .waitFor();
  await findings
    .getByText(`agreed €${figure(amountOf(first), ENGLISH)}`)
    .first()
    .waitFor();
  await findings.getByText('Scaffold hire: €400.00, not in the quote and in no approved change.').waitFor();
  // What was not touched is not spoken of.
  expect(
    await findings
      .getByRole('listitem')
      .filter({ hasText: grid.truth.lines[2]?.description ?? '' })
      .count(),
  ).toBe(0);
  await shot(page, 'invoice-checked');
  // Put right by hand, it is what was agreed, until it is left to the matching again.
  await panel.getByRole('button', { name: 'Match its lines by hand' }).click();
  const hire = panel.getByRole('combobox', { name: 'What Scaffold hire is for' });
  await hire.click();
  await page.getByRole('option', { name: grid.truth.lines[1]?.description ?? '', exact: true }).click();
  await findings.getByText(/^Scaffold hire: €400.00, not in the quote/).waitFor({ state: 'detached' });
  await panel.getByRole('button', { name: 'Leave it to the matching' }).waitFor();
  await shot(page, 'invoice-by-hand');
  await panel.getByRole('button', { name: 'Leave it to the matching' }).click();
  await findings.getByText(/^Scaffold hire: €400.00, not in the quote/).waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
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
  await expect.poll(() => strip.getByRole('button').count()).toBe(2);
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
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toContain('Demontage');
});
