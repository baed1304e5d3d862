// Money in the window: what stands in a field is read back as the same amount, in every kind of currency.
import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAmount } from '../../../domain/money/amount.ts';
import { amountText, currencySymbol, formatMoney, formatMoneyWhole } from '../../../src-renderer/ui/money.ts';

describe('money in the window', () => {
  it('has as many decimals as the currency', () => {
    expect(formatMoney({ minor: 123_450, currency: 'EUR' })).toBe('€1,234.50');
    expect(formatMoney({ minor: 1_234, currency: 'JPY' })).toBe('¥1,234');
    expect(formatMoneyWhole({ minor: 123_450, currency: 'EUR' })).toBe('€1,235');
    expect(amountText({ minor: -5, currency: 'EUR' })).toBe('-0.05');
    expect(currencySymbol('GBP')).toBe('£');
  });

  it('an amount put into a field is read back unchanged', () => {
    assert(
      property(integer({ min: -1e11, max: 1e11 }), constantFrom('EUR', 'JPY', 'KWD', 'USD'), (minor, currency) => {
        expect(parseAmount(amountText({ minor, currency }), currency)).toEqual({ minor, currency });
      }),
      { seed: 20_261_122 },
    );
  });
});
