// `bench ocr`: real scanned receipts through the window; how many totals, dates and vendors are read as they are printed.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { reading, type ReceiptGuess } from '../../domain/records/media.ts';
import { launch } from '../support/launch.ts';
import { personAt } from '../support/person.ts';
import { rawRecords } from '../support/raw-records.ts';
import { tell } from './figures.ts';
import { agrees, type Truth } from './receipt-truth.ts';
import type { Sizes } from './sizes.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** Every reading as JSON, to look at what was read where a field is wrong. */
const dump = path.join(root, 'out/bench/receipts.json');
const truth = z.object({ company: z.string(), date: z.string(), total: z.string() });
const photoName = z.object({ name: z.string() });
const MINUTES_MS = 60_000;

interface Receipt {
  readonly file: string;
  readonly truth: Truth;
}

/** SROIE's receipts where they are at hand (PLUMBLINE_RECEIPTS), the project's own where not; it says which. */
const receiptsToRead = (most: number): readonly Receipt[] => {
  const chosen = process.env['PLUMBLINE_RECEIPTS'] ?? path.join(root, '../shared/data/receipts');
  const folder = existsSync(chosen) ? chosen : path.join(root, 'test/fixtures/receipts');
  console.log(`receipts from ${path.relative(root, folder)}`);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jpg'))
    .toSorted()
    .slice(0, most)
    .map((name) => ({
      file: path.join(folder, name),
      truth: truth.parse(JSON.parse(readFileSync(path.join(folder, name.replace('.jpg', '.key.json')), 'utf8'))),
    }));
};

export const benchOcr = async ({ receipts: most }: Sizes, folder: string): Promise<void> => {
  const receipts = receiptsToRead(most);
  const device = await launch({ userData: path.join(folder, 'device') });
  try {
    device.page.setDefaultTimeout(10 * MINUTES_MS);
    const person = personAt(device.page);
    await person.startJourney({ name: 'Kitchen' });
    await person.openTab('Photos');
    await person.addFiles(
      'Add photos',
      receipts.map(({ file }) => file),
    );
    const read = await whenAllRead(device.page, receipts.length);
    mkdirSync(path.dirname(dump), { recursive: true });
    writeFileSync(dump, JSON.stringify(receipts.map((receipt) => ({ ...receipt, ...read.get(nameOf(receipt.file)) }))));
    const right = { total: 0, date: 0, vendor: 0 };
    for (const receipt of receipts) {
      const guess = read.get(nameOf(receipt.file))?.guess ?? null;
      const found = agrees(guess, receipt.truth);
      for (const field of ['total', 'date', 'vendor'] as const) if (found[field]) right[field] += 1;
      console.log(`  ${nameOf(receipt.file)} ${wordsOf(found, guess, receipt.truth)}`);
    }
    const unit = `of_${receipts.length}`;
    tell('ocr.receipt_total', right.total, unit);
    tell('ocr.receipt_date', right.date, unit);
    tell('ocr.receipt_vendor', right.vendor, unit);
  } finally {
    await device.close();
  }
};

const nameOf = (file: string): string => path.basename(file);

const wordsOf = (
  found: Readonly<Record<'total' | 'date' | 'vendor', boolean>>,
  guess: ReceiptGuess | null,
  { total, date, company }: Truth,
): string =>
  [
    found.total ? 'total' : `TOTAL ${String(guess?.total?.minor)} is ${total}`,
    found.date ? 'date' : `DATE ${String(guess?.date)} is ${date}`,
    found.vendor ? 'vendor' : `VENDOR ${String(guess?.vendor)} is ${company}`,
  ].join(', ');

/** Readings by the name of the file they were read from. */
const whenAllRead = async (
  page: Parameters<typeof rawRecords>[0],
  count: number,
): Promise<ReadonlyMap<string, z.output<typeof reading.body>>> => {
  const until = Date.now() + 20 * MINUTES_MS;
  for (;;) {
    const records = await rawRecords(page);
    const nameByKey = new Map(
      records.filter(({ type }) => type === 'photo').map(({ key, body }) => [key, photoName.parse(body).name]),
    );
    const readings = records.filter(({ type }) => type === 'reading');
    if (readings.length === count)
      return new Map(
        readings.map(({ parent, body }) => [nameByKey.get(parent) ?? '', reading.body.parse(body)] as const),
      );
    if (Date.now() > until) throw new Error(`${readings.length} of ${count} receipts were read`);
    await page.waitForTimeout(1_000);
  }
};
