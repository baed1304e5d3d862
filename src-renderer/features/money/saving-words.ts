// A way to save in words: what it is, and the sum that a person can check.
import { useTranslation } from 'react-i18next';
import { exhaustive } from '../../../domain/kernel/exhaustive.ts';
import type { Found } from '../../../domain/money/savings/saving.ts';
import { dayShort } from '../../ui/dates.ts';
import { formatMoney } from '../../ui/money.ts';

interface SavingWords {
  readonly what: string;
  readonly sum: string;
}

export const useSavingWords = (found: Found): SavingWords => {
  const { t } = useTranslation('money');
  const { name } = found;
  switch (found.kind) {
    case 'duplicate': {
      const days =
        found.days === null
          ? t('savings.duplicate.oneReceipt')
          : found.days === 0
            ? t('savings.duplicate.oneDay')
            : t('savings.duplicate.days', { count: found.days });
      return {
        what: t('savings.duplicate.what', { name }),
        sum: t('savings.duplicate.sum', { amount: formatMoney(found.amount), days }),
      };
    }
    case 'overlap':
      return {
        what: t('savings.overlap.what', { name }),
        sum: t('savings.overlap.sum', {
          prices: found.prices.map(({ vendor, price }) => `${vendor} ${formatMoney(price)}`).join(', '),
        }),
      };
    case 'line':
      return {
        what: t('savings.line.what', { name, vendor: found.vendor }),
        sum: t('savings.line.sum', {
          price: formatMoney(found.price),
          middle: formatMoney(found.middle),
          count: found.others,
        }),
      };
    case 'allowance':
      return {
        what: t('savings.allowance.what', { name }),
        sum: t('savings.allowance.sum', { allowance: formatMoney(found.allowance), spent: formatMoney(found.spent) }),
      };
    case 'warranty':
      return {
        what: t('savings.warranty.what', { name }),
        sum: t('savings.warranty.sum', {
          amount: formatMoney(found.amount),
          on: dayShort(found.on),
          until: dayShort(found.until),
          words: found.words.join(', '),
        }),
      };
    case 'early': {
      const percent = `${found.hundredths / 100} %`;
      return {
        what: t('savings.early.what', { name, by: dayShort(found.by) }),
        sum: t('savings.early.sum', { percent, amount: formatMoney(found.amount) }),
      };
    }
    case 'cheaper':
      return {
        what: t('savings.cheaper.what', { name, other: found.other }),
        sum: t('savings.cheaper.sum', { price: formatMoney(found.price), otherPrice: formatMoney(found.otherPrice) }),
      };
    default:
      return exhaustive(found);
  }
};
