// The part of a report on what was agreed: each change order and award with the words that were signed, and what was verified.
import type { ReportAgreement, ReportAgreements } from '../../../domain/report/agreements.ts';
import { dayOf } from '../../ui/dates.ts';
import { right, table, type Node } from './pieces.ts';
import { DONE, OVER } from './report-style.ts';
import type { ReportWords } from './report-words.ts';

export const agreementRows = (
  { agreements, verified, findings }: ReportAgreements,
  words: ReportWords,
): readonly Node[] => {
  const { t } = words;
  if (agreements.length === 0) return [];
  return [
    { text: t('agreed.title'), style: 'heading' },
    table({
      widths: ['*', 84, 76],
      head: [{ text: t('what') }, { text: t('state') }, right(t('amount'))],
      rows: agreements.map((agreement) => rowOf(agreement, words)),
    }),
    findings.length === 0
      ? { text: t('agreed.verified', { count: verified }), style: 'small', color: DONE, margin: [0, 6, 0, 0] }
      : {
          stack: [
            { text: t('agreed.broken'), bold: true },
            ...findings.map(({ code, who }) => ({ text: t(`agreed.finding.${code}`, { who }) })),
          ],
          style: 'small',
          color: OVER,
          margin: [0, 6, 0, 0],
        },
  ];
};

const rowOf = (
  { kind, title, amount, days, state, words }: ReportAgreement,
  { t, money, day }: ReportWords,
): readonly Node[] => {
  const isUnsigned = kind === 'award' && state === 'draft';
  return [
    {
      stack: [
        { text: kind === 'award' ? t('agreed.award', { name: title }) : title },
        ...(days === 0
          ? []
          : [{ text: t('agreed.days', { days: days > 0 ? `+${days}` : String(days) }), style: 'small' }]),
        ...words.map(({ who, verdict, reason, at, entry, certified }) => ({
          text: [
            t(`agreed.word.${verdict}`, { who, day: day(dayOf(at)) }),
            reason === '' ? '' : `: ${reason}`,
            `  ${entry}`,
            certified ? '' : ` (${t('agreed.uncertified')})`,
          ].join(''),
          style: 'small',
        })),
      ],
    },
    {
      text: isUnsigned
        ? t('agreed.unsigned')
        : t(`agreed.state.${kind === 'award' && state === 'approved' ? 'signed' : state}`),
    },
    right(amount === null ? '' : money(amount)),
  ];
};
