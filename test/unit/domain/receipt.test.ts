// Receipts as readers hand them over: letters mistaken, columns torn apart. Made-up shops, the kinds of line real tills print.
import { describe, expect, it } from 'vitest';
import { linesOfPage } from '../../../domain/documents/lines.ts';
import { guessReceipt } from '../../../domain/documents/receipt.ts';

const guess = (text: string, currency = 'EUR', today: string | null = '2026-06-01') =>
  guessReceipt([{ text, words: [] }], { currency, today });

const tillWithRounding = `
ar x
HARBOUR TIMBER SDN BHD (400123-K)
LOT 7, JALAN KAYU 3, 47100 PUCHONG
TEL : 03-5550 1234
TAX INVOICE
Date: 14/03/2026 10:22
PLYWOOD 12MM 2 x 41.30 82.60
SCREWS 4X40 9.93
SUBTOTAL 92.53
Total Sales (Inclusive GST) RM 92.53
Rounding Adjustment RM 0.02
Total After Rounding RM 92.55
CASH RM 100.00
CHANGE RM 7.45
GST SUMMARY Amount(RM) Tax(RM)
Total : 87.29 5.24
`;

const germanTill = `
Baumarkt Lindner GmbH
Hauptstr. 12, 10827 Berlin
Tel. 030 5550 88
Bon 4711 22.05.26 17:03
Fliesenkleber 25 kg 2 x 19,99 39,98
Fugenmasse 11,95
Zwischensumme 51,93
SUMME EUR 1.051,93
Gegeben BAR 1.100,00
Rückgeld 48,07
MwSt 19% 8,29
`;

describe('totals', () => {
  it('takes the rounded total, not the sub-total, the cash or the tax column', () =>
    expect(guess(tillWithRounding, 'MYR').total).toEqual({ minor: 9_255, currency: 'MYR' }));

  it('reads a comma as a decimal sign', () =>
    expect(guess(germanTill).total).toEqual({ minor: 105_193, currency: 'EUR' }));

  it('prefers what is payable to sub-sums printed twice', () => {
    expect(
      guess('Total 0% supplies 15.36\nTotal 6% supplies 11.44\nTotal 0% supplies 15.36\nTOTAL PAYABLE: 26.80').total
        ?.minor,
    ).toBe(2_680);
  });

  it('trusts cash less change over a total that was misread', () => {
    expect(guess('TOTAI SALES 8.40\nCASH 50.00\nCHANGE 1.60\nCREDIT 48.40\nROUNDED 48.40').total?.minor).toBe(4_840);
    expect(guess('gibberish\nCASH 50.00\nCHANGE 1.60').total?.minor).toBe(4_840);
  });

  it('finds the amount under the word when the columns came apart', () =>
    expect(guess('TOTAL\n42.10\nThank you').total?.minor).toBe(4_210));

  it('leaves the next line its own amount when that of the total was not read', () =>
    expect(guess('TOTAL PAYABLE %%.80\nCASH 50.00\nCHANGE 14.20').total?.minor).toBe(3_580));

  it('mends what readers do to digits', () => expect(guess('TOTAL 1O4. 20').total?.minor).toBe(10_420));

  it('is silent about a list of prices, a count, a saving', () => {
    expect(guess('Hammer 12.00\nNails 3.50').total).toBeNull();
    expect(guess('Total items 3\nTotal savings 2.00\nTotal GST 0.42').total).toBeNull();
    expect(guess('').total).toBeNull();
  });

  it('reads whole amounts where a currency has no decimals', () =>
    expect(guess('合計 TOTAL 1,234', 'JPY').total).toEqual({ minor: 1_234, currency: 'JPY' }));

  it('offers no cost for a quote', () =>
    expect(guess('Miller Plumbing\nQuote Q-1\nTotal 2,441.40')).toMatchObject({
      total: null,
      vendor: 'Miller Plumbing',
    }));
});

describe('dates', () => {
  it.each([
    ['Date: 14/03/2026', '2026-03-14'],
    ['22.05.26 17:03', '2026-05-22'],
    ['2026-04-05', '2026-04-05'],
    ['12 MAR 2025', '2025-03-12'],
    ['3. Mai 2026', '2026-05-03'],
    ['March 9, 2026', '2026-03-09'],
    ['03/25/2026', '2026-03-25'],
    ['REG #19- 21/05/2025', '2025-05-21'],
    ['Printed 01-02-2026\nDate 31-01-2026', '2026-01-31'],
  ])('reads %s', (text, date) => expect(guess(text).date).toBe(date));

  it.each(['31/04/2026', '14/03/2027', '14/03/1999', '04-06-00', 'Tel 030-555-12'])('leaves %s alone', (text) =>
    expect(guess(text).date).toBeNull(),
  );
});

describe('vendors', () => {
  it('is the name at the head, not a smudge, an address or a title', () => {
    expect(guess(tillWithRounding).vendor).toBe('HARBOUR TIMBER SDN BHD');
    expect(guess(germanTill).vendor).toBe('Baumarkt Lindner GmbH');
    expect(guess('TAX INVOICE\n12 Quay Street 99\nTel 55501\nwww.shop.example\nPEBBLE & SONS').vendor).toBe(
      'PEBBLE & SONS',
    );
  });

  it('puts a name together that broke before its legal form', () =>
    expect(guess('PASAR BORONG PINTAR\nSDN BHD\nTEL 03').vendor).toBe('PASAR BORONG PINTAR SDN BHD'));

  it('is what stands above the address, however the shop writes it', () =>
    expect(guess('PepperLeaf Cafe\nNO.19 & 21\nJALAN PASIR 23/9\nBANDAR BARU SENTOSA\n43200 SELANGOR').vendor).toBe(
      'PepperLeaf Cafe',
    ));

  it('goes without the number it is registered under, and with what a bracket holds over lines', () => {
    expect(guess("MIRA'S CONFECTIONERY S/B 273511-U (GKX)\nLOT 7, JALAN KAYU 3").vendor).toBe(
      "MIRA'S CONFECTIONERY S/B",
    );
    expect(guess('THE DEPOT (MALAYSIA) SON BHD (8199\nLOT 7').vendor).toBe('THE DEPOT (MALAYSIA) SDN BHD');
    expect(guess('HENG LIM HARDWARE\nENTERPRISE (INDAH\nALAM) SDN BHD\n812737-X\nTEL: 012').vendor).toBe(
      'HENG LIM HARDWARE ENTERPRISE (INDAH ALAM) SDN BHD',
    );
  });

  it('is nobody when there is no name', () => expect(guess('12345\n--- ***\nTel 030 1').vendor).toBeNull());
});

describe('linesOfPage', () => {
  it('puts words back beside each other that a reader split into columns, on a page a little turned', () => {
    const words: [string, number, number, number, number, number][] = [
      ['TOTAL', 10, 100, 90, 120, 90],
      ['CASH', 10, 130, 80, 150, 90],
      ['42.10', 400, 112, 460, 132, 90],
      ['50.00', 400, 142, 460, 162, 90],
      ['EUR', 200, 106, 240, 126, 90],
    ];
    expect(linesOfPage({ text: 'TOTAL\nCASH\n42.10\n50.00', words })).toEqual(['TOTAL EUR 42.10', 'CASH 50.00']);
  });

  it('keeps the reader’s lines when there are no boxes', () =>
    expect(linesOfPage({ text: 'a\n\n b ', words: [] })).toEqual(['a', 'b']));
});
