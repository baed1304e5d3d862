// Money in the window: what stands in a field is read back as the same amount, in every kind of currency.
import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAmount } from '../../../domain/money/amount.ts';
import { amountText, currencySymbol, formatMoney, formatMoneyWhole, unbroken } from '../../../src-renderer/ui/money.ts';

describe('money in the window', () => {
  it('an amount set with spaces stays on one line, other words break as they do', () => {
    const wide = '\u00A0';
    expect(unbroken('Summe 12 000.50 und 1 234 567 EUR')).toBe(`Summe 12${wide}000.50 und 1${wide}234${wide}567 EUR`);
    expect(unbroken('on 12 May 2026, 3 rooms, 5 1234')).toBe('on 12 May 2026, 3 rooms, 5 1234');
    expect(unbroken('\u000112\u0002 \u0001000.50\u0002')).toBe(`\u000112\u0002${wide}\u0001000.50\u0002`);
  });

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
