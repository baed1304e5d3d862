// Planning over time: a step is moved by the keyboard and by dragging, a kept plan lies beneath, and a calendar shows the month.
import { sync as ics } from 'node-ical';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { accountOf } from '../support/accounts.ts';
import { devicesOnServer, type Seated } from '../support/devices.ts';
import { rawRecords } from '../support/raw-records.ts';
import { shot } from '../support/shot.ts';
import { stillBox } from '../support/still-box.ts';
import { openStep, openTab, startJourney } from '../support/window.ts';

const { server, newDevice } = await devicesOnServer();
let anna: Seated;
let page: Page;

beforeAll(async () => {
  anna = await newDevice();
  ({ page } = anna);
});

const view = (name: string): Promise<void> => page.getByRole('radiogroup', { name: 'View' }).getByText(name).click();
const bar = (name: string): Locator => page.getByRole('button', { name: new RegExp(`^${name}, `) });
const told = async (name: string): Promise<string> => (await bar(name).getAttribute('aria-label')) ?? '';

test('the plan is kept, then a step is moved by the keyboard and lengthened, and both are said aloud', async () => {
  await startJourney(page, { template: 'Kitchen renovation' });
  await openTab(page, 'Steps');
  const panel = await openStep(page, 'Fit the units');
  await panel.getByLabel('Duration').fill('4');
  await panel.getByLabel('Duration').press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await shot(page, 'steps-list');
  await view('Timeline');
  await page.getByRole('button', { name: 'Kept plans' }).click();
  await page.getByRole('menuitem', { name: 'Keep the plan as it is now' }).click();
  await page.getByLabel('Name of the kept plan').fill('As agreed');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByText('Since “As agreed”: ends on the same day').waitFor();

  const first = page.locator('[data-bar]').first();
  await first.focus();
  await page.keyboard.press('ArrowDown');
  await expect
    .poll(() =>
      page
        .locator('[data-bar]')
        .nth(1)
        .evaluate((each) => each === document.activeElement),
    )
    .toBe(true);

  await bar('Fit the units').focus();
  await page.keyboard.down('Alt');
  for (let days = 0; days < 3; days += 1) await page.keyboard.press('ArrowRight');
  await page.getByRole('status').filter({ hasText: 'Fit the units:' }).waitFor({ state: 'attached' });
  await page.keyboard.up('Alt');
  // What is pressed while that is written is not lost.
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect.poll(() => told('Fit the units')).toContain('5 days');
  await expect.poll(() => told('Fit the units')).toContain('4 days later than kept');
  await page.getByText(/Since “As agreed”: ends \d+ days later/).waitFor();
  await shot(page, 'timeline');
  await page.getByRole('button', { name: 'Beside: As agreed' }).click();
  await shot(page, 'kept-plans');
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByLabel('Name of the kept plan').fill('As signed');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await page.getByText(/Since “As signed”: ends \d+ days later/).waitFor();
  const scale = page.getByRole('radiogroup', { name: 'Scale' });
  await scale.getByText('Months').click();
  await shot(page, 'timeline-months');
  await scale.getByText('Weeks').click();
});

test('a bar is dragged to another week and lengthened by its end; those with dates of their own are asked about', async () => {
  const chosen = 'Fit the units';
  const next = 'Template and fit the worktop';
  await bar(next).focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(() => told(next)).toContain('later than kept');
  const [before, waiting] = [await told(chosen), await told(next)];
  await dragBy(chosen, 2 * 28);
  const ask = page.getByRole('alertdialog');
  await ask.waitFor();
  await shot(page, 'timeline-ask');
  await ask.getByRole('button', { name: 'Move along' }).click();
  await ask.waitFor({ state: 'detached' });
  await expect.poll(async () => laterIn(await told(chosen))).toBe(laterIn(before) + 2);
  await expect.poll(async () => laterIn(await told(next))).toBe(laterIn(waiting) + 2);
  // What is taken back is all of it.
  await page.keyboard.press('Control+z');
  await expect.poll(() => told(next)).toBe(waiting);
  await expect.poll(() => told(chosen)).toBe(before);
  // No earlier than what it waits for lets it.
  await dragBy(chosen, -90 * 28);
  await page.getByRole('button', { name: 'Only this one' }).click();
  await expect.poll(async () => laterIn(await told(chosen))).toBe(1);
});

const laterIn = (label: string): number => Number(/(\d+) days? later/.exec(label)?.[1] ?? 0);

const dragBy = async (name: string, px: number): Promise<void> => {
  await bar(name).scrollIntoViewIfNeeded();
  const box = await stillBox(bar(name));
  const [x, y] = [box.x + 8, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + px / 2, y, { steps: 4 });
  await page.mouse.move(x + px, y, { steps: 4 });
  await page.mouse.up();
};

