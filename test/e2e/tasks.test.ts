// A punch item from the pin on a photo to "found good": the owner in one window, the contractor in another.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdfOf } from '../support/pdf-pages.ts';
import { annaAndMiller, devicesOnServer, type Seated } from '../support/devices.ts';
import { shot } from '../support/shot.ts';
import { stillBox } from '../support/still-box.ts';

const PHOTO = path.resolve(import.meta.dirname, '../../src-renderer/public/sample/07-tiling.jpg');
const PROOF = path.resolve(import.meta.dirname, '../../src-renderer/public/sample/11-finished.jpg');
const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-tasks-'));
const devices = await devicesOnServer();
let anna: Seated;
let miller: Seated;

beforeAll(async () => {
  ({ anna, miller } = await annaAndMiller(devices));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what the owner pins to a photo and gives to a contractor reaches them with the photo; they prove it, and it is found good', async () => {
  const { page } = anna;
  await anna.openTab('Photos');
  await page.getByLabel('Add to this journey: choose files').setInputFiles(PHOTO);
  await page.getByRole('button', { name: /^Open/ }).first().click();
  const viewer = page.getByRole('dialog');
  await viewer.getByRole('button', { name: 'Pin a task' }).click();
  // By keyboard: a little to the left and up, and there it stands.
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp', 'Shift+ArrowUp', 'Enter']) await page.keyboard.press(key);
  const form = viewer.getByRole('form', { name: 'New task here' });
  await form.getByLabel('What is to be done').fill('Regrout the corner');
  await form.getByRole('combobox', { name: 'Given to' }).click();
  await page.getByRole('option', { name: 'Miller' }).click();
  await form.getByText('can’t see this picture yet').waitFor();
  await shot(page, 'task-pin-form');
  await form.getByRole('button', { name: 'Show the picture and add' }).click();
  await viewer.getByRole('button', { name: /^Pin 1: Regrout the corner/ }).waitFor();
  await shot(page, 'task-pinned');
  await page.keyboard.press('Escape');
  await anna.openTab('Tasks');
  await page.getByRole('button', { name: 'Open Regrout the corner' }).click();
  await page.getByLabel('Add a point').fill('Joint closed');
  await page.getByLabel('Add a point').press('Enter');
  await page.getByRole('button', { name: 'Wants a photo' }).click();
  await page.getByText('1 photo is still wanted').waitFor();
  await shot(page, 'task-panel');
  await anna.allSent();

  await miller.page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'My tasks' }).click();
  await miller.page.getByRole('button', { name: 'Open Regrout the corner' }).click({ timeout: 60_000 });
  const theirs = miller.page.getByRole('complementary', { name: 'Task' });
  await theirs.getByRole('button', { name: 'Show the spot on the picture' }).waitFor();
  await expect.poll(() => theirs.getByRole('button', { name: 'Done', exact: true }).isDisabled()).toBe(true);
  await theirs.getByLabel('Photo of “Joint closed”: choose files').setInputFiles(PROOF);
  await theirs.getByRole('checkbox', { name: 'Joint closed', checked: true }).waitFor({ timeout: 60_000 });
  await theirs.getByRole('button', { name: 'Done', exact: true }).click();
  await theirs.getByText('The family looks at it').waitFor();
  expect(await theirs.getByRole('button', { name: 'Found good' }).count()).toBe(0);
  await shot(miller.page, 'task-contractor');
  await miller.allSent();

  const panel = page.getByRole('complementary', { name: 'Task' });
  await panel.getByRole('button', { name: 'Send back' }).click({ timeout: 60_000 });
  await panel.getByLabel('What is still wrong with it?').fill('Still open at the window');
  await panel.getByRole('button', { name: 'Send back with this reason' }).click();
  await theirs.getByText('Sent back by Anna: Still open at the window').waitFor({ timeout: 60_000 });
  await theirs.getByRole('button', { name: 'Done', exact: true }).click();
  await panel.getByRole('button', { name: 'Found good' }).click({ timeout: 60_000 });
  await theirs.getByText('Found good by Anna').waitFor({ timeout: 60_000 });
  await page.getByText('Punch list 0').click();
  await shot(page, 'task-punch-list');
});

