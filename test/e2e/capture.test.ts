// Photos and documents in a real window: added by dialog, drop and paste, refused by content, read, found, shared, printed.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { launch, type Launched } from '../support/launch.ts';
import { stillBox } from '../support/still-box.ts';

const files = path.join(import.meta.dirname, '../fixtures/files');
const saved = mkdtempSync(path.join(tmpdir(), 'plumbline-saved-'));
let device: Launched;
let page: Page;

beforeAll(async () => {
  device = await launch({ env: { PLUMBLINE_SAVE_DIR: saved } });
  ({ page } = device);
  await page.getByRole('button', { name: 'Start my journey' }).click();
  await page.getByLabel(/name/i).first().fill('Bathroom');
  await page
    .getByRole('button', { name: /create|start|begin/i })
    .last()
    .click();
  await page.getByRole('tab', { name: 'Photos' }).click();
});
afterAll(async () => {
  await device.close();
  rmSync(saved, { recursive: true, force: true });
});

const add = (...names: readonly string[]): Promise<void> =>
  page.getByLabel('Add to this journey: choose files').setInputFiles(names.map((name) => path.join(files, name)));
const entry = (name: string) =>
  page.getByRole('region', { name: 'Files being added' }).getByRole('listitem', { name, exact: true });
const clearList = () => page.getByRole('button', { name: 'Clear list' }).click();

/** Hands files to the window the way the desktop does when they are let go over it, or pasted. */
const give = (event: 'drop' | 'paste', name: string, as: string): Promise<void> =>
  page.evaluate(
    ([kind, bytes, called]) => {
      const data = new DataTransfer();
      const raw = Uint8Array.from(atob(bytes), (letter) => letter.codePointAt(0) ?? 0);
      data.items.add(new File([raw], called, { type: 'image/png' }));
      document.body.dispatchEvent(
        kind === 'drop'
          ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
          : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    [event, readFileSync(path.join(files, name)).toString('base64'), as] as const,
  );

describe('adding files', () => {
  test('what is no picture and no document is refused with its reason, the others are kept', async () => {
    await add(
      'empty.jpg',
      'text.jpg',
      'program.png',
      'truncated.jpg',
      'truncated.pdf',
      'huge-claim.png',
      'locked.pdf',
      'photo-orientation-6.jpg',
      'two-pages.pdf',
    );
    const said = {
      'empty.jpg': 'The file is empty.',
      'text.jpg': 'This is no kind of file that Plumbline can show.',
      'program.png': 'This is no kind of file that Plumbline can show.',
      'truncated.jpg': 'The file is damaged or cut short.',
      'truncated.pdf': 'The file is damaged or cut short.',
      'huge-claim.png': 'The picture has more than 100 megapixels.',
      'locked.pdf': 'The PDF is protected by a password.',
      'photo-orientation-6.jpg': 'On this device',
      'two-pages.pdf': 'On this device',
    };
    for (const [name, sentence] of Object.entries(said)) await entry(name).getByText(sentence).waitFor();
    await clearList();
    await expect.poll(() => page.getByRole('list', { name: 'Photos' }).getByRole('listitem').count()).toBe(1);
  });

  test('a drop and a paste add as well, and the same picture again adds nothing', async () => {
    await give('drop', 'picture.png', 'wall.png');
    await entry('wall.png').getByText('On this device').waitFor();
    await give('paste', 'picture.png', 'image.png');
    await page.getByText('Already here, so nothing was added').waitFor();
    await page.getByRole('list', { name: 'Photos' }).getByRole('listitem').nth(1).waitFor();
    expect(await page.getByRole('list', { name: 'Photos' }).getByRole('listitem').count()).toBe(2);
  });

  test('a folder that is dropped gives its files, those of folders in it too, and none that is hidden', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-folder-'));
    mkdirSync(path.join(folder, 'Kitchen/Walls'), { recursive: true });
    for (const name of ['Kitchen/one.png', 'Kitchen/Walls/two.png', 'Kitchen/.hidden.png', 'beside.png'])
      copyFileSync(path.join(files, 'picture.png'), path.join(folder, name));
    const wire = await page.context().newCDPSession(page);
    const data = {
      items: [],
      files: ['Kitchen', 'beside.png'].map((name) => path.join(folder, name)),
      dragOperationsMask: 1,
    };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await wire.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data });
    for (const name of ['one.png', 'two.png', 'beside.png']) await entry(name).getByText('Already here').waitFor();
    for (const name of ['Kitchen', '.hidden.png']) expect(await entry(name).count()).toBe(0);
    rmSync(folder, { recursive: true });
  });
});

