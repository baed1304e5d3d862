// Before and after: proposed, kept, compared with a slider by keys, side by side and over time, made by hand, and printed.
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drag } from '../support/draw.ts';
import { launch } from '../support/launch.ts';
import { shot } from '../support/shot.ts';
import { stillBox } from '../support/still-box.ts';
import { openTab, startJourney } from '../support/window.ts';

const SAMPLE = path.resolve(import.meta.dirname, '../../src-renderer/public/sample');

const takenOn = async (folder: string, from: string, day: string): Promise<string> => {
  const to = path.join(folder, `${day}.jpg`);
  const DateTimeOriginal = `${day.replaceAll('-', ':')} 10:00:00`;
  await sharp(path.join(SAMPLE, from)).withExif({ IFD2: { DateTimeOriginal } }).jpeg().toFile(to);
  return to;
};

test('two photos of one view are proposed, kept, compared, and stand in the report', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-pairs-'));
  const files = [
    await takenOn(folder, '01-before.jpg', '2026-03-02'),
    await takenOn(folder, '04-plumbing.jpg', '2026-03-19'),
    await takenOn(folder, '11-finished.jpg', '2026-05-20'),
  ];
  const app = await launch({ env: { PLUMBLINE_SAVE_DIR: folder } });
  const { page } = app;
  try {
    await startJourney(page, { name: 'Kitchen', template: 'Kitchen' });
    await openTab(page, 'Photos');
    await page.getByLabel('Add to this journey: choose files').setInputFiles(files);
    await page.getByText('3 files added').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Open 2026-05-20.jpg' }).click();
    await page.getByRole('button', { name: 'Draw' }).click();
    await page.getByRole('button', { name: 'Circle' }).click();
    await drag(page, [0.55, 0.3], [0.7, 0.5]);
    await page.getByRole('img', { name: '1 mark on the photo' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByText('Before and after', { exact: true }).click();
    const proposed = page.getByRole('region', { name: 'Could be before and after' });
    await proposed.getByText('They show the same view').waitFor();
    await shot(page, 'proposed');
    await proposed.getByRole('button', { name: 'Keep as a pair' }).click();
    await page.getByRole('button', { name: 'Compare Mon, 2 Mar 2026 with Wed, 20 May 2026' }).click();

    const slider = page.getByRole('slider', { name: 'How much of the earlier photo is shown' });
    await slider.waitFor();
    // What was drawn on one of them is there, too.
    const compared = page.getByRole('dialog').last();
    const drawn = compared.getByRole('img', { name: '1 mark on the photo' });
    await drawn.waitFor();
    await shot(page, 'slider');
    await slider.press('Home');
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('0 % of the earlier photo');
    await slider.press('ArrowRight');
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('1 % of the earlier photo');
    const box = await stillBox(slider);
    await page.mouse.click(box.x + box.width * 0.75, box.y + box.height / 2);
    await expect.poll(async () => Number(await slider.inputValue())).toBeGreaterThan(65);
    await page.getByText('Side by side').click();
    await page.getByText('After, Wed, 20 May 2026').waitFor();
    await expect.poll(() => drawn.count()).toBe(1);
    await shot(page, 'side');
    await page.keyboard.press('Escape');
    await slider.waitFor({ state: 'detached' });

    // By hand, from the viewer of a third one: the place over time has three pictures then.
    await page.getByText('By step', { exact: true }).click();
    await page.getByRole('button', { name: 'Open 2026-03-19.jpg' }).click();
    await page.getByRole('button', { name: 'Pair with another photo' }).click();
    await page
      .getByRole('dialog', { name: 'Pair with another photo' })
      .getByRole('button', { name: 'Open 2026-05-20.jpg' })
      .click();
    await page.getByRole('button', { name: 'Compare Thu, 19 Mar 2026 with Wed, 20 May 2026' }).click();
    await page.getByText('Over time').click();
    const film = page.getByRole('list', { name: 'Photos of this place' });
    await expect.poll(() => film.getByRole('listitem').count()).toBe(3);
    const days = page.getByRole('slider', { name: 'Day' });
    await days.press('End');
    await expect.poll(() => days.getAttribute('aria-valuetext')).toBe('Wed, 20 May 2026');
    await expect.poll(() => drawn.count()).toBe(1);
    await shot(page, 'series');
    await page.keyboard.press('Escape');
    await days.waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');

    // A photo on no step is offered that of the same view.
    await page.getByRole('button', { name: 'Open 2026-03-02.jpg' }).click();
    await page.getByRole('combobox', { name: 'Step' }).click();
    await page.getByRole('option').first().click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Open 2026-05-20.jpg' }).click();
    await page.getByText(/^Shows the same view as a photo of/).waitFor();
    await shot(page, 'step');
    await page.getByRole('button', { name: /^Add it to/ }).click();
    await page.getByText(/^Shows the same view as a photo of/).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.getByRole('list', { name: 'Photos', exact: true }).getByRole('heading').count())
      .toBe(2);

    await openTab(page, 'Overview');
    await page.getByRole('button', { name: 'Export PDF' }).click();
    await page.getByText('The report is saved').waitFor({ timeout: 60_000 });
    const pdf = readdirSync(folder).find((name) => name.endsWith('.pdf'));
    if (pdf === undefined) throw new Error('no report was saved');
    const texts = await textsOf(path.join(folder, pdf));
    for (const said of ['Before and after', 'Before', 'After', '2 Mar 2026', '19 Mar 2026', '20 May 2026'])
      expect(texts).toContain(said);
    if (process.env['SHOTS'] !== undefined) console.log(path.join(folder, pdf));
  } finally {
    await app.close();
  }
});

const textsOf = async (file: string): Promise<readonly string[]> => {
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 });
  const document = await task.promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    for (const item of items) if ('str' in item) texts.push(item.str);
  }
  await task.destroy();
  return texts;
};
