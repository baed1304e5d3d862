// More layouts of the same contents: other languages, other orders of columns, leaders, options, discounts, positions in a tree.
import type { Layout } from './paper-layouts.ts';
import { page, right } from './paper-pieces.ts';
import type { Definition } from './pdf-pages.ts';
import {
  amountOf,
  count,
  dayMonthYear,
  ENGLISH,
  figure,
  GERMAN,
  netOf,
  taxOf,
  truthOf,
  type Style,
  type Truth,
} from './paper-truth.ts';

const DOLLARS: Style = { thousands: ',', decimal: '.', before: '$', after: '' };
const POLISH: Style = { thousands: ' ', decimal: ',', before: '', after: '' };

const sumRows = (truth: Truth, style: Style, names: readonly [string, string, string]): readonly unknown[] => [
  [names[0], right(figure(netOf(truth), style))],
  [names[1], right(figure(taxOf(truth), style))],
  [names[2], right(figure(netOf(truth) + taxOf(truth), style))],
];
const beside = (left: unknown, rows: readonly unknown[]): Definition => ({
  columns: [
    { width: '*', stack: [left] },
    { width: 220, layout: 'noBorders', table: { widths: ['*', 90], body: rows } },
  ],
  margin: [0, 12, 0, 0],
});

/** German tenders: positions in a tree, titles of trades, the quantity before the words. */
const tender = (): Layout => {
  const truth = { ...truthOf(9, 'german', 5), terms: 'Zahlungsziel 14 Tage netto' };
  return {
    name: 'a German tender with positions and titles',
    truth,
    currency: 'EUR',
    definition: page([
      {
        columns: [
          { text: truth.vendor, fontSize: 16, bold: true },
          { text: 'Tel. 040 123456', alignment: 'right' },
        ],
      },
      { text: 'Angebot', fontSize: 18, margin: [0, 20, 0, 0] },
      {
        layout: 'noBorders',
        table: {
          widths: [90, '*'],
          body: [
            ['Angebots-Nr.:', truth.number],
            ['Datum:', dayMonthYear(truth.date)],
            ['Bauvorhaben:', 'Bad im Obergeschoss'],
            ['Gültig bis:', dayMonthYear(truth.validUntil)],
          ],
        },
      },
      {
        margin: [0, 10, 0, 0],
        layout: 'headerLineOnly',
        table: {
          headerRows: 1,
          widths: [50, 40, 30, '*', 60, 70],
          body: [
            ['Pos.', right('Menge'), 'ME', 'Bezeichnung', right('E-Preis'), right('G-Preis')],
            [{ text: '01', bold: true }, '', '', { text: 'Abbruch und Fliesen', bold: true }, '', ''],
            ...truth.lines.map((line, at) => [
              `01.${String((at + 1) * 10).padStart(4, '0')}`,
              right(count(line.quantity, GERMAN)),
              line.unit,
              line.description,
              right(figure(line.price, GERMAN)),
              right(figure(amountOf(line), GERMAN)),
            ]),
          ],
        },
      },
      beside(truth.terms, sumRows(truth, GERMAN, ['Summe netto', '19,00 % MwSt', 'Angebotssumme brutto'])),
    ]),
  };
};

/** American: item codes, hours, sales tax, the month first. */
const american = (): Layout => {
  const truth = { ...truthOf(10, 'english', 5), tax: 8 };
  const [year = '', month = '', day = ''] = truth.date.split('-');
  const [untilYear = '', untilMonth = '', untilDay = ''] = truth.validUntil.split('-');
  return {
    name: 'American, with item codes',
    truth,
    currency: 'USD',
    definition: page(
      [
        {
          columns: [
            { text: 'ESTIMATE', fontSize: 22, color: '#3159c4' },
            { stack: [truth.vendor, '(555) 010-7788', 'office@example.com'], alignment: 'right' },
          ],
        },
        {
          columns: [
            { stack: [{ text: 'Bill to', bold: true }, 'Anna Weber', '12 Oak Street'] },
            {
              stack: [
                `Estimate No: ${truth.number}`,
                `Date: ${month}/${day}/${year}`,
                `Expiration date: ${untilMonth}/${untilDay}/${untilYear}`,
              ],
            },
          ],
          margin: [0, 12, 0, 0],
        },
        {
          margin: [0, 12, 0, 0],
          layout: {
            fillColor: (row: number) => (row === 0 ? '#e5e8ec' : row % 2 === 0 ? '#f6f7f9' : null),
            hLineWidth: () => 0,
            vLineWidth: () => 0,
          },
          table: {
            headerRows: 1,
            widths: [50, '*', 35, 35, 65, 75],
            body: [
              ['Code', 'Description', right('Qty'), 'Unit', right('Unit cost'), right('Line total')],
              ...truth.lines.map((line, at) => [
                `WK-${at + 11}`,
                line.description,
                right(count(line.quantity, ENGLISH)),
                line.unit,
                right(figure(line.price, DOLLARS)),
                right(figure(amountOf(line), DOLLARS)),
              ]),
            ],
          },
        },
        beside(truth.terms, sumRows(truth, DOLLARS, ['Subtotal', 'Sales tax (8%)', 'TOTAL'])),
      ],
      9,
    ),
  };
};

