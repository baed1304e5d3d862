// What does not fit between a bill and what was agreed, each with the figures it comes from.
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { exhaustive } from '../../../domain/kernel/exhaustive.ts';
import type { Finding } from '../../../domain/quotes/invoice.ts';
import { formatMoney } from '../../ui/money.ts';
import { quantityText } from './quantity-words.ts';
import classes from './quotes.module.css';

export const Findings = ({ findings }: { readonly findings: readonly Finding[] }): ReactElement => {
  const { t } = useTranslation('quotes');
  if (findings.length === 0)
    return (
      <p className={classes['fits']}>
        <IconCircleCheck size={14} stroke={2} aria-hidden /> {t('bill.fits')}
      </p>
    );
  return (
    <ul className={classes['findings']} aria-label={t('bill.title')}>
      {findings.map((finding) => {
        const { key, blanks } = wordsOf(finding);
        return (
          <li key={`${key} ${JSON.stringify(blanks)}`}>
            <IconAlertTriangle size={14} stroke={2} aria-hidden />
            <span>{t(`bill.${key}`, blanks)}</span>
          </li>
        );
      })}
    </ul>
  );
};

interface Said {
  readonly key: string;
  readonly blanks: Readonly<Record<string, string>>;
}

const wordsOf = (finding: Finding): Said => {
  switch (finding.kind) {
    case 'overLine':
    case 'overTotal': {
      const { kind, agreed, before, billed, over } = finding;
      return {
        key: before.minor === 0 ? kind : `${kind}Before`,
        blanks: {
          line: finding.kind === 'overLine' ? finding.line : '',
          agreed: formatMoney(agreed),
          before: formatMoney(before),
          billed: formatMoney(billed),
          over: formatMoney(over),
        },
      };
    }
    case 'overPrice': {
      const { kind, line, agreed, billed, quantity, unit, over } = finding;
      return {
        key: kind,
        blanks: {
          line,
          agreed: formatMoney(agreed),
          billed: formatMoney(billed),
          size: `${quantityText(quantity)} ${unit}`.trim(),
          over: formatMoney(over),
        },
      };
    }
    case 'twice':
    case 'notAgreed':
      return { key: finding.kind, blanks: { line: finding.line, billed: formatMoney(finding.billed) } };
    case 'sameInvoice':
      return { key: finding.kind, blanks: { billed: formatMoney(finding.billed) } };
    case 'otherCurrency':
      return {
        key: finding.kind,
        blanks: { billed: formatMoney(finding.billed), agreed: formatMoney(finding.agreed) },
      };
    default:
      return exhaustive(finding);
  }
};
