// What a contractor has of papers and quotes, in their own window with their own account: what was shown to them and what they bring, and
// nothing of the family's.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { layouts } from '../support/paper-layouts.ts';
import { ENGLISH, figure, netOf, taxOf } from '../support/paper-truth.ts';
import { pdfOf } from '../support/pdf-pages.ts';
import { annaAndMiller, devicesOnServer } from '../support/devices.ts';
import type { Person } from '../support/person.ts';
import { everythingAtRest, rawRecords } from '../support/raw-records.ts';
import { shot } from '../support/shot.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-contractor-papers-'));
const [own, other] = layouts();
if (own === undefined || other === undefined) throw new Error('no layouts');
const total = figure(netOf(own.truth) + taxOf(own.truth), ENGLISH);
const devices = await devicesOnServer();
let anna: Person;
let miller: Person;

const add = (page: Page, name: string): Promise<void> =>
  page.getByLabel('Add to this journey: choose files').setInputFiles(path.join(folder, name));
const search = async (page: Page, typed: string): Promise<void> => {
  await page.keyboard.press('Control+f');
  await page.getByLabel('Search everything').fill(typed);
};

beforeAll(async () => {
  writeFileSync(path.join(folder, 'Mine.pdf'), await pdfOf(own.definition));
  writeFileSync(path.join(folder, 'Rival.pdf'), await pdfOf(other.definition));
  writeFileSync(
    path.join(folder, 'Plan.pdf'),
    await pdfOf({ content: ['GROUND FLOOR PLAN', 'Scale 1:50', 'Soil pipe behind the bath'] }),
  );
  ({ anna, miller } = await annaAndMiller(devices));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a contractor reads their own quote, keeps it, and the family has it with its lines', async () => {
  const { page } = miller;
  await miller.openTab('Documents');
  await add(page, 'Mine.pdf');
  await page.getByText('1 paper was read and waits for a look').waitFor();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  const values = page.getByRole('dialog').getByRole('form', { name: 'What it says' });
  await expect.poll(() => values.getByLabel('Total in EUR', { exact: true }).inputValue()).toBe(total);
  await values.getByRole('button', { name: 'Keep as a quote' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await miller.allSent();
  await miller.openTab('Quotes');
  await page.getByRole('region', { name: 'Quotes' }).getByText(own.truth.vendor).first().waitFor();
  await shot(page, 'contractor-money');

  await anna.goTo('Kitchen');
  await anna.openTab('Quotes');
  const quotes = anna.page.getByRole('region', { name: 'Quotes' });
  await quotes.getByRole('button', { name: own.truth.vendor }).click();
  await quotes.getByRole('cell', { name: `€${total}` }).waitFor();
  await anna.openTab('Documents');
  await anna.page.getByRole('button', { name: /^Open/ }).first().waitFor();
});

test('of the family’s papers they have the one that was shown to them, and can read and find it; of another’s quote not a byte', async () => {
  await anna.openTab('Documents');
  await add(anna.page, 'Rival.pdf');
  await anna.page.getByText('1 paper was read and waits for a look').waitFor();
  await anna.page.getByRole('button', { name: 'Check', exact: true }).click();
  const values = anna.page.getByRole('dialog').getByRole('form', { name: 'What it says' });
  await values.getByRole('button', { name: 'Keep as a quote' }).click();
  await anna.page.getByRole('dialog').waitFor({ state: 'detached' });
  await add(anna.page, 'Plan.pdf');
  await anna.page.getByRole('button', { name: /^Open Plan/ }).click();
  await anna.page.getByRole('button', { name: /Who can see this/ }).click();
  await anna.page.getByRole('menuitem', { name: /Miller/ }).click();
  await anna.page.getByRole('button', { name: 'Show it' }).click();
  await anna.allSent();

  const { page } = miller;
  await miller.openTab('Documents');
  await page.getByRole('button', { name: /^Open Plan/ }).click({ timeout: 60_000 });
  await page.getByRole('dialog').getByText('Page 1 of 1').first().waitFor();
  await shot(page, 'contractor-paper');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await miller.allSent();

  // What lists and the search show, and what lies on the disk.
  await expect.poll(() => page.getByRole('list', { name: 'Documents' }).getByRole('listitem').count()).toBe(2);
  await shot(page, 'contractor-documents');
  const records = await rawRecords(page);
  const types = records
    .filter(({ type }) => type === 'quote' || type === 'document')
    .map(({ type, space }) => `${type} ${space.slice(0, space.indexOf('_'))}`);
  expect(types.toSorted()).toEqual(['document party', 'document party', 'quote party']);
  const kept = await everythingAtRest(page);
  for (const secret of [other.truth.vendor, 'Rival']) expect(kept).not.toContain(secret);
  await search(page, other.truth.vendor);
  await page.getByText('Nothing found').waitFor();
  await search(page, own.truth.vendor);
  await page.getByRole('region', { name: 'Quotes' }).getByRole('button').first().waitFor();
  await search(page, 'plan');
  await page.getByRole('region', { name: 'Documents' }).getByRole('button', { name: /Plan/ }).first().waitFor();
});
