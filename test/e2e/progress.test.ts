// How a journey goes, in the window: the overview's words, the charts with their tables, the report of a week.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, type Launched } from '../support/launch.ts';
import { shot } from '../support/shot.ts';
import { openTab } from '../support/window.ts';

let device: Launched;
let page: Page;

beforeAll(async () => {
  device = await launch();
  ({ page } = device);
  page.setDefaultTimeout(30_000);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'Look round a sample kitchen' }).click();
  await page.getByRole('tab', { name: 'Overview', selected: true }).waitFor({ timeout: 120_000 });
});
afterAll(() => device.close());

test('where the time of each step went is drawn, and read as a table', async () => {
  await openTab(page, 'Overview');
  await page.getByText('Progress', { exact: true }).click();
  const chart = page.getByRole('figure', { name: 'Where the time went' });
  await chart.locator('.recharts-surface').first().waitFor();
  const row = chart.getByRole('table').getByRole('row', { name: /Plumbing/ });
  await expect.poll(() => row.innerText()).toContain('2 days');
  await shot(page, 'progress-time');
  await chart.getByRole('button', { name: 'Show numbers' }).click();
  await shot(page, 'progress-time-numbers');
});
