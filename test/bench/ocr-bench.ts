// `bench ocr`: quotes of our own, clean and degraded, beside native tesseract; then real scanned receipts. All of it through the window.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { languageOf } from '../../domain/documents/language.ts';
import { reading, type ReceiptGuess } from '../../domain/records/media.ts';
import { launch, type Launched } from '../support/launch.ts';
import { personAt } from '../support/person.ts';
import { rawKeys, rawRecords } from '../support/raw-records.ts';
import { DEGRADATIONS } from '../support/degraded.ts';
import { tell } from './figures.ts';
import { readerSeconds } from './reader-seconds.ts';
import {
  hasNative,
  itemsRight,
  makeQuotePages,
  nativeReader,
  wrongShare,
  type NativeRead,
  type QuotePage,
} from './quote-bench.ts';
import { agrees, type Truth } from './receipt-truth.ts';
import type { Sizes } from './sizes.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** Every reading as JSON, to look at what was read where a field is wrong. */
const dump = path.join(root, 'out/bench/receipts.json');
const truth = z.object({ company: z.string(), date: z.string(), total: z.string() });
const photoName = z.object({ name: z.string() });
const MINUTES_MS = 60_000;
/** How often it is asked what has been read, ms. */
const LOOK_MS = 250;
/** A page counts as worse read than by native tesseract from this share of its characters on. */
const CLEARLY = 0.005;

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

export const benchOcr = async ({ receipts: most, quotesClean, quotesWorse }: Sizes, folder: string): Promise<void> => {
  const receipts = receiptsToRead(most);
  const quotes = await makeQuotePages(path.join(folder, 'quotes'), { clean: quotesClean, worse: quotesWorse });
  const native = hasNative() ? nativeReader(path.join(folder, 'native')) : null;
  // Native reads before the window is opened and after it is closed: what that does in the background would slow it down, and machines drift.
  const before = new Map(
    quotes
      .filter(({ how }) => how === 'clean')
      .flatMap(({ file, printed }) => {
        const read = native?.(file, languageOf(printed) ?? 'eng');
        return read === undefined ? [] : [[file, read] as const];
      }),
  );
  const done = await readInWindow(quotes, receipts, path.join(folder, 'device'));
  tellQuotes(quotes, done, { read: native, before });
  tellReceipts(receipts, done.read);
};

interface Native {
  readonly read: ReturnType<typeof nativeReader> | null;
  /** The clean pages, by file. */
  readonly before: ReadonlyMap<string, NativeRead>;
}

interface Done {
  readonly read: Readings;
  /** From choosing the clean quotes until all are read. */
  readonly seconds: number;
  readonly alone: Alone;
}

const readInWindow = async (
  quotes: readonly QuotePage[],
  receipts: readonly Receipt[],
  userData: string,
): Promise<Done> => {
  const device = await launch({ userData });
  try {
    device.page.setDefaultTimeout(10 * MINUTES_MS);
    const person = personAt(device.page);
    await person.startJourney({ name: 'Kitchen' });
    await person.openTab('Photos');
    const clean = quotes.filter(({ how }) => how === 'clean');
    const worse = quotes.filter(({ how }) => how !== 'clean');
    const filesOf = (all: readonly { readonly file: string }[]): string[] => all.map(({ file }) => file);
    // The engine is started and warm, as for any picture but the first.
    await person.addFiles('Add photos', filesOf(receipts.slice(0, 1)));
    await whenAllRead(device.page, 1);
    const from = performance.now();
    await person.addFiles('Add photos', filesOf(clean));
    const alone = await readingAlone(device, 1 + clean.length);
    const seconds = (performance.now() - from) / 1_000;
    await person.addFiles('Add photos', filesOf([...worse, ...receipts.slice(1)]));
    return { read: await whenAllRead(device.page, quotes.length + receipts.length), seconds, alone };
  } finally {
    await device.close();
  }
};

const tellReceipts = (receipts: readonly Receipt[], read: Readings): void => {
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
};