/** Leaders of dots between what is done and what it costs. */
const leaders = (): Layout => {
  const truth = truthOf(11, 'english', 6);
  const dots = (text: string): string => `${text} ${'.'.repeat(Math.max(3, 74 - text.length))}`;
  return {
    name: 'dots that lead to lump sums',
    truth,
    currency: 'EUR',
    without: ['quantity', 'unit', 'price'],
    definition: page([
      { text: truth.vendor, bold: true, fontSize: 13 },
      { text: `Quote ${truth.number}`, fontSize: 16, margin: [0, 10, 0, 0] },
      `Quote no. ${truth.number}   Date: ${dayMonthYear(truth.date)}`,
      `Valid until ${dayMonthYear(truth.validUntil)}`,
      {
        margin: [0, 10, 0, 0],
        layout: 'noBorders',
        table: {
          widths: ['*', 80],
          body: truth.lines.map((line) => [
            { text: dots(line.description), noWrap: true },
            right(figure(amountOf(line), ENGLISH)),
          ]),
        },
      },
      {
        margin: [200, 10, 0, 0],
        layout: 'noBorders',
        table: { widths: ['*', 80], body: sumRows(truth, ENGLISH, ['Net', 'VAT 20 %', 'Total']) },
      },
      truth.terms,
    ]),
  };
};

/** Each line a title with its details under it, larger gaps between lines than within. */
const details = (): Layout => {
  const truth = truthOf(12, 'english', 5);
  const lines = truth.lines.map((line) => ({
    ...line,
    description: `${line.description} Including material, labour and cleaning up`,
  }));
  return {
    name: 'details under each line',
    truth: { ...truth, lines },
    currency: 'EUR',
    definition: page([
      {
        columns: [
          { stack: [{ text: truth.vendor, fontSize: 14 }, 'Unit 4, Quay Street'] },
          { text: 'Quotation', fontSize: 20, alignment: 'right' },
        ],
      },
      {
        columns: [
          `Quotation No. ${truth.number}`,
          `Date ${dayMonthYear(truth.date, '/')}`,
          `Valid to ${dayMonthYear(truth.validUntil, '/')}`,
        ],
        margin: [0, 12, 0, 12],
      },
      {
        layout: {
          hLineWidth: (row: number) => (row > 0 ? 0.5 : 0),
          vLineWidth: () => 0,
          paddingTop: () => 7,
          paddingBottom: () => 7,
        },
        table: {
          headerRows: 1,
          widths: ['*', 50, 50, 65, 75],
          body: [
            [
              'Work item',
              { text: 'Quantity', alignment: 'center' },
              { text: 'Unit', alignment: 'center' },
              right('Unit price excl. VAT'),
              right('Total excl. VAT'),
            ],
            ...truth.lines.map((line) => [
              {
                stack: [
                  { text: line.description, bold: true },
                  { text: 'Including material, labour and cleaning up', fontSize: 8.5 },
                ],
              },
              { text: count(line.quantity, ENGLISH), alignment: 'center' },
              { text: line.unit, alignment: 'center' },
              right(figure(line.price, ENGLISH)),
              right(figure(amountOf(line), ENGLISH)),
            ]),
          ],
        },
      },
      beside(truth.terms, sumRows(truth, ENGLISH, ['Total excl. VAT', 'VAT (20%)', 'Total incl. VAT'])),
    ]),
  };
};