test('who is spoken to by name finds a dot at the journey, the tab and the task; who can’t read it is not offered', async () => {
  const panel = anna.page.getByRole('complementary', { name: 'Task' });
  const write = panel.getByRole('textbox', { name: 'Write a comment' });
  await write.fill('Well done, @mil');
  await panel.getByRole('option', { name: 'Miller' }).waitFor();
  await shot(anna.page, 'task-mention');
  await write.press('Enter');
  await expect.poll(() => write.inputValue()).toBe('Well done, @Miller ');
  await miller.goTo('Home');
  await write.press('Control+Enter');
  await panel.getByRole('list', { name: 'Comments' }).getByText('@Miller').waitFor();
  await anna.allSent();
  const places = miller.page.getByRole('navigation', { name: 'Places' });
  const kitchen = places.getByRole('button', { name: 'Kitchen' });
  await expect
    .poll(() => kitchen.getAttribute('aria-description'), { timeout: 60_000 })
    .toBe('Something is new on this journey');
  await kitchen.click();
  await miller.openTab('Steps');
  await expect
    .poll(() => miller.page.getByRole('tab', { name: 'Tasks' }).getAttribute('aria-description'))
    .toBe('Something is new here');
  await shot(miller.page, 'unread');
  await miller.openTab('Tasks');
  await miller.page.getByText('All tasks').click();
  await miller.page.getByRole('button', { name: 'Open Regrout the corner' }).click();
  await miller.page.getByRole('list', { name: 'Comments' }).getByText('@Miller').waitFor();
  await expect.poll(() => kitchen.getAttribute('aria-description')).toBeNull();

  // In a comment that only the family reads Miller is named with the reason, and not offered.
  await anna.openTab('Steps');
  await anna.openStep('Tile the wall');
  const step = anna.page.getByRole('complementary', { name: 'Step' });
  await step
    .getByRole('button', { name: /Who can see this/ })
    .last()
    .click();
  await anna.page.getByRole('menuitem', { name: /Family/ }).click();
  await step.getByRole('textbox', { name: 'Write a comment' }).fill('Too dear, @Mil');
  await step.getByRole('option', { name: 'Miller can’t read this: it is for Family' }).waitFor();
  await shot(anna.page, 'mention-refused');
});

test('a contractor writes the daily log where the family reads it', async () => {
  await miller.page.getByText('Daily log 0').click();
  await miller.page.getByRole('button', { name: 'Write today’s log' }).click();
  const form = miller.page.getByRole('form', { name: 'Daily log' });
  await form.getByLabel('Who was on site').fill('Jo and Sam');
  await form.getByLabel('What was done').fill('Grouted the corner by the window');
  await form.getByRole('button', { name: 'Add to the log' }).click();
  await miller.page.getByRole('list', { name: 'Daily log' }).getByText('Jo and Sam').waitFor();
  await shot(miller.page, 'daily-log');
  await miller.allSent();
  await anna.openTab('Tasks');
  await anna.page.getByText('Daily log 1').click({ timeout: 60_000 });
  await anna.page.getByText('Grouted the corner by the window').waitFor();
  await expect.poll(() => anna.page.getByRole('list', { name: 'Daily log' }).getByRole('listitem').count()).toBe(1);
  await anna.page.setViewportSize({ width: 1000, height: 700 });
  await shot(anna.page, 'tabs-1000');
  // What the line has no room for is reached by keyboard too, and stands in the line while one is there.
  await anna.page.getByRole('button', { name: 'More', exact: true }).focus();
  await anna.page.keyboard.press('Enter');
  const item = anna.page.getByRole('menuitem', { name: 'Activity' });
  await item.waitFor();
  await expect
    .poll(async () => {
      await anna.page.keyboard.press('ArrowDown');
      return item.evaluate((element) => element === document.activeElement);
    })
    .toBe(true);
  await anna.page.keyboard.press('Enter');
  await anna.page.getByRole('tab', { name: 'Activity', selected: true }).waitFor();
  await shot(anna.page, 'tabs-more');
  await anna.page.setViewportSize({ width: 1280, height: 800 });
  await anna.goTo('My tasks');
  await shot(anna.page, 'my-tasks');
});

