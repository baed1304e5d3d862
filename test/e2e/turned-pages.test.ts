// A page that was photographed lying on its side or standing on its head is read as if it stood upright, through the window; so is one full of
// grain, whatever it is that makes its lines hard to see.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPaper } from '../../domain/documents/paper.ts';
import { photo, reading } from '../../domain/records/media.ts';
import { launch, type Launched } from '../support/launch.ts';
import { degraded } from '../support/degraded.ts';
import { layouts } from '../support/paper-layouts.ts';
import { moreLayouts } from '../support/paper-layouts-more.ts';
import { amountOf, netOf, taxOf } from '../support/paper-truth.ts';
import { pdfOf, pictureOfPdf } from '../support/pdf-pages.ts';
import { personAt } from '../support/person.ts';
import { rawRecords } from '../support/raw-records.ts';

const QUARTERS = [90, 180, 270] as const;
const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-turned-'));
const [, layout] = layouts();
/** Drawn small in haste, its grain hides its lines. */
const grainy = moreLayouts().find(({ name }) => name.startsWith('Polish'));
let device: Launched;

beforeAll(async () => {
  if (layout === undefined) throw new Error('no layout');
  const png = await pictureOfPdf(await pdfOf(layout.definition));
  for (const quarter of QUARTERS)
    writeFileSync(path.join(folder, `${quarter}.png`), await sharp(png).rotate(quarter).png().toBuffer());
  device = await launch();
});
afterAll(async () => {
  await device.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What has been read so far; what is seen on a picture is kept before its words. */
const readings = async () => {
  const records = await rawRecords(device.page);
  const names = new Map(
    records.filter(({ type }) => type === 'photo').map(({ key, body }) => [key, photo.body.parse(body).name]),
  );
  return records
    .filter(({ type }) => type === 'reading')
    .map(({ parent, body }) => ({ name: names.get(parent), read: reading.body.parse(body) }))
    .filter(({ read }) => read.pages.length > 0);
};

test('turned by a quarter, by half, by three quarters: the same lines, in the language they are in', async () => {
  if (layout === undefined) throw new Error('no layout');
  const person = personAt(device.page);
  await person.startJourney({ name: 'Bathroom' });
  await person.openTab('Photos');
  await person.addFiles(
    'Add photos',
    QUARTERS.map((quarter) => path.join(folder, `${quarter}.png`)),
  );
  await expect.poll(async () => (await readings()).length, { timeout: 120_000 }).toBe(QUARTERS.length);
  for (const { name, read } of await readings()) {
    const { language, pages } = read;
    const amounts = readPaper(pages, { currency: 'EUR' }).values.lines.map(({ amount }) => amount?.minor);
    expect({ name, language, amounts }).toEqual({ name, language: 'deu', amounts: layout.truth.lines.map(amountOf) });
    const [page] = pages;
    // As the picture lies, not as it was read: a page on its side is as broad as it was tall.
    expect([name, (page?.width ?? 0) > (page?.height ?? 0)]).toEqual([name, name !== '180.png']);
    expect(Math.round(Math.abs(page?.turned ?? 0) / 90)).toBe(name === '180.png' ? 2 : 1);
  }
});

test('full of grain: every line, in the language it is in', async () => {
  if (grainy === undefined) throw new Error('no layout');
  const file = path.join(folder, 'grainy.png');
  writeFileSync(file, await degraded(await pictureOfPdf(await pdfOf(grainy.definition)), 'noise'));
  await personAt(device.page).addFiles('Add photos', [file]);
  const read = async () => (await readings()).find(({ name }) => name === 'grainy.png')?.read;
  await expect.poll(read, { timeout: 60_000 }).toBeDefined();
  const { language, pages } = (await read()) ?? { language: '', pages: [] };
  const { lines, total } = readPaper(pages, { currency: 'EUR' }).values;
  expect(language).toBe('pol');
  expect(lines.map(({ amount }) => amount?.minor)).toEqual(grainy.truth.lines.map(amountOf));
  expect(total?.minor).toBe(netOf(grainy.truth) + taxOf(grainy.truth));
});
