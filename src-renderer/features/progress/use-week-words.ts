// The report of a week in words: what the window shows and what the PDF prints are the same.
import { useTranslation } from 'react-i18next';
import type { WeekReport } from '../../../domain/analytics/week-report.ts';
import { namesOfSteps } from '../../../domain/journey/steps.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords } from '../../data/hooks.ts';
import { dayExact, dayOf, dayShort, today } from '../../ui/dates.ts';
import { formatMoney } from '../../ui/money.ts';
import { useCauseWords } from '../../ui/use-cause-words.ts';
import { stepRows, type StepWords } from './StepList.tsx';

interface StepsPart {
  readonly title: string;
  readonly none: string;
  readonly steps: readonly StepWords[];
}

interface LinesPart {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface WeekWords {
  readonly journey: string;
  readonly title: string;
  readonly done: StepsPart;
  readonly tasks: LinesPart;
  readonly late: StepsPart;
  readonly next: StepsPart;
  readonly deliveries: LinesPart;
  /** Null for those who do not see the money. */
  readonly spent: LinesPart | null;
  /** Planned payments; of those the reader may see. */
  readonly due: LinesPart;
  readonly wanted: LinesPart;
  readonly decided: LinesPart;
}

/** Null until everything it needs has been read. */
export const useWeekWords = (
  journey: RecordOf<'journey'>,
  report: WeekReport | null,
  seesMoney: boolean,
): WeekWords | null => {
  const { t } = useTranslation('progress');
  const { slip } = useCauseWords();
  const steps = useRecords({ type: 'step', journey: journey.id });
  const costs = useRecords({ type: 'cost', journey: journey.id });
  if (report === null || steps === undefined || costs === undefined) return null;
  const nameByKey = namesOfSteps(steps);
  const nameOf = (key: RecordKey): string => nameByKey.get(key) ?? '';
  const costByKey = new Map(costs.map((cost) => [cost.key, cost.body]));
  const spent = [report.spent, ...report.otherSpent].filter(({ minor }) => minor !== 0).map(formatMoney);
  const wantedBy = (what: string, deadline: string | null): string =>
    deadline === null ? what : t('week.by', { what, day: dayShort(deadline) });
  return {
    journey: journey.body.name,
    title: t('week.name', { from: dayExact(report.from), to: dayExact(report.to) }),
    done: {
      title: t('week.done'),
      none: t('week.noneDone'),
      steps: report.done.map((step) => ({
        step,
        text: step.body.finishedAt === null ? '' : dayExact(dayOf(step.body.finishedAt)),
      })),
    },
    tasks: { title: t('week.tasksDone'), lines: report.tasksDone.map(({ body }) => body.title) },
    late: {
      title: t('week.late'),
      none: t('week.noneLate'),
      steps: stepRows(steps, report.late, (each) => slip(each, nameOf)),
    },
    next: {
      title: t('week.next'),
      none: t('week.noneNext'),
      steps: report.next.map(({ step, start, end }) => ({
        step,
        text: start === end ? dayShort(start) : t('week.span', { from: dayShort(start), to: dayShort(end) }),
      })),
    },
    deliveries: {
      title: t('week.deliveries'),
      lines: report.deliveries.map(({ what, promised, arrived, step }) => {
        const came = arrived !== null && arrived <= report.to;
        const state = came ? 'came' : (promised ?? '') < today() ? 'late' : 'promised';
        return t(`week.delivery.${state}`, {
          what,
          step: nameOf(step),
          day: dayShort((came ? arrived : promised) ?? report.to),
        });
      }),
    },
    spent: seesMoney
      ? {
          title: t('week.spent'),
          lines: [
            spent.length === 0 ? t('week.noneSpent') : t('week.sum', { sum: spent.join(', ') }),
            ...report.costs.flatMap((key) => {
              const cost = costByKey.get(key);
              if (cost === undefined) return [];
              const what = cost.description === '' ? cost.vendor : cost.description;
              return [t('week.cost', { what, amount: formatMoney(cost.amount) })];
            }),
          ],
        }
      : null,
    due: {
      title: t('week.due'),
      lines: report.due.map(({ payment: { body }, day, state }) =>
        t(`week.payment.${state}`, { what: body.title, amount: formatMoney(body.amount), day: dayShort(day) }),
      ),
    },
    wanted: {
      title: t('week.wanted'),
      lines: [
        ...report.wanted.map(({ body }) => wantedBy(body.question, body.deadline ?? null)),
        ...report.unchosen.map(({ body }) => wantedBy(t('week.choose', { what: body.title }), body.deadline)),
      ],
    },
    decided: {
      title: t('week.decided'),
      lines: report.decided.map(({ body }) =>
        t('week.choice', { question: body.question, name: body.decided?.name ?? '' }),
      ),
    },
  };
};
