// Quotes and invoices as different programs set them, for pdfmake: each lays the same contents out its own way.
import { page, right, sums } from './paper-pieces.ts';
import type { Definition } from './pdf-pages.ts';
import {
  amountOf,
  count,
  dayMonthYear,
  ENGLISH,
  figure,
  FRENCH,
  GERMAN,
  netOf,
  POUNDS,
  SWISS,
  taxOf,
  truthOf,
  type Truth,
} from './paper-truth.ts';

export interface Layout {
  readonly name: string;
  readonly truth: Truth;
  readonly currency: string;
  readonly definition: Definition;
  /** What the layout leaves out, so that it can't be read. */
  readonly without?: readonly ('quantity' | 'unit' | 'price' | 'tax' | 'valid')[];
}

const grid = (): Layout => {
  const truth = truthOf(1, 'english', 6);
  return {
    name: 'a grid, English',
    truth,
    currency: 'EUR',
    definition: page([
      { text: truth.vendor, fontSize: 18, bold: true },
      '14 Harbour Road, Bristol BS1 5TY',
      { text: 'QUOTATION', fontSize: 14, margin: [0, 16, 0, 6] },
      `Quote no.: ${truth.number}`,
      `Date: ${dayMonthYear(truth.date, '/')}`,
      `Valid until: ${dayMonthYear(truth.validUntil, '/')}`,
      { text: ['To: ', 'Anna Weber'], margin: [0, 6, 0, 0] },
      '3 Mill Lane',
      {
        margin: [0, 12, 0, 0],
        table: {
          headerRows: 1,
          widths: ['auto', '*', 'auto', 'auto', 'auto', 'auto'],
          body: [
            ['#', 'Description', 'Qty', 'Unit', 'Unit price', 'Amount'],
            ...truth.lines.map((line, at) => [
              String(at + 1),
              line.description,
              right(count(line.quantity, ENGLISH)),
              line.unit,
              right(figure(line.price, ENGLISH)),
              right(figure(amountOf(line), ENGLISH)),
            ]),
          ],
        },
      },
      sums(truth, ENGLISH, ['Subtotal', 'VAT 20 %', 'Total EUR']),
      truth.terms,
    ]),
  };
};

const german = (): Layout => {
  const truth = truthOf(2, 'german', 5);
  return {
    name: 'hairlines, German',
    truth,
    currency: 'EUR',
    definition: page([
      {
        columns: [
          { stack: ['Frau', 'Anna Weber', 'Lindenweg 4', '10827 Berlin'] },
          { stack: [{ text: truth.vendor, bold: true }, 'Hafenstr. 12', '20457 Hamburg'], alignment: 'right' },
        ],
      },
      { text: `Angebot Nr. ${truth.number}`, fontSize: 15, margin: [0, 24, 0, 4] },
      { columns: [`Datum: ${dayMonthYear(truth.date)}`, `Gültig bis: ${dayMonthYear(truth.validUntil)}`] },
      {
        margin: [0, 12, 0, 0],
        layout: 'lightHorizontalLines',
        table: {
          headerRows: 1,
          widths: [24, '*', 40, 36, 70, 80],
          body: [
            ['Pos.', 'Bezeichnung', right('Menge'), 'Einh.', right('EP'), right('GP')],
            ...truth.lines.map((line, at) => [
              `${at + 1}.`,
              line.description,
              right(count(line.quantity, GERMAN)),
              line.unit,
              right(figure(line.price, GERMAN)),
              right(figure(amountOf(line), GERMAN)),
            ]),
          ],
        },
      },
      sums(truth, GERMAN, ['Nettobetrag', 'zzgl. 19 % MwSt.', 'Gesamtbetrag']),
      truth.terms,
    ]),
  };
};

const quantityFirst = (): Layout => {
  const truth = truthOf(3, 'english', 5);
  return {
    name: 'quantity with its unit first',
    truth,
    currency: 'GBP',
    definition: page([
      {
        columns: [
          { text: 'ESTIMATE', fontSize: 20 },
          { stack: [truth.vendor, 'VAT reg. 123 4567 89'], alignment: 'right' },
        ],
      },
      { columns: [{ text: `Estimate #${truth.number}`, width: 200 }, `Date ${dayMonthYear(truth.date, '/')}`] },
      `This estimate is valid for 30 days.`,
      {
        margin: [0, 12, 0, 0],
        layout: 'headerLineOnly',
        table: {
          headerRows: 1,
          widths: [60, '*', 80, 80],
          body: [
            ['Quantity', 'Work', right('Rate'), right('Total')],
            ...truth.lines.map((line) => [
              `${count(line.quantity, ENGLISH)} ${line.unit}`,
              line.description,
              right(figure(line.price, POUNDS)),
              right(figure(amountOf(line), POUNDS)),
            ]),
          ],
        },
      },
      sums(truth, POUNDS, ['Net total', 'VAT @ 20%', 'Total due']),
      truth.terms,
    ]),
  };
};

