// Papers of four more countries, read from the words of a PDF: what they say, their lines, their days and their figures.
import { describe, expect, test } from 'vitest';
import { decimalOf } from '../../../domain/documents/numbers.ts';
import { datesIn, spanIn } from '../../../domain/documents/paper-dates.ts';
import { readPaper } from '../../../domain/documents/paper.ts';
import { guessReceipt } from '../../../domain/documents/receipt.ts';
import { northernPapers } from '../../support/papers-north.ts';
import { southernPapers } from '../../support/papers-south.ts';
import { pagesOfPdf, pdfOf } from '../../support/pdf-pages.ts';

test.each([...northernPapers, ...southernPapers])('$name', async ({ definition, says, lines }) => {
  const { values, problems } = readPaper(await pagesOfPdf(await pdfOf(definition)), { currency: 'EUR' });
  expect(values).toMatchObject(says);
  expect(
    values.lines.map(({ description, quantity, unit, unitPrice, amount }) => [
      description,
      quantity,
      unit,
      unitPrice?.minor,
      amount?.minor,
    ]),
  ).toEqual(lines);
  expect(problems).toEqual([]);
});

test.each([
  ['14 IV 2026', '2026-04-14'],
  ['14.IV.2026 r.', '2026-04-14'],
  ['1º de março de 2026', '2026-03-01'],
  ['3 listopada 2026', '2026-11-03'],
  ['12-mrt-2026', '2026-03-12'],
  ['lì 12 marzo 2026', '2026-03-12'],
])('the day %s', (text, date) => {
  expect(datesIn(text, false)[0]).toBe(date);
});

test.each([
  ['1 jaar', { months: 12 }],
  ['5 Jahre Garantie', { months: 60 }],
  ['24 miesiące', { months: 24 }],
  ['2 tygodnie', { days: 14 }],
  ['30 gg', { days: 30 }],
  ['10 jours', { days: 10 }],
  ['1 mês', { months: 1 }],
  ['2 lata', { months: 24 }],
  ['14 Tage', { days: 14 }],
])('the length of time %s', (text, span) => {
  expect(spanIn(text)).toEqual(span);
});

test.each([
  ['€ 1.250,=', '1250', ''],
  ['1.250,-', '1250', ''],
  ['Euro 1.200,00', '1200', '00'],
  ['€. 1.200,00', '1200', '00'],
  ['1.200,00.=', '1200', '00'],
  ['1 250,00 zł', '1250', '00'],
])('the figure %s', (text, whole, decimals) => {
  expect(decimalOf(text, ',')).toEqual({ negative: false, whole, decimals });
});

describe('slips of tills', () => {
  const guess = (...lines: readonly string[]) =>
    guessReceipt([{ text: lines.join('\n'), words: [] }], { currency: 'EUR', today: null });

  test.each([
    ['SUMA PLN 1 250,00', 125_000],
    ['RAZEM 45,90', 4_590],
    ['Te betalen 45,90', 4_590],
    ['TOTALE COMPLESSIVO 1.250,00', 125_000],
    ['TOTAL A PAGAR 1 250,00', 125_000],
    ['DO ZAPŁATY 12,30', 1_230],
  ])('%s', (line, minor) => {
    expect(guess('Castorama', line, 'GOTÓWKA 2 000,00').total?.minor).toBe(minor);
  });

  test('the sum of taxes is no total, a title is no vendor, and a quote has nothing to pay', () => {
    expect(guess('PARAGON FISKALNY', 'Obi Kraków', 'SUMA PTU 9,35', 'SUMA PLN 50,00')).toMatchObject({
      vendor: 'Obi Kraków',
      total: { minor: 5_000 },
    });
    expect(guess('Verde SRL', 'PREVENTIVO n. 4', 'TOTALE 900,00').total).toBeNull();
  });

  test('an address beside the name is no part of it', () => {
    const word = (text: string, x: number, y: number, high = 30): [string, number, number, number, number, number] => [
      text,
      x,
      y,
      x + text.length * 14,
      y + high,
      95,
    ];
    const words = [
      word('Brandt', 100, 100, 50),
      word('Skip', 200, 100, 50),
      word('Hire', 270, 100, 50),
      word('Hafenallee', 900, 110),
      word('90', 1050, 110),
      word('INVOICE', 100, 300),
    ];
    expect(guessReceipt([{ text: '', words }], { currency: 'EUR', today: null }).vendor).toBe('Brandt Skip Hire');
  });
});
