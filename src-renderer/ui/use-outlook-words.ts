// The forecast at completion told as the sum that it is.
import { useTranslation } from 'react-i18next';
import type { CostOutlook } from '../../domain/money/outlook.ts';
import { formatMoney } from './money.ts';

export const useOutlookWords = (): ((outlook: CostOutlook) => string) => {
  const { t } = useTranslation('ui');
  return ({ actual, open, planned, willCost }) =>
    t('forecastSum', {
      actual: formatMoney(actual),
      open: formatMoney(open),
      planned: formatMoney(planned),
      forecast: formatMoney(willCost),
    });
};
