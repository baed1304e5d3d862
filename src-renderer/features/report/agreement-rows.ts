// The part of a report on what was agreed: each change order and award with the words that were signed, and what was verified.
import type { ReportAgreement, ReportAgreements, ReportWord } from '../../../domain/report/agreements.ts';
import { linesOfText, MOST_LINES, right, state as stateOf, table, type Node } from './pieces.ts';
import { ACCENT, DIM, DONE, OVER, WARN } from './report-style.ts';
import type { ReportWords } from './report-words.ts';

export const agreementRows = (
  { agreements, verified, findings }: ReportAgreements,
  words: ReportWords,
): readonly Node[] => {
  const { t } = words;
  if (agreements.length === 0 && findings.length === 0) return [];
  return [
    { text: t('agreed.title'), style: 'heading' },
    ...(agreements.length === 0
      ? []
      : [
          table({
            widths: ['*', 84, 76],
            head: [{ text: t('what') }, { text: t('state') }, right(t('amount'))],
            rows: agreements.map((agreement) => rowOf(agreement, words)),
            breaksRows: agreements.some((agreement) => linesOf(agreement) > MOST_LINES),
          }),
        ]),
    ...(findings.length === 0
      ? []
      : [
          {
            stack: [
              { text: t('agreed.broken'), bold: true },
              ...findings.map(({ code, who }) => ({ text: t(`agreed.finding.${code}`, { who }) })),
            ],
            style: 'small',
            color: OVER,
            margin: [0, 8, 0, 0],
          },
        ]),
    {
      stack: [
        {
          text: t('agreed.verified', { count: verified }),
          ...(findings.length === 0 && verified > 0 ? { color: DONE, bold: true } : {}),
        },
        { text: t('agreed.how') },
      ],
      style: 'small',
      margin: [0, 8, 0, 0],
    },
  ];
};

/** About as many lines as it takes. */
const linesOf = ({ title, words: said }: ReportAgreement): number =>
  2 + linesOfText(title) + said.reduce((sum, { reason }) => sum + 3 + linesOfText(reason), 0);

const COLOURS = {
  draft: WARN,
  proposed: ACCENT,
  approved: DONE,
  declined: DIM,
  withdrawn: DIM,
  needsYou: WARN,
} as const satisfies Record<ReportAgreement['state'], string>;

const rowOf = (
  { kind, title, amount, days, state, words: said }: ReportAgreement,
  words: ReportWords,
): readonly Node[] => {
  const { t, money } = words;
  const named =
    kind === 'award' && state === 'draft'
      ? t('agreed.unsigned')
      : t(`agreed.state.${kind === 'award' && state === 'approved' ? 'signed' : state}`);
  return [
    {
      stack: [
        { text: kind === 'award' ? t('agreed.award', { name: title }) : title, bold: true },
        ...(days === 0
          ? []
          : [{ text: t(days > 0 ? 'agreed.daysMore' : 'agreed.daysLess', { count: Math.abs(days) }), style: 'small' }]),
        ...said.map((word) => wordOf(word, words)),
      ],
    },
    stateOf(named, COLOURS[state]),
    right(amount === null ? '' : money(amount)),
  ];
};

/** Who said what and when, why, and under it what was verified of that. */
const wordOf = (
  { who, side, verdict, reason, earlier, at, entry, certified, counts }: ReportWord,
  { t, moment }: ReportWords,
): Node => ({
  stack: [
    {
      text: [
        t(`agreed.word.${verdict}`, { who: t(`agreed.by.${side}`, { who }), at: moment(at) }),
        earlier ? ` ${t('agreed.earlier')}` : '',
      ].join(''),
      fontSize: 9,
    },
    ...(reason === '' ? [] : [{ text: `“${reason}”`, style: 'small', italics: true }]),
    { text: t(sealOf({ certified, counts }), { entry }), style: 'small' },
  ],
  margin: [0, 3, 0, 0],
});

const sealOf = ({ certified, counts }: Pick<ReportWord, 'certified' | 'counts'>) => {
  if (!counts) return 'agreed.sealedHeard';
  return certified ? 'agreed.sealed' : 'agreed.sealedUncertified';
};