const lumpSums = (): Layout => {
  const truth = truthOf(4, 'english', 6);
  const half = truth.lines.slice(0, 3);
  const rest = truth.lines.slice(3);
  const section = (lines: Truth['lines'], title: string) => [
    [{ text: title, bold: true, colSpan: 2 }, ''],
    ...lines.map((line) => [line.description, right(figure(amountOf(line), ENGLISH))]),
    [{ text: `Subtotal ${title.toLowerCase()}`, italics: true }, right(figure(netOf({ lines }), ENGLISH))],
  ];
  return {
    name: 'lump sums in sections',
    truth,
    currency: 'EUR',
    without: ['quantity', 'unit', 'price', 'valid'],
    definition: page([
      { text: truth.vendor, alignment: 'center', fontSize: 16 },
      { text: 'Proposal for a new bathroom', fontSize: 12, margin: [0, 12, 0, 0] },
      `Reference: ${truth.number}`,
      `Date: ${dayMonthYear(truth.date, '.')}`,
      {
        margin: [0, 12, 0, 0],
        table: {
          headerRows: 1,
          widths: ['*', 90],
          body: [
            ['Description of works', right('Price (EUR)')],
            ...section(half, 'Preparation'),
            ...section(rest, 'Fitting out'),
          ],
        },
      },
      sums(truth, ENGLISH, ['Total excl. VAT', 'VAT 20 %', 'Total incl. VAT']),
      truth.terms,
    ]),
  };
};

const noHead = (): Layout => {
  const truth = truthOf(5, 'english', 5);
  return {
    name: 'a letter without a table head',
    truth,
    currency: 'EUR',
    without: ['valid'],
    definition: page([
      { text: truth.vendor, bold: true },
      { text: 'Quotation', margin: [0, 20, 0, 4] },
      `No. ${truth.number}, ${dayMonthYear(truth.date, '.')}`,
      'Dear Ms Weber, thank you for asking. We would do the following work:',
      {
        margin: [0, 8, 0, 0],
        layout: 'noBorders',
        table: {
          widths: ['*', 'auto', 'auto', 80],
          body: truth.lines.map((line) => [
            line.description,
            `${count(line.quantity, ENGLISH)} ${line.unit}`,
            `@ ${figure(line.price, ENGLISH)}`,
            right(figure(amountOf(line), ENGLISH)),
          ]),
        },
      },
      sums(truth, ENGLISH, ['Sum', 'plus 20% VAT', 'Grand total']),
      truth.terms,
    ]),
  };
};

const twoPages = (): Layout => {
  const truth = truthOf(6, 'english', 46);
  return {
    name: 'two pages with a repeated head',
    truth,
    currency: 'EUR',
    definition: {
      ...page([
        { text: truth.vendor, fontSize: 16 },
        { text: `Quotation ${truth.number}`, fontSize: 13 },
        {
          columns: [
            `Quotation number: ${truth.number}`,
            `Issued: ${dayMonthYear(truth.date, '/')}`,
            `Valid until ${dayMonthYear(truth.validUntil, '/')}`,
          ],
        },
        {
          margin: [0, 12, 0, 0],
          layout: 'lightHorizontalLines',
          table: {
            headerRows: 1,
            widths: ['*', 40, 40, 60, 70],
            body: [
              ['Item', right('Qty'), 'Unit', right('Price'), right('Total')],
              ...truth.lines.map((line) => [
                line.description,
                right(count(line.quantity, ENGLISH)),
                line.unit,
                right(figure(line.price, ENGLISH)),
                right(figure(amountOf(line), ENGLISH)),
              ]),
            ],
          },
        },
        sums(truth, ENGLISH, ['Subtotal', 'VAT (20%)', 'Total']),
        truth.terms,
      ]),
      footer: (number: number, of: number) => ({
        text: `Page ${number} of ${of} · ${truth.vendor} · IBAN GB12 3456`,
        alignment: 'center',
        fontSize: 8,
      }),
    },
  };
};

