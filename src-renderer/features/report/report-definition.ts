// Sets a journey's report: what stands where on the page. Pure: the same report gives the same document.
import { leftOfBudget } from '../../../domain/journey/money.ts';
import { WHOLE } from '../../../domain/pictures/common-view.ts';
import type { ReportAgreements } from '../../../domain/report/agreements.ts';
import type { ReportDecision } from '../../../domain/report/decisions.ts';
import type { JourneyReport, ReportStep } from '../../../domain/report/journey-report.ts';
import type { ReportQuotes } from '../../../domain/report/quotes.ts';
import { agreementRows } from './agreement-rows.ts';
import { bar, fact, factBox, right, state, table, type Node } from './pieces.ts';
import { captionOf } from './caption-of.ts';
import { decisionRows } from './decision-rows.ts';
import { pairRows } from './pair-rows.ts';
import { pictureName } from './picture-name.ts';
import { photoRows, type Placed } from './photo-rows.ts';
import { quoteRows } from './quote-rows.ts';
import { ACCENT, colourByState, DONE, INK, OVER, PAGE, STYLES, WARN } from './report-style.ts';
import type { ReportWords } from './report-words.ts';

/** A journey's report with what was asked, offered and agreed; what is absent has no part of its own. */
export interface PrintedReport extends JourneyReport {
  readonly decisions?: readonly ReportDecision[];
  readonly quotes?: readonly ReportQuotes[];
  readonly agreed?: ReportAgreements;
}

/** Names of pictures that are at hand; photos whose preview is not on this device are listed without one. */
export const reportDefinition = (report: PrintedReport, words: ReportWords, pictures: ReadonlySet<string>): Node => ({
  pageSize: PAGE.size,
  pageMargins: [...PAGE.margins],
  info: { title: report.name, creator: 'Plumbline' },
  defaultStyle: { font: 'Roboto', fontSize: 9.5, color: INK, lineHeight: 1.25 },
  styles: STYLES,
  content: [
    ...titleBlock(report, words),
    ...summary(report, words),
    ...steps(report, words),
    ...money(report, words),
    ...costs(report, words),
    ...decisionRows(report.decisions ?? [], words),
    ...quoteRows(report.quotes ?? [], words),
    ...(report.agreed === undefined ? [] : agreementRows(report.agreed, words)),
    ...pairRows(report, words, pictures),
    ...photos(report, words, pictures),
  ],
});

const titleBlock = ({ name, area, address, today }: JourneyReport, { t, day }: ReportWords): readonly Node[] => [
  { text: t('eyebrow').toUpperCase(), style: 'eyebrow' },
  { text: name, style: 'title', margin: [0, 5, 0, 3] },
  { text: [area, address].filter((part) => part !== '').join(' · '), style: 'dim', fontSize: 10.5 },
  { text: t('made', { day: day(today) }), style: 'small', margin: [0, 3, 0, 16] },
];

const summary = (
  { overview, money: sums, outlook, startDate }: JourneyReport,
  { t, money: amount, day }: ReportWords,
): readonly Node[] => {
  const { progress, projectedEnd, next, blocked, late } = overview;
  const settled = progress.done + progress.skipped;
  const known = sums.budget !== null || sums.spent.minor !== 0 || sums.due.minor !== 0;
  return [
    factBox([
      fact(
        t('progress'),
        t('stepsOf', { done: settled, total: progress.total }),
        next !== null ? t('next', { name: next }) : progress.total === 0 ? t('noSteps') : t('nothingNext'),
      ),
      ...(known
        ? [
            fact(
              t('spent'),
              amount(sums.spent),
              sums.budget === null
                ? t('due', { amount: amount(sums.due) })
                : t('ofBudget', { amount: amount(sums.budget) }),
            ),
          ]
        : []),
      fact(
        t('end'),
        projectedEnd !== null ? day(projectedEnd) : t(progress.total === 0 ? 'noPlan' : 'ended'),
        startDate === null ? '' : t('began', { day: day(startDate) }),
      ),
    ]),
    ...barLine(t('progress'), `${Math.round(progress.ratio * 100)} %`, [{ share: progress.ratio, colour: DONE }]),
    ...budgetLine({ money: sums, outlook }, { t, amount }),
    ...blocked.map(({ name, reason }) => notice(t('blocked', { name }), reason, WARN)),
    ...late.map((name) => notice(t('late', { name }), '', OVER)),
  ];
};

