// Every value that is named of a paper comes with how sure it is and with its place, on papers of every kind that is told.
import { expect, test } from 'vitest';
import { readPaper } from '../../../domain/documents/paper.ts';
import type { PaperField, PaperKind } from '../../../domain/records/paper.ts';
import { layouts } from '../../support/paper-layouts.ts';
import { pagesOfPdf, pdfOf, type Definition } from '../../support/pdf-pages.ts';

const [quote, , , lumpSums] = layouts();
if (quote === undefined || lumpSums === undefined) throw new Error('no layout');
const paper = (...content: readonly unknown[]): Definition => ({ content });
const title = (text: string): Definition => ({ text, fontSize: 20, margin: [0, 16, 0, 8] });
const vendor = { text: 'Lindner Fliesen GmbH', fontSize: 16 };
const SHEET = 'Miller & Sons Plumbing Ltd';

const papers: readonly (readonly [PaperKind, Definition, readonly PaperField[]])[] = [
  ['quote', quote.definition, ['vendor', 'number', 'date', 'validUntil', 'terms', 'subtotal', 'tax', 'total']],
  ['quote', lumpSums.definition, ['vendor', 'title', 'number', 'date', 'terms', 'total']],
  [
    'invoice',
    paper(
      vendor,
      title('Rechnung'),
      'Rechnung Nr. RE-2026-0815',
      'Rechnungsdatum: 12.05.2026',
      'Nettobetrag 2.299,65 EUR',
      'zzgl. 19 % MwSt. 436,93 EUR',
      'Rechnungsbetrag 2.736,58 EUR',
      'Zahlbar bis 26.05.2026 ohne Abzug',
    ),
    ['vendor', 'number', 'date', 'dueDate', 'subtotal', 'tax', 'total'],
  ],
  [
    'warranty',
    paper(SHEET, title('Warranty certificate'), 'Date of purchase: 12/05/2026', 'Warranty expires: 12/05/2028'),
    ['vendor', 'date', 'warrantyEnd'],
  ],
  [
    'permit',
    paper('City of Bristol', title('BUILDING PERMIT'), 'Permit No. BP-2026-44', 'Date: 02/03/2026'),
    ['vendor', 'number', 'date'],
  ],
  [
    'contract',
    paper(
      SHEET,
      title('CONSTRUCTION CONTRACT'),
      'Contract no. C-2026-7',
      'Date: 02/03/2026',
      'between Anna Weber and us',
    ),
    ['vendor', 'number', 'date'],
  ],
  ['manual', paper(SHEET, title('Installation guide'), 'Read these instructions before use'), ['vendor']],
  ['plan', paper(SHEET, title('GROUND FLOOR PLAN'), 'Scale 1:50', 'Date: 02/03/2026'), ['vendor', 'date']],
];

test.each(papers)('of a %s', async (kind, definition, fields) => {
  const pages = await pagesOfPdf(await pdfOf(definition));
  const { values, sure, places } = readPaper(pages, { currency: 'EUR', today: '2026-06-01' });
  expect(values.kind).toBe(kind);
  for (const field of ['kind', ...fields] as const) {
    expect({ field, value: values[field] || null }).not.toEqual({ field, value: null });
    expect({ field, sure: sure[field] ?? 0 }).toEqual({
      field,
      sure: expect.toSatisfy((part: number) => part > 0 && part <= 100),
    });
    const place = places[field];
    const page = pages[(place?.page ?? 0) - 1];
    const [x0, y0, x1, y1] = place?.box ?? [0, 0, 0, 0];
    // Something of what the page says stands within it.
    const within = page?.words.filter(
      ([, left, top, right, bottom]) => left >= x0 - 1 && top >= y0 - 1 && right <= x1 + 1 && bottom <= y1 + 1,
    );
    expect({ field, words: within?.length ?? 0 }).toEqual({
      field,
      words: expect.toSatisfy((count: number) => count > 0),
    });
  }
});
