// Which values of a paper are asked for in the window.
import { expect, it } from 'vitest';
import { fieldsOf, fieldsWith } from '../../../src-renderer/features/documents/paper-fields.ts';

it('a receipt shows the lines that a warning is about, and the sums they are held against', () => {
  expect(fieldsWith('receipt', [])).toEqual(fieldsOf('receipt'));
  expect(fieldsWith('receipt', [{ kind: 'line', line: 'l1', expected: 100 }])).toEqual([
    'vendor',
    'date',
    'lines',
    'tax',
    'total',
  ]);
  expect(fieldsWith('receipt', [{ kind: 'lines', expected: 100, found: 90 }])).toEqual([
    'vendor',
    'date',
    'lines',
    'subtotal',
    'discount',
    'tax',
    'total',
  ]);
  expect(fieldsWith('warranty', [{ kind: 'line', line: 'l1', expected: 100 }])).toEqual(fieldsOf('warranty'));
});