/** What main would have shown on the desktop, instead of showing it. */
const desktopOf = async ({ app }: Seated['device']) => {
  await app.evaluate(({ Notification }) => {
    const shown: Electron.Notification[] = [];
    Object.assign(globalThis, { shown });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      shown.push(this);
    };
  });
  const read = () =>
    app.evaluate(() =>
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- put there above
      (globalThis as unknown as { shown: Electron.Notification[] }).shown.map(({ title, body }) => `${title}: ${body}`),
    );
  const press = (at: number) =>
    app.evaluate((_electron, index) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
      (globalThis as unknown as { shown: Electron.Notification[] }).shown[index]?.emit('click');
    }, at);
  return { read, press };
};

test('who does not look at the window is told on the desktop what concerns them, once, and a press opens it', async () => {
  const { page } = miller;
  const desktop = await desktopOf(miller.device);
  await miller.goTo('Settings');
  const section = page.getByRole('region', { name: 'Notifications' });
  // Whatever the hour at which this runs.
  for (const label of ['From', 'Until']) await section.getByLabel(label).fill('00:00');
  await shot(page, 'notices-settings');
  await page.evaluate(() => {
    document.hasFocus = () => false;
    window.dispatchEvent(new Event('blur'));
  });
  await anna.goTo('Kitchen');
  await anna.openTab('Tasks');
  await anna.page.getByText('All tasks').click();
  await anna.page.getByRole('button', { name: 'Open Regrout the corner' }).click();
  const panel = anna.page.getByRole('complementary', { name: 'Task' });
  const write = panel.getByRole('textbox', { name: 'Write a comment' });
  for (const text of ['When do you come, @Miller?', 'Nobody is named here']) {
    await write.fill(text);
    await write.press('Control+Enter');
    await panel.getByRole('list', { name: 'Comments' }).getByText(text.slice(0, 10)).first().waitFor();
  }
  await expect
    .poll(desktop.read, { timeout: 60_000 })
    .toEqual(['Anna spoke to you on Kitchen: When do you come, @Miller?']);
  await desktop.press(0);
  await page.getByRole('complementary', { name: 'Task' }).getByText('Nobody is named here').waitFor();
  expect(await desktop.read()).toHaveLength(1);
});

test('a press on a page of a plan pins a task there, and the punch list shows it on the page', async () => {
  const { page } = anna;
  const plan = path.join(folder, 'Plan.pdf');
  writeFileSync(plan, await pdfOf({ content: ['GROUND FLOOR PLAN', 'Scale 1:50', 'Soil pipe behind the bath'] }));
  await anna.goTo('Kitchen');
  await anna.openTab('Documents');
  await page.getByLabel('Add to this journey: choose files').setInputFiles(plan);
  await page.getByRole('button', { name: /^Open Plan/ }).click();
  const viewer = page.getByRole('dialog');
  await viewer.getByText('Page 1 of 1').first().waitFor();
  await viewer.getByRole('button', { name: 'Pin a task' }).click();
  const sheet = await stillBox(viewer.getByRole('img', { name: 'Page 1' }).first());
  await page.mouse.click(sheet.x + sheet.width * 0.25, sheet.y + sheet.height * 0.5);
  const form = viewer.getByRole('form', { name: 'New task here' });
  await form.getByLabel('What is to be done').fill('Box in the soil pipe');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  const pin = viewer.getByRole('button', { name: /^Pin 1: Box in the soil pipe/ });
  await pin.waitFor();
  await shot(page, 'plan-pinned');
  const at = await stillBox(pin);
  // Its tip is its lower left corner.
  expect(Math.abs(at.x - (sheet.x + sheet.width * 0.25))).toBeLessThan(3);
  expect(Math.abs(at.y + at.height - (sheet.y + sheet.height * 0.5))).toBeLessThan(3);
  await pin.click();
  await page.getByRole('complementary', { name: 'Task' }).getByRole('button', { name: 'Done', exact: true }).waitFor();
  await page.getByText('Punch list 1').click();
  await page
    .getByRole('region', { name: 'Plan' })
    .getByRole('button', { name: /^Pin 1/ })
    .waitFor();
  await shot(page, 'plan-punch-list');
});
