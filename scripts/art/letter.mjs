// A quote or an invoice as a pdfmake document: letterhead, lines, sums, terms. A4.
import { addUp, cents } from './amounts.mjs';

const longDate = (iso) =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${iso}T00:00:00Z`),
  );

const right = (text, more = {}) => ({ text, alignment: 'right', ...more });

const bold = (text) => ({ text, bold: true });

const head = (paper) => [
  {
    columns: [
      {
        stack: [
          { text: paper.vendor, fontSize: 21, bold: true, color: paper.accent },
          { text: paper.tagline, color: '#666666' },
        ],
      },
      {
        stack: [...paper.address, ...paper.contact, `VAT ID ${paper.taxId}`].map((text) =>
          right(text, { fontSize: 8.5, color: '#555555' }),
        ),
      },
    ],
  },
  {
    canvas: [{ type: 'line', x1: 0, y1: 8, x2: 483, y2: 8, lineWidth: 1.4, lineColor: paper.accent }],
    margin: [0, 0, 0, 26],
  },
];

const opening = (paper) => [
  {
    columns: [
      { stack: paper.customer, lineHeight: 1.25 },
      {
        width: 190,
        layout: 'noBorders',
        table: {
          widths: ['*', 'auto'],
          body: [
            [`${paper.kind} no.`, right(paper.number)],
            ['Date', right(longDate(paper.date))],
            [paper.kind === 'Quote' ? 'Valid until' : 'Due', right(longDate(paper.validUntil))],
          ],
        },
      },
    ],
    margin: [0, 0, 0, 26],
  },
  { text: `${paper.kind} ${paper.number}`, fontSize: 15, bold: true },
  { text: paper.subject, margin: [0, 3, 0, 16] },
];

const linesTable = (paper, sums) => ({
  layout: {
    hLineWidth: (i, node) => (i === 0 ? 0 : i === 1 || i === node.table.body.length ? 1 : 0.4),
    vLineWidth: () => 0,
    hLineColor: () => '#bbbbbb',
    paddingTop: () => 5,
    paddingBottom: () => 5,
  },
  table: {
    headerRows: 1,
    dontBreakRows: true,
    widths: [16, '*', 30, 28, 62, 66],
    body: [
      [
        { text: '' },
        bold('Description'),
        right('Qty', { bold: true }),
        bold('Unit'),
        right('Unit price', { bold: true }),
        right('Amount', { bold: true }),
      ],
      ...paper.lines.map(([text, qty, unit, price], i) => [
        String(i + 1),
        text,
        right(String(qty)),
        unit,
        right(cents(price)),
        right(cents(sums.amounts[i])),
      ]),
    ],
  },
});

const sumsTable = (sums, accent) => ({
  columns: [
    { text: '' },
    {
      width: 220,
      layout: 'noBorders',
      margin: [0, 12, 0, 22],
      table: {
        widths: ['*', 'auto'],
        body: [
          ['Subtotal EUR', right(cents(sums.subtotal))],
          ['VAT 19 %', right(cents(sums.vat))],
          [
            { text: 'Total EUR', bold: true, fontSize: 13, color: accent },
            right(cents(sums.total), { bold: true, fontSize: 13 }),
          ],
        ],
      },
    },
  ],
  unbreakable: true,
});

/** The pdfmake definition, and the sums it prints (cents). */
export const letter = (given) => {
  // pdfmake writes into what it is handed.
  const paper = structuredClone(given);
  const sums = addUp(paper.lines, 19);
  const bankLine = `${paper.vendor} | IBAN DE00 0000 0000 0000 0000 00 (sample, not an account)`;
  const definition = {
    pageSize: 'A4',
    pageMargins: [56, 50, 56, 56],
    info: {
      title: `${paper.kind} ${paper.number}`,
      author: paper.vendor,
      creationDate: new Date(`${paper.date}T09:00:00Z`),
    },
    defaultStyle: { font: 'Roboto', fontSize: 9.5 },
    footer: (page, pages) => ({
      columns: [{ text: bankLine, width: '*' }, right(`Page ${page} of ${pages}`, { width: 80 })],
      margin: [56, 18, 56, 0],
      fontSize: 7.5,
      color: '#777777',
    }),
    content: [
      ...head(paper),
      ...opening(paper),
      linesTable(paper, sums),
      sumsTable(sums, paper.accent),
      { text: [{ text: 'Payment: ', bold: true }, paper.terms], margin: [0, 0, 0, 6] },
      ...(paper.notes.length > 0 ? [{ ul: paper.notes, margin: [0, 4, 0, 20] }] : []),
      {
        stack: [
          { text: paper.kind === 'Quote' ? 'We look forward to your order.' : 'Thank you for your order.' },
          { text: paper.vendor, italics: true, fontSize: 12, color: paper.accent, margin: [0, 12, 0, 0] },
        ],
        unbreakable: true,
      },
    ],
  };
  return { definition, sums };
};
