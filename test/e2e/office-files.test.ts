// Word, Excel, e-mail and text in a real window: kept, read in a process of their own, shown; hostile ones are kept and said.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, type Launched } from '../support/launch.ts';
import { emailFile, excelFile, wordBomb, wordFile } from '../support/office-files.ts';
import { personAt, type Person } from '../support/person.ts';
import { shot } from '../support/shot.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-office-'));
const saved = mkdtempSync(path.join(tmpdir(), 'plumbline-saved-'));
const pdfWithoutPages = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;
/** The tree of pages has itself as a branch. */
const pdfThatLoops = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;
let device: Launched;
let page: Page;
let anna: Person;

beforeAll(async () => {
  const word = wordFile();
  const files = {
    'Quote.docx': word,
    'Offer.eml': emailFile({ name: 'Offer.xlsx', bytes: excelFile() }),
    'Notes.txt': 'Call Miller about the valve\nThe tiles come on Friday\n',
    'Notes 2.txt': 'The tiles come on Monday\n',
    'Cut.docx': word.slice(0, Math.floor(word.length * 0.8)),
    'Bomb.docx': wordBomb(220),
    'Old.xlsx': Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    'Quote.pdf.txt.jpg': 'just words',
    'No pages.pdf': pdfWithoutPages,
    'Loop.pdf': pdfThatLoops,
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(folder, name), bytes);
  device = await launch({ env: { PLUMBLINE_SAVE_DIR: saved } });
  ({ page } = device);
  anna = personAt(page);
  await anna.startJourney({ name: 'Bathroom' });
  await anna.openTab('Documents');
});
afterAll(async () => {
  await device.close();
  for (const one of [folder, saved]) rmSync(one, { recursive: true, force: true });
});

const add = (...names: readonly string[]): Promise<void> =>
  page.getByLabel('Add to this journey: choose files').setInputFiles(names.map((name) => path.join(folder, name)));
const entry = (name: string) =>
  page.getByRole('region', { name: 'Files being added' }).getByRole('listitem', { name, exact: true });
const viewer = () => page.getByRole('dialog');

test('a quote as Word, and one as Excel within an e-mail, are read like any other', async () => {
  await add('Quote.docx', 'Offer.eml');
  await entry('Offer.xlsx').getByText('On this device').waitFor();
  await page.getByText('2 papers were read and wait for a look').waitFor();
  await shot(page, 'office-list');
  await page.getByRole('button', { name: 'Open Quote', exact: true }).click();
  const values = viewer().getByRole('form', { name: 'What it says' });
  await expect.poll(() => values.getByLabel('Total in EUR', { exact: true }).inputValue()).toBe('2,488.50');
  await values.getByLabel('Total in EUR', { exact: true }).focus();
  await expect.poll(() => viewer().locator('rect[data-name="total"]').getAttribute('data-chosen')).toBe('true');
  await shot(page, 'office-quote');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await viewer().waitFor({ state: 'detached' });

  // The e-mail names what came with it, and that names the e-mail.
  await page.getByRole('button', { name: 'Open Quote for your bathroom', exact: true }).click();
  await viewer()
    .getByRole('region', { name: 'Attached to it' })
    .getByRole('button', { name: 'Offer', exact: true })
    .click();
  await viewer().getByText('Document', { exact: true }).click();
  await shot(page, 'came-with-mail');
  await viewer().getByRole('button', { name: 'Open the e-mail Quote for your bathroom' }).click();
  await viewer().getByRole('region', { name: 'Attached to it' }).waitFor();
  await shot(page, 'mail-attached');
  await page.keyboard.press('Escape');
  await viewer().waitFor({ state: 'detached' });
});

