// A quantity in words: "24 m²", "3 pieces". Quantities are thousandths of the unit.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../domain/quotes/units.ts';

const format = new Intl.NumberFormat('en', { maximumFractionDigits: 3 });

export const quantityText = (thousandths: number): string => format.format(thousandths / 1_000);

export const useQuantityWords = (): ((thousandths: number, measure: Measure) => string) => {
  const { t } = useTranslation('quotes');
  return useCallback(
    (thousandths, measure) =>
      t(`size.${measure}`, { count: Math.ceil(thousandths / 1_000), size: quantityText(thousandths) }),
    [t],
  );
};
