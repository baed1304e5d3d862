// What does not add up on a paper, in figures: it is shown, never mended by itself.
import { useTranslation } from 'react-i18next';
import type { Paper } from '../../../domain/documents/paper.ts';
import { formatMoney } from '../../ui/money.ts';
import classes from './paper.module.css';

export const Problems = ({ paper }: { readonly paper: Paper }): React.JSX.Element | null => {
  const { t } = useTranslation('documents');
  const { problems, currency } = paper;
  const inLines = problems.filter(({ kind }) => kind === 'line').length;
  const words = [
    ...(inLines > 0 ? [t('paper.problem.someLines', { count: inLines })] : []),
    ...problems.flatMap((one) =>
      one.kind === 'line'
        ? []
        : [
            t(`paper.problem.${one.kind}`, {
              expected: formatMoney({ minor: one.expected, currency }),
              found: formatMoney({ minor: one.found, currency }),
            }),
          ],
    ),
  ];
  if (words.length === 0) return null;
  return (
    <ul className={classes['problems']} aria-label={t('paper.problem.title')}>
      {words.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
};