const barLine = (label: string, figure: string, parts: Parameters<typeof bar>[0]): readonly Node[] => [
  { columns: [{ text: label, style: 'label' }, right(figure, { style: 'label' })], margin: [0, 12, 0, 4] },
  bar(parts, { width: PAGE.width }),
];

const budgetLine = (
  { money, outlook: { willCost, actual, open, planned } }: Pick<JourneyReport, 'money' | 'outlook'>,
  { t, amount }: Pick<ReportWords, 't'> & { readonly amount: ReportWords['money'] },
): readonly Node[] => {
  const { budget, spent, due } = money;
  const left = leftOfBudget(money, open);
  if (budget === null || left === null || budget.minor <= 0) return [];
  const isOver = left.minor < 0;
  const figure = t(isOver ? 'over' : open.minor === 0 ? 'left' : 'leftAfter', {
    amount: amount({ ...left, minor: Math.abs(left.minor) }),
  });
  const sums = { spent: amount(spent), due: amount(due), open: amount(open) };
  const bars = barLine(t(open.minor === 0 ? 'budgetBar' : 'budgetBarOpen', sums), figure, [
    { share: spent.minor / budget.minor, colour: isOver ? OVER : ACCENT },
    { share: due.minor / budget.minor, colour: '#a9bdec' },
    { share: open.minor / budget.minor, colour: '#d9e1f6' },
  ]);
  const parts = { actual: amount(actual), open: amount(open), planned: amount(planned) };
  const forecast = `${t('forecast', { amount: amount(willCost) })} ${t('forecastParts', parts)}`;
  return [...bars, { text: forecast, style: 'small', margin: [0, 4, 0, 0] }];
};

const notice = (title: string, text: string, colour: string): Node => ({
  columns: [
    { width: 10, canvas: [{ type: 'rect', x: 0, y: 1, w: 3, h: 10, color: colour }] },
    { width: PAGE.width - 10, text: [{ text: title, bold: true }, text === '' ? '' : `  ${text}`] },
  ],
  margin: [0, 8, 0, 0],
});

const steps = (report: JourneyReport, words: ReportWords): readonly Node[] => {
  const { t } = words;
  if (report.steps.length === 0) return [];
  return [
    { text: t('steps'), style: 'heading' },
    table({
      widths: [16, '*', 124, 72],
      head: [{ text: '' }, { text: t('step') }, { text: t('dates') }, { text: t('state') }],
      rows: report.steps.map((step) => stepRow(step, words)),
    }),
  ];
};

const stepRow = (step: ReportStep, { t, span }: ReportWords): readonly Node[] => {
  const dates = [
    { text: span(step.start, step.end), style: 'dim', noWrap: true, fontSize: 9 },
    ...(step.projected ? [{ text: t('planned'), style: 'small' }] : []),
  ];
  return [
    right(String(step.number), { style: 'small' }),
    {
      stack: [
        { text: step.name, bold: step.state === 'doing' || step.state === 'blocked' },
        ...(step.blockedReason === '' ? [] : [{ text: step.blockedReason, style: 'small', color: WARN }]),
      ],
    },
    { stack: step.state === 'skipped' ? [] : dates },
    state(t(`stepState.${step.state}`), colourByState[step.state]),
  ];
};

