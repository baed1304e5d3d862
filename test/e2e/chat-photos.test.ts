// Photos in a chat: what was read on a receipt is offered there, and before and after are compared under the answer.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';

import { launch } from '../support/launch.ts';
import { shot } from '../support/shot.ts';
import { openTab, startJourney } from '../support/window.ts';

const SAMPLE = path.resolve(import.meta.dirname, '../../src-renderer/public/sample');

const takenOn = async (folder: string, from: string, day: string): Promise<string> => {
  const to = path.join(folder, `${day}.jpg`);
  const DateTimeOriginal = `${day.replaceAll('-', ':')} 10:00:00`;
  await sharp(path.join(SAMPLE, from)).withExif({ IFD2: { DateTimeOriginal } }).jpeg().toFile(to);
  return to;
};

test('what is put into the chat is read there, and before and after are shown with the answer', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-chat-'));
  const { page, close } = await launch();
  try {
    await startJourney(page, { name: 'Kitchen', template: 'Kitchen' });
    await openTab(page, 'Talk');
    const log = page.getByRole('log', { name: 'Messages' });
    const files = page.locator('input[type=file][aria-label="Add photos or documents"]');
    await files.setInputFiles([
      await takenOn(folder, '01-before.jpg', '2026-03-02'),
      await takenOn(folder, '11-finished.jpg', '2026-05-20'),
    ]);
    await log.getByRole('button', { name: 'Open 2026-05-20.jpg' }).waitFor();
    await files.setInputFiles(path.resolve(SAMPLE, '../../../test/fixtures/files/receipt.jpg'));
    await log.getByRole('button', { name: 'Open receipt.jpg' }).waitFor();
    // Read in the background, and offered where it stands.
    const offer = log.getByRole('region', { name: 'Suggested cost' });
    await offer.waitFor({ timeout: 60_000 });
    await shot(page, 'receipt');
    await offer.getByRole('button', { name: 'Add cost' }).click();
    await offer.waitFor({ state: 'detached' });

    await openTab(page, 'Photos');
    await page.getByText('Before and after', { exact: true }).click();
    await page.getByRole('button', { name: 'Keep as a pair' }).click();
    await page.getByRole('region', { name: 'Before and after', exact: true }).waitFor();
    await openTab(page, 'Talk');
    const field = page.getByRole('textbox', { name: 'Message' });
    await field.fill('show the before photos');
    await field.press('Enter');
    const answer = page.getByRole('region', { name: 'Answer' });
    const slider = answer.getByRole('slider', { name: 'How much of the earlier photo is shown' });
    await slider.waitFor();
    await slider.press('Home');
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toContain('0 %');
    await slider.press('End');
    await page.setViewportSize({ width: 800, height: 800 });
    await shot(page, 'pair');
    await openTab(page, 'Money');
    await page.getByRole('table', { name: 'Costs' }).waitFor();
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
