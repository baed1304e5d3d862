// `bench documents`: a long PDF through the window: how many pages a second are read, and by how much all processes grow at most meanwhile.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { reading } from '../../domain/records/media.ts';
import { launch, type Launched } from '../support/launch.ts';
import { pdfOf } from '../support/pdf-pages.ts';
import { personAt } from '../support/person.ts';
import { rawRecords } from '../support/raw-records.ts';
import { tell } from './figures.ts';
import type { Sizes } from './sizes.ts';

const LINES = 42;
const MINUTES_MS = 60_000;
const LOOK_MS = 100;
const KIB = 1_024;

export const benchDocuments = async ({ pdfPages }: Sizes, folder: string): Promise<void> => {
  const file = await makePdf(path.join(folder, 'pdf'), pdfPages);
  const device = await launch({ userData: path.join(folder, 'device') });
  try {
    device.page.setDefaultTimeout(10 * MINUTES_MS);
    const person = personAt(device.page);
    await person.startJourney({ name: 'Kitchen' });
    await person.openTab('Documents');
    // The worker and its fonts are there, as for any document but the first.
    await person.addFiles('Add documents', [await makePdf(path.join(folder, 'first'), 1)]);
    await whenRead(device, 1);
    const before = await memoryOf(device);
    let peak = before;
    const looking = setInterval(() => {
      memoryOf(device).then(
        (now) => (peak = Math.max(peak, now)),
        () => undefined,
      );
    }, LOOK_MS);
    const from = performance.now();
    await person.addFiles('Add documents', [file]);
    await whenRead(device, 2);
    const seconds = (performance.now() - from) / 1_000;
    clearInterval(looking);
    console.log(
      `  ${pdfPages} pages in ${seconds.toFixed(1)} s, ${before.toFixed(0)} MB before, ${peak.toFixed(0)} MB at most`,
    );
    tell('documents.pages_per_s', pdfPages / seconds, 'pages/s');
    tell('documents.peak_mb', peak - before, 'MB');
  } finally {
    await device.close();
  }
};

/** Working sets of all of the app's processes, MB. */
const memoryOf = async ({ app }: Launched): Promise<number> => {
  const kib = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
  );
  return kib / KIB;
};

const whenRead = async ({ page }: Launched, count: number): Promise<void> => {
  const until = Date.now() + 10 * MINUTES_MS;
  for (;;) {
    const found = (await rawRecords(page)).filter(({ type }) => type === 'reading');
    if (found.length === count) {
      const pages = found.map(({ body }) => reading.body.parse(body).pages.filter(({ text }) => text !== '').length);
      if (pages.includes(0)) throw new Error('a document was read without its text');
      return;
    }
    if (Date.now() > until) throw new Error(`${found.length} of ${count} documents were read`);
    await page.waitForTimeout(LOOK_MS);
  }
};

/** Pages full of words, each with others: a specification as architects write them. */
const makePdf = async (folder: string, pages: number): Promise<string> => {
  mkdirSync(folder, { recursive: true });
  const content = Array.from({ length: pages }, (_, page) => ({
    ...(page === 0 ? {} : { pageBreak: 'before' }),
    stack: Array.from(
      { length: LINES },
      (__, line) =>
        `Position ${page + 1}.${line + 1}: wall tiles in adhesive bed, joints of ${line % 5} mm, ${page * line} pieces`,
    ),
  }));
  const file = path.join(folder, `specification-${pages}.pdf`);
  writeFileSync(file, await pdfOf({ content, defaultStyle: { fontSize: 10 } }));
  return file;
};