const money = ({ money: sums }: JourneyReport, { t, money: amount, category }: ReportWords): readonly Node[] => {
  if (sums.byCategory.length === 0) return [];
  const zeroOr = (minor: number): string => (minor === 0 ? '' : amount({ minor, currency: sums.currency }));
  return [
    { text: t('money'), style: 'heading' },
    table({
      widths: ['*', 74, 74, 74, 86],
      head: [{ text: t('category') }, right(t('planned_head')), right(t('paid')), right(t('open')), { text: '' }],
      rows: sums.byCategory.map(({ category: name, planned, spent, due }) => {
        const whole = Math.max(planned.minor, spent.minor + due.minor, 1);
        const over = planned.minor > 0 && spent.minor + due.minor > planned.minor;
        return [
          { text: category(name) },
          right(zeroOr(planned.minor), { style: 'dim' }),
          right(zeroOr(spent.minor), over ? { color: OVER, bold: true } : {}),
          right(zeroOr(due.minor)),
          {
            stack: [
              bar(
                [
                  { share: spent.minor / whole, colour: over ? OVER : ACCENT },
                  { share: due.minor / whole, colour: '#a9bdec' },
                ],
                { width: 84, height: 5 },
              ),
            ],
            margin: [2, 4, 0, 0],
          },
        ];
      }),
      foot: [
        { text: t('total'), bold: true },
        right(sums.budget === null ? '' : amount(sums.budget), { bold: true }),
        right(amount(sums.spent), { bold: true }),
        right(amount(sums.due), { bold: true }),
        { text: '' },
      ],
    }),
    ...[...sums.otherSpent, ...sums.otherDue].map((other) => ({
      text: t('otherCurrency', { amount: amount(other) }),
      style: 'small',
      margin: [0, 4, 0, 0],
    })),
  ];
};

const costs = (report: JourneyReport, { t, money: amount, day, category }: ReportWords): readonly Node[] => {
  if (report.costs.length === 0) return [];
  return [
    { text: t('costs'), style: 'heading' },
    table({
      widths: [62, '*', 80, 40, 66],
      head: [
        { text: t('date') },
        { text: t('what') },
        { text: t('category') },
        { text: t('state') },
        right(t('amount')),
      ],
      rows: report.costs.map((cost) => [
        { text: cost.date === null ? '' : day(cost.date), style: 'dim', noWrap: true },
        { stack: [{ text: cost.description }, ...lineOf([cost.vendor, cost.step])] },
        { text: category(cost.category) },
        { text: t(`costState.${cost.state}`), ...(cost.state === 'due' ? { color: WARN } : { style: 'dim' }) },
        right(amount(cost.amount)),
      ]),
    }),
  ];
};

const lineOf = (parts: readonly string[]): readonly Node[] => {
  const text = [...new Set(parts)].filter((part) => part !== '').join(' · ');
  return text === '' ? [] : [{ text, style: 'small' }];
};

const photos = (report: JourneyReport, { t, day }: ReportWords, pictures: ReadonlySet<string>): readonly Node[] => {
  const all = [
    ...report.steps.map(({ name, photos: mine }) => ({ name, photos: mine })),
    { name: t('otherPhotos'), photos: report.otherPhotos },
  ];
  const shown = all
    .map(({ name, photos: mine }) => ({
      name,
      photos: mine.filter((photo) => pictures.has(pictureName(photo, WHOLE))),
    }))
    .filter((group) => group.photos.length > 0);
  if (shown.length === 0) return [];
  return [
    { text: t('photos'), style: 'heading', pageBreak: 'before', margin: [0, 0, 0, 4] },
    ...shown.flatMap((group) =>
      photoRows(group.photos, PAGE.width).map((row, index) => {
        const name: readonly Node[] = index === 0 ? [{ text: group.name, style: 'group' }] : [];
        // A name is never left alone at the foot of a page.
        return { stack: name.concat(pictureRow(row, { day })), unbreakable: true };
      }),
    ),
  ];
};

const pictureRow = (row: readonly Placed[], words: Pick<ReportWords, 'day'>): Node => ({
  columns: row.map(({ photo, width, height }) => ({
    width,
    stack: [{ image: pictureName(photo, WHOLE), width, height }, ...captionOf(photo, words)],
  })),
  columnGap: 10,
  margin: [0, 0, 0, 12],
});