/** CER of each way by both readers, and on how many pages ours is clearly higher; how many lines of the clean ones are right; how long they took beside native. */
const tellQuotes = (
  quotes: readonly QuotePage[],
  { read, seconds, alone }: Done,
  { read: native, before }: Native,
): void => {
  if (native === null) console.log('tesseract is not installed (Debian: tesseract-ocr): nothing to compare with');
  const wrong = new Map<string, { own: number; native: number; pages: number }>();
  const items = { right: 0, all: 0 };
  const nativeSeconds = { all: 0, alone: 0, aloneCpu: 0 };
  let worse = 0;
  for (const quote of quotes) {
    const { pages, language } = read.get(nameOf(quote.file)) ?? {};
    const [page] = pages ?? [];
    if (page === undefined || language === undefined) throw new Error(`${nameOf(quote.file)} was not read`);
    const beside = native?.(quote.file, language);
    const own = wrongShare(quote.printed, page);
    const other = beside === undefined ? 0 : wrongShare(quote.printed, beside.page);
    const sum = wrong.get(quote.how) ?? { own: 0, native: 0, pages: 0 };
    wrong.set(quote.how, { own: sum.own + own, native: sum.native + other, pages: sum.pages + 1 });
    const earlier = before.get(quote.file);
    if (beside !== undefined && earlier !== undefined) {
      const took = (beside.seconds + earlier.seconds) / 2;
      nativeSeconds.all += took;
      if (alone.names.has(nameOf(quote.file))) {
        nativeSeconds.alone += took;
        nativeSeconds.aloneCpu += (beside.cpuSeconds + earlier.cpuSeconds) / 2;
      }
    }
    if (beside !== undefined && own > other + CLEARLY) worse += 1;
    const { right, all } = itemsRight(quote, page);
    if (quote.how === 'clean' && quote.whole) [items.right, items.all] = [items.right + right, items.all + all];
    console.log(
      `  ${nameOf(quote.file)} ${language} ${(own * 100).toFixed(2)} % wrong, native ${(other * 100).toFixed(2)} %, ${right} of ${all} lines`,
    );
  }
  const shareOf = (how: QuotePage['how'], reader: 'own' | 'native'): number =>
    ((wrong.get(how)?.[reader] ?? 0) / (wrong.get(how)?.pages ?? 1)) * 100;
  for (const how of ['clean', ...DEGRADATIONS] as const) {
    if (!wrong.has(how)) continue;
    tell(`ocr.cer_${how}`, shareOf(how, 'own'), '%');
    if (native !== null) tell(`ocr.cer_native_${how}`, shareOf(how, 'native'), '%');
  }
  tell('ocr.quote_items', (items.right / Math.max(1, items.all)) * 100, '%');
  if (native === null) return;
  // Means hide what happens to single pages.
  tell('ocr.worse_files', worse, 'files');
  tell('ocr.page_s', alone.seconds / alone.names.size, 's');
  tell('ocr.ratio_time', alone.seconds / nativeSeconds.alone, 'x');
  tell('ocr.ratio_cpu', alone.cpuSeconds / nativeSeconds.aloneCpu, 'x');
  tell('ocr.ratio_with_import', seconds / nativeSeconds.all, 'x');
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

type Readings = ReadonlyMap<string, z.output<typeof reading.body>>;

/** What was read while nothing was imported any more. */
interface Alone {
  /** From the end of one reading to the end of the last. */
  readonly seconds: number;
  /** What the reading process took of a processor in that time. */
  readonly cpuSeconds: number;
  /** Of the files that were read in that time. */
  readonly names: ReadonlySet<string>;
}

/** Waits until all are read; the clock runs from the first reading that ends after the last file is in. */
const readingAlone = async ({ app, page }: Launched, count: number): Promise<Alone> => {
  let began: { readonly at: number; readonly cpu: number; readonly read: ReadonlySet<string> } | null = null;
  for (let before: number | null = null; ; await page.waitForTimeout(LOOK_MS)) {
    const { photos, readings } = await keysIn(page);
    if (photos.length === count && before === null) before = readings.length;
    else if (before !== null && began === null && readings.length > before)
      began = { at: performance.now(), cpu: await readerSeconds(app), read: new Set(readings) };
    if (readings.length < count) continue;
    if (began === null) throw new Error('all was read before all was imported');
    const { at, cpu, read } = began;
    const seconds = (performance.now() - at) / 1_000;
    const cpuSeconds = (await readerSeconds(app)) - cpu;
    const { nameByReading } = await readingsIn(page);
    const names = readings.filter((key) => !read.has(key)).map((key) => nameByReading.get(key) ?? '');
    return { seconds, cpuSeconds, names: new Set(names) };
  }
};

const whenAllRead = async (page: Page, count: number): Promise<Readings> => {
  const until = Date.now() + 20 * MINUTES_MS;
  for (;;) {
    const { readings } = await keysIn(page);
    if (readings.length === count) return (await readingsIn(page)).readings;
    if (Date.now() > until) throw new Error(`${readings.length} of ${count} pictures were read`);
    await page.waitForTimeout(LOOK_MS);
  }
};

/** Keys of the photos and of the readings. */
const keysIn = async (page: Page): Promise<Readonly<Record<'photos' | 'readings', readonly string[]>>> => {
  const keys = await rawKeys(page);
  return {
    photos: keys.filter((key) => key.includes('|photo_')),
    readings: keys.filter((key) => key.includes('|reading_')),
  };
};

/** Readings by the name of the file they were read from, and those names by the reading's key. */
const readingsIn = async (
  page: Page,
): Promise<{ readonly readings: Readings; readonly nameByReading: ReadonlyMap<string, string> }> => {
  const records = await rawRecords(page);
  const photos = records.filter(({ type }) => type === 'photo');
  const nameByKey = new Map(photos.map(({ key, body }) => [key, photoName.parse(body).name]));
  const found = records
    .filter(({ type }) => type === 'reading')
    .map(({ key, parent, body }) => ({ key, name: nameByKey.get(parent) ?? '', body: reading.body.parse(body) }));
  return {
    readings: new Map(found.map(({ name, body }) => [name, body])),
    nameByReading: new Map(found.map(({ key, name }) => [key, name])),
  };
};