test('what is broken or a bomb is kept and says why; what is no document is refused; the app goes on', async () => {
  await add('Cut.docx', 'Bomb.docx', 'Old.xlsx', 'Quote.pdf.txt.jpg', 'Notes.txt');
  await entry('Old.xlsx').getByText('This office file is of an old kind or protected by a password.').waitFor();
  await entry('Quote.pdf.txt.jpg').getByText('This is no kind of file that Plumbline can show.').waitFor();
  // What lies in the file is there at the next try as well.
  for (const name of ['Old.xlsx', 'Quote.pdf.txt.jpg'])
    expect(
      await entry(name)
        .getByRole('button', { name: /^Try .* again$/ })
        .count(),
    ).toBe(0);
  for (const [name, why] of [
    ['Cut', 'The file is damaged or cut short.'],
    ['Bomb', 'Unpacked, this file is far larger than any document.'],
  ] as const) {
    await page.getByRole('button', { name: `Open ${name}`, exact: true }).click();
    await viewer().getByText(why).waitFor();
    await page.keyboard.press('Escape');
    await viewer().waitFor({ state: 'detached' });
  }
  await page.getByRole('button', { name: 'Open Notes', exact: true }).click();
  await viewer().getByRole('region', { name: 'Text' }).getByText('Call Miller about the valve').waitFor();
  expect(await viewer().getByText('damaged').count()).toBe(0);
  await viewer().getByText('The tiles come on Friday').first().click();
  await viewer().getByLabel('Write a note').fill('Someone must be there at eight');
  await viewer().getByRole('button', { name: 'Add note' }).click();
  await viewer().getByRole('region', { name: 'Notes' }).getByRole('button', { name: 'Someone must be there' }).click();
  await expect.poll(() => viewer().locator('rect[data-name*="comment_"]').getAttribute('data-chosen')).toBe('true');
  await shot(page, 'paper-note');
  await viewer().getByLabel('Choose the newer version').setInputFiles(path.join(folder, 'Notes 2.txt'));
  await viewer().getByText('The tiles come on Monday').first().waitFor();
  await viewer().getByText('Version 1: Notes').waitFor();
  await shot(page, 'paper-versions');
  await page.keyboard.press('Escape');
  await viewer().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Open Notes', exact: true }).waitFor({ state: 'detached' });
});

test('a PDF that is locked, has no pages or leads in circles says so, and is kept when the person wants it', async () => {
  await page
    .getByLabel('Add to this journey: choose files')
    .setInputFiles([
      path.join(import.meta.dirname, '../fixtures/files/locked.pdf'),
      path.join(folder, 'No pages.pdf'),
      path.join(folder, 'Loop.pdf'),
    ]);
  await entry('locked.pdf').getByText('protected by a password').waitFor();
  for (const name of ['No pages.pdf', 'Loop.pdf']) await entry(name).getByText('damaged or cut short').waitFor();
  await page.getByRole('button', { name: 'Keep locked.pdf anyway' }).click();
  await entry('locked.pdf').getByText('On this device').waitFor();
  await page.getByRole('button', { name: 'Open locked', exact: true }).click();
  await viewer().getByRole('status').getByText('protected by a password').waitFor();
  await viewer().getByRole('region', { name: 'Text' }).getByText('protected by a password').waitFor();
  expect(await viewer().getByRole('button', { name: 'Read the text' }).count()).toBe(0);
  await shot(page, 'locked');
  expect(await page.getByText('Something went wrong').count()).toBe(0);
  await page.keyboard.press('Escape');
  await viewer().waitFor({ state: 'detached' });
});

test('a photo cut short is kept when the person wants it, says so, and can be had again as it came', async () => {
  const cut = path.join(import.meta.dirname, '../fixtures/files/truncated.jpg');
  await page.getByLabel('Add to this journey: choose files').setInputFiles([cut]);
  await entry('truncated.jpg').getByText('damaged or cut short').waitFor();
  await shot(page, 'cut-photo-tray');
  await page.getByRole('button', { name: 'Keep truncated.jpg anyway' }).click();
  await entry('truncated.jpg').getByText('On this device').waitFor();
  await page.getByRole('button', { name: 'Open truncated', exact: true }).click();
  await viewer().getByText('damaged or cut short').first().waitFor();
  await shot(page, 'cut-photo');
  await viewer().getByRole('button', { name: 'Save a copy of truncated.jpg' }).click();
  const copy = path.join(saved, 'truncated.jpg');
  await expect.poll(() => existsSync(copy) && readFileSync(copy).equals(readFileSync(cut))).toBe(true);
});
