// Words of a page as lines: small ones beside a large one, words of a page that is slightly turned.
import { expect, test } from 'vitest';
import { linesOfPage } from '../../../domain/documents/lines.ts';

type Words = Parameters<typeof linesOfPage>[0]['words'];

test('a large title beside two lines of small words stands in the first, and parts neither', () => {
  const words: Words = [
    ['ESTIMATE', 111, 126, 370, 159, 96],
    ['Miller', 1210, 118, 1287, 137, 96],
    ['Ltd', 1504, 118, 1542, 137, 96],
    ['VAT', 1279, 150, 1318, 169, 96],
    ['89', 1516, 150, 1542, 169, 96],
  ];
  expect(linesOfPage({ text: '', words })).toEqual(['ESTIMATE Miller Ltd', 'VAT 89']);
});

test('a large amount under a line of small words is a line of its own', () => {
  const words: Words = [
    ['Subtotal', 100, 100, 180, 120, 96],
    ['12.00', 400, 100, 450, 120, 96],
    ['Total', 100, 125, 220, 160, 96],
    ['14.40', 400, 125, 480, 160, 96],
  ];
  expect(linesOfPage({ text: '', words })).toEqual(['Subtotal 12.00', 'Total 14.40']);
});
