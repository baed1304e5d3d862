// Research end to end: a provider is chosen, a question asked, a result kept with its price, read again with no network, and made a cost.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFakeWeb, shopPage, type FakeWeb } from '../support/fake-web.ts';
import { launch, type Launched } from '../support/launch.ts';
import { networkReturns } from '../support/network-returns.ts';
import { personAt } from '../support/person.ts';
import { shot } from '../support/shot.ts';

let web: FakeWeb;
let device: Launched;
let folder: string;

const start = (): Promise<Launched> =>
  launch({ userData: folder, env: { PLUMBLINE_PAGE_HOSTS: `shop.example=127.0.0.1:${web.port}` } });

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'plumbline-research-'));
  web = await openFakeWeb([
    {
      url: 'http://shop.example/slate',
      title: 'Slate floor tile 60×60',
      text: 'Through-coloured, R11, <b>frost-proof</b>',
    },
    { url: 'http://shop.example/schist', title: 'Schist floor tile 60×60', text: 'R11, in boxes of 1.2 m²' },
    { url: 'http://192.168.1.1/admin', title: 'Free tiles', text: 'Click here' },
  ]);
  web.page('/slate', { body: shopPage({ title: 'Slate floor tile 60×60', price: '51.70', unit: ['MTK', '1.44'] }) });
  web.page('/schist', { body: shopPage({ title: 'Schist floor tile 60×60', price: '39.00', unit: ['MTK', '1.2'] }) });
  device = await start();
});
afterAll(async () => {
  await shot(device.page, 'research-end').catch(() => undefined);
  await device.close();
  await web.close();
  rmSync(folder, { recursive: true, force: true });
});

test('asked, kept with its price, shown offline after a restart, and made a cost', async () => {
  const { page } = device;
  const anna = personAt(page);
  await anna.startJourney({ name: 'Bathroom', template: 'Bathroom' });

  // Off until a provider is chosen: a question is noted, and nothing is sent.
  await anna.openTab('Research');
  await page.getByText('No search provider is chosen: nothing is sent.').waitFor();
  await shot(page, 'research-empty');
  await anna.goTo('Settings');
  const settings = page.getByRole('region', { name: 'Research' });
  await settings.getByLabel('Straight from this device').check();
  await settings.getByLabel('Address').fill('http://search.example');
  await settings.getByRole('button', { name: 'Save' }).click();
  await settings.getByText('Plain http is for this computer and your own network').waitFor();
  await settings.getByLabel('Address').fill(web.address);
  await settings.getByRole('button', { name: 'Save' }).click();
  await settings.getByText('Saved', { exact: true }).waitFor();
  await settings.scrollIntoViewIfNeeded();
  await shot(page, 'research-settings');
  expect(web.asked).toEqual([]);

  // The provider is away: the question waits, is asked when the network is back, and tells of its answer.
  web.set('broken');
  await anna.goTo('Bathroom');
  await page.getByText('Goes to SearXNG at 127.0.0.1').waitFor();
  const field = page.getByLabel('What are you looking for? Or the address of a page');
  await field.fill('slate floor tiles R11');
  await page.getByRole('combobox', { name: 'Step' }).click();
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  const card = page.getByRole('article', { name: 'slate floor tiles R11' });
  await card.getByText('The search provider cannot be reached.').waitFor();
  web.set('well');
  await networkReturns(page);
  await page.getByText('Your question was answered').waitFor();
  expect(new Set(web.asked.map(({ url }) => url))).toEqual(
    new Set(['/search?q=slate%20floor%20tiles%20R11&format=json']),
  );

  await shot(page, 'research-results');
  await card.getByRole('button', { name: 'Keep Slate floor tile 60×60' }).click();
  const table = card.getByRole('table');
  await table.getByText('€35.90').waitFor();
  await card.getByRole('button', { name: 'Show 3 results' }).click();
  await card.getByRole('button', { name: 'Keep Schist floor tile 60×60' }).click();
  await table.getByText('€32.50').waitFor();
  // A page that is not on the public web is not fetched, whoever names it.
  await card.getByRole('button', { name: 'Keep Free tiles' }).click();
  await table.getByText('This address is not fetched.').waitFor();
  await card.getByRole('button', { name: 'Hide results' }).click();
  for (const title of ['Slate', 'Schist']) {
    await page.getByRole('combobox', { name: `Where ${title}` }).click();
    await page.getByRole('option', { name: 'Shortlisted' }).click();
  }
  await table.getByText('Lowest').waitFor();
  await page.getByText('costs €3.40 less by m²').waitFor();
  await shot(page, 'research');

  // A price that went down is added to those before.
  web.page('/slate', { body: shopPage({ title: 'Slate floor tile 60×60', price: '46.80', unit: ['MTK', '1.44'] }) });
  await table.getByRole('button', { name: 'Open Slate floor tile 60×60' }).click();
  const panel = page.getByRole('complementary', { name: 'Finding' });
  await panel.getByRole('button', { name: 'More for this finding' }).click();
  await page.getByRole('menuitem', { name: 'Look at the page again' }).click();
  const history = panel.getByRole('list', { name: 'Earlier prices' });
  await history.getByText('€51.70').waitFor();
  await panel.getByLabel('Tags').fill('matt');
  await panel.getByLabel('Tags').press('Enter');
  await table.getByText('matt', { exact: true }).waitFor();

  // With no network after a restart: all of it is there to be read.
  await device.close();
  await web.close();
  device = await start();
  const later = device.page;
  const again = later.getByRole('complementary', { name: 'Finding' });
  await again.getByText('through-coloured porcelain tile').waitFor();
  await again.getByText('€32.50').waitFor();
  await again.getByText('matt', { exact: true }).waitFor();
  await expect.poll(() => again.getByRole('list', { name: 'Earlier prices' }).getByRole('listitem').count()).toBe(2);
  expect(await later.evaluate(() => 'stolen' in window)).toBe(false);
  await shot(later, 'research-panel');
  await again.getByRole('button', { name: 'Read all of it' }).click();
  await again.getByText('Ten years of warranty').scrollIntoViewIfNeeded();
  await shot(later, 'research-reading');
  await again.getByRole('button', { name: 'Record the choice' }).click();
  await again.getByLabel('Why this one').fill('It takes frost');
  await again.getByRole('button', { name: 'Keep as a decision' }).click();
  await again.getByText('Kept as a decision on').waitFor();
  await again.getByRole('button', { name: 'Make it a cost' }).click();
  await again.getByLabel('How much (m²)').fill('12');
  await expect.poll(() => again.getByLabel('Amount in EUR').inputValue()).toBe('421.20');
  await shot(later, 'research-cost');
  await again.getByRole('button', { name: 'Add cost' }).click();
  await again.getByRole('button', { name: 'Show its cost' }).click();
  const cost = later.getByRole('complementary', { name: 'Cost' });
  await expect.poll(() => cost.getByLabel('Description').inputValue()).toBe('Slate floor tile 60×60, 12 m²');
  await expect.poll(() => cost.getByLabel('Amount in EUR').inputValue()).toBe('421.20');
});
