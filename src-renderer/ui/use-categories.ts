// The categories of costs, in words: the known ones translated, a person's own as they wrote it.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { COST_CATEGORIES } from '../../domain/records/cost.ts';

export interface Categories {
  readonly nameOf: (category: string) => string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

export const useCategories = (): Categories => {
  const { t } = useTranslation('money');
  return useMemo(() => {
    const nameOf = (category: string): string => t(`category.${category}`, { defaultValue: category });
    return { nameOf, choices: COST_CATEGORIES.map((value) => ({ value, label: nameOf(value) })) };
  }, [t]);
};
