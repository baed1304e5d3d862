// A price by unit: "€35.90 / m²"; of a piece the amount alone.
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Money } from '../../../domain/kernel/money.ts';
import { Amount } from '../../ui/Amount.tsx';

export const PerUnit = ({ amount, unit }: { readonly amount: Money; readonly unit: string }): ReactElement => {
  const { t } = useTranslation('research');
  return (
    <span className="pl-number">
      <Amount money={amount} /> {t('per', { unit: unit === '' ? t('piece') : unit })}
    </span>
  );
};
