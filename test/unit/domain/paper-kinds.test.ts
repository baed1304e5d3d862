// Papers of every kind as bare text: what they are, and the values that only their kind has.
import { describe, expect, it } from 'vitest';
import { guessPaper } from '../../../domain/documents/guess.ts';
import { readPaper } from '../../../domain/documents/paper.ts';

const read = (text: string) => readPaper([{ text, words: [] }], { currency: 'EUR', today: '2026-06-01' }).values;

const invoice = `
Fliesen Kontor Lindner GmbH
Hafenstr. 12, 20457 Hamburg

Rechnung Nr. RE-2026-0815
Rechnungsdatum: 12.05.2026
Bezug: Angebot Q-17 vom 01.03.2026

Pos.   Bezeichnung                   Menge   Einh.     EP         GP
1      Wandfliesen verlegen           32,75  m²      64,80    2.122,20
2      Silikonfugen                   21     lfm      8,45      177,45

Nettobetrag                                                    2.299,65
zzgl. 19 % MwSt.                                                 436,93
Rechnungsbetrag                                                2.736,58

Zahlbar bis 26.05.2026 ohne Abzug
`;

describe('an invoice', () => {
  it('is none of the quote that it names, and says when it is to be paid', () => {
    expect(read(invoice)).toMatchObject({
      kind: 'invoice',
      vendor: 'Fliesen Kontor Lindner GmbH',
      number: 'RE-2026-0815',
      date: '2026-05-12',
      dueDate: '2026-05-26',
      total: { minor: 273_658, currency: 'EUR' },
      tax: { minor: 43_693, currency: 'EUR' },
    });
    expect(read(invoice).lines.map(({ quantity, amount }) => [quantity, amount?.minor])).toEqual([
      [32_750, 212_220],
      [21_000, 17_745],
    ]);
    expect(guessPaper([{ text: invoice, words: [] }], { currency: 'EUR', today: '2026-06-01' })).toMatchObject({
      kind: 'invoice',
      total: { minor: 273_658 },
    });
  });
});

describe('an amount that a reader lost', () => {
  const lost = (from: string, to: string) => read(invoice.replace(from, to)).lines.map(({ amount }) => amount?.minor);
  it('is put back where the lines come to the subtotal with it', () =>
    expect(lost('2.122,20', '2] ,1z2,2O')).toEqual([212_220, 17_745]));
  it('is left where nothing proves it', () =>
    expect(
      read(invoice.replace('2.122,20', '2] ,1z2,2O').replace('2.299,65', '2.300,65')).lines.some(
        ({ amount }) => amount?.minor === 212_220,
      ),
    ).toBe(false));
});

it('lines that count themselves under no head say only what they are', () => {
  const quote = `Nordlicht Elektro
Quote 26-0148
     Description                  Qty   Unit   Unit price    Amount
1    New cooker circuit             1   pc         385.00    385.00
2    Socket circuit                 2   pc         215.00    430.00
Total EUR                                                    815.00`;
  expect(read(quote).lines.map(({ description }) => description)).toEqual(['New cooker circuit', 'Socket circuit']);
});

describe('a slip', () => {
  const till = `ELEKTRO HAUS
Am Markt 5
10178 Berlin
16.05.2026 11:27
NORDHAUS BO-6320 S OVEN          549,00
NORDHAUS IH-64 HOB               399,00
DELIVERY                          39,90
TOTAL EUR                        987,90
CARD                             987,90
VAT 19 % included                157,73
Saved today                       20,00`;
  const listed = (text: string) => read(text).lines.map(({ amount }) => amount?.minor);
  it('lists what stands above its total: how it was paid, its tax and what was saved are no items', () => {
    expect(listed(till)).toEqual([54_900, 39_900, 3_990]);
    expect(listed(till.replace('TOTAL EUR', 'CARD     ').replace('CARD    ', 'TOTAL   '))).toEqual([
      54_900, 39_900, 3_990,
    ]);
  });
  it('whose prices hold their tax has no net amount that they should come to', () => {
    const net = `${till}\nNet 19 %                         830,17`;
    expect(read(net)).toMatchObject({ subtotal: null, total: { minor: 98_790 } });
    expect(readPaper([{ text: net, words: [] }], { currency: 'EUR' }).problems).toEqual([]);
  });
  it('the total of which was not read lists no more than comes to what was paid', () =>
    expect(listed(till.replace('TOTAL EUR', '7OT#L 3UR'))).toEqual([54_900, 39_900, 3_990]));

  it('with the number of a tax office has no tax of that much', () => {
    const slip = 'SOON HUAT MACHINERY\nGST ID 002116837376\nBELT 327.00\nTOTAL RM 327.00\nCASH 400.00\nCHANGE 73.00';
    expect(read(slip)).toMatchObject({ total: { minor: 32_700 }, tax: null });
    expect(read(slip.replace('GST ID 002116837376', 'GST 6% 18.51')).tax).toMatchObject({ minor: 1_851 });
  });
});

