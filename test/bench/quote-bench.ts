// The pages of `bench ocr` that the project sets itself: clean and degraded, read by the app and by native tesseract with the same data.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { linesOfPage } from '../../domain/documents/lines.ts';
import { readPaper } from '../../domain/documents/paper.ts';
import { straightPage } from '../../domain/documents/turned.ts';
import type { ReadPage } from '../../domain/records/media.ts';
import { pageFromTsv } from '../../src-main/ocr/page-from-tsv.ts';
import { DEGRADATIONS, degraded } from '../support/degraded.ts';
import { layouts, type Layout } from '../support/paper-layouts.ts';
import { moreLayouts } from '../support/paper-layouts-more.ts';
import { amountOf } from '../support/paper-truth.ts';
import { pagesOfPdf, pdfOf, pictureOfPdf } from '../support/pdf-pages.ts';

const root = path.resolve(import.meta.dirname, '../..');
const data = path.join(root, 'dist/main/ocr-data');

export interface QuotePage {
  readonly file: string;
  readonly how: 'clean' | (typeof DEGRADATIONS)[number];
  readonly layout: Layout;
  /** What is printed on it, line by line. */
  readonly printed: string;
  /** Whether all of the quote is on it: of one of two pages only the first is read, and its lines are not counted. */
  readonly whole: boolean;
}

/** Every layout clean, and as many of them as wanted in each way that pages get worse. */
export const makeQuotePages = async (
  folder: string,
  { clean, worse }: { readonly clean: number; readonly worse: number },
): Promise<readonly QuotePage[]> => {
  mkdirSync(folder, { recursive: true });
  const pages: QuotePage[] = [];
  for (const [at, layout] of [...layouts(), ...moreLayouts()].slice(0, clean).entries()) {
    const pdf = await pdfOf(layout.definition);
    const [first, ...more] = await pagesOfPdf(pdf);
    if (first === undefined) throw new Error('a quote without a page');
    const png = await pictureOfPdf(pdf);
    for (const how of ['clean', ...(at < worse ? DEGRADATIONS : [])] as const) {
      const file = path.join(folder, `${at}-${how}.${how === 'jpeg' || how === 'photo' ? 'jpg' : 'png'}`);
      writeFileSync(file, how === 'clean' ? png : await degraded(png, how));
      pages.push({ file, how, layout, printed: textOf(first), whole: more.length === 0 });
    }
  }
  return pages;
};

/** Lines by where words stand, for whoever read them: readers differ in which column they tell first, which is no mistake in a letter. */
const textOf = (page: ReadPage): string => plain(linesOfPage(straightPage(page)).join(' '));

/** Signs that are the same to whoever reads, and spaces, are not counted. */
const plain = (text: string): string =>
  text.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"').replaceAll(/[–—]/g, '-').replaceAll(/\s+/g, ' ').trim();

/** Characters wrong (inserted, left out, mistaken) as a share of those printed. */
export const wrongShare = (printed: string, page: ReadPage): number => distance(printed, textOf(page)) / printed.length;

/** Levenshtein 1965, a row at a time. */
const distance = (a: string, b: string): number => {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const mistaken = (above[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1);
      row.push(Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, mistaken));
    }
    above = row;
  }
  return above[b.length] ?? 0;
};

/** How many of the quote's lines were read with their quantity, price and amount. */
export const itemsRight = ({ layout }: QuotePage, page: ReadPage): { readonly right: number; readonly all: number } => {
  const without = new Set<string>(layout.without ?? []);
  const { lines } = readPaper([page], { currency: 'EUR' }).values;
  const keyOf = (quantity: number | null, price: number | null, amount: number | null): string =>
    [without.has('quantity') ? '' : quantity, without.has('price') ? '' : price, amount].join();
  const read = new Set(
    lines.map(({ quantity, unitPrice, amount }) => keyOf(quantity, unitPrice?.minor ?? null, amount?.minor ?? null)),
  );
  const wanted = layout.truth.lines.map((line) => keyOf(line.quantity, line.price, amountOf(line)));
  return { right: wanted.filter((line) => read.has(line)).length, all: wanted.length };
};

/** Whether tesseract is installed: Debian's package tesseract-ocr. */
export const hasNative = (): boolean => {
  try {
    execFileSync('tesseract', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

export interface NativeRead {
  readonly page: ReadPage;
  /** From the start of its process to the end. */
  readonly seconds: number;
  /** What it took of a processor, to 10 ms. */
  readonly cpuSeconds: number;
}

/** Unpacks the data that the app ships, so that both read with the same. */
export const nativeReader = (folder: string): ((file: string, language: string) => NativeRead) => {
  mkdirSync(folder, { recursive: true });
  const unpacked = new Set<string>();
  return (file, language) => {
    if (!unpacked.has(language)) {
      const packed = readFileSync(path.join(data, `${language}.traineddata.gz`));
      writeFileSync(path.join(folder, `${language}.traineddata`), gunzipSync(packed));
      unpacked.add(language);
    }
    // The app's own mode, one thread, no output but the words with their places.
    const command = [file, '-', '--tessdata-dir', folder, '-l', language, '--psm', '6', '-c', 'tessedit_create_tsv=1'];
    const from = performance.now();
    // `times` tells what the shell's children took: https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html#tag_18_27
    const { stdout, stderr, status } = spawnSync(
      'sh',
      ['-c', '"$@" 2>/dev/null; times >&2', 'sh', 'tesseract', ...command],
      {
        encoding: 'utf8',
        env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      },
    );
    const seconds = (performance.now() - from) / 1_000;
    const page = status === 0 ? pageFromTsv(stdout) : null;
    if (page === null) throw new Error(`tesseract read nothing from ${path.basename(file)}`);
    return { page, seconds, cpuSeconds: secondsOf(stderr) };
  };
};

/** The second line, `1m2.345s 0m0.678s`: its own code and what the system did for it. */
const secondsOf = (times: string): number =>
  [...(times.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
