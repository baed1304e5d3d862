// How a journey goes, in the window: the overview's words, the charts with their tables, the report of a week, all journeys on Home.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'papaparse';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, type Launched } from '../support/launch.ts';
import { personAt, type Person } from '../support/person.ts';
import { shot } from '../support/shot.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-progress-'));
let device: Launched;
let page: Page;
let anna: Person;

beforeAll(async () => {
  device = await launch({ env: { PLUMBLINE_SAVE_DIR: folder } });
  ({ page } = device);
  await page.setViewportSize({ width: 1280, height: 800 });
  anna = personAt(page);
  // A journey near its end: steps that took longer than planned, one that is blocked, costs paid.
  await page.getByRole('button', { name: 'Look round a sample kitchen' }).click();
  await page.getByRole('tab', { name: 'Overview', selected: true }).waitFor({ timeout: 120_000 });
});
afterAll(async () => {
  await device.close();
  rmSync(folder, { recursive: true, force: true });
});

const region = (name: string) => page.getByRole('region', { name, exact: true });
const view = (name: string) => page.getByRole('radiogroup', { name: 'Views of the overview' }).getByText(name).click();
const saved = (ending: string): readonly string[] => readdirSync(folder).filter((name) => name.endsWith(ending));

test('the overview says when it ends with an honest range, and what is stuck on what', async () => {
  const end = region('Likely done');
  await expect.poll(() => end.innerText()).toMatch(/About \d+ \w+[\s\S]*80 % sure: between .+ and /);
  await expect.poll(() => region('Stuck').innerText()).toContain('Waits for a delivery');
  await expect.poll(() => region('Cost so far').innerText()).toContain('Will cost about');
  await shot(page, 'progress-now');
});

test('progress: what holds it up and why, and charts whose numbers are a table and a file', async () => {
  await view('Progress');
  await region('What moves the end most')
    .or(page.getByRole('figure', { name: 'What moves the end most' }))
    .waitFor();
  await expect.poll(() => region('What slipped').innerText()).toMatch(/days? later than kept · waited for/);
  await expect
    .poll(() => region('What costs it time').innerText())
    .toMatch(/Waits for a delivery[\s\S]*longer than planned/);
  const chart = page.getByRole('figure', { name: 'How good the estimates were' });
  await chart.locator('.recharts-surface').first().waitFor();
  await shot(page, 'progress-view');
  // The table is there for who hears the window, and shown when asked for.
  const row = chart.getByRole('table').getByRole('row').filter({ hasText: 'Strip out' });
  await expect.poll(() => row.textContent()).toMatch(/4 days/);
  await chart.getByRole('button', { name: 'Show numbers' }).click();
  await chart.scrollIntoViewIfNeeded();
  await shot(page, 'progress-estimates');
  await chart.getByRole('button', { name: 'Export CSV' }).click();
  await expect.poll(() => saved('.csv').length).toBe(1);
  const { data } = parse<string[]>(
    readFileSync(path.join(folder, saved('.csv')[0] ?? ''), 'utf8').replace('\uFEFF', ''),
  );
  expect(data[0]).toEqual(['Step', 'Planned', 'Took']);
  const time = page.getByRole('figure', { name: 'Where the time went' });
  await time.scrollIntoViewIfNeeded();
  await shot(page, 'progress-time');
  await page.getByRole('figure', { name: 'Steps done' }).scrollIntoViewIfNeeded();
  await shot(page, 'progress-done');
});

test('weeks: what was done and spent in one, and it is kept as a PDF', async () => {
  await view('Weeks');
  await region('Next week').waitFor();
  // Back to the week in which the cabinets were fitted: the sample's last week is this one or the one before.
  const fitted = region('Done').filter({ hasText: 'Fit the units' });
  const week = page.getByRole('heading', { name: /\d{4} to .*\d{4}$/ });
  for (let back = 0; back < 6 && !(await fitted.isVisible()); back += 1) {
    const shown = await week.innerText();
    await page.getByRole('button', { name: 'The week before' }).click();
    await expect.poll(() => week.innerText()).not.toBe(shown);
  }
  await fitted.waitFor();
  await shot(page, 'progress-week');
  await page.getByRole('button', { name: 'Keep as PDF' }).click();
  // It is there a moment before it is written.
  const begin = (): string =>
    saved('.pdf')
      .map((name) => readFileSync(path.join(folder, name)).subarray(0, 5).toString())
      .join();
  await expect.poll(begin, { timeout: 60_000 }).toBe('%PDF-');
});

test('home: two journeys stand in one table, with their ends and what slipped', async () => {
  await anna.goTo('Home');
  await anna.startJourney({ name: 'Bathroom', template: 'Bathroom' });
  await expect.poll(() => region('Likely done').innerText()).toMatch(/80 % sure/);
  await shot(page, 'progress-fresh');
  await anna.goTo('Home');
  const table = page.getByRole('table', { name: 'All journeys' });
  await expect.poll(() => table.getByRole('row').filter({ hasText: 'Bathroom' }).innerText()).toMatch(/80 % sure/);
  await expect
    .poll(() => table.getByRole('row').filter({ hasText: 'Sample kitchen' }).innerText())
    .toMatch(/days later than kept/);
  await shot(page, 'progress-home');
});
