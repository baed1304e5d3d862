// A pasted text that does not fit: how much of it is left out is said, never kept silent.
import { expect, test } from 'vitest';
import { leftOut } from '../../../src-renderer/ui/left-out.ts';

const field = (more: Partial<Parameters<typeof leftOut>[0]> = {}) => ({
  value: 'abcde',
  maxLength: 10,
  selectionStart: 5,
  selectionEnd: 5,
  readOnly: false,
  ...more,
});

test.each([
  ['fits', field(), '12345', 0],
  ['one too many', field(), '123456', 1],
  ['what is selected makes room', field({ selectionStart: 0 }), '1234567890', 0],
  ['two characters of a line end are one', field(), '1\r\n3\r\n5', 0],
  ['no room at all', field({ value: 'x'.repeat(12), selectionStart: 0, selectionEnd: 0 }), 'ab', 2],
  ['no limit', field({ maxLength: -1 }), 'x'.repeat(100_000), 0],
  ['a field that takes nothing', field({ readOnly: true }), 'x'.repeat(100), 0],
])('%s', (_, into, text, count) => expect(leftOut(into, text)).toBe(count));