test('a delivery holds its step up until it has come; a mistyped year is told as it is and breaks no view', async () => {
  const before = await told('Fit the units');
  await view('List');
  const panel = await openStep(page, 'Fit the units');
  await panel.getByLabel('Add a delivery').fill('Fronts of the wall units');
  await panel.getByLabel('Add a delivery').press('Enter');
  const promised = panel.getByLabel('Promised day of Fronts of the wall units');
  const promise = async (day: string): Promise<void> => {
    await promised.fill(day);
    await promised.press('Tab');
  };
  await promise('31 Dec 9999');
  // The panel says of the end what the plan says.
  await panel.getByText('On the plan it begins Fri, 31 Dec 9999').waitFor();
  await shot(page, 'delivery-panel');
  await view('Timeline');
  await expect.poll(() => told('Fit the units')).toContain('9999');
  await shot(page, 'delivery-9999');
  await view('Calendar');
  await page.getByRole('button', { name: 'The month before' }).waitFor();
  await openTab(page, 'Overview');
  await page.getByText('31 Dec 9999').first().waitFor();
  await shot(page, 'delivery-9999-overview');
  await openTab(page, 'Steps');
  await promise('3 Jun 0202');
  await panel.getByText('was promised for 3 Jun 202').waitFor();
  await view('Timeline');
  await expect.poll(async () => (await told('Fit the units')).slice(0, 40)).toBe(before.slice(0, 40));
  await expect.poll(() => told('Fit the units')).toContain('promised for 3 Jun 202');
  await promise('soon');
  await shot(page, 'delivery-late');
  await panel.getByRole('checkbox', { name: 'Fronts of the wall units has come' }).click();
  await panel.getByText(/^came /).waitFor();
  await shot(page, 'delivery-came');
  await panel.getByRole('button', { name: 'Take away Fronts of the wall units' }).click();
  await panel.getByText('Fronts of the wall units').waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
});

test('a step that is started by a double click is started, not completed by the button that takes the place of the first', async () => {
  await view('List');
  const panel = await openStep(page, 'Settle the layout');
  const box = await stillBox(panel.getByRole('button', { name: 'Start', exact: true }));
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (const clickCount of [1, 2]) {
    await page.mouse.down({ clickCount });
    await page.mouse.up({ clickCount });
    if (clickCount === 1) await panel.getByRole('button', { name: 'Complete', exact: true }).waitFor();
  }
  await panel.getByRole('button', { name: 'Reopen', exact: true }).click();
  await panel.getByRole('button', { name: 'Start', exact: true }).waitFor();
  // Deeds are written one after another: none of those before made it done.
  const deeds = (await rawRecords(page)).filter(({ type }) => type === 'event');
  expect(deeds.filter(({ body }) => JSON.stringify(body['changes']).includes('"done"'))).toEqual([]);
  await page.keyboard.press('Escape');
});

test('the calendar shows the month, and a step opens from it', async () => {
  await view('Calendar');
  await page.getByText('Measure and photograph the room').first().waitFor();
  await shot(page, 'calendar');
  await page.getByText('Measure and photograph the room').first().click();
  const panel = page.getByRole('complementary', { name: 'Step' });
  await expect.poll(() => panel.getByRole('textbox', { name: 'Name of the step' }).inputValue()).toContain('Measure');
  await page.getByRole('button', { name: 'The month after' }).click();
  await shot(page, 'calendar-next');
  await page.keyboard.press('Escape');
});

test('late in a month today is in sight, also in a small window', async () => {
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width: 960, height: 640 });
  await view('List');
  const now = new Date();
  await page.clock.setFixedTime(new Date(now.getFullYear(), now.getMonth() + 1, 0, 12));
  await view('Calendar');
  const today = page.getByRole('tabpanel').locator('button[data-today]');
  await expect.poll(() => isInSight(today)).toBe(true);
  await shot(page, 'calendar-late');
  // Wherever one has gone, Today comes back to it.
  await page.getByRole('button', { name: 'The month before' }).click();
  await page.getByRole('button', { name: 'Today' }).click();
  await expect.poll(() => isInSight(today)).toBe(true);
  await page.clock.setFixedTime(now);
  await page.setViewportSize(size);
});

const isInSight = (what: Locator): Promise<boolean> =>
  what.evaluate((day) => {
    const { top, bottom } = day.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });

test('an address on the server tells the same days to another calendar, until it is ended', async () => {
  await anna.signUp(server.url, accountOf('Anna'));
  await anna.allSent();
  await anna.goTo('Kitchen renovation');
  await openTab(page, 'Steps');
  await page.getByRole('button', { name: 'Other calendars' }).click();
  await page.getByRole('menuitem', { name: 'Subscribe' }).click();
  const dialog = page.getByRole('dialog', { name: 'Subscribe from another calendar' });
  await dialog.getByRole('button', { name: 'Make an address' }).click();
  const field = dialog.getByRole('textbox', { name: 'Address' });
  await expect.poll(() => field.inputValue()).toMatch(/^http/);
  const address = await field.inputValue();
  await shot(page, 'calendar-address');

  const answer = await fetch(address);
  expect(answer.status).toBe(200);
  const events = Object.values(ics.parseICS(await answer.text())).flatMap((each) =>
    each?.type === 'VEVENT' ? [each] : [],
  );
  expect(events).toHaveLength(16);
  const units = events.find(({ summary }) => summary === 'Fit the units');
  const days = Math.round(((units?.end?.getTime() ?? 0) - (units?.start.getTime() ?? 0)) / 86_400_000);
  expect(days).toBe(5);

  await dialog.getByRole('button', { name: 'End the address of Me' }).click();
  await dialog.getByText('Me, since').waitFor({ state: 'detached' });
  await expect.poll(async () => (await fetch(address)).status).toBe(404);
});
