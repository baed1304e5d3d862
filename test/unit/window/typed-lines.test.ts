// Lines of a quote as people type them, and what they come to.
import { expect, test } from 'vitest';
import { lineTyped, linesTyped, sumTyped } from '../../../src-renderer/features/quotes/typed-lines.ts';
import { eur } from '../../support/amounts.ts';

const typed = (text: string, count: string, unit: string, price: string) => ({ text, count, unit, price });

test('a quantity times a price, or an amount alone', () => {
  expect(lineTyped(typed(' Tiles ', '12,5', 'm²', '40'), 'l1', 'EUR')).toEqual({
    id: 'l1',
    description: 'Tiles',
    quantity: 12_500,
    unit: 'm²',
    unitPrice: eur(4_000),
    amount: eur(50_000),
  });
  expect(lineTyped(typed('Skip', '', '', '1.200,50'), 'l2', 'EUR')).toMatchObject({
    quantity: null,
    unitPrice: null,
    amount: eur(120_050),
  });
  expect(lineTyped(typed('On request', '', '', ''), 'l3', 'EUR')).toMatchObject({ amount: null });
});

test('what is no number is said, and a row in which nothing stands is no line', () => {
  const blank = typed('', '', '', '');
  expect(linesTyped([typed('Tiles', 'some', 'm²', '40')], 'EUR')).toBe(null);
  expect(linesTyped([typed('Tiles', '1', '', '40.1234')], 'EUR')).toBe(null);
  expect(linesTyped([blank, typed('Tiles', '2', '', '40'), blank], 'EUR')?.map(({ id }) => id)).toEqual(['l1']);
  expect(sumTyped([typed('Tiles', '2', '', '40'), typed('Skip', '', '', '7.50'), blank], 'EUR')).toBe(8_750);
});