it('a receipt in another currency is read in that one, typed or from a photo; one sign in a smudge is none', () => {
  const till =
    'SOON HUAT HARDWARE\nTAX INVOICE\n11/01/2026\nPAINT RM 21.50\nTOTAL RM 21.50\nCASH RM 50.00\nCHANGE RM 28.50';
  const ofPhoto = (text: string) =>
    readPaper([{ text, words: [], source: 'ocr' }], { currency: 'EUR', today: '2026-06-01' });
  expect(read(till).total).toEqual({ minor: 2_150, currency: 'MYR' });
  expect(ofPhoto(till).currency).toBe('MYR');
  expect(ofPhoto('SOON HUAT MACHINERY\nBELT 327.00\nTOTAL RM 327.00\nCASH 400.00\nCHANGE 73.00').currency).toBe('MYR');
  expect(ofPhoto(till.replaceAll('RM', '').replace('TOTAL', 'TOTAL £')).currency).toBe('EUR');
  expect(ofPhoto('ANGEBOT\nBrennholz 12 RM 960,00\nBuche 3 RM 240,00').currency).toBe('EUR');
});

describe('a warranty', () => {
  it('ends on the day it names', () =>
    expect(
      read('Warranty certificate\nOven Miele H 2860\nDate of purchase: 12/05/2026\nWarranty expires: 12/05/2028'),
    ).toMatchObject({ kind: 'warranty', warrantyEnd: '2028-05-12' }));
  it('or so many years after it was bought', () =>
    expect(read('Garantieschein\nKaufdatum: 31.01.2026\nGarantiedauer: 24 Monate')).toMatchObject({
      kind: 'warranty',
      warrantyEnd: '2028-01-31',
    }));
  it('is worth a reminder only with its end', () => {
    const guess = (text: string) => guessPaper([{ text, words: [] }], { currency: 'EUR', today: '2026-06-01' });
    expect(guess('Warranty certificate\nDate: 01/02/2026\nWarranty period: 2 years')).toMatchObject({
      kind: 'warranty',
      total: null,
      date: '2028-02-01',
    });
    expect(guess('Warranty certificate\nKeep this paper').date).toBeNull();
  });
});

it.each([
  [
    'contract',
    'CONSTRUCTION CONTRACT\nbetween Anna Weber and Miller & Sons Ltd\nThe contractor shall complete the works by 01/09/2026',
  ],
  ['permit', 'BUILDING PERMIT\nPermit No. BP-2026-44\nIssued 02/03/2026'],
  ['manual', 'Installation guide\nRead these instructions before use'],
  ['plan', 'GROUND FLOOR PLAN\nScale 1:50'],
  ['other', 'Dear Anna,\nthank you for the coffee.'],
] as const)('a %s offers nothing by itself', (kind, text) => {
  expect(read(text).kind).toBe(kind);
  expect(guessPaper([{ text, words: [] }], { currency: 'EUR', today: '2026-06-01' }).total).toBeNull();
});

describe('what does not add up', () => {
  it('is flagged with what it should be, and left as it is printed', () => {
    const paper = readPaper(
      [{ text: invoice.replace('2.122,20', '2.212,20').replace('2.736,58', '2.763,58'), words: [] }],
      { currency: 'EUR', today: '2026-06-01' },
    );
    expect(paper.values.lines[0]?.amount).toEqual({ minor: 221_220, currency: 'EUR' });
    expect(paper.problems).toEqual(
      expect.arrayContaining([
        { kind: 'line', line: 'l1', expected: 212_220 },
        expect.objectContaining({ kind: 'lines', found: 238_965 }),
        { kind: 'total', expected: 273_658, found: 276_358 },
      ]),
    );
  });

  it('is nothing where a line is optional or the tax is within the prices', () => {
    const quote = `Miller Ltd
Quotation
Description            Qty   Unit price   Amount
Wall tiles              10        50.00   500.00
Heated towel rail        1       200.00   200.00 optional
Total incl. 20 % VAT                      500.00
VAT included                               83.33`;
    const paper = readPaper([{ text: quote, words: [] }], { currency: 'EUR' });
    expect(paper.values.lines.map(({ optional }) => optional)).toEqual([undefined, true]);
    expect(paper.problems).toEqual([]);
  });
});

it('hostile text ends in no values, quickly', () => {
  for (const text of [
    '',
    '\n\n\n',
    '1 '.repeat(20_000),
    '9'.repeat(50_000),
    'Total '.repeat(5_000),
    '| '.repeat(9_000),
    '1,'.repeat(20_000),
  ]) {
    const { values } = readPaper([{ text, words: [] }], { currency: 'EUR' });
    expect(values.vendor.length).toBeLessThanOrEqual(200);
  }
});
