// A page that was photographed lying on its side or standing on its head is read as if it stood upright, through the window.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPaper } from '../../domain/documents/paper.ts';
import { photo, reading } from '../../domain/records/media.ts';
import { launch, type Launched } from '../support/launch.ts';
import { layouts } from '../support/paper-layouts.ts';
import { amountOf } from '../support/paper-truth.ts';
import { pdfOf, pictureOfPdf } from '../support/pdf-pages.ts';
import { personAt } from '../support/person.ts';
import { rawRecords } from '../support/raw-records.ts';

const QUARTERS = [90, 180, 270] as const;
const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-turned-'));
const [, layout] = layouts();
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

test('turned by a quarter, by half, by three quarters: the same lines, in the language they are in', async () => {
  if (layout === undefined) throw new Error('no layout');
  const person = personAt(device.page);
  await person.startJourney({ name: 'Bathroom' });
  await person.openTab('Photos');
  await person.addFiles(
    'Add photos',
    QUARTERS.map((quarter) => path.join(folder, `${quarter}.png`)),
  );
  const readings = async () => {
    const records = await rawRecords(device.page);
    const names = new Map(
      records.filter(({ type }) => type === 'photo').map(({ key, body }) => [key, photo.body.parse(body).name]),
    );
    return records
      .filter(({ type }) => type === 'reading')
      .map(({ parent, body }) => ({ name: names.get(parent), read: reading.body.parse(body) }));
  };
  const done = async () => (await readings()).filter((one) => one.read.pages.length > 0);
  await expect.poll(async () => (await done()).length, { timeout: 120_000 }).toBe(QUARTERS.length);
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