describe('a photo', () => {
  test('shows upright with the time on the camera’s clock; arrows, zoom and Esc work', async () => {
    await page.getByRole('button', { name: 'Open photo-orientation-6.jpg' }).click();
    const viewer = page.getByRole('dialog');
    await expect.poll(() => viewer.getByLabel('Taken', { exact: true }).inputValue()).toBe('10 Mar 2026');
    await expect.poll(() => viewer.getByLabel('Hour').inputValue()).toBe('16');
    await expect.poll(() => viewer.getByLabel('Minute').inputValue()).toBe('41');
    const shown = await stillBox(viewer.getByRole('img', { name: 'photo-orientation-6.jpg' }));
    expect(shown.height / shown.width).toBeCloseTo(4 / 3, 1);
    await page.keyboard.press('+');
    await viewer.getByText('150 %').waitFor();
    await page.keyboard.press('ArrowRight');
    await viewer.getByText('2 of 2').or(viewer.getByText('1 of 2')).first().waitFor();
    await page.keyboard.press('Escape');
    await viewer.waitFor({ state: 'detached' });
  });

  test('of a receipt is read in the background and becomes a cost when a person says so', async () => {
    await add('receipt.jpg');
    await page.getByRole('button', { name: 'Open receipt.jpg' }).click();
    const viewer = page.getByRole('dialog');
    await viewer.getByText('Add €42.10 as a cost?').waitFor({ timeout: 90_000 });
    await viewer.getByText('KITCHEN TAP OUTLET', { exact: true }).waitFor();
    await viewer.getByRole('button', { name: 'Add cost' }).click();
    await viewer.getByText('Add €42.10 as a cost?').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Money' }).click();
    await page.getByText('KITCHEN TAP OUTLET').first().waitFor();
    await expect.poll(() => page.getByText('€42.10').count()).toBeGreaterThan(0);
  });

  test('is shown to more people only after it was said who they are', async () => {
    await page.getByRole('tab', { name: 'Photos' }).click();
    await page.getByRole('button', { name: 'Open receipt.jpg' }).click();
    const viewer = page.getByRole('dialog').first();
    await viewer.getByRole('button', { name: /Who can see this: Family/ }).click();
    await page.getByRole('menuitem', { name: /Everyone on this journey/ }).click();
    const question = page.getByRole('dialog', { name: 'Show this to more people?' });
    await question.getByText(/every contractor and viewer on this journey/).waitFor();
    await question.getByRole('button', { name: 'Show it' }).click();
    await viewer.getByText('Everyone on this journey').waitFor();
    // What was read from it is still beside it for the family.
    await viewer.getByText('KITCHEN TAP OUTLET', { exact: true }).waitFor();
    const pickers = (within: Locator) => within.getByRole('button', { name: /Who can see this/ });
    // Comments may go to fewer; the picture itself is with everyone for good.
    const ofComments = pickers(viewer.getByRole('region', { name: 'Comments' }));
    await ofComments.first().waitFor();
    await expect.poll(async () => (await pickers(viewer).count()) - (await ofComments.count())).toBe(0);
    await page.keyboard.press('Escape');
  });
});

test('text in a photo and on a scanned page of a PDF is found, and opens at its place', async () => {
  await page.keyboard.press('Control+f');
  const field = page.getByLabel('Search everything');
  await field.fill('boiler pressure');
  const hit = page
    .getByRole('region', { name: 'Results' })
    .getByRole('button', { name: /boiler pressure/i })
    .first();
  await hit.waitFor({ timeout: 90_000 });
  await hit.locator('mark').first().waitFor();
  await expect.poll(() => hit.locator('mark').allTextContents()).toContain('boiler');
  await hit.click();
  await page.getByRole('dialog').getByText('Page 1 of 2').first().waitFor();
  await page.keyboard.press('Escape');
});

test('the journey is printed to a PDF', async () => {
  await page.getByRole('button', { name: 'Export PDF' }).click();
  await page.getByText('The report is saved').waitFor({ timeout: 60_000 });
  const [name = ''] = readdirSync(saved);
  expect(name).toMatch(/^Bathroom, \d{4}-\d\d-\d\d\.pdf$/);
  expect(readFileSync(path.join(saved, name)).subarray(0, 5).toString()).toBe('%PDF-');
});