/** Polish: net and gross columns on each line. */
const polish = (): Layout => {
  const truth = { ...truthOf(13, 'english', 4), tax: 23, terms: 'Warunki płatności: przelew 14 dni' };
  const gross = (minor: number): number => minor + Math.round((minor * 23) / 100);
  return {
    name: 'Polish, net and gross',
    truth,
    currency: 'PLN',
    without: ['tax'],
    definition: page(
      [
        { text: truth.vendor, fontSize: 13 },
        { text: `Oferta nr ${truth.number}`, fontSize: 16, margin: [0, 10, 0, 0] },
        `Data wystawienia: ${dayMonthYear(truth.date)}`,
        `Ważna do: ${dayMonthYear(truth.validUntil)}`,
        {
          margin: [0, 12, 0, 0],
          table: {
            headerRows: 1,
            widths: [20, '*', 30, 30, 60, 65, 30, 70],
            body: [
              ['Lp.', 'Nazwa usługi', 'J.m.', 'Ilość', 'Cena netto', 'Wartość netto', 'VAT', 'Wartość brutto'],
              ...truth.lines.map((line, at) => [
                String(at + 1),
                line.description,
                line.unit,
                right(count(line.quantity, POLISH)),
                right(figure(line.price, POLISH)),
                right(figure(amountOf(line), POLISH)),
                '23%',
                right(figure(gross(amountOf(line)), POLISH)),
              ]),
            ],
          },
        },
        {
          margin: [250, 12, 0, 0],
          layout: 'noBorders',
          table: {
            widths: ['*', 90],
            body: sumRows(truth, { ...POLISH, after: ' zł' }, ['Razem netto', 'VAT 23%', 'Do zapłaty']),
          },
        },
        truth.terms,
      ],
      9,
    ),
  };
};

/** Spanish, amounts before their unit price; Dutch, Italian and Portuguese heads in the same form. */
const romance = ([name, seed, head, title, labels, sums]: readonly [
  string,
  number,
  readonly string[],
  string,
  readonly [string, string, string],
  readonly [string, string, string],
]): Layout => {
  const truth = { ...truthOf(seed, 'english', 5), tax: 21, terms: '' };
  return {
    name,
    truth,
    currency: 'EUR',
    definition: page([
      { text: truth.vendor, fontSize: 14, bold: true },
      { text: title, fontSize: 16, margin: [0, 14, 0, 4] },
      `${labels[0]}: ${truth.number}`,
      `${labels[1]}: ${dayMonthYear(truth.date, '/')}`,
      `${labels[2]}: ${dayMonthYear(truth.validUntil, '/')}`,
      {
        margin: [0, 12, 0, 0],
        layout: 'lightHorizontalLines',
        table: {
          headerRows: 1,
          widths: [50, 40, '*', 70, 80],
          body: [
            head,
            ...truth.lines.map((line) => [
              count(line.quantity, GERMAN),
              line.unit,
              line.description,
              right(figure(line.price, GERMAN)),
              right(figure(amountOf(line), GERMAN)),
            ]),
          ],
        },
      },
      {
        margin: [250, 12, 0, 0],
        layout: 'noBorders',
        table: { widths: ['*', 90], body: sumRows(truth, GERMAN, sums) },
      },
    ]),
  };
};

export const moreLayouts = (): readonly Layout[] => [
  tender(),
  american(),
  leaders(),
  details(),
  polish(),
  romance([
    'Spanish',
    14,
    ['Cantidad', 'Ud.', 'Descripción', 'Precio unitario', 'Importe'],
    'PRESUPUESTO',
    ['Presupuesto Nº', 'Fecha', 'Válido hasta'],
    ['Base imponible', 'IVA 21 %', 'Total'],
  ]),
  romance([
    'Dutch',
    15,
    ['Aantal', 'Eenheid', 'Omschrijving', 'Prijs per stuk', 'Bedrag'],
    'Offerte',
    ['Offerte nr', 'Datum', 'Geldig tot'],
    ['Subtotaal', 'BTW 21%', 'Totaal'],
  ]),
  romance([
    'Italian',
    16,
    ['Quantità', 'U.M.', 'Descrizione', 'Prezzo unitario', 'Importo'],
    'Preventivo',
    ['Preventivo n°', 'Data', 'Valido fino al'],
    ['Imponibile', 'IVA 21%', 'Totale'],
  ]),
  romance([
    'Portuguese',
    17,
    ['Qtd', 'Un.', 'Descrição', 'Preço unitário', 'Valor'],
    'Orçamento',
    ['Orçamento nº', 'Data', 'Válido até'],
    ['Subtotal', 'IVA 21%', 'Total a pagar'],
  ]),
];
