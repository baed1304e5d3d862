// The part of a report on decisions: each question with its alternatives, and what was decided when, by whom and why.
import type { ReportAlternative, ReportAnswer, ReportDecision } from '../../../domain/report/decisions.ts';
import { linesOfText, MOST_LINES, state as stateOf, table, type Node } from './pieces.ts';
import { ACCENT, DONE, OVER, WARN } from './report-style.ts';
import type { ReportWords } from './report-words.ts';

export const decisionRows = (decisions: readonly ReportDecision[], words: ReportWords): readonly Node[] => {
  const { t } = words;
  if (decisions.length === 0) return [];
  return [
    { text: t('decisions.title'), style: 'heading' },
    table({
      widths: ['*', 118],
      head: [{ text: t('decisions.question') }, { text: t('state') }],
      rows: decisions.map((decision) => rowOf(decision, words)),
      breaksRows: decisions.some((decision) => linesOf(decision) > MOST_LINES),
    }),
  ];
};

const linesOf = ({ question, answers, back, alternatives }: ReportDecision): number =>
  linesOfText(question) +
  [...answers, ...(back === null ? [] : [back])].reduce((sum, { name, why }) => sum + 2 + linesOfText(name + why), 0) +
  alternatives.reduce((sum, { name }) => sum + 1 + linesOfText(name), 0);

const COLOURS = { open: ACCENT, revisited: WARN, decided: DONE, contested: WARN } as const satisfies Record<
  ReportDecision['state'],
  string
>;

const rowOf = (decision: ReportDecision, words: ReportWords): readonly Node[] => {
  const { question, state, answers, back, deadline, late, awaited, alternatives } = decision;
  const { t, day } = words;
  // What was decided names the one that was chosen; the others say what it was chosen from.
  const chosen = new Set(answers.map(({ name }) => name));
  return [
    {
      stack: [
        { text: question, bold: true },
        ...answers.flatMap((answer) => answerLines(answer, words)),
        ...(back === null ? [] : backLines(back, words)),
        ...alternatives
          .filter(
            ({ name, cost, days, voters }) => !chosen.has(name) || cost !== null || days !== null || voters.length > 0,
          )
          .map((alternative) => alternativeLine(alternative, words)),
      ],
    },
    {
      stack: [
        stateOf(t(`decisions.state.${state}`), COLOURS[state]),
        ...(deadline === null || answers.length > 0
          ? []
          : [
              {
                text: t(late ? 'decisions.wasWanted' : 'decisions.wanted', { day: day(deadline) }),
                style: 'small',
                ...(late ? { color: OVER } : {}),
              },
            ]),
        ...(awaited.length === 0
          ? []
          : [{ text: t('decisions.awaited', { who: awaited.join(', ') }), style: 'small' }]),
      ],
    },
  ];
};

const answerLines = ({ name, why, who, on }: ReportAnswer, { t, day }: ReportWords): readonly Node[] => [
  { text: [{ text: name, color: DONE, bold: true }, `  ${t('decisions.by', { who, day: day(on) })}`], fontSize: 9 },
  ...because(why),
];

const backLines = ({ name, why, who, on }: ReportAnswer, { t, day }: ReportWords): readonly Node[] => [
  { text: t('decisions.rolledBack', { name, who, day: day(on) }), fontSize: 9, color: WARN },
  ...because(why),
];

const because = (why: string): readonly Node[] =>
  why === '' ? [] : [{ text: `“${why}”`, style: 'small', italics: true }];

const alternativeLine = ({ name, cost, days, voters }: ReportAlternative, { t, money }: ReportWords): Node => ({
  text: [
    `– ${name}`,
    ...(cost === null ? [] : [money(cost)]),
    ...(days === null ? [] : [t('decisions.days', { count: days })]),
    ...(voters.length === 0 ? [] : [t('decisions.votes', { who: voters.join(', ') })]),
  ].join(' · '),
  style: 'small',
});
