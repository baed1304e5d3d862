// Writes sample/manifest.json, from which the app builds the sample journey's photos and documents.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { addUp } from './amounts.mjs';
import { berlinOffset } from './camera.mjs';
import { quotes, receipts, scannedInvoice } from './papers.mjs';
import { photos } from './photos.mjs';
import { receiptTotal } from './receipt-page.mjs';

const withZone = (moment) => `${moment}${berlinOffset(moment)}`;
const euros = (minor) => ({ minor, currency: 'EUR' });
const inWords = (vendor) => vendor.toLowerCase().replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());

const files = [
  ...photos.map(({ file, title, caption, step, takenAt }) => ({
    file,
    kind: 'photo',
    title,
    caption,
    step,
    takenAt: withZone(takenAt),
  })),
  ...[...quotes, scannedInvoice].map((paper) => ({
    file: paper.file,
    kind: 'document',
    paper: paper.kind.toLowerCase(),
    title: `${paper.kind} ${paper.number}, ${paper.vendor}`,
    caption: paper.subject,
    step: paper.step,
    takenAt: withZone(`${paper.date}T09:00:00`),
    vendor: paper.vendor,
    date: paper.date,
    [paper.kind === 'Quote' ? 'validUntil' : 'dueOn']: paper.validUntil,
    total: euros(addUp(paper.lines, 19).total),
  })),
  ...receipts.map((receipt, index) => ({
    file: receipt.file,
    kind: 'photo',
    paper: 'receipt',
    title: `Receipt, ${inWords(receipt.vendor)}`,
    caption: '',
    step: receipt.step,
    takenAt: withZone(`${receipt.date}T19:${20 + index}:00`),
    vendor: inWords(receipt.vendor),
    date: receipt.date,
    total: euros(receiptTotal(receipt)),
  })),
];

const target = path.join(import.meta.dirname, '../../src-renderer/public/sample/manifest.json');
await writeFile(target, `${JSON.stringify({ version: 1, files }, null, 2)}\n`);
console.log(`${files.length} files in the manifest`);
