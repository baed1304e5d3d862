// What the field of a rate says when it is left: what a bill was paid at is shown in it, and is nobody's word.
import { expect, test } from 'vitest';
import { saidRate } from '../../../src-renderer/features/quotes/said-rate.ts';

const asked = { to: 'EUR', on: '2026-05-01', before: null };
const kept = { value: '0.9', to: 'EUR', on: '2026-04-01' };

test('a field that is left as it was found says nothing, whatever it was filled with', () => {
  expect(saidRate({ value: '0.95', dirty: false }, asked)).toEqual({ is: 'nothing' });
  expect(saidRate({ value: '', dirty: false }, { ...asked, before: kept })).toEqual({ is: 'nothing' });
});

test('what was typed is the rate, what stands already is no deed, an emptied field takes it back, and no figure is none', () => {
  const typed = (value: string, before: typeof kept | null = null) =>
    saidRate({ value, dirty: true }, { ...asked, before });
  expect(typed(' 0,95 ')).toEqual({ is: 'new', rate: { value: '0.95', to: 'EUR', on: '2026-05-01' } });
  expect(typed('0.9', kept)).toEqual({ is: 'kept' });
  expect(typed('0.9', { ...kept, to: 'CHF' })).toMatchObject({ is: 'new', rate: { to: 'EUR' } });
  expect(typed('', kept)).toEqual({ is: 'new', rate: null });
  expect(typed('')).toEqual({ is: 'kept' });
  expect(typed('much')).toEqual({ is: 'odd' });
});
