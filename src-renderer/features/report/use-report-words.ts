// The report's words from the catalogue, and its formats.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { daySpan, dayYear, momentYear } from './day-year.ts';
import { formatMoney } from '../../ui/money.ts';
import { COST_CATEGORIES } from '../../../domain/records/cost.ts';
import type { ReportWords } from './report-words.ts';

export const useReportWords = (): ReportWords => {
  const { t } = useTranslation(['report', 'capture']);
  return useMemo(
    () => ({
      t: (key, blanks) => t(`report:${key}`, blanks ?? {}),
      // A category that a newer version knows is shown as it is called there.
      category: (category) =>
        COST_CATEGORIES.some((known) => known === category) ? t(`capture:category.${category}`) : category,
      money: formatMoney,
      day: dayYear,
      moment: momentYear,
      span: daySpan,
    }),
    [t],
  );
};
