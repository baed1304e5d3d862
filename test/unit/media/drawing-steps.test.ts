// A page of a PDF is drawn with so many steps and no more; what is said otherwise between pdf.js's halves is let through.
import { expect, test } from 'vitest';
import { beginCounting, boundSteps, isOverdrawn } from '../../../src-renderer/workers/pdf/drawing-steps.ts';

test('a page that asks for more steps than any has is ended, and the next begins anew', () => {
  const scope = { structuredClone };
  boundSteps(scope);
  const part = { action: 'GetOperatorList', chunk: { fnArray: Array.from({ length: 1_000 }, () => 1), argsArray: [] } };
  const page = (parts: number) => () => {
    beginCounting();
    for (let at = 0; at < parts; at += 1) scope.structuredClone(part);
  };
  expect(page(2_000)).not.toThrow();
  expect(isOverdrawn()).toBe(false);
  expect(page(2_001)).toThrow(RangeError);
  expect(isOverdrawn()).toBe(true);
  expect(page(1)).not.toThrow();
  expect(isOverdrawn()).toBe(false);
  const bytes = new Uint8Array([1, 2, 3]);
  expect(scope.structuredClone({ data: bytes }, { transfer: [bytes.buffer] })).toEqual({
    data: new Uint8Array([1, 2, 3]),
  });
  expect(bytes.length).toBe(0);
});