const french = (): Layout => {
  const truth = { ...truthOf(7, 'english', 5), terms: 'Conditions de paiement : 30 % à la commande' };
  return {
    name: 'French, thin spaces between thousands',
    truth,
    currency: 'EUR',
    definition: page([
      { text: truth.vendor, fontSize: 14 },
      { text: `DEVIS N° ${truth.number}`, fontSize: 14, margin: [0, 12, 0, 0] },
      `Date : ${dayMonthYear(truth.date, '/')}`,
      `Valable jusqu'au ${dayMonthYear(truth.validUntil, '/')}`,
      {
        margin: [0, 12, 0, 0],
        table: {
          headerRows: 1,
          widths: ['*', 40, 40, 70, 80],
          body: [
            ['Désignation', 'Qté', 'Unité', 'PU HT', 'Montant HT'].map((text) => ({
              text,
              alignment: 'center',
              bold: true,
            })),
            ...truth.lines.map((line) => [
              line.description,
              { text: count(line.quantity, FRENCH), alignment: 'center' },
              { text: line.unit, alignment: 'center' },
              right(figure(line.price, FRENCH)),
              right(figure(amountOf(line), FRENCH)),
            ]),
          ],
        },
      },
      sums(truth, FRENCH, ['Total HT', 'TVA 20 %', 'Total TTC']),
      truth.terms,
    ]),
  };
};

const sideBySide = (): Layout => {
  const truth = truthOf(8, 'english', 5);
  return {
    name: 'tax on each line, sums side by side',
    truth,
    currency: 'CHF',
    definition: page([
      { text: truth.vendor, fontSize: 14 },
      { text: 'Offer', fontSize: 18 },
      {
        layout: 'noBorders',
        table: {
          widths: ['*', '*', '*'],
          body: [
            ['Offer number', 'Date', 'Valid until'],
            [truth.number, dayMonthYear(truth.date), dayMonthYear(truth.validUntil)],
          ],
        },
      },
      {
        margin: [0, 12, 0, 0],
        table: {
          headerRows: 1,
          widths: ['*', 30, 30, 75, 40, 85],
          body: [
            ['Service', 'Qty', 'Unit', 'Unit price (CHF)', 'VAT %', 'Net amount (CHF)'],
            ...truth.lines.map((line) => [
              line.description,
              count(line.quantity, ENGLISH),
              line.unit,
              figure(line.price, SWISS),
              '20',
              figure(amountOf(line), SWISS),
            ]),
          ],
        },
      },
      {
        margin: [200, 12, 0, 0],
        table: {
          widths: ['*', '*', '*'],
          body: [
            ['Subtotal', 'VAT', 'Total'],
            [figure(netOf(truth), SWISS), figure(taxOf(truth), SWISS), figure(netOf(truth) + taxOf(truth), SWISS)],
          ],
        },
      },
      truth.terms,
    ]),
  };
};

/** A short quote whose table goes on on a second page, where its sums stand: `onFirst` lines are on the first. */
export const onTwoPages = (): Layout & { readonly onFirst: number } => {
  const truth = truthOf(9, 'english', 9);
  const onFirst = 5;
  const table = (lines: Truth['lines'], more: Definition = {}): Definition => ({
    margin: [0, 12, 0, 0],
    layout: 'lightHorizontalLines',
    table: {
      headerRows: 1,
      widths: ['*', 40, 40, 60, 70],
      body: [
        ['Item', right('Qty'), 'Unit', right('Price'), right('Total')],
        ...lines.map((line) => [
          line.description,
          right(count(line.quantity, ENGLISH)),
          line.unit,
          right(figure(line.price, ENGLISH)),
          right(figure(amountOf(line), ENGLISH)),
        ]),
      ],
    },
    ...more,
  });
  return {
    name: 'a table over two pages',
    truth,
    onFirst,
    currency: 'EUR',
    definition: page([
      { text: truth.vendor, fontSize: 18, bold: true },
      { text: 'QUOTATION', fontSize: 14, margin: [0, 16, 0, 6] },
      `Quote no.: ${truth.number}`,
      `Date: ${dayMonthYear(truth.date, '/')}`,
      `Valid until: ${dayMonthYear(truth.validUntil, '/')}`,
      table(truth.lines.slice(0, onFirst)),
      table(truth.lines.slice(onFirst), { pageBreak: 'before' }),
      sums(truth, ENGLISH, ['Subtotal', 'VAT (20%)', 'Total']),
      truth.terms,
    ]),
  };
};

export const layouts = (): readonly Layout[] => [
  grid(),
  german(),
  quantityFirst(),
  lumpSums(),
  noHead(),
  twoPages(),
  french(),
  sideBySide(),
];
