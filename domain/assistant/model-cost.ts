// What an answer of a language model cost, by the price that the person entered.
import type { Money } from '../kernel/money.ts';

export interface TokenPrice {
  readonly currency: string;
  /** Minor units for a million tokens. */
  readonly input: number;
  readonly output: number;
}

/** Rounded up to a whole minor unit: it is never shown as less than it is. */
export const costOf = (
  tokens: { readonly input: number; readonly output: number },
  { currency, input, output }: TokenPrice,
): Money => ({
  minor: Math.ceil((tokens.input * input + tokens.output * output) / 1_000_000),
  currency,
});
