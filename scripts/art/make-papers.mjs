// Makes the sample's quotes (PDF with text), the scanned invoice (PDF of a picture) and the photographed receipts.
import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { openPaper } from './browser.mjs';
import { exifFor, jpegWithin, throughLens } from './camera.mjs';
import { invoicePage } from './invoice-page.mjs';
import { letter } from './letter.mjs';
import { quotes, receipts, scannedInvoice } from './papers.mjs';
import { pdfBytes, scannedPdf } from './pdf.mjs';
import { receiptPage } from './receipt-page.mjs';

const out = path.join(import.meta.dirname, '../../src-renderer/public/sample');
mkdirSync(out, { recursive: true });

const save = async (file, bytes) => {
  await writeFile(path.join(out, file), bytes);
  console.log(file, bytes.length);
};

for (const quote of quotes) await save(quote.file, await pdfBytes(letter(quote).definition));

const paper = await openPaper();

/** A sheet fed a little askew, on a scanner with a grey lid. */
const sheet = await paper.draw(invoicePage(scannedInvoice), 1240, 1754);
const askew = await sharp(sheet)
  .flatten({ background: '#fff' })
  .rotate(0.9, { background: '#e9e9e6' })
  .resize(1240, 1754, { fit: 'cover' })
  .modulate({ brightness: 0.96 })
  .blur(0.5)
  .toBuffer();
const scan = await throughLens(askew, { grain: 5, rim: 0.05, seed: 3 });
await save(
  scannedInvoice.file,
  await scannedPdf([await jpegWithin(scan, 185_000)], {
    info: { title: 'Scan 2026-03-16', creationDate: new Date('2026-03-16T18:20:00Z') },
  }),
);

for (const [index, receipt] of receipts.entries()) {
  const picture = await throughLens(await paper.draw(receiptPage(receipt), 1050, 1400), {
    grain: 4,
    rim: 0.25,
    seed: 70 + index,
  });
  await save(
    receipt.file,
    await jpegWithin(picture, 180_000, (p) => p.withExif(exifFor(`${receipt.date}T19:${20 + index}:00`))),
  );
}
await paper.close();
