// Amounts in several currencies as one reads them: nothing is added up that nobody has given a rate for.
import type { Money } from '../../../domain/kernel/money.ts';
import { formatMoney } from '../../ui/money.ts';

export const sums = (amounts: readonly Money[]): string => amounts.map(formatMoney).join(' + ');
