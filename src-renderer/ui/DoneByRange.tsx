// The honest part of a forecast: between which days it will be, eight times of ten.
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoneBy } from '../../domain/analytics/done-by.ts';
import { dayExact, dayShort } from './dates.ts';

export const DoneByRange = ({ doneBy: { p10, p90 } }: { readonly doneBy: DoneBy }): ReactElement => {
  const { t } = useTranslation('progress');
  return (
    <span title={t('end.exact', { from: dayExact(p10), to: dayExact(p90) })}>
      {p10 === p90 ? t('end.sure') : t('end.range', { from: dayShort(p10), to: dayShort(p90) })}
    </span>
  );
};
