// Pictures of what one rarely meets: a toast, files that could not come in, a paper of several pages, a day that has passed.
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import type { Person } from '../support/person.ts';
import { joinTiffs } from '../support/join-tiffs.ts';
import { approveChange, changeRow, proposeChange } from '../support/quote-by-hand.ts';

type Take = (name: string) => Promise<void>;

const FILES = path.resolve(import.meta.dirname, '../fixtures/files');
const SAMPLE = path.resolve(import.meta.dirname, '../../src-renderer/public/sample');

/** In the sample kitchen. Nothing says when what moves stands still and what is drawn is drawn: a picture is given its seconds. */
export const rareScreens = async (person: Person, take: Take): Promise<void> => {
  await stepWithDecisions(person, take);
  await passedDeadline(person, take);
  await changeInTrash(person, take);
  await toast(person, take);
  await filesComingIn(person, take);
};

const stepWithDecisions = async ({ page, openTab }: Person, take: Take): Promise<void> => {
  await openTab('Steps');
  await page.getByRole('button', { name: 'Open Paint walls and ceiling' }).click();
  const decisions = page.getByRole('complementary', { name: 'Step' }).getByRole('region', { name: 'Decisions' });
  await decisions.scrollIntoViewIfNeeded();
  await take('rare-step-decisions');
  await page.keyboard.press('Escape');
};

const passedDeadline = async ({ page, openTab }: Person, take: Take): Promise<void> => {
  await openTab('Decisions');
  const card = page.getByRole('listitem').filter({ hasText: 'Which colour' }).last();
  await page
    .getByRole('button', { name: /Which colour/ })
    .first()
    .click();
  const wanted = card.getByLabel('Wanted by').or(page.getByLabel('Wanted by')).first();
  await wanted.fill('1 Mar 2026');
  await wanted.press('Enter');
  await wanted.blur();
  await take('rare-wanted-by');
  await openTab('Overview');
  await take('rare-overview-wanted');
};

const changeInTrash = async ({ page, openTab }: Person, take: Take): Promise<void> => {
  await openTab('Quotes');
  const step = 'Paint walls and ceiling';
  await proposeChange(page, { title: 'Dry the wall', amount: '240', days: '3', step, why: 'It is damp.' });
  await approveChange(page, 'Dry the wall');
  await page.keyboard.press('Control+z');
  await page.waitForTimeout(1_000);
  await take('rare-undone');
  await changeRow(page, 'Dry the wall').scrollIntoViewIfNeeded();
  await take('rare-change-in-trash');
};

const toast = async ({ page, openTab }: Person, take: Take): Promise<void> => {
  await openTab('Tasks');
  await page
    .getByRole('button', { name: /Register the oven/ })
    .first()
    .click();
  const panel = page.getByRole('complementary', { name: 'Task' });
  await panel.getByRole('button', { name: /^More/ }).click();
  await page.getByRole('menuitem', { name: 'Move to the trash' }).click();
  await take('rare-toast');
};

const filesComingIn = async ({ page, openTab }: Person, take: Take): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-rare-'));
  const at = (name: string): string => path.join(folder, name);
  try {
    const pages = await Promise.all(
      ['receipt.jpg', 'picture.png'].map((name) =>
        sharp(path.join(FILES, name)).greyscale().resize(900).tiff({ compression: 'none' }).toBuffer(),
      ),
    );
    writeFileSync(at('scan of two pages.tiff'), joinTiffs(pages));
    copyFileSync(path.join(FILES, 'truncated.jpg'), at('cut.jpg'));
    copyFileSync(path.join(FILES, 'locked.pdf'), at('locked.pdf'));
    copyFileSync(path.join(FILES, 'program.png'), at('program.png'));
    copyFileSync(path.join(SAMPLE, '03-demolition.jpg'), at('the same again.jpg'));
    await sharp(path.join(SAMPLE, '07-tiling.jpg')).resize(700).jpeg({ quality: 60 }).toFile(at('much alike.jpg'));
    await openTab('Photos');
    const names = [
      'scan of two pages.tiff',
      'cut.jpg',
      'locked.pdf',
      'program.png',
      'the same again.jpg',
      'much alike.jpg',
    ];
    await page.getByLabel('Add to this journey: choose files').setInputFiles(names.map(at));
    await page.getByRole('region', { name: 'Files being added' }).getByText('damaged or cut short').first().waitFor();
    await page.waitForTimeout(6_000);
    await take('rare-tray');
    await openTab('Documents');
    await page.waitForTimeout(1_500);
    await take('rare-documents');
    const scan = page.getByRole('tabpanel').getByRole('button', { name: /^Open scan of two pages/ });
    if ((await scan.count()) === 0) await openTab('Photos');
    await scan.first().click();
    await page.getByRole('button', { name: 'Close viewer' }).waitFor();
    await page.waitForTimeout(2_500);
    await take('rare-tiff');
    await page.getByRole('button', { name: 'Close viewer' }).click();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
