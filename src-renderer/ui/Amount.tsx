// An amount of money in tabular figures.
import type { ReactElement } from 'react';
import type { Money } from '../../domain/kernel/money.ts';
import { formatMoney, formatMoneyWhole } from './money.ts';

interface AmountProps {
  readonly money: Money;
  /** Leaves the cents out; the exact amount stays on hover. */
  readonly whole?: boolean;
}

export const Amount = ({ money, whole = false }: AmountProps): ReactElement => (
  <span className="pl-number" title={whole ? formatMoney(money) : undefined}>
    {whole ? formatMoneyWhole(money) : formatMoney(money)}
  </span>
);
